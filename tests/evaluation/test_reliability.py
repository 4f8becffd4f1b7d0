from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from evaluation.reliability import (
    Judged,
    error,
    judged,
    knots_of,
    reliability,
)
from laut.model import Article, Quotation
from laut.spans import Span
from laut.terms import Kind

KIND: Kind = "indirect"


def reader(
    end: int, kind: Kind = KIND, confidence: float = 0.9
) -> Callable[[Article], list[Quotation]]:
    content = (Span(0, end),)
    found = Quotation(id=0, kind=kind, confidence=confidence, content=content)
    return lambda _: [found]


@pytest.mark.parametrize(
    ("read", "right"),
    [
        pytest.param(reader(26), True, id="all of it"),
        pytest.param(reader(17), True, id="most of it"),
        pytest.param(reader(10), False, id="half of it"),
        pytest.param(reader(26, "direct"), False, id="another kind"),
    ],
)
def test_a_quotation_is_right_if_kind_and_most_of_its_content_are(
    corpus: Path, read: Callable[[Article], list[Quotation]], *, right: bool
) -> None:
    assert judged(corpus, read) == [Judged(0.9, right)]


def test_the_table_has_a_row_for_each_band_and_one_figure(corpus: Path) -> None:
    scores = reliability(corpus, reader(26, confidence=0.97))
    assert scores.table.splitlines()[1].split() == [
        *("0.95", "–", "1.00", "1", "97.0", "100.0")
    ]
    assert scores.figures == {"error": 3.0}


def test_a_corpus_in_which_nothing_is_found_has_no_error(corpus: Path) -> None:
    assert reliability(corpus, lambda _: []).figures == {"error": 0.0}


def test_who_is_right_as_often_as_said_has_no_error() -> None:
    found = [Judged(0.75, right) for right in (True, True, True, False)]
    assert error(found) == pytest.approx(0)


@given(
    st.lists(
        st.builds(Judged, st.floats(0, 1), st.booleans()), min_size=1, max_size=200
    )
)
def test_knots_rise_in_score_and_in_share(found: list[Judged]) -> None:
    knots = knots_of(found)
    assert knots == sorted(knots)
    shares = [knot.share for knot in knots]
    assert shares == sorted(shares)
    assert all(0 < share < 1 for share in shares)


def test_knots_tell_what_is_likely_right_from_what_is_not() -> None:
    found = [Judged(n / 100, n % 100 > 40) for n in range(100)]
    knots = knots_of(found)
    assert knots[0].share < 0.2
    assert knots[-1].share > 0.8
