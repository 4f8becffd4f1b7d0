"""The values of times of day; see `laut.reading.timescene`.

A time of day is of the day that stands beside it, else of the one that the text last
spoke of, else of that of the article.
"""

from datetime import date

from laut.reading.almanac import dated, shifted
from laut.reading.timedates import date_named
from laut.reading.timegrammar import Found
from laut.reading.timerelative import weekday_near
from laut.reading.timescene import Reckoned, Rule, Scene, around

_OPEN_DAY = "XXXX-XX-XX"


def _on(day: date | None, time: str) -> Reckoned:
    return Reckoned(f"{day.isoformat() if day else _OPEN_DAY}T{time}")


def _hour(found: Found) -> str:
    """The time of day that figures or words give, as HH:MM; "" if there is none."""
    written_time = found.value("CLOCK", "HOUR")
    minutes = found.value("N") if found.value("HOUR") else ""
    if written_time and minutes.isdecimal() and int(minutes) < 60:  # noqa: PLR2004 - minutes
        return f"{written_time[:2]}:{int(minutes):02}"
    number = found.value("COUNT", "ONE")
    if not written_time and number.isdecimal() and int(number) <= 24:  # noqa: PLR2004 - hours
        return f"{int(number):02}:00"
    return written_time


def _clock(found: Found, scene: Scene) -> Reckoned | None:
    """„20 Uhr“, „18.30 Uhr“, „neun Uhr“."""
    hour = _hour(found)
    return _on(scene.day, hour) if hour else None


def _told(found: Found) -> int | None:
    number = found.value("COUNT", "N", "ONE")
    return int(number) if number.isdecimal() and 1 <= int(number) <= 24 else None  # noqa: PLR2004 - hours


def _half(found: Found, scene: Scene) -> Reckoned | None:
    """„halb neun“."""
    hour = _told(found)
    return None if hour is None else _on(scene.day, f"{hour - 1:02}:30")


def _quarter_past(found: Found, scene: Scene) -> Reckoned | None:
    hour = _told(found)
    return None if hour is None else _on(scene.day, f"{hour:02}:15")


def _quarter_to(found: Found, scene: Scene) -> Reckoned | None:
    hour = _told(found)
    return None if hour is None else _on(scene.day, f"{hour - 1:02}:45")


def _part(found: Found, scene: Scene) -> Reckoned | None:
    """„am Abend“: of the day that the text speaks of."""
    if scene.before(found) in around("no-part-before"):
        return None
    return _on(scene.day, found.value("PART", "PARTS"))


def _next_part(found: Found, scene: Scene) -> Reckoned | None:
    day = scene.day
    return _on(day and shifted(day, 1, "D"), found.value("PART"))


def _previous_part(found: Found, scene: Scene) -> Reckoned | None:
    day = scene.published
    return _on(day and shifted(day, -1, "D"), found.value("PART"))


def _day_part(found: Found, scene: Scene) -> Reckoned | None:
    """„gestern Abend“, „Montagabend“, „am Montag früh“."""
    compound = found.value("DAYPART").split()
    part = (
        compound[1] if compound else found.value("PART", "PARTS", "SMALL-PART") or "MO"
    )
    return _on(_day_of(found, scene), part)


def _day_of(found: Found, scene: Scene) -> date | None:
    published = scene.published
    if published is None:
        return None
    steps = found.values("DEIXIS", "TODAY")
    if steps:
        return shifted(published, int(steps[0]), "D")
    number = found.value("DAYPART", "WEEKDAY")[:1]
    return weekday_near(found, scene, published, int(number)) if number else None


def _night(found: Found, scene: Scene) -> Reckoned | None:
    """„in der Nacht zum Sonntag“: it begins on the day before."""
    published = scene.published
    if published is None:
        return _on(None, "NI")
    days = [s for s in found.senses if s.kind in {"WEEKDAY", "DEIXIS"}]
    last = days[-1]
    if last.kind == "DEIXIS":
        day = shifted(published, int(last.value), "D")
    else:
        day = weekday_near(found, scene, published, int(last.value))
    return _on(day and shifted(day, -1, "D"), "NI")


def _date_night(found: Found, scene: Scene) -> Reckoned | None:
    """„in der Nacht vom 26. auf den 27. Februar“: it begins on the day before."""
    day = _named_day(found, scene)
    return _on(day and shifted(day, -1, "D"), "NI")


def _clock_on(found: Found, scene: Scene) -> Reckoned | None:
    """„17 Uhr“ in „gegen 17 Uhr am Freitag“."""
    hour = _hour(found)
    return _on(_named_day(found, scene), hour) if hour else None


def _part_on(found: Found, scene: Scene) -> Reckoned | None:
    """„Morgen“ in „am Morgen des 17. Januar“."""
    return _on(_named_day(found, scene), found.value("PART"))


def _named_day(found: Found, scene: Scene) -> date | None:
    """The day that is named beside a time of day."""
    if found.value("MONTH", "SHORT-MONTH"):
        named = date_named(found, scene)
        return dated(named.value) if named else None
    return _day_of(found, scene)


def _midnight(found: Found, scene: Scene) -> Reckoned | None:
    return _on(scene.day, found.value("MIDNIGHT"))


RULES: dict[str, Rule] = {
    "clock": _clock,
    "half": _half,
    "quarter-past": _quarter_past,
    "quarter-to": _quarter_to,
    "part": _part,
    "next-part": _next_part,
    "previous-part": _previous_part,
    "day-part": _day_part,
    "night": _night,
    "date-night": _date_night,
    "clock-on": _clock_on,
    "part-on": _part_on,
    "midnight": _midnight,
}
"""The rules of times of day by their names in the table."""
