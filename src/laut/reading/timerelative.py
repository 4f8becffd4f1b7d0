"""The values of dates relative to the article or to what its text said before."""

from datetime import date

from laut.reading.almanac import (
    dated,
    shifted,
    weekday_after,
    weekday_before,
    weekday_of_week,
    written,
)
from laut.reading.outlook import Outlook
from laut.reading.timegrammar import Found
from laut.reading.timescene import YEAR_FIGURES, Reckoned, Rule, Scene, around

PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"
_VAGUE = {-1: PAST, 0: PRESENT, 1: FUTURE}


def vague(step: float) -> Reckoned:
    """What can be said where no day is known: past, present or future."""
    return Reckoned(_VAGUE[(step > 0) - (step < 0)])


def shift(found: Found) -> int | None:
    """-1, 0, 1 for „vergangene“, „diese“, „nächste“; None where none is there."""
    value = found.value("PREVIOUS", "THIS", "NEXT", "FOLLOWING", "NOUN-SHIFT")
    return int(value.split()[0]) if value else None


def _value(day: date | None, unit: str) -> Reckoned | None:
    return None if day is None else Reckoned(written(day, unit))


def _moved(day: date | None, step: int, unit: str) -> Reckoned | None:
    if day is None:
        return vague(step)
    return _value(shifted(day, step, unit), unit)


def _deixis(found: Found, scene: Scene) -> Reckoned | None:
    """„gestern“, „heute“: the day, or the present where no day is meant."""
    step = int(found.value("DEIXIS"))
    word = scene.words[found.first]
    if word == "Morgen" and found.first != scene.sentence[0]:
        return None
    if step == 0 and not _is_today(found, scene):
        return Reckoned(PRESENT)
    return _moved(scene.published, step, "D")


def _is_today(found: Found, scene: Scene) -> bool:
    """Whether „heute“ is the day of the article, not the time we live in.

    It is where the article speaks of yesterday or tomorrow as well, and beside a verb
    that looks back: „wurde heute eröffnet“.
    """
    if scene.before(found) in around("nowadays-before"):
        return False
    if scene.after(found) in around("nowadays-after"):
        return False
    return scene.daily or scene.looks_beside(found) is Outlook.BACK


def _today(found: Found, scene: Scene) -> Reckoned | None:
    """„der gestrige Montag“, „das heutige Europa“."""
    step = int(found.value("TODAY"))
    if step == 0 and not found.value("UNIT", "WEEKDAY"):
        return Reckoned(PRESENT)
    return _moved(scene.published, step, "D")


def _weekday(found: Found, scene: Scene) -> Reckoned | None:
    """„am Montag“, „nächsten Montag“, „Montag vergangener Woche“."""
    number = int(found.value("WEEKDAY"))
    published = scene.published
    if published is None:
        return Reckoned(f"XXXX-WXX-{number}")
    return _value(weekday_near(found, scene, published, number), "D")


def weekday_near(
    found: Found, scene: Scene, published: date, number: int
) -> date | None:
    """The day that a weekday means."""
    step = shift(found)
    if step is not None and found.value("UNIT", "NOUN-SHIFT"):
        week = shifted(published, step, "W")
        return week and weekday_of_week(week, number)
    if step is None:
        return _bare_weekday(found, scene, published, number)
    if step < 0:
        return (
            weekday_before(published, number)
            if published.isoweekday() != number
            else shifted(published, -1, "W")
        )
    if step > 0:
        return (
            weekday_after(published, number)
            if published.isoweekday() != number
            else shifted(published, 1, "W")
        )
    return weekday_of_week(published, number)


def _bare_weekday(found: Found, scene: Scene, published: date, number: int) -> date:
    first = dated(scene.last)
    if first is not None and scene.before(found) in around("until"):
        return weekday_after(first, number)
    if scene.looks(found) in {Outlook.AHEAD, Outlook.NOW}:
        return weekday_after(published, number)
    return weekday_before(published, number)


