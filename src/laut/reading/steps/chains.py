"""Through whose hands the words came: the chain of every quotation.

Comes after `sources`; completes what the speaker's own words named (`via`) by what the
sentence around them and the sentences before name. `laut.reading.chaining` decides, and
says why.
"""

import msgspec

from laut.model import Attribution, Link, Quotation
from laut.reading.chaining import chains_of
from laut.reading.decided import Decided
from laut.reading.draft import Draft


def chains(draft: Draft) -> Draft:
    """Give every quotation with a source the links that its words came through."""
    found = chains_of(draft)
    return msgspec.structs.replace(
        draft, quotations=tuple(_chained(q, found) for q in draft.quotations)
    )


def _chained(
    quotation: Quotation, found: dict[int, Decided[tuple[Link, ...]]]
) -> Quotation:
    attribution: Attribution | None = quotation.attribution
    if attribution is None or quotation.id not in found:
        return quotation
    via = found[quotation.id].value
    return msgspec.structs.replace(
        quotation, attribution=msgspec.structs.replace(attribution, via=via)
    )


def decided_chains(draft: Draft) -> dict[int, Decided[tuple[Link, ...]]]:
    """The chain of each quotation by its id, and the reason for it.

    Comes, like `chains`, after `sources`.
    """
    return chains_of(draft)
