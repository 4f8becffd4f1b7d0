"""Writes how countries are called in the languages that laut speaks, by Babel.

Run as `python -m tools.build_countries [FOLDER]`; FOLDER holds the views. Writes
`countries.tsv`: what CLDR calls the territories with a code of two letters, a few of
them by the shorter name that newspapers use, and the three bodies that act like states.
Babel is needed here only: laut reads the table.
"""

import sys
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from babel import Locale

VIEWS = Path("src/laut/views")


class Called(NamedTuple):
    """How newspapers call one, in German, in English, and at the begin of a word."""

    german: str
    english: str
    prefix: str = ""


SHORTER = {
    "EU": Called("EU", "EU", "EU"),
    "GB": Called("Großbritannien", "UK"),
    "HK": Called("Hongkong", "Hong Kong"),
    "MO": Called("Macau", "Macao"),
    "NATO": Called("Nato", "NATO", "Nato"),
    "PS": Called("Palästina", "Palestine"),
    "UN": Called("UN", "UN", "UN"),
    "US": Called("USA", "USA", "US"),
}
"""What newspapers say for short."""

NO_COUNTRIES = frozenset({"EZ", "QO", "XA", "XB", "ZZ"})
"""Codes of CLDR for what is no country, or for tests."""


def countries() -> str:
    """The table, sorted by code."""
    german, english = _names("de"), _names("en")
    called = {
        code: Called(german[code], english[code])
        for code in german
        if len(code) == len("XX") and code.isalpha() and code not in NO_COUNTRIES
    }
    rows = sorted((called | SHORTER).items())
    head = (
        "# Names of countries in German and English by ISO 3166-1 alpha-2 code, and",
        "# of EU, UN and NATO; the prefix begins words such as US-Regierung.",
        "# code\tde\ten\tprefix",
        f"# CLDR (Unicode License), Babel {version('babel')}; by tools.build_countries",
    )
    lines = ("\t".join((code, *names)).rstrip() for code, names in rows)
    return "\n".join([*head, *lines, ""])


def _names(language: str) -> dict[str, str]:
    return {str(code): name for code, name in Locale(language).territories.items()}


def main(folder: Path) -> None:
    """Write `countries.tsv` anew."""
    (folder / "countries.tsv").write_text(countries(), "utf-8")


if __name__ == "__main__":
    main(Path(*sys.argv[1:2]) if sys.argv[1:] else VIEWS)
