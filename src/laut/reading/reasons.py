"""Why a reading says of its sources what it says: the reasons of every decision.

Takes a draft that went through all steps and asks the same functions again that the
steps decided by; gives the reasons by quotation and by value, in German. It decides
nothing itself, and never fails: what cannot be decided has no reason, and its step has
left a problem already.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from laut.model import Article, Explained, Quotation, Reasons
from laut.reading.decided import Decided
from laut.reading.draft import Draft
from laut.reading.pipeline import drafted, reading_of
from laut.reading.standing import Standing, standing_of
from laut.reading.steps.acts import judged_in
from laut.reading.steps.chains import decided_chains
from laut.reading.steps.sources import decided_sources
from laut.reading.steps.standing import context_of
from laut.reading.surroundings import Surroundings
from laut.spans import cover

Decisions = Mapping[str, Decided[Any]]
"""What was decided of one quotation, by the name of the value."""


class Asked(NamedTuple):
    """Somebody to ask for reasons.

    Attributes:
        value: which value it decides; "" for one that decides several by their names.
        decisions: what it has decided in a draft, by the id of the quotation.
    """

    value: str
    decisions: Callable[[Draft], Mapping[int, Any]]


def explained_article(article: Article) -> Explained:
    """Read one article, as `read_article` does, and give the reasons."""
    draft = drafted(article)
    reading = reading_of(draft)
    fields = {name: getattr(reading, name) for name in reading.__struct_fields__}
    return Explained(**fields, reasons=reasons_of(draft))


def reasons_of(draft: Draft) -> tuple[Reasons, ...]:
    """The reasons for each quotation's attribution, in the order of the draft."""
    found: dict[int, dict[str, str]] = {q.id: {} for q in draft.quotations}
    for asked in ASKED:
        with suppress(Exception):  # its step has met the same, and said so
            for number, decisions in _decisions(asked, draft):
                found[number].update(_because(decisions))
    return tuple(Reasons(quotation=number, **why) for number, why in found.items())


def _decisions(asked: Asked, draft: Draft) -> Iterator[tuple[int, Decisions]]:
    for number, decided in asked.decisions(draft).items():
        yield number, {asked.value: decided} if asked.value else decided._asdict()


def _because(decisions: Decisions) -> dict[str, str]:
    return {name: decided.because for name, decided in decisions.items()}


def standings(draft: Draft) -> dict[int, Standing]:
    """Kind, identity and country of each quotation's source, with reasons."""
    around = Surroundings(draft.outline)
    return {
        quotation.id: _standing(draft, quotation, around)
        for quotation in draft.quotations
        if quotation.attribution is not None
    }


def _standing(draft: Draft, quotation: Quotation, around: Surroundings) -> Standing:
    name = quotation.attribution.source.name if quotation.attribution else ""
    speaker = cover(draft.article.text, quotation.speaker[:1])
    return standing_of(name, context_of(around, name, speaker))


ASKED: tuple[Asked, ...] = (
    Asked("source", decided_sources),
    Asked("", standings),
    Asked("via", decided_chains),
    Asked("", judged_in),
)
"""Whoever decides something about sources; a row here is a reason in every view."""
