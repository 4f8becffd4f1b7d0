"""The reading: one ordered table of named steps, and a loop.

Takes an `Article`, returns a `Reading`. Pure: the same article and the same reader
give the same reading. A step that fails costs what that step would have added, never
the article: its failure becomes a `Problem`.
"""

from typing import NamedTuple

from laut.model import Article, Problem, Reading
from laut.reading.draft import Draft, Step
from laut.reading.tokens import tokenize

READER = "de-rules-1"
"""The version of the reader, part of every reading."""


class NamedStep(NamedTuple):
    """A step and the name that problems and measurements call it by."""

    name: str
    step: Step


STEPS: tuple[NamedStep, ...] = ()
"""What is done to every article, in this order."""


def read_article(article: Article) -> Reading:
    """Read one article with every step of `STEPS`."""
    draft = Draft(article=article, tokens=tokenize(article.text))
    for name, step in STEPS:
        draft = _taken(name, step, draft)
    return Reading(
        article=article,
        reader=READER,
        quotations=draft.quotations,
        times=draft.times,
        mentions=draft.mentions,
        events=draft.events,
        problems=draft.problems,
    )
