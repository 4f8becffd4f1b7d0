"""Examples in the places of the network: words, tags, and hints.

A place is a token, or a break between lines, as in `laut.reading.tagger.places_of`.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from laut.reading.decode import BEGIN, INSIDE, RESUME
from laut.reading.hints import Hint, features, moved
from laut.reading.tagger import places_of
from training.corpus import ROLES, Example, Marked
from training.lexicon import Lexicon
from training.stream import BREAK_ID

OUTER_PARTS, INNER_PARTS = 3, 2
"""Tags of each kind: begin, inside and, on the outer level, resume."""


class Document(NamedTuple):
    """An example in places.

    Attributes:
        ids: [places] word numbers.
        token: [places] token numbers, -1 at a break.
        outer, inner: [places] tags.
        flags: [places, 4] whether a place plays each of the roles for any quotation.
        quotations: the gold ones, in places.
        features: [places, width] what rules found.
        hints: what rules found, in places.
    """

    name: str
    ids: list[int]
    token: NDArray[np.int64]
    outer: list[int]
    inner: list[int]
    flags: NDArray[np.float32]
    quotations: list[Marked]
    features: NDArray[np.float32]
    hints: list[Hint]


def document_of(example: Example, lexicon: Lexicon) -> Document:
    """An example with everything moved to places."""
    token = places_of(example.tokens)
    place = np.flatnonzero(token >= 0)
    numbers = lexicon.ids(example.forms)
    marked = [_moved(one, place) for one in example.quotations]
    found = features(example.hints, len(example.forms))
    return Document(
        example.name,
        [numbers[t] if t >= 0 else BREAK_ID for t in token],
        token,
        outer_tags(marked, token),
        inner_tags(marked, len(token)),
        role_flags(marked, len(token)),
        marked,
        np.where(token[:, None] < 0, np.float32(0), found[token]),
        [moved(hint, place) for hint in example.hints],
    )


def _moved(one: Marked, place: NDArray[np.int64]) -> Marked:
    return one._replace(
        content=tuple(place[list(one.content)].tolist()),
        roles=tuple(tuple(place[list(role)].tolist()) for role in one.roles),
    )


def role_flags(marked: Sequence[Marked], size: int) -> NDArray[np.float32]:
    """Whether places play a role for any quotation, [size, roles]."""
    flags = np.zeros((size, len(ROLES)), np.float32)
    for one in marked:
        for number, places in enumerate(one.roles):
            flags[list(places), number] = 1
    return flags


def outer_tags(marked: Sequence[Marked], token: NDArray[np.int64]) -> list[int]:
    """Tags of the outer level: O, and begin, inside, resume of each kind."""
    tags = [0] * len(token)
    for one in marked:
        before = -1
        for order, at in enumerate(one.content if not one.depth else ()):
            going_on = INSIDE if token[at] == before + 1 else RESUME
            tags[at] = 1 + OUTER_PARTS * one.kind + (going_on if order else BEGIN)
            before = token[at]
    return _bridged(tags, OUTER_PARTS)


def inner_tags(marked: Sequence[Marked], size: int) -> list[int]:
    """Tags of the inner level: O, and begin, inside of each kind."""
    tags = [0] * size
    for one in sorted(marked, key=lambda m: -len(m.content)):
        for order, at in enumerate(one.content if one.depth else ()):
            tags[at] = 1 + INNER_PARTS * one.kind + (INSIDE if order else BEGIN)
    return _bridged(tags, INNER_PARTS)


def _bridged(tags: list[int], parts: int) -> list[int]:
    """The tags, with a break inside a content inside it too."""
    for at in range(1, len(tags) - 1):
        following = tags[at + 1]
        inside = following and (following - 1) % parts == INSIDE
        if tags[at] == 0 and inside and tags[at - 1]:
            tags[at] = following
    return tags
