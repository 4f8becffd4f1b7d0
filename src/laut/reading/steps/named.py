"""Mentions: the names that the model finds, and those it misses that tables know.

Takes a draft that the model has read, returns one with a mention for every name, in
the order of the text; whom a name means is for later steps.
"""

from collections.abc import Iterator, Sequence

import msgspec

from laut.model import Mention
from laut.reading.decode import contents
from laut.reading.draft import Draft
from laut.reading.knownnames import Name, known_names, label_of_compound
from laut.reading.labels import NAME_CLASSES, POS
from laut.reading.tagger import Numbers, Tagged, model


def named(draft: Draft) -> Draft:
    """The draft with the names of its text as mentions."""
    if draft.said is None:
        return draft
    tokens, words = draft.tokens, draft.outline.words
    tags = draft.said.pos[draft.said.token >= 0].argmax(1)
    found = [
        _relabelled(_without_owned(name, words, tags), words)
        for name in _by_model(draft.said)
    ]
    taken = [False] * len(words)
    for name in found:
        taken[name.first : name.last] = [True] * (name.last - name.first)
    every = sorted([*found, *known_names(words, taken)])
    mentions = (
        Mention(span=tokens.span(first, last), label=label)
        for first, last, label in every
    )
    return msgspec.structs.replace(draft, mentions=(*draft.mentions, *mentions))


def _by_model(said: Tagged) -> Iterator[Name]:
    for piece in contents(said.names, model().names, said.token):
        first, last = (int(said.token[piece.places[end]]) for end in (0, -1))
        yield Name(first, last + 1, NAME_CLASSES[piece.kind])


def _without_owned(name: Name, words: Sequence[str], tags: Numbers) -> Name:
    """A person without what is theirs: „Lindts | Boot“.

    `tags` are the parts of speech of all words, by number.
    """
    if name.label != "PER" or name.last - name.first == 1:
        return name
    last = POS[tags[name.last - 1]]
    owned = words[name.last - 2].endswith("s") and last == "NOUN"
    return name._replace(last=name.last - 1) if owned else name


def _relabelled(name: Name, words: Sequence[str]) -> Name:
    """The name, a compound by the tables, which know better: „EU-Budget“ is ORGpart."""
    if name.last - name.first == 1 and name.label.endswith("part"):
        return name._replace(label=label_of_compound(words[name.first]) or name.label)
    return name
