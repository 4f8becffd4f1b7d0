"""Mentions: the names that the model finds.

Takes a draft that the model has read, returns one with a mention for every name, in
the order of the text; whom a name means is for later steps.
"""

from collections.abc import Iterator

import msgspec

from laut.model import Mention
from laut.reading.decode import contents
from laut.reading.draft import Draft
from laut.reading.labels import NAME_CLASSES
from laut.reading.tagger import Tagged, model
from laut.reading.tokens import Tokens
from laut.spans import Span


def named(draft: Draft) -> Draft:
    """The draft with the names of its text as mentions."""
    if draft.said is None:
        return draft
    found = tuple(_mentions(draft.said, draft.tokens))
    return msgspec.structs.replace(draft, mentions=(*draft.mentions, *found))


def _mentions(said: Tagged, tokens: Tokens) -> Iterator[Mention]:
    for piece in contents(said.names, model().names, said.token):
        first, last = (said.token[piece.places[end]] for end in (0, -1))
        span = Span(tokens.spans[first][0], tokens.spans[last][1])
        yield Mention(span=span, label=NAME_CLASSES[piece.kind])
