"""What grammar already found, as numbers for the model.

The steps before the model read quotations by rule. Here they become features by
token – is it in a content, of which kind, in which role – which the model weighs
against all else that it sees, and, for one quotation, the roles that the rule gave to
the quotation it found there. Token numbers; pure NumPy, linear in the text.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from laut.model import Quotation
from laut.reading.tokens import Tokens
from laut.spans import Spans
from laut.terms import Kind

KINDS: tuple[Kind, ...] = (
    "direct",
    "indirect",
    "reported",
    "free_indirect",
    "indirect_free_indirect",
)
WIDTH = 2 * len(KINDS) + 7
NESTED, ROLES, CONFIDENCE = 2 * len(KINDS), 2 * len(KINDS) + 2, 2 * len(KINDS) + 6
MATCH_WIDTH = 5

ENOUGH = 0.5
"""The share of the longer content from which on two are taken for the same."""


class Hint(NamedTuple):
    """One quotation that a rule found, in token numbers.

    Attributes:
        content: ascending; roles: frame, speaker, cue, addressee.
    """

    kind: int
    nested: bool
    confidence: float
    content: tuple[int, ...]
    roles: tuple[tuple[int, ...], ...]


def hints_of(quotations: Iterable[Quotation], tokens: Tokens) -> list[Hint]:
    """The quotations of a draft in token numbers."""
    begins = [begin for begin, _ in tokens.spans]

    def numbers(spans: Spans) -> tuple[int, ...]:
        found: list[int] = []
        for begin, end in spans:
            first = bisect_left(begins, begin)
            found += range(first, bisect_left(begins, end, first))
        return tuple(found)

    return [
        Hint(
            KINDS.index(q.kind),
            q.parent is not None,
            q.confidence,
            numbers(q.content),
            tuple(numbers(s) for s in (q.frame, q.speaker, q.cue, q.addressee)),
        )
        for q in quotations
    ]


def features(hints: Sequence[Hint], size: int) -> NDArray[np.float32]:
    """Features [tokens, WIDTH]."""
    result = np.zeros((size, WIDTH), np.float32)
    for hint in hints:
        content = list(hint.content)
        column = NESTED if hint.nested else 2 * hint.kind
        result[content, column + 1] = 1
        result[content[:1], column] = 1
        result[content, CONFIDENCE] = np.maximum(
            result[content, CONFIDENCE], hint.confidence
        )
        for number, role in enumerate(hint.roles):
            result[list(role), ROLES + number] = 1
    return result


class Matches:
    """Hints by their places, so that each content soon finds its own."""

    def __init__(self, hints: Sequence[Hint]) -> None:
        self._hints = hints
        self._at: dict[int, list[int]] = {}
        for number, hint in enumerate(hints):
            for place in hint.content:
                self._at.setdefault(place, []).append(number)

    def of(self, content: Sequence[int]) -> Hint | None:
        """The hint that shares most with a content; of equals the last."""
        shared: dict[int, int] = {}
        for place in content:
            for number in self._at.get(place, ()):
                shared[number] = shared.get(number, 0) + 1
        best, most = None, ENOUGH
        for number in sorted(shared):
            hint = self._hints[number]
            share = shared[number] / max(len(content), len(hint.content))
            if share >= most:
                best, most = hint, share
        return best


def matched(hints: Sequence[Hint], content: Sequence[int]) -> Hint | None:
    """The hint that shares most with a content, at least half of the longer one."""
    return Matches(hints).of(content)


def match_features(hint: Hint | None, start: int, stop: int) -> NDArray[np.float32]:
    """Features [stop - start, 5] around one quotation: content and roles by rule."""
    result = np.zeros((stop - start, MATCH_WIDTH), np.float32)
    if hint is not None:
        for number, part in enumerate((hint.content, *hint.roles)):
            result[[at - start for at in part if start <= at < stop], number] = 1
    return result


def moved(hint: Hint, place: NDArray[np.int64]) -> Hint:
    """The hint with its tokens at other numbers."""
    return hint._replace(
        content=tuple(place[list(hint.content)].tolist()),
        roles=tuple(tuple(place[list(role)].tolist()) for role in hint.roles),
    )
