"""The edges of contents: marks balance inside direct speech, and no comma hangs over.

No dateline („Berlin (dpa) –“) is part of what somebody says.

Takes contents of one level, and what stands at places: words, pairs of marks. A direct
content that holds a pair but for the mark at its very end or begin gets that mark too.
Linear in the text.
"""

from collections.abc import Iterable, Iterator, Sequence

from laut.reading.cues import is_cue
from laut.reading.dateline import LONGEST, past_dateline
from laut.reading.decode import Piece
from laut.reading.hints import KINDS
from laut.reading.verbs import is_konjunktiv

DIRECT = KINDS.index("direct")

LEAST_LEFT = 3
"""A content of no more words keeps them all."""

DASHES = frozenset("-–—")

HANGING = frozenset(",;") | DASHES
"""What divides a content from its frame, and belongs to neither."""


def balanced(
    pieces: Sequence[Piece], pairs: Iterable[tuple[int, int]]
) -> Iterator[Piece]:
    """The contents, direct ones with both marks of a pair.

    Args:
        pieces: of one level, none sharing a place.
        pairs: the places of the opening and of the closing mark.
    """
    partner = {mark: other for pair in pairs for mark, other in (pair, pair[::-1])}
    taken = {place for piece in pieces for place in piece.places}
    for piece in pieces:
        if piece.kind != DIRECT:
            yield piece
            continue
        first, last = piece.places[0], piece.places[-1]
        inside = set(piece.places)
        more = {
            place
            for place in (first - 1, last + 1)
            if place not in taken and partner.get(place) in inside
        }
        yield piece._replace(places=tuple(sorted(inside | more))) if more else piece


def _before_frame(piece: Piece, lows: Sequence[str]) -> int:
    """Where a content ends, less what opens its frame: „…, | hieß“, „- | das“."""
    last = len(piece.places)
    if last <= LEAST_LEFT or piece.kind == DIRECT:
        return last
    word, before = (lows[place] for place in piece.places[last - 1 : last - 3 : -1])
    opens = before == "," and is_cue(word) and not is_konjunktiv(word)
    takes_up = before in DASHES and word in {"das", "dies"}
    return last - 1 if opens or takes_up else last


def trimmed(pieces: Iterable[Piece], lows: Sequence[str]) -> Iterator[Piece]:
    """The contents without datelines and what divides them from their frames.

    Empty ones are gone.

    Args:
        pieces: in any order.
        lows: [places] the words in lower case.
    """
    for piece in pieces:
        first, last = _past_dateline(piece, lows), _before_frame(piece, lows)
        while last > first and lows[piece.places[last - 1]] in HANGING:
            last -= 1
        while first < last and lows[piece.places[first]] in HANGING:
            first += 1
        if first < last:
            yield piece._replace(places=piece.places[first:last])


def _past_dateline(piece: Piece, lows: Sequence[str]) -> int:
    """How many places at the beginning of a paragraph are its dateline."""
    begin = piece.places[0]
    if begin and lows[begin - 1]:
        return 0
    return past_dateline([lows[place] for place in piece.places[:LONGEST]])
