"""Nouns that take up a body named before: „die Terrormiliz“ after „die Hisbollah“.

Takes the words of an article and where bodies are named, returns those that the tables
know, with their kinds; and the kinds that a noun may take up, by `event-generics.tsv`.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from laut.reading.bodies import body_of
from laut.reading.chunks import Words
from laut.reading.tables import rows
from laut.terms import SourceKind


class Named(NamedTuple):
    """A body, and the token at which its name begins."""

    at: int
    name: str
    kind: SourceKind


def bodies_named(text: Words, named: Iterable[int]) -> list[Named]:
    """The known bodies among the tokens of names, in the order of the text."""
    found = []
    for first in sorted(named):
        if text.inside[first]:
            continue
        last = first + 1
        while last < len(text.words) and text.inside[last]:
            last += 1
        whole = " ".join(text.words[first:last])
        body = body_of(whole) or body_of(text.words[last - 1])
        if body is not None:
            found.append(Named(first, body.name, body.kind))
    return found


@lru_cache(maxsize=4096)
def kinds_taken_up(low: str) -> frozenset[str]:
    """The kinds of bodies that a noun may take up."""
    return frozenset(
        kind
        for kind, cell in rows("event-generics")
        if low.endswith(tuple(cell.split()))
    )
