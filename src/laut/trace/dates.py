"""Dates of assertions: how far apart, and whether they can be one and the same.

Takes values as TIMEX3 and ISO 8601 have them; what is no plain date of the calendar
(a duration, a season, „once“) says nothing and is left out. Pure.
"""

import re
from collections.abc import Iterable
from datetime import date

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_DAY = 10
"""Characters of a date with its day."""

NEXT = 1
"""Days by which two dates may differ: news of the night are of two days."""


def days_apart(one: str, other: str) -> int | None:
    """The days between two times of publication; None where one has no day."""
    first, second = day_of(one), day_of(other)
    return None if first is None or second is None else abs((first - second).days)


def day_of(published: str) -> date | None:
    """The day of a time; None where it has none."""
    try:
        return date.fromisoformat(published[:_DAY])
    except ValueError:
        return None


def other_dates(one: Iterable[str], other: Iterable[str]) -> tuple[str, str] | None:
    """A date of each, where both give dates and none of them can be the same."""
    ours, theirs = _dates(one), _dates(other)
    if not ours or not theirs or any(agree(a, b) for a in ours for b in theirs):
        return None
    return ours[0], theirs[0]


def agree(one: str, other: str) -> bool:
    """Whether two dates may be the same: 2022-09 and 2022-09-06, a day and the next."""
    shorter = min(len(one), len(other))
    if one[:shorter] == other[:shorter]:
        return True
    days = days_apart(one, other)
    return days is not None and days <= NEXT


def _dates(values: Iterable[str]) -> list[str]:
    """The dates of the calendar among values, without the time of day."""
    return [value[:_DAY] for value in values if _DATE.fullmatch(value[:_DAY])]
