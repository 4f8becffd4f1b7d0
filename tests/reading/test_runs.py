"""One stretch of text out of scattered places."""

import numpy as np

from laut.reading.runs import Run, best_run


def run(*odds: float) -> Run:
    return best_run(np.array(odds, np.float32))


def test_the_stretch_with_the_greatest_sum_is_taken() -> None:
    assert run(-1, 2, 2, -5, 3, -1) == (1, 3)


def test_a_small_gap_is_bridged() -> None:
    assert run(2, 2, -1, 3) == (0, 4)


def test_scattered_places_are_left_out() -> None:
    assert run(3, 3, -9, 1, -9, 1) == (0, 2)


def test_where_nothing_is_likely_there_is_no_stretch() -> None:
    assert run(-1, -2) == (0, 0)
    assert run() == (0, 0)