def _relative(found: Found, scene: Scene) -> Reckoned | None:
    """„vergangene Woche“, „Ende des Jahres“, „am Wochenende“."""
    unit = found.value("UNIT", "UNITS") or "Y"
    step = shift(found) or 0
    if unit[0] == "T" or unit == "NI":
        return None
    if unit == "WE" and shift(found) is None:
        step = -1 if _is_past_weekend(found, scene) else 0
    return _moved(scene.published, step, unit)


def _is_past_weekend(found: Found, scene: Scene) -> bool:
    published = scene.published
    if published is None or published.isoweekday() > 5:  # noqa: PLR2004 - it is weekend
        return False
    return scene.looks(found) is not Outlook.AHEAD


def _edge(found: Found, scene: Scene) -> Reckoned | None:
    """„Jahresende“, „Monatsbeginn“."""
    return _moved(scene.published, 0, found.value("EDGE"))


def _noun_shift(found: Found, scene: Scene) -> Reckoned | None:
    """„im Vorjahr“."""
    step, unit = found.value("NOUN-SHIFT").split()
    return _moved(scene.published, int(step), unit)


def _year_adverb(found: Found, scene: Scene) -> Reckoned | None:
    """„heuer“, „diesjährig“."""
    return _moved(scene.published, int(found.value("YEAR-ADVERB")), "Y")


def _ref(found: Found, scene: Scene) -> Reckoned | None:
    """„damals“, „demnächst“."""
    if scene.before(found) in around("no-time-before") and found.value("REF") == PAST:
        return None
    return Reckoned(found.value("REF"))


def _past(found: Found, scene: Scene) -> Reckoned:
    del found, scene
    return Reckoned(PAST)


def _now(found: Found, scene: Scene) -> Reckoned:
    del found, scene
    return Reckoned(PRESENT)


def _future(found: Found, scene: Scene) -> Reckoned:
    del found, scene
    return Reckoned(FUTURE)


def _same(found: Found, scene: Scene) -> Reckoned | None:
    """„im selben Jahr“, „an diesem Tag“."""
    unit = found.value("UNIT")
    kept = {"D": 10, "M": 7, "Y": 4, "W": 10, "DE": 3, "CE": 2}.get(unit)
    if kept is None:
        return None
    if unit == "W":
        day = dated(scene.last)
        return _value(day, "W") or Reckoned(PAST)
    if len(scene.last) >= kept and (kept < YEAR_FIGURES or scene.last_year):
        return Reckoned(scene.last[:kept])
    return Reckoned(PAST)


def _after(found: Found, scene: Scene) -> Reckoned | None:
    return _beside(found, scene, 1)


def _before(found: Found, scene: Scene) -> Reckoned | None:
    return _beside(found, scene, -1)


def _dayshift(found: Found, scene: Scene) -> Reckoned | None:
    """„am Vortag“."""
    return _beside(found, scene, int(found.value("DAYSHIFT")))


def _beside(found: Found, scene: Scene, step: int) -> Reckoned | None:
    """One unit from the time that the text speaks of: „am Tag darauf“."""
    unit = found.value("UNIT") or "D"
    if unit not in {"D", "W", "M", "Y"}:
        return None
    reference = scene.reference if unit in {"M", "Y"} else scene.day
    return _moved(reference, step, unit)


RULES: dict[str, Rule] = {
    "deixis": _deixis,
    "today": _today,
    "weekday": _weekday,
    "relative": _relative,
    "edge": _edge,
    "noun-shift": _noun_shift,
    "year-adverb": _year_adverb,
    "now-days": _now,
    "vague-now": _now,
    "vague-past": _past,
    "vague-future": _future,
    "ref": _ref,
    "same": _same,
    "after": _after,
    "before": _before,
    "dayshift": _dayshift,
}
"""The rules of relative dates by their names in the table."""
