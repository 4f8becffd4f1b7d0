"""Classes of words that change a predicate, from `german/predicates.tsv`."""

from functools import cache

from laut.reading.tables import rows
from laut.reading.words import swiss


@cache
def class_of(name: str) -> frozenset[str]:
    """The words of one class, in lower case.

    Raises:
        KeyError: there is no such class.
    """
    found = [row[1] for row in rows("predicates") if row[0] == name]
    if not found:
        raise KeyError(name)
    words = frozenset(word for cell in found for word in cell.split())
    return words | {swiss(word) for word in words}
