"""Weights of a score, learned: logistic regression whose weights are never negative.

Every measure speaks for, never against; so a score can be told in a sentence. Learning
is by articles apart: `across` scores every pair by weights learned from pairs that
share no fold with either of its articles.
"""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from laut.trace.likeness import Weights

FOLDS = 5
RIDGE = 5.0
START = -2.0

Numbers = NDArray[np.float64]


class Lesson(NamedTuple):
    """What is learned from.

    Attributes:
        measures: [pairs, measures].
        same: [pairs] 1.0 where both are of one claim, else 0.0.
        counts: [pairs] how much a pair counts; 0.0: it is only scored.
    """

    measures: Numbers
    same: Numbers
    counts: Numbers


def fitted(lesson: Lesson) -> Weights:
    """The weights that tell the pairs best apart."""
    seen = lesson.counts > 0
    measures, same = lesson.measures[seen], lesson.same[seen]
    mean, spread = measures.mean(0), measures.std(0) + 1e-9
    scaled = Lesson((measures - mean) / spread, same, lesson.counts[seen])
    size = measures.shape[1]
    found = minimize(
        lambda at: _loss(at, scaled),
        np.append(np.zeros(size), START),
        jac=True,
        method="L-BFGS-B",
        bounds=[(0, None)] * size + [(None, None)],
        options={"maxiter": 300},
    ).x
    weights = found[:-1] / spread
    return Weights(tuple(weights.tolist()), float(found[-1] - weights @ mean))


def _loss(at: Numbers, lesson: Lesson) -> tuple[float, Numbers]:
    """The loss at some weights, and where it falls."""
    raw = lesson.measures @ at[:-1] + at[-1]
    loss = lesson.counts @ (np.logaddexp(0, raw) - lesson.same * raw)
    miss = lesson.counts * (1 / (1 + np.exp(-np.clip(raw, -40, 40))) - lesson.same)
    slope = lesson.measures.T @ miss + RIDGE * at[:-1]
    return float(loss + RIDGE / 2 * at[:-1] @ at[:-1]), np.append(slope, miss.sum())


def across(lesson: Lesson, folds: Sequence[tuple[int, int]]) -> Numbers:
    """Scores of all pairs, each by weights that saw none of its folds.

    Args:
        lesson: the pairs.
        folds: the folds of the two articles of each pair.
    """
    first, second = np.array(folds).T
    scores = np.zeros(len(lesson.same))
    for one in range(FOLDS):
        for other in range(one, FOLDS):
            both = np.isin(first, [one, other]) | np.isin(second, [one, other])
            asked = ((first == one) & (second == other)) | (
                (first == other) & (second == one)
            )
            given = fitted(lesson._replace(counts=np.where(both, 0, lesson.counts)))
            raw = lesson.measures[asked] @ np.array(given.weights) + given.bias
            scores[asked] = 1 / (1 + np.exp(-raw))
    return scores


def fold_of(article: str) -> int:
    """The fold of an article, by its id alone."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % FOLDS
