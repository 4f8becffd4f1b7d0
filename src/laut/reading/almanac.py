"""Days, weeks, months and years: arithmetic on dates, and the feasts of a year.

Pure. A *grain* is the unit that a value is as precise as: D, W, M, Q, Y, DE, CE.
"""

from datetime import date, timedelta
from functools import lru_cache

MONTHS = 12
WEEK = 7
_FIRST_YEAR, _LAST_YEAR = 1000, 9000
"""Far enough from both ends of the calendar that a week or year more is in it."""

_DAYS = {"D": 1, "W": WEEK, "WE": WEEK}
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": MONTHS, "DE": 120, "CE": 1200, "ML": 12000}

MONTH_OF_SEASON = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}
"""The month by which the year of a season is told: that of winter is its first."""


def dated(written: str) -> date | None:
    """The day that an ISO date, with or without a time, names; else None."""
    try:
        day = date.fromisoformat(written[:10])
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def shifted(day: date, count: float, unit: str) -> date | None:
    """The day that lies so many units away; None outside of the calendar."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=round(count * _DAYS[unit]))
        if unit in _MONTHS:
            return _months_away(day, round(count * _MONTHS[unit]))
    except (ValueError, OverflowError):
        pass
    return None


def _months_away(day: date, count: int) -> date:
    months = day.year * MONTHS + day.month - 1 + count
    year, month = divmod(months, MONTHS)
    return date(year, month + 1, min(day.day, _length(year, month + 1)))


def _length(year: int, month: int) -> int:
    """How many days a month has."""
    first = date(year, month, 1)
    after = date(year + month // MONTHS, month % MONTHS + 1, 1)
    return (after - first).days


def written(day: date, unit: str) -> str:
    """The day as TIMEX3 writes it, as precise as the unit: „2022-W35“, „2022-08“."""
    year, week, _ = day.isocalendar()
    forms = {
        "W": f"{year}-W{week:02}",
        "WE": f"{year}-W{week:02}-WE",
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "H": f"{day.year:04}-H{(day.month + 5) // 6}",
        "Y": f"{day.year:04}",
        "DE": f"{day.year:04}"[:3],
        "CE": f"{day.year:04}"[:2],
        "ML": f"{day.year:04}"[:1],
    }
    return forms.get(unit, day.isoformat())


def weekday_before(day: date, weekday: int) -> date:
    """The last such weekday up to the day itself; Monday is 1."""
    return day - timedelta(days=(day.isoweekday() - weekday) % WEEK)


def weekday_after(day: date, weekday: int) -> date:
    """The next such weekday from the day itself on."""
    return day + timedelta(days=(weekday - day.isoweekday()) % WEEK)


def weekday_of_week(day: date, weekday: int) -> date:
    """That weekday of the week of a day."""
    return day + timedelta(days=weekday - day.isoweekday())


@lru_cache(maxsize=256)
def easter(year: int) -> date:
    """Easter Sunday of a year, after Gauss and Lichtenberg."""
    century = year // 100
    moon = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    sun = 2 - (3 * century + 3) // 4
    seed = (19 * (year % 19) + moon) % 30
    kept = (seed + year % 19 // 11) // 29
    border = 21 + seed - kept
    sunday = 7 - (year + year // 4 + sun) % 7
    return date(year, 3, 1) + timedelta(
        days=border + WEEK - (border - sunday) % WEEK - 1
    )


def feast(name: str, year: int) -> date:
    """The day of a feast: „12-24“, or „E-2“, two days before Easter."""
    if name[0] == "E":
        return easter(year) + timedelta(days=int(name[1:]))
    return date(year, int(name[:2]), int(name[3:]))
