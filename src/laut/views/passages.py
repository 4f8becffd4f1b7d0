"""Passages: the quotations of a reading as places in the text, and their voices.

Takes a `Reading` and gives the `Passage` of every quotation, whatever its spans look
like: they are clipped to the text, trimmed, joined where only blanks part them; what
is left may be nothing. Numbers count from 1 in the order of the text.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from laut.model import Quotation, Reading, Source
from laut.spans import Span, Spans, cover, merged
from laut.terms import How
from laut.tongues import say
from laut.views.typography import one_line
from laut.views.words import NAMELESS, PRONOUNS, unresolved

SLOTS = 8
"""So many voices have a colour of their own; then the colours begin again."""

NAMELESS_SLOT = 0
"""The slot of the voice that nobody is named for."""


_BESIDE = 30
_FIRST_BEFORE = re.compile(r"\b(?:zuerst|als erste[rs]?)\b[^.!?:;]*$", re.IGNORECASE)
_FIRST_AFTER = re.compile(r"[^.!?:;,]*\b(?:zuerst|als erste[rs]?)\b", re.IGNORECASE)


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands behind words of an article.

    Attributes:
        number: from 1, in order of first appearance.
        slot: which colour it has, 1 to `SLOTS`; `NAMELESS_SLOT` where nobody is named.
        name: the name of the source, else the words of the speaker, else `NAMELESS`;
            for a pronoun that nobody has resolved, words that say so.
        source: the source, where an attribution names one.
    """

    number: int
    slot: int
    name: str
    source: Source | None


class Hand(msgspec.Struct, frozen=True, kw_only=True):
    """One pair of hands that the words came through.

    Attributes:
        name: whose, in one line.
        how: how they passed the words on.
        is_first: whether the text says beside the name that they were the first.
    """

    name: str
    how: How
    is_first: bool


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """One quotation as it is shown.

    Attributes:
        number: from 1, in the order of the text; pieces of one quotation share it.
        voice: who stands behind it.
        inside: the number of the passage that it is said to sit in.
        depth: how many passages it is said to sit in.
        pieces: where it stands, inside the text, sorted and apart; may be empty.
        cue: the words that signal rendering, in one line.
        speaker: the words that name who speaks, in one line.
        addressee: the words that name who is spoken to, in one line.
        chain: through whose hands the words came, the outermost first.
        quotation: the record itself.
    """

    number: int
    voice: Voice
    inside: int | None
    depth: int
    pieces: Spans
    cue: str
    speaker: str
    addressee: str
    chain: tuple[Hand, ...]
    quotation: Quotation

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """Sorts passages that share a character, the outermost first."""
        first = self.pieces[0].begin if self.pieces else 0
        last = self.pieces[-1].end if self.pieces else 0
        return (self.depth, first, -last, self.number)


def passages_of(reading: Reading) -> tuple[Passage, ...]:
    """A passage for every quotation, in the order of the text.

    Those without any place in the text stand last.
    """
    text = reading.article.text
    by_id = {quotation.id: quotation for quotation in reading.quotations}
    ordered = sorted(reading.quotations, key=lambda q: _order(q, text, by_id))
    numbers = {quotation.id: n for n, quotation in enumerate(ordered, start=1)}
    voices = _voices(ordered, text)
    return tuple(
        Passage(
            number=number,
            voice=voices[_key(quotation, text)],
            inside=_inside(quotation, numbers),
            depth=_depth(quotation, by_id),
            pieces=_pieces(quotation.content, text),
            cue=words_of(text, quotation.cue),
            speaker=words_of(text, quotation.speaker),
            addressee=words_of(text, quotation.addressee),
            chain=_chain(quotation, text),
            quotation=quotation,
        )
        for number, quotation in enumerate(ordered, start=1)
    )


def _chain(quotation: Quotation, text: str) -> tuple[Hand, ...]:
    via = quotation.attribution.via if quotation.attribution else ()
    return tuple(
        Hand(
            name=one_line(link.name), how=link.how, is_first=_is_first(link.span, text)
        )
        for link in via
        if one_line(link.name)
    )


