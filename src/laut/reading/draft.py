"""A draft: what the steps of the reading hand on to one another.

A step is a plain function `Draft -> Draft`. It takes a frozen draft and returns a new
one; it never looks at anything but the draft (no file, clock, chance, network or
database), save the tables of its language.
"""

from collections.abc import Callable, Iterable

import msgspec

from laut.model import Article, Event, Mention, Problem, Quotation, Time
from laut.reading.outline import Outline, outline_of
from laut.reading.tagger import Tagged
from laut.reading.tokens import Tokens, tokenize


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An article on its way to a reading. Later steps fill what earlier ones left.

    Attributes:
        outline: marks, passages and clauses of the text.
        said: what the model says of every token; None before it was asked.
        quotations: in no order, with ids and parents only after the last step on
            quotations.
    """

    article: Article
    tokens: Tokens
    outline: Outline
    said: Tagged | None = None
    quotations: tuple[Quotation, ...] = ()
    times: tuple[Time, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()


Step = Callable[[Draft], Draft]


def draft_of(article: Article) -> Draft:
    """A draft of an article with nothing read yet."""
    tokens = tokenize(article.text)
    return Draft(article=article, tokens=tokens, outline=outline_of(tokens))


def with_quotations(draft: Draft, quotations: Iterable[Quotation]) -> Draft:
    """The draft with more quotations."""
    return msgspec.structs.replace(draft, quotations=(*draft.quotations, *quotations))
