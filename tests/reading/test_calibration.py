"""How often a quotation like this one is right."""

from itertools import pairwise

import pytest

from laut.reading.calibration import LEAST, MOST, interpolated, raw_score, share_right
from laut.reading.decode import Piece
from laut.reading.hints import Hint
from laut.reading.tables import rows

FOUND = Piece(1, (0, 1, 2, 3), 0.9)


def test_a_quotation_that_a_rule_finds_too_scores_higher() -> None:
    same = Hint(1, False, 0.8, (0, 1, 2, 3), ())  # noqa: FBT003 - not nested
    assert raw_score(FOUND, same) == pytest.approx((0.9 + 0.9 + 1) / 3)
    assert raw_score(FOUND, same._replace(content=(0, 1))) < raw_score(FOUND, same)
    assert raw_score(FOUND, same._replace(kind=0)) == raw_score(FOUND, None)


def test_between_two_knots_the_share_is_interpolated() -> None:
    assert interpolated([(0.2, 0.4), (0.4, 0.8)], 0.3) == pytest.approx(0.6)


@pytest.mark.parametrize(("raw", "share"), [(0.0, 0.4), (0.2, 0.4), (1.0, 0.8)])
def test_beyond_the_knots_it_stays_as_it_is(raw: float, share: float) -> None:
    assert interpolated([(0.2, 0.4), (0.4, 0.8)], raw) == share


def test_nothing_is_certain() -> None:
    assert interpolated([(0.0, 0.0), (1.0, 1.0)], 0.0) == LEAST
    assert interpolated([(0.0, 0.0), (1.0, 1.0)], 1.0) == MOST


def test_the_table_of_the_model_rises() -> None:
    knots = [tuple(map(float, row)) for row in rows("model/confidence")]
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(knots))
    shares = [share_right(raw / 100) for raw in range(101)]
    assert shares == sorted(shares)
    assert shares[0] < 0.5
    assert shares[-1] > 0.9
