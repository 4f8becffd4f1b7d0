"""What a token says of time: its kinds, each with a value, from `time-words.tsv`.

`senses(word)` takes a token as it stands and returns what it may be: a weekday, a unit,
a number, a year. Nouns are known by their capital; of other words the first letter may
be a capital; a word in capitals is any of them. Pure; a token is looked at once.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from laut.reading.numerals import ordinals, spelt
from laut.reading.tables import rows
from laut.reading.words import swiss

ENDINGS = ("", "e", "en", "er", "es", "em")

_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})", re.ASCII)
_SHORT_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})", re.ASCII)
_DAY = re.compile(r"(\d{1,2})\.", re.ASCII)
_DECIMAL = re.compile(r"\d{1,3}(?:,\d|\.\d{3})", re.ASCII)
_YEARS = re.compile(r"([12]\d{3})/(\d{4}|\d{2})", re.ASCII)
_DECADE = re.compile(r"(\d0|\d{3}0)er", re.ASCII)
_DECADE_YEARS = re.compile(r"(\d0|\d{3}0)er-Jahren?", re.ASCII)
_LATEST = 2100
_EARLIEST = 1000
_MOST_DAYS, _MOST_MONTHS, _MOST_HOURS, _MOST_MINUTES = 31, 12, 24, 60


class Sense(NamedTuple):
    """One thing that a token may be."""

    kind: str
    value: str


Senses = tuple[Sense, ...]


def senses(word: str) -> Senses:
    """What a token may be; () for nearly all."""
    found = _lexicon().get(word)
    if found is not None:
        return found
    if "0" <= word[0] <= "9":
        return _of_figures(word)
    if word.isupper() and len(word) > 1:
        lexicon = _lexicon()
        return lexicon.get(word.capitalize()) or lexicon.get(word.lower()) or ()
    return ()


def in_words(unit: str, count: str) -> str:
    """A stretch as TIMEX3 writes it: „P3D“, „PT48H“."""
    if unit == "H":
        half = "X" if count == "X" else f"{6 * float(count):g}"
        return f"P{half}M"
    if unit == "NI":
        return f"PT{count}NI"
    if unit == "ML":
        return f"P{count}L"
    return f"PT{count}{unit[1]}" if unit[0] == "T" else f"P{count}{unit}"


@cache
def _lexicon() -> dict[str, Senses]:
    """The senses of every known form."""
    known: defaultdict[str, list[Sense]] = defaultdict(list)
    entries = [*_written(), *_compounds(), *_numbers()]
    for form, sense in entries:
        known[form].append(sense)
    for form, sense in entries:
        if form[0].islower():
            known[form[0].upper() + form[1:]].append(sense)
    return {form: tuple(dict.fromkeys(found)) for form, found in known.items()}


def _written() -> Iterator[tuple[str, Sense]]:
    for kind, value, cell in rows("time-words"):
        for entry in cell.split():
            for form in _inflected(entry):
                yield form, Sense(kind.upper(), value)


def _inflected(entry: str) -> Iterator[str]:
    if not entry.endswith("~"):
        yield from {entry, swiss(entry)}
        return
    yield from (entry[:-1] + ending for ending in ENDINGS)


def _values(kind: str) -> Iterator[tuple[str, str]]:
    for name, value, cell in rows("time-words"):
        if name == kind:
            yield from ((form, value) for form in cell.split())


def _compounds() -> Iterator[tuple[str, Sense]]:
    """„Montagabend“: a weekday and a part of the day."""
    for day, number in _values("weekday"):
        if day.endswith("tag") or day in {"Mittwoch", "Sonnabend"}:
            for part, value in _values("small-part"):
                for form in (day + part, day + part + "s"):
                    yield form, Sense("DAYPART", f"{number} {value}")


def _numbers() -> Iterator[tuple[str, Sense]]:
    """„vierzehn“, „vierzehnten“, „vierzehntägige“."""
    for number, word in spelt().items():
        if number > 1:
            yield word, Sense("COUNT", str(number))
        for stem, unit in _values("long-unit"):
            for ending in ENDINGS:
                value = in_words(unit, str(number))
                yield word + stem + ending, Sense("LASTING", value)
    for number, stem in ordinals().items():
        for ending in ENDINGS[1:]:
            yield stem + ending, Sense("ORDINAL", str(number))


@lru_cache(maxsize=4096)
def _of_figures(word: str) -> Senses:
    """What a token that begins with a digit may be."""
    if word.isascii() and word.isdecimal():
        return tuple(_of_number(word))
    return tuple(_of_date(word)) or tuple(_of_stretch(word))


def _of_number(word: str) -> Iterator[Sense]:
    if len(word) > 4:  # noqa: PLR2004 - no number of time has more figures
        return
    number = int(word)
    yield Sense("N", str(number))
    if number <= _MOST_HOURS and len(word) <= 2:  # noqa: PLR2004 - two figures of an hour
        yield Sense("HOUR", f"{number:02}:00")
    if len(word) == 4 and _EARLIEST <= number < _LATEST:  # noqa: PLR2004 - four of a year
        yield Sense("YEAR", word)


def _of_date(word: str) -> Iterator[Sense]:
    if (found := _DATE.fullmatch(word)) and _is_day(found[1], found[2]):
        year = found[3] if len(found[3]) > 2 else _century(found[3])  # noqa: PLR2004 - ‚98
        yield Sense("DATE", f"{year}-{int(found[2]):02}-{int(found[1]):02}")
    elif found := _DAY.fullmatch(word):
        yield Sense("DAY", found[1])
    elif found := _YEARS.fullmatch(word):
        last = found[2] if len(found[2]) > 2 else found[1][:2] + found[2]  # noqa: PLR2004 - 06
        yield Sense("YEARS", f"{found[1]} {last}")
    else:
        yield from _of_points(word)


def _of_points(word: str) -> Iterator[Sense]:
    """„18.30“ is a time of day, „3.5“ a day and month, „3,5“ a number."""
    found = _CLOCK.fullmatch(word)
    if found and int(found[1]) <= _MOST_HOURS and int(found[2]) < _MOST_MINUTES:
        yield Sense("CLOCK", f"{int(found[1]):02}:{found[2]}")
    if (found := _SHORT_DATE.fullmatch(word)) and _is_day(found[1], found[2]):
        yield Sense("SHORT-DATE", f"{int(found[2]):02}-{int(found[1]):02}")
    if _DECIMAL.fullmatch(word):
        yield Sense("N", word.replace(".", "").replace(",", "."))


def _of_stretch(word: str) -> Iterator[Sense]:
    if found := _DECADE.fullmatch(word):
        yield Sense("FIGURE-DECADE", _decade(found[1]))
    elif found := _DECADE_YEARS.fullmatch(word):
        yield Sense("DECADE-NOUN", _decade(found[1]))
    elif found := _long().fullmatch(word):
        yield Sense("FIGURE-LASTING", in_words(_long_units()[found[2]], found[1]))


@cache
def _long_units() -> dict[str, str]:
    """„tägig“ and „Tage“ with their units."""
    return dict([*_values("long-unit"), *_values("hyphen-unit")])


@cache
def _long() -> re.Pattern[str]:
    """„90-minütige“, „35-Stunden-Woche“."""
    adjectives = "|".join(stem for stem, _ in _values("long-unit"))
    nouns = "|".join(noun for noun, _ in _values("hyphen-unit"))
    return re.compile(
        rf"(\d{{1,4}})-(?=(?:{adjectives})(?:e[nrsm]?)?$|(?:{nouns})-\S)"
        rf"({adjectives}|{nouns})\S*",
        re.ASCII,
    )


def _is_day(day: str, month: str) -> bool:
    return 1 <= int(day) <= _MOST_DAYS and 1 <= int(month) <= _MOST_MONTHS


def _century(year: str) -> str:
    return ("20" if int(year) < 50 else "19") + year  # noqa: PLR2004 - the nearer century


def _decade(figures: str) -> str:
    return figures[:3] if len(figures) > 2 else "19" + figures[0]  # noqa: PLR2004 - 90er
