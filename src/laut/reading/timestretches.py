"""The values of durations and sets; see `laut.reading.timescene`."""

from datetime import date

from laut.reading.almanac import shifted, written
from laut.reading.timegrammar import Found
from laut.reading.timescene import Reckoned, Rule, Scene
from laut.reading.timewords import in_words

_FINER = {"Y": "M", "M": "W", "W": "D", "DE": "Y", "CE": "DE"}
"""As precise as halves of a unit are."""


def _amount(found: Found) -> str:
    """How many units: the last number that is said, 1 or X where none is."""
    if found.value("SOME"):
        return "X"
    numbers = found.values("HALF") or found.values("COUNT", "N")
    if numbers:
        return numbers[0]
    if found.value("ONE"):
        return "1"
    return "X" if found.value("UNITS") and not found.value("UNIT") else "1"


def _unit(found: Found) -> str:
    return found.value("UNIT", "UNITS")


def _length(found: Found) -> str:
    """A stretch, of two units as well: „drei Jahre und vier Monate“."""
    units, numbers = found.values("UNIT", "UNITS"), found.values("COUNT", "N", "ONE")
    if len(units) == 2 and len(numbers) == 2:  # noqa: PLR2004 - of each two
        first, second = (in_words(u, n) for u, n in zip(units, numbers, strict=True))
        return first + second.removeprefix("P")
    return in_words(_unit(found), _amount(found))


def _plain(found: Found, scene: Scene) -> Reckoned:
    """„drei Tage“, „das Jahr“."""
    del scene
    if found.value("PART"):
        number = found.value("COUNT", "ONE", "N") or "X"
        return Reckoned(f"PT{number}{found.value('PART')}")
    return Reckoned(_length(found))


def _since(found: Found, scene: Scene) -> Reckoned:
    """„seit drei Tagen“: begun then, open."""
    return Reckoned(_length(found), begin=_away(found, scene.published, -1))


def _ago(found: Found, scene: Scene) -> Reckoned:
    """„vor drei Tagen“, „die letzten drei Tage“: from then until now."""
    now = _iso(scene.published)
    return _stretch(found, _away(found, scene.published, -1), now)


def _ahead(found: Found, scene: Scene) -> Reckoned:
    """„in drei Tagen“, „die nächsten drei Tage“."""
    now = _iso(scene.published)
    return _stretch(found, now, _away(found, scene.published, 1))


def _earlier(found: Found, scene: Scene) -> Reckoned:
    """„drei Tage zuvor“, from the time that the text speaks of."""
    last = scene.last or _iso(scene.published)
    return _stretch(found, _away(found, scene.reference, -1), last)


def _later(found: Found, scene: Scene) -> Reckoned:
    last = scene.last or _iso(scene.published)
    return _stretch(found, last, _away(found, scene.reference, 1))


def _stretch(found: Found, begin: str, end: str) -> Reckoned:
    """A stretch with both its ends, or without any."""
    known = begin and end
    return Reckoned(_length(found), *((begin, end) if known else ("", "")))


def _span(found: Found, scene: Scene) -> Reckoned:
    """„zwei bis drei Jahre“: not told which."""
    del scene
    return Reckoned(in_words(_unit(found), "X"))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _away(found: Found, day: date | None, direction: int) -> str:
    """The time that lies so far away, as precise as the unit."""
    amount, unit = _amount(found), _unit(found)
    if day is None or amount == "X":
        return ""
    then = shifted(day, direction * float(amount), unit)
    finer = unit if float(amount).is_integer() else _FINER.get(unit, unit)
    return written(then, finer) if then else ""


def _lasting(found: Found, scene: Scene) -> Reckoned:
    """„tagelang“, „dreitägig“, „35-Stunden-Woche“."""
    del scene
    return Reckoned(found.value("LASTING", "FIGURE-LASTING"))


def _often(found: Found, scene: Scene) -> Reckoned:
    """„täglich“."""
    del scene
    return Reckoned(found.value("OFTEN"))


def _each(found: Found, scene: Scene) -> Reckoned | None:
    """„jedes Jahr“, „jeden Montag“, „pro Tag“, „einmal im Jahr“."""
    del scene
    unit = found.value("UNIT")
    if unit:
        return Reckoned(in_words(unit, "1"))
    compound = found.value("DAYPART").split()
    if compound:
        return Reckoned(f"XXXX-WXX-{compound[0]}T{compound[1]}")
    forms = {
        "WEEKDAY": "XXXX-WXX-{}", "PART": "XXXX-XX-XXT{}", "MONTH": "XXXX-{:0>2}",
        "SEASON": "XXXX-{}",
    }  # fmt: skip
    return next(
        (
            Reckoned(form.format(found.value(k)))
            for k, form in forms.items()
            if found.value(k)
        ),
        None,
    )


def _every(found: Found, scene: Scene) -> Reckoned:
    """„alle vier Jahre“."""
    del scene
    return Reckoned(_length(found))


def _weekdays(found: Found, scene: Scene) -> Reckoned:
    """„montags“, „Montag abends“."""
    del scene
    part = found.value("PARTS")
    day = found.value("WEEKDAYS", "WEEKDAY")
    return Reckoned(f"XXXX-WXX-{day}" + (f"T{part}" if part else ""))


def _parts(found: Found, scene: Scene) -> Reckoned:
    """„morgens“."""
    del scene
    return Reckoned(f"XXXX-XX-XXT{found.value('PARTS')}")


RULES: dict[str, Rule] = {
    "plain": _plain,
    "span": _span,
    "since": _since,
    "ago": _ago,
    "past": _ago,
    "ahead": _ahead,
    "coming": _ahead,
    "earlier": _earlier,
    "later": _later,
    "lasting": _lasting,
    "often": _often,
    "each": _each,
    "every": _every,
    "every-span": _span,
    "weekdays": _weekdays,
    "part-of-days": _parts,
}
"""The rules of durations and sets by their names in the table."""
