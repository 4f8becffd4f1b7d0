"""A draft: what the steps of the reading hand on to one another.

A step is a plain function `Draft -> Draft`. It takes a frozen draft and returns a new
one; it never looks at anything but the draft (no file, clock, chance, network or
database), save the tables of its language.
"""

from collections.abc import Callable

import msgspec

from laut.model import Article, Event, Mention, Problem, Quotation, Time
from laut.reading.tokens import Tokens


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An article on its way to a reading. Later steps fill what earlier ones left."""

    article: Article
    tokens: Tokens
    quotations: tuple[Quotation, ...] = ()
    times: tuple[Time, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()


Step = Callable[[Draft], Draft]
