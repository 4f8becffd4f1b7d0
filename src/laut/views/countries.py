"""Countries in plain words, in the language that is spoken.

Takes the codes of `Source.country`; a code that the table lacks is its own name.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from laut.tongues import GERMAN, spoken
from laut.views.typography import one_line


class Country(NamedTuple):
    """One row of the table.

    Attributes:
        german: its German name.
        english: its English name.
        prefix: what begins words for what belongs to it, as in US-Regierung; or "".
    """

    german: str
    english: str
    prefix: str = ""


def country_name(code: str) -> str:
    """What the country is called."""
    country = _countries().get(code)
    if country is None:
        return one_line(code)
    return country.german if spoken() == GERMAN else country.english


def prefix_of(code: str) -> str:
    """What begins words for what belongs to the country; "" for most."""
    country = _countries().get(code)
    return country.prefix if country else ""


def names_of(code: str) -> tuple[str, ...]:
    """Everything by which the name of a source may show its country."""
    return tuple(filter(None, _countries().get(code, ())))


def code_of(name: str) -> str:
    """The code of the country of that name in either language; "" if none."""
    return _codes().get(name.strip().casefold(), "")


@cache
def _codes() -> dict[str, str]:
    named = [
        (code, (code, row.german, row.english)) for code, row in _countries().items()
    ]
    return {name.casefold(): code for code, names in named for name in names}


@cache
def _countries() -> dict[str, Country]:
    text = Path(__file__).with_name("countries.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line[0] != "#")
    return {code: Country(*names) for code, *names in rows}
