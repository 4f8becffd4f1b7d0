"""The order of the quotations: numbered as they stand, each in the one around it.

The last word on quotations: after it `id` counts from 0 in the order of the text, and
`parent` names the smallest quotation whose content holds all of a quotation's content.
Two with the same content and kind are one.
"""

import msgspec

from laut.model import Quotation
from laut.reading.draft import Draft
from laut.spans import holds, hull


def order(draft: Draft) -> Draft:
    """Number the quotations and say which sits in which."""
    unique = {(q.kind, q.content): q for q in reversed(draft.quotations)}
    ranked = sorted(unique.values(), key=_rank)
    placed: list[Quotation] = []
    around: list[Quotation] = []
    for number, quotation in enumerate(ranked):
        begin = quotation.content[0].begin
        around = [q for q in around if q.content[-1].end > begin]
        parent = next((q.id for q in reversed(around) if _sits_in(quotation, q)), None)
        numbered = msgspec.structs.replace(quotation, id=number, parent=parent)
        placed.append(numbered)
        around.append(numbered)
    return msgspec.structs.replace(draft, quotations=tuple(placed))


def _rank(quotation: Quotation) -> tuple[int, int, str]:
    whole = hull(quotation.content)
    return whole.begin, -whole.end, quotation.kind


def _sits_in(inner: Quotation, outer: Quotation) -> bool:
    return inner.content != outer.content and all(
        any(holds(around, piece) for around in outer.content) for piece in inner.content
    )
