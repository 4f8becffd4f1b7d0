"""From token ranges to a `Quotation`, with the confidence of the rule that found it.

`confidence.tsv` holds, for each rule, the share of its quotations that were right
when the rules were tuned.
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from laut.model import Quotation
from laut.reading.draft import Draft
from laut.reading.frames import Range
from laut.reading.tables import rows
from laut.spans import Spans
from laut.terms import Kind, Medium


class Rendering(NamedTuple):
    """A quotation as token ranges; empty ranges are left out."""

    rule: str
    kind: Kind
    content: tuple[Range, ...]
    cue: tuple[Range, ...] = ()
    speaker: tuple[Range, ...] = ()
    addressee: tuple[Range, ...] = ()
    frame: tuple[Range, ...] = ()
    medium: tuple[Medium, ...] = ("speech",)


def quotation_of(draft: Draft, rendering: Rendering) -> Quotation:
    """The quotation that a rendering stands for; ids are given later."""
    return Quotation(
        id=0,
        kind=rendering.kind,
        medium=rendering.medium,
        confidence=confidence(rendering.rule),
        content=spans_of(draft, rendering.content),
        cue=spans_of(draft, rendering.cue),
        speaker=spans_of(draft, rendering.speaker),
        addressee=spans_of(draft, rendering.addressee),
        frame=spans_of(draft, rendering.frame),
    )


def spans_of(draft: Draft, ranges: Iterable[Range]) -> Spans:
    """Characters of token ranges, in order."""
    return tuple(draft.tokens.span(a, b) for a, b in sorted(ranges) if a < b)


def ranges_of(parts: Iterable[int]) -> tuple[Range, ...]:
    """Single tokens as ranges, neighbours joined."""
    result: list[Range] = []
    for part in sorted(set(parts)):
        if result and result[-1][1] == part:
            result[-1] = (result[-1][0], part + 1)
        else:
            result.append((part, part + 1))
    return tuple(result)


@cache
def _table() -> dict[str, float]:
    return {row[0]: float(row[1]) for row in rows("confidence")}


def confidence(rule: str) -> float:
    """The share of the rule's quotations that were right when it was tuned."""
    return _table()[rule]