def _is_first(span: Span | None, text: str) -> bool:
    """Whether words beside a name say „zuerst“: „hatte zuerst die NPA berichtet“."""
    if span is None:
        return False
    before = text[max(span.begin - _BESIDE, 0) : max(span.begin, 0)]
    after = text[max(span.end, 0) : max(span.end + _BESIDE, 0)]
    return bool(_FIRST_BEFORE.search(before) or _FIRST_AFTER.match(after))


def words_of(text: str, pieces: Iterable[Span]) -> str:
    """The words under the pieces in one harmless line, gaps shown as ` … `."""
    return one_line(cover(text, _clipped(pieces, text)))


def _order(
    quotation: Quotation, text: str, by_id: Mapping[int, Quotation]
) -> tuple[int, int, int]:
    pieces = _pieces(quotation.content, text)
    if not pieces:
        return (len(text) + 1, 0, 0)
    return (pieces[0].begin, _depth(quotation, by_id), -pieces[-1].end)


def _inside(quotation: Quotation, numbers: Mapping[int, int]) -> int | None:
    parent = quotation.parent
    if parent is None or parent == quotation.id:
        return None
    return numbers.get(parent)


def _depth(quotation: Quotation, by_id: Mapping[int, Quotation]) -> int:
    above = {quotation.id}
    parent = quotation.parent
    while parent is not None and parent in by_id and parent not in above:
        above.add(parent)
        parent = by_id[parent].parent
    return len(above) - 1


def _pieces(content: Iterable[Span], text: str) -> Spans:
    trimmed = (_trimmed(piece, text) for piece in _clipped(content, text))
    return _bridged(merged(p for p in trimmed if p.begin < p.end), text)


def _clipped(pieces: Iterable[Span], text: str) -> Iterable[Span]:
    for begin, end in pieces:
        inside = Span(max(begin, 0), min(end, len(text)))
        if inside.begin < inside.end:
            yield inside


def _trimmed(piece: Span, text: str) -> Span:
    words = text[piece.begin : piece.end]
    begin = piece.begin + len(words) - len(words.lstrip())
    return Span(begin, max(begin, piece.begin + len(words.rstrip())))


def _bridged(pieces: Sequence[Span], text: str) -> Spans:
    result: list[Span] = []
    for piece in pieces:
        if result and text[result[-1].end : piece.begin].isspace():
            result[-1] = Span(result[-1].begin, piece.end)
        else:
            result.append(piece)
    return tuple(result)


def _name(quotation: Quotation, text: str) -> str:
    if quotation.attribution is not None:
        return one_line(quotation.attribution.source.name) or say(NAMELESS)
    return words_of(text, quotation.speaker) or say(NAMELESS)


def _key(quotation: Quotation, text: str) -> tuple[str, Spans]:
    """What tells voices apart: the name; of „er“ and „sie“ also where they stand.

    Two pronouns nobody has resolved may well be two people.
    """
    name = _name(quotation, text)
    return name.casefold(), quotation.speaker if _is_open(name) else ()


def _is_open(name: str) -> bool:
    return name.casefold() in PRONOUNS


def _voices(
    quotations: Iterable[Quotation], text: str
) -> dict[tuple[str, Spans], Voice]:
    voices: dict[tuple[str, Spans], Voice] = {}
    named = 0
    for quotation in quotations:
        name, key = _name(quotation, text), _key(quotation, text)
        if key in voices:
            continue
        is_nameless = name == say(NAMELESS)
        named += not is_nameless
        voices[key] = Voice(
            number=len(voices) + 1,
            slot=NAMELESS_SLOT if is_nameless else (named - 1) % SLOTS + 1,
            name=unresolved(name) if _is_open(name) else name,
            source=quotation.attribution.source if quotation.attribution else None,
        )
    return voices
