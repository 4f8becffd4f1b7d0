"""Claims across articles, against the corpus of political claims and TF-IDF.

Every statement of the corpus is read as an assertion: its quote, and what the reader
finds in the quote; actor, category and polarity are not used. Pairs of different
articles are scored by weights that were learned from other articles
(`evaluation.learning.across`), and held against gold (`evaluation.debates`) thrice:

- *voice*: pairs of one actor, of which gold speaks: the same claim, or another one
- *decided*: all pairs but the open ones, in which only the actor differs
- *all*: all pairs; the open ones count as wrong

A figure is the recall, in percent of all gold pairs, down to the rank from which on
precision is below the level; `tf-idf` has that of the cosine of the same quotes.
`claims` is what grouping makes of the scores: pairs in one claim, on one side of it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from evaluation import debates
from evaluation.cosines import cosines
from evaluation.debates import Pair, Statement
from evaluation.learning import Lesson, across, fold_of
from evaluation.scores import Scores
from laut.model import Source, article_of
from laut.reading.pipeline import read_article
from laut.trace.assertions import Assertion
from laut.trace.candidates import Postings, keys_of
from laut.trace.claims import SURE, Relation, Tie, settled
from laut.trace.gists import gist_of
from laut.trace.likeness import ENOUGH, Likeness, likeness

LEVELS = (0.9, 0.8, 0.75, 0.7, 0.6, 0.5)
TARGET = 0.75

FEWEST = 10
"""A precision of fewer pairs than these is none."""

OTHER_VOICE = 0.3
"""What pairs of different actors count in learning: most of the many are plain."""

UNIVERSES = ("voice", "decided", "all")

Ranked = NDArray[np.bool_]


class Compared(NamedTuple):
    """The statements of the corpus, and the pairs that are worth comparing."""

    statements: Sequence[Statement]
    assertions: Sequence[Assertion]
    pairs: Sequence[Pair]
    likenesses: Sequence[Likeness]


class Gold(NamedTuple):
    """What is said of pairs: the same claim, open, of one voice."""

    same: Collection[Pair]
    open: Collection[Pair]
    voice: Collection[Pair]


@cache
def compared(corpus: Path) -> Compared:
    """Read the corpus, and compare what is worth it.

    Raises:
        EvaluationError: it cannot be read.
    """
    statements = debates.statements(corpus)
    assertions = [_assertion(number, one) for number, one in enumerate(statements)]
    pairs = list(_worth_comparing(assertions))
    gists = [gist_of(assertion) for assertion in assertions]
    found = [likeness(gists[one], gists[other]) for one, other in pairs]
    return Compared(statements, assertions, pairs, found)


def lesson_of(given: Compared) -> Lesson:
    """What weights are learned from: open and thin pairs do not count."""
    gold = _gold(given.statements)
    return Lesson(
        np.array([likeness.measures for likeness in given.likenesses]),
        np.array([float(pair in gold.same) for pair in given.pairs]),
        np.array([_counts(pair, gold) for pair in given.pairs])
        * np.array([_is_enough(likeness) for likeness in given.likenesses]),
    )


def claims(corpus: Path) -> Scores:
    """The table of recalls, ours and the baseline's, and of the claims.

    Raises:
        EvaluationError: the corpus cannot be read.
    """
    given = compared(corpus)
    gold = _gold(given.statements)
    ours = _our_scores(given)
    theirs = _cosines(given.statements)
    curves = {
        f"{name} {universe}": curve(_ranked(scores, universe, gold), len(gold.same))
        for universe in UNIVERSES
        for name, scores in (("laut", ours), ("tf-idf", theirs))
    }
    grouped = frozenset(_grouped(given, ours))
    return Scores(_table(curves, grouped, gold), _figures(curves, grouped, gold))


def curve(ranked: Ranked, gold: int) -> dict[float, float]:
    """The recall at every level of precision, in percent.

    Args:
        ranked: whether each pair is right, the surest first.
        gold: how many right pairs there are.
    """
    right = np.cumsum(ranked)
    precision = right / np.arange(1, len(ranked) + 1)
    found = {}
    for level in LEVELS:
        (at,) = np.nonzero(precision[FEWEST - 1 :] >= level)
        found[level] = (
            100 * float(right[at[-1] + FEWEST - 1]) / gold if len(at) else 0.0
        )
    return found


def _assertion(number: int, statement: Statement) -> Assertion:
    """A statement as the reader sees it, without what the corpus says of it."""
    article = article_of(statement.quote, published=statement.published)
    reading = read_article(article)
    names = [m.entity.name for m in reading.mentions if m.entity is not None]
    attributions = (q.attribution for q in reading.quotations if q.attribution)
    first = next(attributions, None)
    return Assertion(
        id=f"{number:05}",
        article=statement.article,
        published=statement.published,
        content=statement.quote,
        source=Source(name=""),
        act=(first and first.act) or "state",
        factuality=(first and first.factuality) or "CT+",
        times=tuple(time.value for time in reading.times),
        names=tuple(dict.fromkeys(names)),
    )


def _worth_comparing(assertions: Sequence[Assertion]) -> Iterator[Pair]:
    """The pairs of different articles that the index finds, the lesser number first."""
    postings = Postings()
    for number, assertion in enumerate(assertions):
        keys = keys_of(gist_of(assertion))
        for name in postings.near(keys):
            if assertions[int(name)].article != assertion.article:
                yield int(name), number
        postings.put(str(number), keys)


def _gold(statements: Sequence[Statement]) -> Gold:
    same = debates.same_claim(statements)
    sides = debates.same_side(statements)
    return Gold(same, sides - same, debates.same_actor(statements))


def _counts(pair: Pair, gold: Gold) -> float:
    if pair in gold.open:
        return 0.0
    return 1.0 if pair in gold.voice else OTHER_VOICE


def _our_scores(given: Compared) -> Mapping[Pair, float]:
    """Scores of pairs, by weights of other articles, without barred and thin pairs."""
    folds = [fold_of(statement.article) for statement in given.statements]
    of_pairs = [(folds[one], folds[other]) for one, other in given.pairs]
    scores = across(lesson_of(given), of_pairs)
    found = zip(given.pairs, scores.tolist(), given.likenesses, strict=True)
    return {
        pair: score
        for pair, score, likeness in found
        if _is_enough(likeness) and not likeness.barred
    }


def _is_enough(likeness: Likeness) -> bool:
    return likeness.evidence >= ENOUGH


def _cosines(statements: Sequence[Statement]) -> Mapping[Pair, float]:
    """The cosines of all pairs of different articles that share a word."""
    found = cosines([statement.quote for statement in statements])
    return {
        (one, other): cosine
        for one, other, cosine in found
        if statements[one].article != statements[other].article
    }


def _ranked(scores: Mapping[Pair, float], universe: str, gold: Gold) -> Ranked:
    """Whether the pairs of a universe are right, the surest first."""
    asked = [pair for pair in scores if _asked(pair, universe, gold)]
    asked.sort(key=lambda pair: (-scores[pair], pair))
    return np.array([pair in gold.same for pair in asked], bool)


def _asked(pair: Pair, universe: str, gold: Gold) -> bool:
    if universe == "voice":
        return pair in gold.voice
    return universe == "all" or pair not in gold.open


def _grouped(given: Compared, scores: Mapping[Pair, float]) -> Iterator[Pair]:
    """The pairs that one claim holds, on the same side of it."""
    names = [assertion.id for assertion in given.assertions]
    ties = [
        Tie(
            names[one],
            names[other],
            scores.get((one, other), 0.0),
            bool(found.barred),
            "",
        )
        for (one, other), found in zip(given.pairs, given.likenesses, strict=True)
        if (found.barred and _is_enough(found)) or scores.get((one, other), 0.0) >= SURE
    ]
    for claim in settled(given.assertions, ties):
        sides: dict[bool, list[int]] = {True: [], False: []}
        for member in claim.members:
            sides[_denies(member.relation)].append(int(member.assertion.id))
        for side in sides.values():
            for pair in combinations(sorted(side), 2):
                if _apart(pair, given.statements):
                    yield pair


def _denies(relation: Relation) -> bool:
    return relation == "denies"


def _apart(pair: Pair, statements: Sequence[Statement]) -> bool:
    one, other = pair
    return statements[one].article != statements[other].article


def _rates(grouped: Collection[Pair], universe: str, gold: Gold) -> tuple[float, float]:
    """Precision and recall of claims, in percent."""
    asked = [pair for pair in grouped if _asked(pair, universe, gold)]
    right = sum(pair in gold.same for pair in asked)
    return 100 * right / max(len(asked), 1), 100 * right / len(gold.same)


Curves = Mapping[str, Mapping[float, float]]


def _figures(curves: Curves, grouped: Collection[Pair], gold: Gold) -> dict[str, float]:
    figures = {universe: curves[f"laut {universe}"][TARGET] for universe in UNIVERSES}
    precision, recall = _rates(grouped, "voice", gold)
    every = figures | {"precision": precision, "recall": recall}
    return {name: round(figure, 1) for name, figure in every.items()}


def _table(curves: Curves, grouped: Collection[Pair], gold: Gold) -> str:
    levels = "".join(f"{f'P>={level:.2f}':>9}" for level in LEVELS)
    lines = [f"recall in % of {len(gold.same)} pairs {levels}\n"]
    for name, found in curves.items():
        figures = "".join(f"{found[level]:9.2f}" for level in LEVELS)
        lines.append(f"{name:25} {figures}\n")
    for universe in UNIVERSES:
        precision, recall = _rates(grouped, universe, gold)
        lines.append(f"claims {universe:10} P {precision:5.1f}  R {recall:5.2f}\n")
    return "".join(lines)
