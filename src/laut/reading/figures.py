"""Public figures by name, for names whose office the article does not give.

Takes a name, returns the row of the table `figures`. A surname alone counts only where
it means one figure and is not too common.
"""

from functools import cache
from typing import NamedTuple

from laut.reading.tables import rows
from laut.terms import SourceKind

FULL = "ganz"
"""Marks a figure whose surname alone is too common."""


class Figure(NamedTuple):
    """A public figure: full name, country, the kind of source, the row of the table."""

    name: str
    country: str
    kind: SourceKind
    row: int

    @property
    def because(self) -> str:
        """The reason in German."""
        return (
            f"„{self.name}“ ist allgemein bekannt (Tabelle figures, Zeile {self.row})"
        )


def figure_of(words: list[str]) -> Figure | None:
    """The figure whose name ends with these words, or whose name they end with."""
    if not words:
        return None
    for first in range(len(words)):
        found = _by_name().get(" ".join(words[first:]))
        if found is not None and (found.name.split()[0] in words or first == 0):
            return found
    last = words[-1]
    return _by_name().get(" ".join([*words[:-1], last.removesuffix("s")]))


@cache
def _by_name() -> dict[str, Figure]:
    """Figures by full name and by surname."""
    result: dict[str, Figure] = {}
    twice: set[str] = set()
    for number, (name, country, kind, full) in enumerate(rows("figures"), start=1):
        known: SourceKind = kind  # type: ignore[assignment]  # a test checks it
        figure = Figure(name, country, known, number)
        result[name] = figure
        surname = name.split()[-1]
        if full == FULL:
            continue
        before = result.setdefault(surname, figure)
        if (before.country, before.kind) != (country, known):
            twice.add(surname)
    return {name: figure for name, figure in result.items() if name not in twice}
