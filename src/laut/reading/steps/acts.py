"""What the source does with the words, how firmly, and with how much distance.

Fills `act`, `factuality` and `distanced` of every quotation's attribution. A fragment
inside another quotation of the same frame takes what its whole has.
"""

from typing import NamedTuple

import msgspec

from laut.model import Attribution, Quotation, Source
from laut.reading.acting import act_of
from laut.reading.certainty import factuality_of
from laut.reading.decided import Decided
from laut.reading.distance import distanced_of
from laut.reading.draft import Draft
from laut.reading.rendered import rendered_of
from laut.terms import Act, Factuality


class Judged(NamedTuple):
    """What was decided of one quotation, with reasons."""

    act: Decided[Act]
    factuality: Decided[Factuality]
    distanced: Decided[bool]


def acts(draft: Draft) -> Draft:
    """Fill act, factuality and distance of every quotation."""
    judged = judged_in(draft)
    return msgspec.structs.replace(
        draft,
        quotations=tuple(_with(q, judged[q.id]) for q in draft.quotations),
    )


def judged_in(draft: Draft) -> dict[int, Judged]:
    """What is decided of every quotation, by its id; wholes before their parts."""
    by_id = {quotation.id: quotation for quotation in draft.quotations}
    judged: dict[int, Judged] = {}
    for quotation in sorted(draft.quotations, key=_longest_first):
        whole = None if quotation.parent is None else by_id.get(quotation.parent)
        own = _judged(draft, quotation)
        if whole is not None and whole.id in judged and _is_fragment(quotation, whole):
            own = _as_whole(own, judged[whole.id])
        judged[quotation.id] = own
    return judged


def _longest_first(quotation: Quotation) -> int:
    return -sum(span.end - span.begin for span in quotation.content)


def _judged(draft: Draft, quotation: Quotation) -> Judged:
    rendered = rendered_of(draft, quotation)
    act = act_of(rendered)
    return Judged(act, factuality_of(rendered, act.value), distanced_of(rendered))


def _is_fragment(quotation: Quotation, whole: Quotation) -> bool:
    """Whether a nested quotation is quoted words of a whole with the same speaker."""
    if quotation.kind != "direct":
        return False
    return not quotation.frame or quotation.frame == whole.frame


def _as_whole(own: Judged, whole: Judged) -> Judged:
    return Judged(
        Decided(whole.act.value, f"Teil eines Ganzen: {whole.act.because}"),
        Decided(
            whole.factuality.value, f"Teil eines Ganzen: {whole.factuality.because}"
        ),
        own.distanced,
    )


def _with(quotation: Quotation, judged: Judged) -> Quotation:
    before = quotation.attribution or Attribution(source=Source(name=""))
    return msgspec.structs.replace(
        quotation,
        attribution=msgspec.structs.replace(
            before,
            act=judged.act.value,
            factuality=judged.factuality.value,
            distanced=judged.distanced.value,
        ),
    )
