"""Documents of similar length together, padded to one length."""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

import numpy as np
import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from training.documents import Document
from training.stream import BREAK_ID

IGNORE = -100
"""The label of places that count for nothing."""

Item = TypeVar("Item")


class Batch(NamedTuple):
    """Documents, padded; all tensors are [documents, places, …].

    Attributes:
        mask: which places are of the document.
        outer, inner: tags, `IGNORE` beyond the document.
        flags: roles of any quotation; hints: what rules found.
    """

    ids: Tensor
    mask: Tensor
    outer: Tensor
    inner: Tensor
    flags: Tensor
    hints: Tensor
    documents: list[Document]


def batches(
    documents: Sequence[Document], places: int, chance: random.Random | None
) -> Iterator[Batch]:
    """Groups of similar length with up to so many places each.

    `chance` shuffles a little who is with whom, and the groups; None does neither.
    """
    groups = grouped(documents, lambda d: len(d.ids), places, chance)
    yield from (collated(group) for group in groups)


def grouped(
    items: Sequence[Item],
    size: Callable[[Item], int],
    places: int,
    chance: random.Random | None,
) -> list[list[Item]]:
    """Groups of items of similar size that take up to so many places when padded."""

    def near(item: Item) -> float:
        return size(item) * (chance.uniform(0.8, 1.25) if chance else 1)

    groups: list[list[Item]] = [[]]
    longest = 0
    for item in sorted(items, key=near):
        longest = max(longest, size(item))
        if groups[-1] and longest * (len(groups[-1]) + 1) > places:
            groups.append([])
            longest = size(item)
        groups[-1].append(item)
    if chance:
        chance.shuffle(groups)
    return [group for group in groups if group]


def collated(documents: list[Document]) -> Batch:
    """Documents padded to one length."""
    return Batch(
        padded([d.ids for d in documents], BREAK_ID),
        padded([[True] * len(d.ids) for d in documents], fill=False),
        padded([d.outer for d in documents], IGNORE),
        padded([d.inner for d in documents], IGNORE),
        padded([d.flags for d in documents], 0.0),
        padded([d.features for d in documents], 0.0),
        documents,
    )


def padded(rows: Sequence[Any], fill: float) -> Tensor:
    """Rows of any lengths as one tensor."""
    tensors = [torch.from_numpy(np.asarray(row)) for row in rows]
    return pad_sequence(tensors, batch_first=True, padding_value=fill)
