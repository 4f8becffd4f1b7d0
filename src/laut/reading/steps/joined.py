"""One sentence around its frame is one content: „Das sei so, sagte X, und bleibe so“.

Takes a draft with quotations, returns it with those joined that one frame parts: both
of a kind, in one sentence, nothing between them but the frame, and the second goes on
in small letters. Linear in the quotations.
"""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from laut.model import Quotation
from laut.reading.draft import Draft
from laut.reading.nouns import speaking
from laut.reading.outline import passage_at
from laut.reading.spoken import tokens_of

_KINDS = frozenset({"direct", "indirect"})
_ENDS = frozenset(".!?:;…")


def joined(draft: Draft) -> Draft:
    """The draft with the halves of interrupted sentences made one."""
    outer = [q for q in draft.quotations if q.parent is None]
    whole: dict[int, Quotation] = {}
    into: dict[int, int] = {}
    for first, second in _pairs(draft, outer):
        head = into.get(first.id, first.id)
        whole[head] = _one(whole.get(head, first), second)
        into[second.id] = head
    if not into:
        return draft
    kept = [whole.get(q.id, q) for q in draft.quotations if q.id not in into]
    number = {q.id: place for place, q in enumerate(kept)}
    number |= {gone: number[head] for gone, head in into.items()}
    return msgspec.structs.replace(
        draft, quotations=tuple(_numbered(q, number) for q in kept)
    )


def _numbered(quotation: Quotation, number: dict[int, int]) -> Quotation:
    parent = None if quotation.parent is None else number[quotation.parent]
    return msgspec.structs.replace(quotation, id=number[quotation.id], parent=parent)


def _pairs(
    draft: Draft, outer: list[Quotation]
) -> Iterator[tuple[Quotation, Quotation]]:
    for first, second in pairwise(outer):
        alike = first.kind == second.kind and first.kind in _KINDS
        if alike and _is_parted(draft, first, second):
            yield first, second


def _is_parted(draft: Draft, first: Quotation, second: Quotation) -> bool:
    """Whether one frame alone stands between two halves of a sentence."""
    outline = draft.outline
    end = tokens_of(draft, first.content[-1])[1]
    begin = tokens_of(draft, second.content[0])[0]
    if end >= begin or (first.cue and second.cue and first.cue != second.cue):
        return False
    if passage_at(outline, end - 1) != passage_at(outline, begin):
        return False
    gap = set(range(end, begin))
    frame = {
        i for s in (*first.frame, *second.frame) for i in range(*tokens_of(draft, s))
    }
    cue = {i for s in (*first.cue, *second.cue) for i in range(*tokens_of(draft, s))}
    rest = {outline.lows[index] for index in gap - frame}
    lows = {outline.lows[index] for index in gap}
    if not cue & gap or rest - {","} or lows & (_ENDS | {"frage"}):
        return False
    return _goes_on(draft, first, second)


def _goes_on(draft: Draft, first: Quotation, second: Quotation) -> bool:
    """Whether the second half begins small, and the first did not end its sentence."""
    text = draft.article.text
    end, begin = first.content[-1].end, second.content[0].begin
    subordinate = text[begin : second.content[0].end].split()[0].lower()
    if subordinate in speaking("meanwhile"):
        return False
    opened = text[begin : second.content[0].end].lstrip("\"„“”»«‚‘' ")
    closed = text[first.content[-1].begin : end].rstrip("\"„“”»«‚‘' ")
    return opened[:1].islower() and closed[-1:] not in _ENDS


def _one(first: Quotation, second: Quotation) -> Quotation:
    """Both halves as one, with the roles of the half that has a cue."""
    told, other = (first, second) if first.cue else (second, first)
    return msgspec.structs.replace(
        told,
        id=first.id,
        content=(*first.content, *second.content),
        speaker=told.speaker or other.speaker,
        addressee=told.addressee or other.addressee,
        confidence=max(first.confidence, second.confidence),
    )
