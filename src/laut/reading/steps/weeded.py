"""What is no speech after all: deeds, facts and times that were read as said.

    Die Stadt versucht, den See zu retten.      a deed with an infinitive
    Der See ist leer. (no frame, no speaker)    a plain fact
    Nach drei Untersuchungen geht sie heim.     „nach“ as a time
    Ihr droht eine Strafe.                      nobody threatens
    „Ja“, sagte sie, als sie eintrat.           what happened besides

Takes a draft with quotations and names, returns it without these; what lay in them
stands for itself. Only what lies in no other quotation is weeded.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import msgspec

from laut.model import Quotation
from laut.reading.actwords import IN_CUE, found_in
from laut.reading.conjugation import forms_of
from laut.reading.draft import Draft
from laut.reading.nominative import head_of, past_article
from laut.reading.nouns import noun_of, speaking
from laut.reading.polities import place_at
from laut.reading.spoken import tokens_of
from laut.reading.tables import classed
from laut.reading.verbs import is_konjunktiv
from laut.spans import overlap

UNSURE = 0.7
"""The confidence below which an indirect quotation without a cue must sound so."""

HARDLY = 0.4
"""The confidence below which „nach“ before an unknown noun tells a time."""


def weeded(draft: Draft) -> Draft:
    """The draft without what is no speech after all."""
    gone = {q.id for q in draft.quotations if _is_none(draft, q)}
    gone |= {
        second.id
        for first, second in pairwise(draft.quotations)
        if first.cue and first.cue == second.cue and _is_meanwhile(draft, second)
    }
    if not gone:
        return draft
    kept = [q for q in draft.quotations if q.id not in gone]
    number = {q.id: place for place, q in enumerate(kept)}
    return msgspec.structs.replace(
        draft, quotations=tuple(_numbered(one, number) for one in kept)
    )


def _numbered(quotation: Quotation, number: dict[int, int]) -> Quotation:
    parent = None if quotation.parent is None else number.get(quotation.parent)
    return msgspec.structs.replace(quotation, id=number[quotation.id], parent=parent)


def _is_none(draft: Draft, quotation: Quotation) -> bool:
    if quotation.kind != "indirect" or quotation.parent is not None:
        return False
    cue = [i for span in quotation.cue for i in range(*tokens_of(draft, span))]
    if not cue:
        return quotation.confidence < UNSURE and not _sounds_told(draft, quotation)
    lows = [draft.outline.lows[index] for index in cue]
    if lows == ["nach"]:
        return quotation.confidence < HARDLY and not _is_somebody(draft, quotation)
    if any(low in _forms("threat") for low in lows):
        return bool(quotation.speaker) and not _is_somebody(draft, quotation)
    return _is_deed(draft, cue, lows)


def _is_meanwhile(draft: Draft, quotation: Quotation) -> bool:
    """„„Nun denn“, sagte sie, | als sie eintrat“: what happened besides."""
    begin = tokens_of(draft, quotation.content[0])[0]
    beside = draft.outline.lows[begin] in speaking("meanwhile")
    return beside and not _sounds_told(draft, quotation)


def _sounds_told(draft: Draft, quotation: Quotation) -> bool:
    """Whether a content holds a Konjunktiv, or a „soll“ by hearsay."""
    return any(
        is_konjunktiv(low) or low in speaking("hearsay")
        for first, last in (tokens_of(draft, span) for span in quotation.content)
        for low in draft.outline.lows[first:last]
    )


def _is_deed(draft: Draft, cue: Sequence[int], lows: Sequence[str]) -> bool:
    """Whether a cue is a verb of doing and holds no word of saying."""
    doing = any(low in _forms("deed") for low in lows)
    return doing and found_in(draft.outline, cue, IN_CUE) is None


@cache
def _forms(name: str) -> frozenset[str]:
    """The forms of the verbs of one class of `german/deeds.tsv`."""
    return frozenset(form for verb in classed("deeds", name) for form in _of(verb))


def _of(verb: str) -> Iterator[str]:
    forms = forms_of(verb)
    yield from forms.finite
    yield from forms.joined


def _is_somebody(draft: Draft, quotation: Quotation) -> bool:
    """Whether the speaker is one who can speak, or words for what was said."""
    if not quotation.speaker:
        return False
    outline = draft.outline
    where = tokens_of(draft, quotation.speaker[0])
    named = any(overlap(m.span, quotation.speaker[0]) for m in draft.mentions)
    head = head_of(outline, past_article(outline, *where), where[1])
    if named or head is None:
        return True
    word = outline.words[head]
    return noun_of(word) is not None or place_at([word], 0) is not None
