"""Contents of both levels made one order: which lies in which.

Takes the contents of the outer and of the inner level, returns those that hold a word,
in the order of the text. Of an inner content only what its parent holds too is left; an
inner content outside all others stands for itself; one that is all of its parent is its
parent. Linear in the text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from laut.reading.decode import Piece


class Placed(NamedTuple):
    """A content, and the number of the one that it lies in, in the order returned."""

    piece: Piece
    parent: int | None


def placed(
    outer: Iterable[Piece], inner: Iterable[Piece], lows: Sequence[str]
) -> list[Placed]:
    """The contents in the order of the text, each parent before its children.

    Args:
        outer: contents that share no place.
        inner: contents that may lie in others.
        lows: [places] the words in lower case, "" at a break.
    """
    whole = [piece for piece in outer if has_word(piece, lows)]
    pieces: list[tuple[Piece, int | None]] = [(piece, None) for piece in whole]
    pieces += (one for one in _inside(whole, inner) if has_word(one[0], lows))
    order = sorted(range(len(pieces)), key=lambda number: _rank(*pieces[number]))
    new = {number: place for place, number in enumerate(order)}
    return [
        Placed(piece, None if parent is None else new[parent])
        for piece, parent in map(pieces.__getitem__, order)
    ]


def has_word(piece: Piece, lows: Sequence[str]) -> bool:
    """Whether a content holds a letter or a number, by the words at its places."""
    return any(any(map(str.isalnum, lows[place])) for place in piece.places)


def _inside(
    outer: Sequence[Piece], inner: Iterable[Piece]
) -> Iterator[tuple[Piece, int | None]]:
    """The inner contents as far as their parents hold them, with their parents."""
    around = {place: n for n, piece in enumerate(outer) for place in piece.places}
    seen = {piece.places for piece in outer}
    for piece in inner:
        shared = Counter(around[place] for place in piece.places if place in around)
        if not shared:
            yield piece, None
            continue
        (parent, _), *_ = shared.most_common(1)
        held = tuple(place for place in piece.places if around.get(place) == parent)
        if held not in seen:
            seen.add(held)
            yield piece._replace(places=held), parent


def _rank(piece: Piece, parent: int | None) -> tuple[int, int, bool]:
    return piece.places[0], -piece.places[-1], parent is not None
