"""The tables of this package: TSV files beside the code, read once.

Their form is that of the tables of a language (`laut.reading.tables`); a row a rule.
"""

from functools import cache
from importlib import resources

from laut.reading.tables import parsed


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of one table, in the order of the file.

    Raises:
        FileNotFoundError: there is no such table.
    """
    file = resources.files("laut.trace") / f"{name}.tsv"
    return parsed(file.read_text(encoding="utf-8"))
