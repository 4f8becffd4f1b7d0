"""Reading with a trained `Reader`, in PyTorch.

For tuning and tests: the exported graphs give the same to within 1e-4.
Several readers read as one, by the mean of their probabilities.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from laut.reading.decode import INNER, OUTER, Level, contents, weighed
from laut.reading.hints import KINDS
from laut.reading.tokens import Tokens
from training.batches import Batch, batches
from training.corpus import ROLES, Example
from training.documents import Document
from training.lexicon import Lexicon
from training.network import Heads, Reader
from training.transitions import Transitions
from training.windows import Content, Windows, gathered, kind_code, windows

PLACES_AT_ONCE = 8000
IN_FRAME = 0.5

Floats = NDArray[np.float32]


class Found(NamedTuple):
    """A quotation as read, in places.

    Attributes:
        roles: the places of each of `training.corpus.ROLES`.
        score: the mean probability of its tags.
    """

    kind: int
    depth: int
    content: tuple[int, ...]
    roles: tuple[tuple[int, ...], ...]
    score: float


@torch.no_grad()
def read(
    readers: Sequence[Reader], documents: Sequence[Document], lexicon: Lexicon
) -> dict[str, list[Found]]:
    """The quotations of each document, by its name."""
    for reader in readers:
        reader.eval()
    result: dict[str, list[Found]] = {document.name: [] for document in documents}
    for batch in batches(documents, PLACES_AT_ONCE, None):
        inputs = lexicon.inputs(batch.ids, 0)
        heads = [reader(*inputs, batch.hints) for reader in readers]
        found = list(_contents(batch, heads, readers))
        if found:
            for row, one in _with_roles(readers, heads, batch, found):
                result[batch.documents[row].name].append(one)
    return result


class _FoundContent(NamedTuple):
    row: int
    found: Found


def _contents(
    batch: Batch, heads: Sequence[Heads], readers: Sequence[Reader]
) -> Iterator[_FoundContent]:
    """Outer and nested contents of all documents of a batch, still without roles."""
    outer = _mean([h.outer.softmax(-1) for h in heads])
    inner = _mean([h.inner.softmax(-1) for h in heads])
    orders = [reader.outer_order for reader in readers]
    inner_orders = [reader.inner_order for reader in readers]
    levels = (outer, learned(OUTER, orders)), (inner, learned(INNER, inner_orders))
    for row, document in enumerate(batch.documents):
        size = len(document.ids)
        for depth, (scores, level) in enumerate(levels):
            for piece in contents(scores[row, :size], level, document.token):
                yield _FoundContent(
                    row, Found(piece.kind, depth, piece.places, (), piece.score)
                )


def learned(level: Level, orders: Sequence[Transitions]) -> Level:
    """A level with the mean of learned weights of what follows what."""
    first = torch.stack([order.first for order in orders]).mean(0)
    follows = torch.stack([order.follows for order in orders]).mean(0)
    return weighed(level, first.detach().numpy(), follows.detach().numpy())


def _with_roles(
    readers: Sequence[Reader],
    heads: Sequence[Heads],
    batch: Batch,
    found: Sequence[_FoundContent],
) -> Iterator[_FoundContent]:
    seen = windows(
        [Content(r, f.content, kind_code(f.kind, f.depth)) for r, f in found],
        batch.documents,
    )
    scores = [
        reader.pair(gathered(h.states, seen), seen.relation, seen.kind, seen.match)[0]
        for reader, h in zip(readers, heads, strict=True)
    ]
    frame = _mean([s[..., 0].sigmoid() for s in scores])
    role = _mean([s[..., 1:].softmax(-1) for s in scores])
    for n, (row, one) in enumerate(found):
        token = batch.documents[row].token
        yield _FoundContent(
            row, one._replace(roles=_roles(frame[n], role[n], seen, n, token))
        )


def _mean(scores: list[Tensor]) -> Floats:
    return torch.stack(scores).mean(0).numpy()


def _roles(
    frame: Floats, role: Floats, seen: Windows, n: int, token: NDArray[np.int64]
) -> tuple[tuple[int, ...], ...]:
    """The places of each role in window `n`; breaks play none."""
    begin, end = seen.start[n], seen.stop[n]
    real = token[begin:end] >= 0
    best = role[: end - begin].argmax(-1)
    within = [frame[: end - begin] > IN_FRAME]
    within += [best == number for number in range(1, len(ROLES))]
    return tuple(tuple((np.flatnonzero(real & one) + begin).tolist()) for one in within)


def as_reading(
    example: Example, document: Document, found: Sequence[Found]
) -> dict[str, Any]:
    """The JSON form that scorers read."""
    tokens, token = example.tokens, document.token

    def spans(places: Sequence[int]) -> list[list[int]]:
        return spans_of(tokens, sorted(token[list(places)].tolist())) if places else []

    rows = [
        {"id": number, "kind": KINDS[one.kind], "content": spans(one.content)}
        | {role: spans(one.roles[k]) for k, role in enumerate(ROLES)}
        for number, one in enumerate(found)
    ]
    return {"article": {"id": example.name}, "quotations": rows}


def spans_of(tokens: Tokens, numbers: Sequence[int]) -> list[list[int]]:
    """Characters of tokens; neighbours make one span."""
    result: list[list[int]] = []
    last = -2
    for number in numbers:
        begin, end = tokens.spans[number]
        if result and number == last + 1:
            result[-1][1] = end
        else:
            result.append([begin, end])
        last = number
    return result
