"""The tables of a language: TSV files that ship with the package, read once.

`rows("abbreviations")` reads `german/abbreviations.tsv`. One row a line, cells
divided by tabs and stripped; empty lines and lines that begin with `#` are for
people. A table says what words are; what is done with them is code elsewhere.
"""

from functools import cache
from importlib import resources

_FOLDER = "german"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of one table, in the order of the file.

    Args:
        name: the file in `german/`, without `.tsv`.

    Returns:
        One tuple of cells a row, all of the length of the longest: cells that are
        missing at the end of a line are "".

    Raises:
        FileNotFoundError: there is no such table.
    """
    file = resources.files("laut.reading") / _FOLDER / f"{name}.tsv"
    return parsed(file.read_text(encoding="utf-8"))


def classed(table: str, name: str) -> frozenset[str]:
    """The words of one class of a table of classes: a name, then words, in every row.

    Raises:
        KeyError: there is no such class.
    """
    found = [row[1] for row in rows(table) if row[0] == name]
    if not found:
        raise KeyError(name)
    return frozenset(word for cell in found for word in cell.split())


def parsed(text: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table given as text; see `rows`."""
    lines = [line for line in text.splitlines() if line.strip() and line[0] != "#"]
    cells = [[cell.strip() for cell in line.split("\t")] for line in lines]
    width = max(map(len, cells), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in cells)
