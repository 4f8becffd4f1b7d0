"""Dates of assertions: what can be the same day, and what cannot."""

import pytest

from laut.trace.dates import days_apart, other_dates


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["2022-09"], ["2022-09-06"]),
        (["2022-09-06"], ["2022-09-07"]),
        (["2022-09-06T14:05"], ["2022-09-06"]),
        (["2022"], ["2021", "2022-03"]),
        (["P3D"], ["2022"]),
        ([], ["2022"]),
    ],
)
def test_dates_that_may_be_the_same(one: list[str], other: list[str]) -> None:
    assert other_dates(one, other) is None
    assert other_dates(other, one) is None


def test_dates_that_cannot_be_the_same() -> None:
    assert other_dates(["2022-08"], ["2022-10"]) == ("2022-08", "2022-10")
    assert other_dates(["2022-09-06"], ["2022-09-09"]) is not None


def test_days_are_counted_where_both_are_known() -> None:
    assert days_apart("2022-09-06", "2022-09-08T10:00:00+02:00") == 2
    assert days_apart("2022-09", "2022-09-08") is None
    assert days_apart("", "2022-09-08") is None
