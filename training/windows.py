"""What the pair head reads: a window around each quotation of a batch.

The window, the relations and the match are those of `laut.reading.pairing`, in
the order of PyTorch: [windows, places, …].
"""

import random
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from laut.reading.hints import MATCH_WIDTH, match_features, matched
from laut.reading.pairing import AFTER, BEFORE, PADDING, relations
from training.documents import Document
from training.network import KINDS

JITTERED = 0.2
"""The share of contents whose edges are moved in training."""

SHORTEST_JITTERED = 8
MOST_MOVED = 4


class Content(NamedTuple):
    """One content, gold or found.

    Attributes:
        row: the number of its document in the batch.
        places: ascending.
        kind: the code of its kind, see `kind_code`.
    """

    row: int
    places: Sequence[int]
    kind: int


class Windows(NamedTuple):
    """One window for each content.

    Attributes:
        row: [n] which document; start, stop: [n] which places of it.
        place: [n, w] the places, the last one again beyond the window.
        relation: [n, w]; kind: [n]; match: [n, w, width].
    """

    row: Tensor
    start: list[int]
    stop: list[int]
    place: Tensor
    relation: Tensor
    kind: Tensor
    match: Tensor


def kind_code(kind: int | None, depth: int) -> int:
    """The pair head's number of a kind, None where it is not told."""
    return (0 if kind is None else kind + 1) + (KINDS + 1) * depth


def windows(contents: Sequence[Content], documents: Sequence[Document]) -> Windows:
    """The windows of contents."""
    start = [max(0, c.places[0] - BEFORE) for c in contents]
    ends = [c.places[-1] + 1 + AFTER for c in contents]
    sizes = [len(documents[c.row].ids) for c in contents]
    stop = [min(size, end) for size, end in zip(sizes, ends, strict=True)]
    longest = max(end - begin for begin, end in zip(start, stop, strict=True))
    relation = np.full((len(contents), longest), PADDING, np.int64)
    match = np.zeros((len(contents), longest, MATCH_WIDTH), np.float32)
    for n, (content, begin, end) in enumerate(zip(contents, start, stop, strict=True)):
        relation[n, : end - begin] = relations(content.places, begin, end)
        hint = matched(documents[content.row].hints, content.places)
        match[n, : end - begin] = match_features(hint, begin, end)
    index = np.array(start)[:, None] + np.arange(longest)
    return Windows(
        torch.tensor([c.row for c in contents]),
        start,
        stop,
        torch.from_numpy(np.minimum(index, np.array(stop)[:, None] - 1)),
        torch.from_numpy(relation),
        torch.tensor([c.kind for c in contents]),
        torch.from_numpy(match),
    )


def gathered(states: Tensor, seen: Windows) -> Tensor:
    """The states [n, w, width] in windows."""
    return states[seen.row[:, None].expand_as(seen.place), seen.place]


def jittered(places: Sequence[int], size: int, chance: random.Random) -> list[int]:
    """A content with its edges moved a little now and then, as a reader's are.

    It stays among the places of its document, of which there are `size`.
    """
    if chance.random() > JITTERED or len(places) < SHORTEST_JITTERED:
        return list(places)
    moved = chance.randint(1, MOST_MOVED)
    cut, at_start = chance.random() < 1 / 2, chance.random() < 1 / 2
    if cut:
        return list(places[moved:] if at_start else places[:-moved])
    first, last = places[0], places[-1]
    if at_start:
        return [*range(max(0, first - moved), first), *places]
    return [*places, *range(last + 1, min(size, last + 1 + moved))]
