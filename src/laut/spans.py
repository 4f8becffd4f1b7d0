"""Half-open character spans: where something stands in a text.

A span counts characters of `Article.text` from 0; `text[begin:end]` is what it
covers. Everything here is pure arithmetic on such pairs and never looks at a text,
save `cover`, which cuts it.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """Characters from `begin` up to, not including, `end`. In JSON: `[begin, end]`."""

    begin: int
    end: int


Spans = tuple[Span, ...]
"""The pieces of something that may be interrupted, in the order of the text."""


def overlap(one: Span, other: Span) -> bool:
    """Whether the two share at least one character."""
    return one.begin < other.end and other.begin < one.end


def holds(outer: Span, inner: Span) -> bool:
    """Whether `inner` lies wholly in `outer`."""
    return outer.begin <= inner.begin and inner.end <= outer.end


def hull(pieces: Sequence[Span]) -> Span:
    """The shortest span that covers all pieces.

    Raises:
        ValueError: there are no pieces.
    """
    return Span(min(p.begin for p in pieces), max(p.end for p in pieces))


def merged(pieces: Iterable[Span]) -> Spans:
    """The same characters as sorted pieces that neither overlap nor touch."""
    result: list[Span] = []
    for piece in sorted(pieces):
        if result and piece.begin <= result[-1].end:
            result[-1] = Span(result[-1].begin, max(result[-1].end, piece.end))
        else:
            result.append(piece)
    return tuple(result)


def cover(text: str, pieces: Iterable[Span]) -> str:
    """The words under the pieces, gaps shown as ` … `."""
    return " … ".join(text[p.begin : p.end] for p in pieces)
