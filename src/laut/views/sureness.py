"""What the source does with the words, and how sure it is, in plain words.

Pure. The normal case stays quiet: somebody says something, for certain, and the article
keeps no distance. What is not certain is a doubt; views show doubts so that they are
seen without colour, and put their signs to the number of the passage.
"""

from collections.abc import Iterator, Mapping

from laut.model import Attribution, Quotation
from laut.terms import Act, Factuality
from laut.tongues import later, say
from laut.views.words import ACTS, FACTUALITIES

UNSURE, DISTANT = "?", "!"
"""Signs for what the source is not sure of, and what the article keeps away from."""

MEANINGS = later({UNSURE: "nicht sicher", DISTANT: "mit Abstand wiedergegeben"})
"""What the signs mean, for whoever meets them first."""

_USUAL: Mapping[Act, Factuality] = {"deny": "CT-", "demand": "UU", "ask": "UU"}
"""What goes without saying, beside CT+: who demands something does not say it is so."""

_CERTAIN = frozenset({"CT+", "CT-"})


def act_and_certainty(attribution: Attribution | None) -> Iterator[str]:
    """What the source does, if more than say so; and that it is sure it is not so."""
    if attribution is None:
        return
    act, factuality = attribution.act, attribution.factuality
    if act is not None and act != "state":
        yield say(ACTS[act])
    if factuality == "CT-" and not _is_usual(attribution):
        yield say(FACTUALITIES[factuality])


def doubts_of(quotation: Quotation) -> Iterator[str]:
    """What keeps the words from being a plain statement of their source."""
    attribution = quotation.attribution
    if attribution is None:
        return
    if attribution.factuality is not None and _is_unsure(attribution):
        yield say(FACTUALITIES[attribution.factuality])
    if attribution.distanced:
        yield say(MEANINGS[DISTANT])


def signs_of(quotation: Quotation) -> str:
    """The signs of the doubts; "" where there is none."""
    attribution = quotation.attribution
    if attribution is None:
        return ""
    unsure = UNSURE if _is_unsure(attribution) else ""
    return unsure + (DISTANT if attribution.distanced else "")


def _is_unsure(attribution: Attribution) -> bool:
    known = attribution.factuality is not None
    return (
        known and attribution.factuality not in _CERTAIN and not _is_usual(attribution)
    )


def _is_usual(attribution: Attribution) -> bool:
    act = attribution.act
    return act is not None and _USUAL.get(act) == attribution.factuality
