"""According to: `laut X`, `nach Angaben von X`, `X zufolge`, `demnach`.

What the words lean on is the rest of their clause, often in two pieces.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from laut.reading.clauses import (
    has_konjunktiv,
    is_main,
    is_relative,
    is_subordinate,
)
from laut.reading.draft import Draft, with_quotations
from laut.reading.frames import Range
from laut.reading.names import nouns_of_saying
from laut.reading.outline import Clause, Outline, Passage, trimmed
from laut.reading.phrases import Width, phrase_begin, phrase_end
from laut.reading.rendering import Rendering, quotation_of
from laut.reading.spoken import spoken_of
from laut.reading.tables import rows
from laut.reading.words import is_name_like, words_of

LOOK_BACK = 4
"""How many clauses back another main clause may stand."""


class Phrase(NamedTuple):
    """An according-to phrase: its rule, its cue, and the words that name the source."""

    rule: str
    cue: Range
    speaker: Range

    @property
    def frame(self) -> Range:
        """From the first to the last of its words."""
        return min(self.cue[0], self.speaker[0]), max(self.cue[1], self.speaker[1])


def according(draft: Draft) -> Draft:
    """Add the quotations that a preposition lays at somebody's door."""
    spoken = spoken_of(draft)
    renderings = (
        rendering
        for passage in draft.outline.passages
        for rendering in _in_passage(draft.outline, passage)
        if spoken.is_free(*rendering.cue[0])
    )
    return with_quotations(draft, [quotation_of(draft, r) for r in renderings])


def _in_passage(outline: Outline, passage: Passage) -> Iterator[Rendering]:
    for number, clause in enumerate(passage.clauses):
        phrase = _phrase(outline, clause)
        rendering = phrase and _rendering(outline, passage, number, phrase)
        if rendering:
            yield rendering


def _phrase(outline: Outline, clause: Clause) -> Phrase | None:
    """The first phrase of a clause, outside marks, that says whose word it is."""
    for index in range(clause.first, clause.last):
        phrase = _at(outline, clause, index) if outline.pair_at[index] < 0 else None
        if phrase is not None:
            return phrase
    return None


def _at(outline: Outline, clause: Clause, index: int) -> Phrase | None:
    low = outline.lows[index]
    if low in words_of("according"):
        end = _source_end(outline, index + 1, clause.last)
        if end > index + 1:
            return Phrase("laut", (index, index + 1), (index + 1, end))
    if low == "nach":
        return _nach(outline, clause, index)
    if low == "zufolge":
        begin = phrase_begin(outline, clause.first, index)
        if begin < index:
            return Phrase("zufolge", (index, index + 1), (begin, index))
    if low in words_of("according-to-that") or (
        low == "danach" and has_konjunktiv(outline, clause)
    ):
        return Phrase("demnach", (index, index + 1), (index, index + 1))
    return None


def _source_end(outline: Outline, start: int, stop: int) -> int:
    """Where the source after `laut` ends: „laut Mitteilung | Garantien“."""
    end = phrase_end(outline, start, stop, Width.WIDE)
    if end == start:
        return start
    following = outline.words[start + 1] if start + 1 < end else ""
    bare = _is_saying(outline.words[start]) or outline.lows[start] in words_of(
        "text-word"
    )
    if bare and following.isalpha() and is_name_like(following):
        return end if following.endswith(("s", "x", "z")) else start + 1
    return end


def _nach(outline: Outline, clause: Clause, index: int) -> Phrase | None:
    """`nach Angaben von X`; `X Ansicht nach`."""
    end = phrase_end(outline, index + 1, clause.last, Width.WIDE)
    if any(_is_saying(outline.words[i]) for i in range(index + 1, min(end, index + 5))):
        return Phrase("nach", (index, index + 1), (index + 1, end))
    if index > clause.first and _is_saying(outline.words[index - 1]):
        begin = phrase_begin(outline, clause.first, index)
        if begin < index - 1:
            return Phrase("meinung-nach", (index, index + 1), (begin, index))
    return None


def _is_saying(word: str) -> bool:
    """Whether a noun names something said: Angaben, Medienberichten."""
    return word in nouns_of_saying() or word.lower().endswith(saying_endings())


@cache
def saying_endings() -> tuple[str, ...]:
    """The endings of compounds that name something said."""
    found = (row[1].split() for row in rows("saying") if row[0] == "ending")
    return tuple(ending for endings in found for ending in endings)


def _rendering(
    outline: Outline, passage: Passage, number: int, phrase: Phrase
) -> Rendering | None:
    """What leans on the phrase: its scope without it, in one piece or two."""
    begin, end = _scope(outline, passage, number)
    frame = phrase.frame
    pieces = (
        trimmed(outline, begin, min(frame[0], end)),
        trimmed(outline, max(frame[1], begin), end),
    )
    content = tuple(piece for piece in pieces if piece[0] < piece[1])
    if not content:
        return None
    return Rendering(
        rule=phrase.rule,
        kind="indirect",
        content=content,
        cue=(phrase.cue,),
        speaker=(phrase.speaker,),
        frame=(frame,),
        medium=("speech", "writing"),
    )


def _scope(outline: Outline, passage: Passage, number: int) -> Range:
    """What a phrase covers: its subordinate clause, or from its main clause on."""
    clause = passage.clauses[number]
    if number and (is_relative(outline, clause) or is_subordinate(outline, clause)):
        return clause.first, clause.last
    near = passage.clauses[max(0, number - LOOK_BACK) : number]
    told = any(is_main(outline, before) for before in near)
    return (clause.first if told else passage.first), passage.last
