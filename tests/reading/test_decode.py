"""Contents from probabilities."""

from itertools import pairwise, product

import numpy as np
import pytest

from laut.reading.decode import (
    INNER,
    NEVER,
    OUTER,
    Floats,
    Level,
    best_path,
    best_paths,
    contents,
)

OUT, BEGIN, INSIDE, RESUME = 0, 4, 5, 6  # of the second kind


def probabilities(tags: list[int], level: Level = OUTER) -> Floats:
    scores = np.full((len(tags), len(level.first)), 0.001, np.float32)
    scores[np.arange(len(tags)), tags] = 0.98
    sums: Floats = scores.sum(1, keepdims=True)
    return np.divide(scores, sums)


def test_a_begin_and_what_follows_is_one_content() -> None:
    scores = probabilities([OUT, BEGIN, INSIDE, INSIDE, OUT])
    (piece,) = contents(scores, OUTER, np.arange(5))
    assert (piece.kind, piece.places) == (1, (1, 2, 3))
    assert 0.9 < piece.score < 1


def test_a_resumed_piece_belongs_to_the_content_before() -> None:
    tags = [BEGIN, INSIDE, OUT, OUT, RESUME, INSIDE, OUT]
    (piece,) = contents(probabilities(tags), OUTER, np.arange(7))
    assert piece.places == (0, 1, 4, 5)


def test_a_break_between_lines_is_no_place_of_a_content() -> None:
    token = np.array([0, 1, -1, 2])
    scores = probabilities([BEGIN, INSIDE, INSIDE, INSIDE])
    (piece,) = contents(scores, OUTER, token)
    assert piece.places == (0, 1, 3)


def test_two_begins_in_a_row_are_two_contents() -> None:
    scores = probabilities([1, 2, 3, 4], INNER)
    found = contents(scores, INNER, np.arange(4))
    assert [(piece.kind, piece.places) for piece in found] == [(0, (0, 1)), (1, (2, 3))]


def test_where_all_is_outside_there_is_nothing() -> None:
    assert contents(probabilities([OUT] * 9), OUTER, np.arange(9)) == []


@pytest.mark.parametrize("level", [OUTER, INNER])
@pytest.mark.parametrize("seed", range(5))
def test_the_best_path_is_the_best_of_all_that_keep_the_order(
    level: Level, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(3, len(level.first))).astype(np.float32)

    def worth(path: tuple[int, ...]) -> float:
        steps = [scores[place, tag] for place, tag in enumerate(path)]
        bounds = [level.bounds[pair] for pair in pairwise(path)]
        return float(sum(steps) + sum(bounds) + level.first[path[0]])

    best = max(product(range(len(level.first)), repeat=3), key=worth)
    assert tuple(best_path(scores, level).tolist()) == best
    assert worth(best) > NEVER


def test_stretches_read_together_come_out_as_each_by_itself() -> None:
    rng = np.random.default_rng(3)
    sizes = np.array([4, 1, 9, 9, 2])
    firsts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    scores = rng.normal(size=(sizes.sum(), 16)).astype(np.float32)
    alone = [
        best_path(scores[f : f + s], OUTER)
        for f, s in zip(firsts.tolist(), sizes.tolist(), strict=True)
    ]
    together = best_paths(scores, firsts, sizes, OUTER)
    assert np.array_equal(together, np.concatenate(alone))
