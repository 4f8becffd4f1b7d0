"""Arithmetic on days, months and feasts."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from laut.reading.almanac import (
    dated,
    easter,
    feast,
    shifted,
    weekday_after,
    weekday_before,
    weekday_of_week,
    written,
)
from laut.reading.numerals import ordinals, spelt

TUESDAY = date(2022, 9, 6)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1818, 3, 22), (1943, 4, 25), (1981, 4, 19), (2000, 4, 23), (2022, 4, 17)],
)
def test_easter_is_where_the_churches_keep_it(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


@given(st.integers(1600, 4000))
def test_easter_is_a_sunday_between_the_equinox_and_the_end_of_april(year: int) -> None:
    sunday = easter(year)
    assert sunday.isoweekday() == 7
    assert date(year, 3, 22) <= sunday <= date(year, 4, 25)


def test_movable_feasts_are_counted_from_easter() -> None:
    assert feast("E-2", 2018) == date(2018, 3, 30)
    assert feast("12-24", 2018) == date(2018, 12, 24)


def test_a_month_after_the_last_of_january_is_the_last_of_february() -> None:
    assert shifted(date(2023, 1, 31), 1, "M") == date(2023, 2, 28)


def test_what_lies_outside_of_the_calendar_is_no_day() -> None:
    assert shifted(TUESDAY, -9999, "CE") is None
    assert shifted(TUESDAY, 1, "TH") is None


def test_a_day_is_written_as_precisely_as_the_unit() -> None:
    units = ("D", "W", "WE", "M", "Q", "H", "Y", "DE", "CE", "ML")
    assert [written(TUESDAY, unit) for unit in units] == [
        *("2022-09-06", "2022-W36", "2022-W36-WE", "2022-09", "2022-Q3", "2022-H2"),
        *("2022", "202", "20", "2"),
    ]


@given(st.dates(date(1000, 1, 8), date(9000, 1, 1)), st.integers(1, 7))
def test_weekdays_are_sought_in_both_directions(day: date, weekday: int) -> None:
    before, after = weekday_before(day, weekday), weekday_after(day, weekday)
    assert before <= day <= after
    assert before.isoweekday() == after.isoweekday() == weekday
    assert (after - before).days in {0, 7}
    assert weekday_of_week(day, weekday).isocalendar()[:2] == day.isocalendar()[:2]


@pytest.mark.parametrize("text", ["", "gestern", "2022", "0001-01-01", "9999-12-31"])
def test_what_names_no_day_or_one_at_the_end_of_time_is_no_day(text: str) -> None:
    assert dated(text) is None


def test_a_day_may_come_with_its_time() -> None:
    assert dated("2022-09-06T14:05:00+02:00") == TUESDAY


def test_number_words_are_joined_as_they_are_spoken() -> None:
    assert spelt()[27] == "siebenundzwanzig"
    assert spelt()[1] == "ein"
    assert ordinals()[31] == "einunddreißigst"
    assert ordinals()[3] == "dritt"
