"""Sentences that run on in the Konjunktiv without a frame of their own.

    Die Ministerin sagte, das sei falsch. Niemand habe sie gefragt.

Neighbouring sentences form one content; who speaks is who spoke right before.
"""

from collections.abc import Iterator
from enum import Enum

import msgspec

from laut.model import Quotation
from laut.reading.carried import speaker_before
from laut.reading.clauses import is_relative, is_subordinate, konjunktiv_at
from laut.reading.draft import Draft, with_quotations
from laut.reading.frames import Range
from laut.reading.outline import Outline, Passage
from laut.reading.rendering import Rendering, quotation_of
from laut.reading.spoken import Spoken, spoken_of
from laut.reading.words import words_of


class Mood(Enum):
    """What the finite verb of a passage tells."""

    NONE = "none"
    FIRST = "first"
    SECOND = "second"


def running(draft: Draft) -> Draft:
    """Add the quotations that go on without a frame."""
    spoken = spoken_of(draft)
    runs = list(_runs(draft, spoken))
    return with_quotations(draft, [_quotation(draft, spoken, run) for run in runs])


def _runs(draft: Draft, spoken: Spoken) -> Iterator[Range]:
    """Ranges of passages that run on in the Konjunktiv, paragraph by paragraph."""
    outline = draft.outline
    begin: int | None = None
    for number, passage in enumerate(outline.passages):
        mood = _mood(outline, spoken, passage)
        if begin is not None and (mood is Mood.NONE or outline.broken[passage.first]):
            yield begin, number
            begin = None
        if begin is None and _may_begin(outline, spoken, number, mood):
            begin = number
    if begin is not None:
        yield begin, len(outline.passages)


def _may_begin(outline: Outline, spoken: Spoken, number: int, mood: Mood) -> bool:
    """The first Konjunktiv always; the second only right after something said."""
    if mood is not Mood.SECOND or number == 0:
        return mood is Mood.FIRST
    before = outline.passages[number - 1]
    return not spoken.is_free(before.first, before.last)


def _mood(outline: Outline, spoken: Spoken, passage: Passage) -> Mood:
    """Which Konjunktiv the main clause of a passage is in, if nobody speaks it yet."""
    if not spoken.is_free(passage.first, passage.first + 1) or any(
        outline.lows[i] in words_of("first-person") and outline.pair_at[i] < 0
        for i in range(passage.first, passage.last)
    ):
        return Mood.NONE
    for clause in passage.clauses:
        if is_relative(outline, clause) or is_subordinate(outline, clause):
            continue
        at = konjunktiv_at(outline, clause)
        if at is not None and not spoken.is_free(at, at + 1):
            return Mood.NONE
        if at is not None:
            second = outline.lows[at] in words_of("konjunktiv-second")
            return Mood.SECOND if second else Mood.FIRST
    return Mood.NONE


def _quotation(draft: Draft, spoken: Spoken, run: Range) -> Quotation:
    passages = draft.outline.passages
    first, last = passages[run[0]].first, passages[run[1] - 1].last
    speaker = speaker_before(draft, spoken, run[0])
    rendering = Rendering(
        rule="running" if speaker else "running-alone",
        kind="indirect_free_indirect",
        content=((first, last),),
    )
    return msgspec.structs.replace(quotation_of(draft, rendering), speaker=speaker)
