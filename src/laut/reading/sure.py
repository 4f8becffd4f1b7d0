"""What grammar is sure of and the model has passed over.

Takes the contents that the model found and those of the rules, returns the former and
a few of the latter. The model sees what the rules found and mostly does well to leave
out what it leaves out; the classes below are those where, on articles that neither has
learned from, the rules were right all the same. Linear in the text.

    Das sei so, teilte sie mit.         a frame behind its content
    „Das“, sagte sie, „ist gut.“        one sentence around its frame
    Das war demnach schon lange so.     a word that is cue and speaker at once
    Sie sagte, das sei so. Es gehe.     a sentence in Konjunktiv that nobody has claimed
    Es deute darauf hin, dass es gehe.  the same around another content
    Er machte sie dafür verantwortlich. a report that takes several words
    Das sei „so“ und laut Amt neu.      marked or framed words inside another content
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from laut.reading.decode import Piece
from laut.reading.hints import KINDS, Hint
from laut.reading.verbs import is_konjunktiv

DIRECT, INDIRECT = KINDS.index("direct"), KINDS.index("indirect")
RUNNING, REPORTED = KINDS.index("indirect_free_indirect"), KINDS.index("reported")

ENDS = frozenset(".!?:;")
"""What ends a sentence, or begins another part of it."""

SURELY_TOLD = 0.61
"""The confidence of reports that count as sure."""

_POINTS = frozenset({"deutet", "deute", "deuten", "deutete", "deuteten"})

LEAD = 8
"""How many places before a content the verb stands that leads to it."""

HARDLY_LESS = 0.8
"""Which share of a content its parts must cover."""

MANY = 2
"""So many contents can be joined."""


class Levels(NamedTuple):
    """Contents that lie in no other, none sharing a place; and those that may."""

    outer: list[Piece]
    inner: list[Piece]


class _Outer:
    """The outer contents by their places, as they grow.

    Attributes:
        pieces: by number; those that became inner ones are gone.
        at: the number of the content at a place.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = dict(enumerate(pieces))
        self.at = {p: n for n, one in self.pieces.items() for p in one.places}
        self.last = len(self.pieces)

    def touched(self, hint: Hint) -> set[int]:
        """The numbers of the contents that a hint shares a place with."""
        return {self.at[place] for place in hint.content if place in self.at}

    def holds(self, hint: Hint) -> bool:
        """Whether one content holds all of a hint."""
        numbers = {self.at.get(place, -1) for place in hint.content}
        return len(numbers) == 1 and -1 not in numbers

    def held(self, hint: Hint) -> bool:
        """Whether a hint holds every content that it shares a place with."""
        inside = [place for place in hint.content if place in self.at]
        sizes = [len(self.pieces[number].places) for number in self.touched(hint)]
        return sum(sizes) == len(inside)

    def put(self, hint: Hint, piece: Piece) -> list[Piece]:
        """Add a content for a hint; returns those that it takes the place of."""
        gone = [self.pieces.pop(number) for number in sorted(self.touched(hint))]
        self.last += 1
        self.pieces[self.last] = piece
        self.at |= dict.fromkeys(hint.content, self.last)
        return gone


def piece_of(hint: Hint) -> Piece:
    """A content as a rule found it."""
    return Piece(hint.kind, hint.content, hint.confidence, by_rule=True)


def with_sure(found: Levels, hints: Sequence[Hint]) -> Levels:
    """The contents found, with those of the rules that grammar is sure of.

    Args:
        found: by the model.
        hints: in places, those that match no content.
    """
    outer, inner = _Outer(found.outer), [*found.inner]
    below = {place for one in inner for place in one.places}
    for hint in hints:
        if outer.held(hint) and _stands_alone(hint, free=not outer.touched(hint)):
            inner += outer.put(hint, piece_of(hint))
        elif (
            outer.holds(hint) and _sits_inside(hint) and below.isdisjoint(hint.content)
        ):
            inner.append(piece_of(hint))
            below.update(hint.content)
    return Levels([*outer.pieces.values()], inner)


def _stands_alone(hint: Hint, *, free: bool) -> bool:
    """Whether a hint is sure to lie in no other; `free`: nothing was found there."""
    frame, speaker, cue, _ = hint.roles
    if hint.kind == INDIRECT and not hint.nested:
        behind = bool(frame) and frame[0] > hint.content[-1]
        return behind or (free and bool(cue) and cue == speaker)
    told = hint.kind == REPORTED and hint.confidence >= SURELY_TOLD
    return (hint.kind == RUNNING or told) and free and bool(speaker)


