"""The reading: one ordered table of named steps, and a loop.

Takes an `Article`, returns a `Reading`. Pure: the same article and the same reader
give the same reading. A step that fails costs what that step would have added, never
the article: its failure becomes a `Problem`.
"""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from laut.model import Article, Problem, Reading
from laut.reading.draft import Draft, Step, draft_of
from laut.reading.steps.according import according
from laut.reading.steps.acts import acts
from laut.reading.steps.chains import chains
from laut.reading.steps.cued import cued
from laut.reading.steps.events import events
from laut.reading.steps.hearsay import hearsay
from laut.reading.steps.joined import joined
from laut.reading.steps.marked import marked
from laut.reading.steps.marks import marks
from laut.reading.steps.mentions import mentions
from laut.reading.steps.named import named
from laut.reading.steps.order import order
from laut.reading.steps.rendered import rendered
from laut.reading.steps.reported import reported
from laut.reading.steps.running import running
from laut.reading.steps.so import so
from laut.reading.steps.sources import sources
from laut.reading.steps.standing import standing
from laut.reading.steps.times import times
from laut.reading.steps.weeded import weeded

READER = "de-1"
"""The version of the reader, part of every reading: that on the card of its model."""


class NamedStep(NamedTuple):
    """A step and the name that problems and measurements call it by."""

    name: str
    step: Step


RULES: tuple[NamedStep, ...] = (
    NamedStep("marks", marks),
    NamedStep("cued", cued),
    NamedStep("so", so),
    NamedStep("according", according),
    NamedStep("reported", reported),
    NamedStep("running", running),
    NamedStep("hearsay", hearsay),
    NamedStep("marked", marked),
    NamedStep("order", order),
)
"""What grammar finds; hints to the model."""

STEPS: tuple[NamedStep, ...] = (
    *RULES,
    NamedStep("rendered", rendered),
    NamedStep("named", named),
    NamedStep("joined", joined),
    NamedStep("weeded", weeded),
    NamedStep("sources", sources),
    NamedStep("chains", chains),
    NamedStep("acts", acts),
    NamedStep("standing", standing),
    NamedStep("mentions", mentions),
    NamedStep("times", times),
    NamedStep("events", events),
)
"""What is done to every article, in this order."""


def read_article(article: Article) -> Reading:
    """Read one article with every step of `STEPS`."""
    return reading_of(drafted(article))


def reading_of(draft: Draft) -> Reading:
    """What a draft says, once all steps have seen it."""
    return Reading(
        article=draft.article,
        reader=READER,
        quotations=draft.quotations,
        times=draft.times,
        mentions=draft.mentions,
        events=draft.events,
        problems=draft.problems,
    )


def drafted(article: Article) -> Draft:
    """An article after every step of `STEPS`, with what the model says."""
    return _through(STEPS, article)


def hinted(article: Article) -> Draft:
    """What grammar alone finds in an article: its draft after every step of `RULES`."""
    return _through(RULES, article)


def _through(steps: Iterable[NamedStep], article: Article) -> Draft:
    draft = draft_of(article)
    for step in steps:
        draft = _taken(step, draft)
    return draft


def _taken(named: NamedStep, draft: Draft) -> Draft:
    """The draft after a step; where the step fails, the draft before it and why."""
    try:
        return named.step(draft)
    except Exception as error:  # noqa: BLE001 - whatever a step meets costs only its part
        problem = Problem(
            step=named.name,
            message=f"Dieser Schritt ist gescheitert: {type(error).__name__}: {error}",
        )
        return msgspec.structs.replace(draft, problems=(*draft.problems, problem))
