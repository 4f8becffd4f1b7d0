"""When something was published: the stretch that an ISO date or time leaves open.

`2022-09-06` is a whole day, `2022-09-06T14:05` a minute, "" nothing at all. Times
without an offset are taken as German winter time. Pure.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

_ISO = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?"
    r"(Z|[+-]\d\d:?\d\d)?)?)?)?$"
)
_GERMAN = timezone(timedelta(hours=1))
_SPANS = (365, 31, 1)
"""Days that a year, a month, a day leave open, at the most."""


class Stretch(NamedTuple):
    """Seconds since 1970: from `begin` up to `end`, inclusive."""

    begin: float
    end: float


NEVER = Stretch(float("inf"), float("inf"))
"""The stretch of what has no date: after everything."""


@lru_cache(maxsize=1 << 16)
def stretch_of(published: str) -> Stretch:
    """The stretch of a date or time; `NEVER` where it is none."""
    found = _ISO.match(published.strip())
    if not found:
        return NEVER
    year, month, day, hour, minute, second, offset = found.groups()
    try:
        begin = datetime(
            int(year),
            int(month or 1),
            int(day or 1),
            int(hour or 0),
            int(minute or 0),
            int(second or 0),
            tzinfo=_zone(offset),
        ).timestamp()
    except ValueError:
        return NEVER
    open_days = 0 if hour else _SPANS[(month is not None) + (day is not None)]
    return Stretch(begin, begin + (open_days * 86400 - 1 if open_days else 0))


def before(one: str, other: str) -> bool:
    """Whether `one` was published before `other`, for certain."""
    mine, theirs = stretch_of(one), stretch_of(other)
    return mine.end < theirs.begin


def rank(published: str, name: str) -> tuple[float, str, str]:
    """What sorts records by time, the undated last, equals by name."""
    return stretch_of(published).begin, published, name


def day_of(published: str) -> int | None:
    """The day, counted from 1970; None where it is not known."""
    begin = stretch_of(published).begin
    return None if begin == float("inf") else int(begin // 86400)


def _zone(offset: str | None) -> timezone:
    if not offset:
        return _GERMAN
    if offset == "Z":
        return UTC
    minutes = int(offset[1:3]) * 60 + int(offset[-2:])
    return timezone(timedelta(minutes=minutes if offset[0] == "+" else -minutes))
