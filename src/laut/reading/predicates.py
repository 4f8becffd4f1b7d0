"""Classes of words that change a predicate, from `german/predicates.tsv`."""

from functools import cache

from laut.reading.words import spelt


@cache
def class_of(name: str) -> frozenset[str]:
    """The words of one class, in lower case.

    Raises:
        KeyError: there is no such class.
    """
    return spelt("predicates", name)
