"""What the reader is fitted to: tags of places, roles of any and of one quotation.

The weights of the parts stand in `WEIGHTS`; they were set by hand on dev.
"""

import random
from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import IGNORE, Batch
from training.corpus import Marked
from training.lexicon import Lexicon
from training.network import Heads, Reader
from training.transitions import Transitions
from training.windows import (
    Content,
    Windows,
    gathered,
    jittered,
    kind_code,
    windows,
)


class Weights(NamedTuple):
    """How much each part of the loss counts."""

    outer: float = 1.0
    inner: float = 0.7
    flags: float = 0.5
    pair: float = 0.02


WEIGHTS = Weights()

SINGLY = 0.5
"""How much of the loss of tags is that of single places."""

KIND_UNTOLD = 0.1
"""The share of quotations whose kind the pair head is not told."""


class Dropout(NamedTuple):
    """What the reader is not shown in training: shares of words and of hints."""

    words: float = 0.05
    hints: float = 0.15


def batch_loss(
    reader: Reader,
    batch: Batch,
    lexicon: Lexicon,
    dropout: Dropout,
    chance: random.Random,
) -> Tensor:
    """The loss of a batch of annotated documents."""
    inputs = lexicon.inputs(batch.ids, dropout.words)
    heads = reader(*inputs, without_some(batch.hints, dropout.hints))
    return (
        WEIGHTS.outer * level_loss(heads.outer, batch.outer, reader.outer_order)
        + WEIGHTS.inner * level_loss(heads.inner, batch.inner, reader.inner_order)
        + WEIGHTS.flags * flag_loss(heads, batch)
        + WEIGHTS.pair * pair_loss(reader, heads.states, batch, chance)
    )


def without_some(hints: Tensor, share: float) -> Tensor:
    """The hints, some documents' all gone, so that the network learns without too."""
    there = (torch.rand(len(hints)) >= share).float()
    return hints * there[:, None, None]


def tag_loss(scores: Tensor, tags: Tensor) -> Tensor:
    """Mean cross entropy of places; scores [b, t, tags]."""
    return functional.cross_entropy(scores.transpose(1, 2), tags, ignore_index=IGNORE)


def level_loss(scores: Tensor, tags: Tensor, order: Transitions) -> Tensor:
    """Loss of the tags of a level, as a whole and one by one.

    That of single places keeps their probabilities meaningful by themselves, which is
    what confidence and the pair head go by.
    """
    return SINGLY * tag_loss(scores, tags) + (1 - SINGLY) * order.loss(scores, tags)


def flag_loss(heads: Heads, batch: Batch) -> Tensor:
    """Mean loss of the roles that places play for any quotation."""
    loss = functional.binary_cross_entropy_with_logits(
        heads.flags, batch.flags, reduction="none"
    )
    return loss[batch.mask].mean()


def pair_loss(
    reader: Reader, states: Tensor, batch: Batch, chance: random.Random
) -> Tensor:
    """The loss of the pair head, a mean over all gold quotations of a batch."""
    gold: list[Marked] = []
    contents: list[Content] = []
    for row, document in enumerate(batch.documents):
        for one in document.quotations:
            kind = one.kind if chance.random() > KIND_UNTOLD else None
            places = jittered(one.content, len(document.ids), chance)
            contents.append(Content(row, places, kind_code(kind, one.depth)))
            gold.append(one)
    if not contents:
        return states.sum() * 0
    seen = windows(contents, batch.documents)
    scores, medium = reader.pair(
        gathered(states, seen), seen.relation, seen.kind, seen.match
    )
    total = role_loss(scores, seen, gold) + medium_loss(medium, gold)
    return total / len(gold)


class Targets(NamedTuple):
    """What the pair head should say of windows [n, w].

    Attributes:
        frame: 1.0 in the frame; role: 0, or the number of the role.
        weight: 1.0 in the window, 0.0 beyond.
    """

    frame: Tensor
    role: Tensor
    weight: Tensor


def role_targets(seen: Windows, gold: Sequence[Marked]) -> Targets:
    """The roles of gold quotations, in windows around them."""
    frame, weight = (torch.zeros(seen.relation.shape) for _ in range(2))
    role = torch.zeros_like(seen.relation)
    for n, (begin, end) in enumerate(zip(seen.start, seen.stop, strict=True)):
        weight[n, : end - begin] = 1
        for number, places in enumerate(gold[n].roles):
            inside = [at - begin for at in places if begin <= at < end]
            if number:
                role[n, inside] = number
            else:
                frame[n, inside] = 1
    return Targets(frame, role, weight)


def role_loss(scores: Tensor, seen: Windows, gold: Sequence[Marked]) -> Tensor:
    """Summed loss of frames and roles; scores [n, w, 5]."""
    targets = role_targets(seen, gold)
    frame = functional.binary_cross_entropy_with_logits(
        scores[..., 0], targets.frame, targets.weight, reduction="sum"
    )
    role = functional.cross_entropy(
        scores[..., 1:].transpose(1, 2), targets.role, reduction="none"
    )
    return frame + (role * targets.weight).sum()


def medium_loss(scores: Tensor, gold: Sequence[Marked]) -> Tensor:
    """Summed loss of the media that are given; scores [n, 6]."""
    media = torch.tensor([one.medium for one in gold])
    known = media >= 0
    return functional.cross_entropy(scores[known], media[known], reduction="sum")
