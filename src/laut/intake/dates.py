"""Dates of publication, from the ways they are written to ISO 8601.

Reads ISO 8601 (`2022-09-06`, `2022-09-06T14:05+02:00`, `20220906`), German dates
(`6.9.2022`, `06.09.2022, 14:05 Uhr`, `6. September 2022`) and those of mail and feeds
(`Tue, 06 Sep 2022 14:05:00 +0200`). What comes out is as precise as what went in:
`2022-09-06` or `2022-09-06T14:05:00+02:00`, without a zone where none was given. Pure:
a date is never guessed, and never completed from the clock.
"""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from laut.tongues import later

FORMS = later("2022-09-06, 2022-09-06T14:05+02:00, 6.9.2022 oder 6. September 2022")
"""What to tell a user who gave something else."""

_MONTHS = (
    ("januar", "jänner", "jan"),
    ("februar", "feber", "feb"),
    ("märz", "maerz", "mär", "mrz"),
    ("april", "apr"),
    ("mai",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("dezember", "dez"),
)
_MONTH_OF = {name: n for n, names in enumerate(_MONTHS, 1) for name in names}

_GERMAN = re.compile(
    r"(?:[^\W\d]{2,12}\.?,\s*)?"  # Dienstag,
    r"(?P<day>\d{1,2})\.\s*(?:(?P<number>\d{1,2})\.|(?P<name>[^\W\d]{3,9})\.?)\s*"
    r"(?P<year>\d{4})"
    r"(?:(?:,|\s|\s+um)\s*(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:\s*Uhr)?)?"
)


def iso_date(written: str) -> str:
    """The date, or date and time, in ISO 8601.

    Raises:
        ValueError: it is written in no way that is known, or there is no such day.
    """
    written = written.strip()
    for read in (_iso, _german, _mail):
        found = read(written)
        if found is not None:
            return found
    raise ValueError(written)


def iso_date_or_nothing(written: str) -> str:
    """As `iso_date`, but "" for what cannot be read: pages say all sorts of things."""
    try:
        return iso_date(written)
    except ValueError:
        return ""


def _iso(written: str) -> str | None:
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        pass
    try:
        return _moment(datetime.fromisoformat(written))
    except ValueError:
        return None


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _german(written: str) -> str | None:
    match = _GERMAN.fullmatch(written)
    month = _month(match) if match else None
    if match is None or month is None:
        return None
    day = f"{match['year']}-{month:02}-{int(match['day']):02}"
    if match["hour"] is None:
        return _iso(day)
    return _iso(f"{day}T{int(match['hour']):02}:{match['minute']}")


def _month(match: re.Match[str]) -> int | None:
    if match["number"]:
        return int(match["number"])
    return _MONTH_OF.get(match["name"].lower())


def _mail(written: str) -> str | None:
    try:
        return _moment(parsedate_to_datetime(written))
    except ValueError:
        return None