def _sits_inside(hint: Hint) -> bool:
    """Whether a hint is sure to be a content inside another."""
    return hint.kind == DIRECT or (hint.kind == INDIRECT and hint.nested)


def with_outer_sentences(
    found: Levels, hints: Sequence[Hint], lows: Sequence[str]
) -> Levels:
    """The contents found, with sentences in Konjunktiv around indirect ones.

    Args:
        found: by the model.
        hints: in places.
        lows: [places] the words in lower case, "" at a break.
    """
    outer, inner = _Outer(found.outer), [*found.inner]
    for hint in hints:
        numbers = outer.touched(hint)
        if hint.kind != RUNNING or hint.nested or not (numbers and hint.roles[1]):
            continue
        rest = [place for place in hint.content if place not in outer.at]
        if (
            outer.held(hint)
            and all(outer.pieces[n].kind in {INDIRECT, RUNNING} for n in numbers)
            and any(is_konjunktiv(lows[place]) for place in rest)
        ):
            gone = outer.put(hint, piece_of(hint))
            inner += [piece for piece in gone if piece.kind == INDIRECT]
    return Levels([*outer.pieces.values()], inner)


def with_sentences_joined(
    found: Levels, hints: Sequence[Hint], lows: Sequence[str]
) -> Levels:
    """The contents found, direct ones around a frame as one if it parts one sentence.

    Args:
        found: by the model.
        hints: in places.
        lows: [places] the words in lower case, "" at a break.
    """
    outer = _Outer(found.outer)
    for hint in hints:
        parts = [outer.pieces[number] for number in outer.touched(hint)]
        if hint.kind != DIRECT or len(parts) < MANY or not outer.held(hint):
            continue
        gaps = (lows[p] for p in _between(hint.content))
        if {DIRECT} == {part.kind for part in parts} and ENDS.isdisjoint(gaps):
            score = min(part.score for part in parts)
            outer.put(hint, Piece(DIRECT, hint.content, score))
    return Levels([*outer.pieces.values()], found.inner)


def with_sentences_parted(
    found: Levels, hints: Sequence[Hint], lows: Sequence[str]
) -> Levels:
    """The contents found, one that runs over a full stop into another frame as two.

    „Er sagte, das sei so. Es gehe, meinte sie.“: a content that holds all of two
    contents by rule, of different speakers, and hardly more, is those two.
    """
    outer = _Outer(found.outer)
    parts: dict[int, list[Hint]] = {}
    for hint in hints:
        if hint.kind == INDIRECT and not hint.nested and outer.holds(hint):
            parts.setdefault(outer.at[hint.content[0]], []).append(hint)
    for number, some in parts.items():
        if _are_parts(some, outer.pieces[number], lows):
            del outer.pieces[number]
            for hint in some:
                outer.last += 1
                outer.pieces[outer.last] = piece_of(hint)
    return Levels([*outer.pieces.values()], found.inner)


def _are_parts(hints: Sequence[Hint], piece: Piece, lows: Sequence[str]) -> bool:
    places = [place for hint in hints for place in hint.content]
    speakers = {hint.roles[1] for hint in hints}
    apart = len(hints) > 1 and len(speakers) == len(hints) == MANY
    whole = len(places) == len(set(places)) >= HARDLY_LESS * len(piece.places)
    return apart and whole and not ENDS.isdisjoint(lows[p] for p in piece.places)


def is_purpose(piece: Piece, lows: Sequence[str]) -> bool:
    """Whether a content is what somebody wants by a deed: „um Pläne aufzuzeigen“."""
    return piece.kind == INDIRECT and lows[piece.places[0]] == "um"


def is_inferred(piece: Piece, lows: Sequence[str]) -> bool:
    """Whether a content is what facts point to: „das deutet darauf hin, dass …“.

    Facts say nothing; whoever names them does.
    """
    first = piece.places[0]
    before = [low for low in lows[max(0, first - LEAD) : first] if low]
    return before[-2:] == ["hin", ","] and not _POINTS.isdisjoint(before)


def _between(places: Sequence[int]) -> Iterator[int]:
    """The places that are left out."""
    for before, after in pairwise(places):
        yield from range(before + 1, after)
