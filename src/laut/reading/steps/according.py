"""According to: `laut X`, `nach Angaben von X`, `X zufolge`, `…, so X`, `demnach`.

What the words lean on is the rest of their clause, often in two pieces.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from laut.reading.clauses import (
    has_konjunktiv,
    has_verb,
    is_main,
    is_relative,
    is_subordinate,
)
from laut.reading.draft import Draft, with_quotations
from laut.reading.frames import Range
from laut.reading.names import nouns_of_saying
from laut.reading.outline import DIVIDERS, ENDS, Clause, Outline, Passage, trimmed
from laut.reading.phrases import Width, phrase_begin, phrase_end
from laut.reading.rendering import Rendering, quotation_of, ranges_of
from laut.reading.spoken import spoken_of
from laut.reading.tables import rows
from laut.reading.words import words_of


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
    outline = draft.outline
    renderings: list[Rendering] = []
    for passage in outline.passages:
        for number, clause in enumerate(passage.clauses):
            for phrase in _phrases(outline, clause):
                rendering = _rendering(outline, passage, number, phrase)
                if rendering is not None:
                    renderings.append(rendering)
    spoken = spoken_of(draft)
    fresh = [r for r in renderings if spoken.is_free(*r.cue[0])]
    return with_quotations(draft, [quotation_of(draft, r) for r in fresh])


def _phrases(outline: Outline, clause: Clause) -> Iterator[Phrase]:
    so = _so(outline, clause)
    if so is not None:
        yield so
        return
    index = clause.first
    while index < clause.last:
        phrase = _at(outline, clause, index) if outline.pair_at[index] < 0 else None
        if phrase is None:
            index += 1
        else:
            yield phrase
            index = max(index + 1, phrase.frame[1])


def _at(outline: Outline, clause: Clause, index: int) -> Phrase | None:
    low = outline.lows[index]
    if low in words_of("according"):
        end = phrase_end(outline, index + 1, clause.last, Width.WIDE)
        if end > index + 1:
            return Phrase("laut", (index, index + 1), (index + 1, end))
    if low == "nach":
        return _nach(outline, clause, index)
    if low == "zufolge":
        begin = phrase_begin(outline, clause.first, index)
        if begin < index:
            return Phrase("zufolge", (index, index + 1), (begin, index))
    if low in {"demnach", "wonach"} or (
        low == "danach" and has_konjunktiv(outline, clause)
    ):
        return Phrase(low, (index, index + 1), (index, index + 1))
    return None


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


def _so(outline: Outline, clause: Clause) -> Phrase | None:
    """`…, so X`: no verb, only who speaks."""
    first = clause.first
    while first < clause.last and outline.pair_at[first] >= 0:
        first += 1
    if first + 1 >= clause.last or outline.words[first] != "so":
        return None
    if has_verb(outline, clause):
        return None
    end = phrase_end(outline, first + 1, clause.last, Width.NARROW)
    return (
        Phrase("so", (first, first + 1), (first + 1, end)) if end > first + 1 else None
    )


def _rendering(
    outline: Outline, passage: Passage, number: int, phrase: Phrase
) -> Rendering | None:
    clause = passage.clauses[number]
    if phrase.rule == "so":
        return _so_rendering(outline, passage, number, phrase)
    begin, end = _scope(outline, passage, number)
    frame = phrase.frame
    if frame[1] < clause.last or frame[0] > begin:
        pieces = _pieces(outline, (begin, end), frame)
        if pieces:
            return _indirect(phrase, pieces, frame)
    return None


def _indirect(phrase: Phrase, pieces: tuple[Range, ...], frame: Range) -> Rendering:
    return Rendering(
        rule=phrase.rule,
        kind="indirect",
        content=pieces,
        cue=(phrase.cue,),
        speaker=(phrase.speaker,),
        frame=(frame,),
        medium=("speech", "writing"),
    )


def _pieces(outline: Outline, scope: Range, frame: Range) -> tuple[Range, ...]:
    """The scope less the frame, without punctuation at the ends."""
    before = trimmed(outline, scope[0], min(frame[0], scope[1]))
    after = trimmed(outline, max(frame[1], scope[0]), scope[1])
    return tuple(piece for piece in (before, after) if piece[0] < piece[1])


def _scope(outline: Outline, passage: Passage, number: int) -> Range:
    """What an according-to phrase in a clause covers."""
    clause = passage.clauses[number]
    if number and (is_relative(outline, clause) or is_subordinate(outline, clause)):
        return clause.first, clause.last
    begin = passage.first
    for place in range(number - 1, -1, -1):
        if is_main(outline, passage.clauses[place]) and outline.lows[
            passage.clauses[place].first
        ] not in words_of("subordinator"):
            begin = clause.first
            break
    return begin, passage.last


def _so_rendering(
    outline: Outline, passage: Passage, number: int, phrase: Phrase
) -> Rendering | None:
    begin = phrase.cue[0]
    if begin > passage.first and outline.words[begin - 1] in DIVIDERS:
        begin -= 1
    last = number
    while last + 1 < len(passage.clauses) and not has_verb(
        outline, passage.clauses[last + 1]
    ):
        last += 1
    end = passage.clauses[last].last
    while outline.words[end - 1] in ENDS:
        end -= 1
    content = [trimmed(outline, passage.first, begin)]
    if last + 1 < len(passage.clauses):
        content.append(trimmed(outline, passage.clauses[last + 1].first, passage.last))
    content = [c for c in content if c[0] < c[1]]
    if not content:
        return None
    direct = all(outline.pair_at[i] >= 0 for piece in content for i in range(*piece))
    speaker = (phrase.speaker[0], max(phrase.speaker[1], end if last > number else 0))
    return Rendering(
        rule="rede-so" if direct else "so",
        kind="direct" if direct else "indirect",
        content=tuple(content),
        cue=ranges_of(range(*phrase.cue)),
        speaker=(speaker,),
        frame=((begin, end),),
        medium=("speech", "writing"),
    )
