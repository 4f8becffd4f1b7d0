"""Reliability: whether confidence is the share that proves right.

A quotation is right if one of its kind in the gold shares at least 0.8 (F1 over the
gold's words) of its content. The table has a row for each band of confidence; its
figures are percent. `knots_of` makes the table that turns raw scores into confidence.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

from evaluation.corpora import documents
from evaluation.scores import Scores, figures_in
from laut.model import Article, Quotation
from laut.spans import Spans

ENOUGH = 0.8
"""The share of content from which on a quotation is right."""

BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Where bands of confidence begin and end."""

KNOTS = 9
"""In how many groups of equal size quotations are counted for the table."""

KINDS = {
    "Direct": "direct",
    "Indirect": "indirect",
    "Reported": "reported",
    "FreeIndirect": "free_indirect",
    "IndirectFreeIndirect": "indirect_free_indirect",
}

Read = Callable[[Article], Iterable[Quotation]]


class Judged(NamedTuple):
    """One quotation: its confidence (or raw score), and whether it is right."""

    confidence: float
    right: bool


class Knot(NamedTuple):
    """A raw score, and the share of quotations about there that are right."""

    raw: float
    share: float


class _Gold(NamedTuple):
    kind: str
    words: frozenset[int]


def reliability(corpus: Path, read: Read) -> Scores:
    """The table of a corpus.

    Raises:
        EvaluationError: the corpus cannot be read.
    """
    found = judged(corpus, read)
    rows = [_row(low, high, found) for low, high in pairwise(BANDS)]
    lines = [
        "confidence   quotations   said   right",
        *(row for row in rows if row),
        f"error {100 * error(found):5.1f}   mean distance of said and right",
    ]
    table = "\n".join(lines) + "\n"
    return Scores(table, figures_in(lines[-1]))


def judged(corpus: Path, read: Read) -> list[Judged]:
    """Every quotation that is read in a corpus.

    Raises:
        EvaluationError: the corpus cannot be read.
    """
    return [
        Judged(quotation.confidence, _is_right(quotation, spans, gold))
        for row, article in documents(corpus)
        for spans, gold in [_gold(row)]
        for quotation in read(article)
    ]


def error(found: Sequence[Judged]) -> float:
    """The mean distance between confidence and share, over bands, by their size."""
    bands = (_within(low, high, found) for low, high in pairwise(BANDS))
    return sum(
        abs(sum(one.confidence - one.right for one in band)) for band in bands
    ) / max(1, len(found))


def knots_of(found: Iterable[Judged]) -> list[Knot]:
    """The shares right in groups of equal size, made never to fall."""
    ordered = sorted(found)
    size = max(1, len(ordered) // KNOTS)
    begins = range(0, max(1, len(ordered) - size + 1), size)
    groups = [ordered[b : b + size] for b in begins[:-1]] + [ordered[begins[-1] :]]
    merged: list[list[Judged]] = []
    for group in groups:
        merged.append(group)
        while len(merged) > 1 and _share(merged[-2]) >= _share(merged[-1]):
            merged[-2:] = [merged[-2] + merged[-1]]
    return [
        Knot(round(fmean(one.confidence for one in group), 3), round(_share(group), 3))
        for group in merged
    ]


def _share(group: Sequence[Judged]) -> float:
    """The share right, as if one more had been right and one more wrong."""
    return (sum(one.right for one in group) + 1) / (len(group) + 2)


def _row(low: float, high: float, found: Sequence[Judged]) -> str:
    band = _within(low, high, found)
    if not band:
        return ""
    said, right = (fmean(values) for values in zip(*band, strict=True))
    shares = f"{100 * said:5.1f}   {100 * right:5.1f}"
    return f"{low:.2f} – {high:.2f}  {len(band):10}  {shares}"


def _within(low: float, high: float, found: Iterable[Judged]) -> list[Judged]:
    return [one for one in found if low <= one.confidence < high]


def _is_right(
    quotation: Quotation, spans: Sequence[tuple[int, int]], gold: Iterable[_Gold]
) -> bool:
    words = _words(spans, quotation.content)
    return any(
        one.kind == quotation.kind and _overlap(words, one.words) >= ENOUGH
        for one in gold
    )


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """F1 of the words that both share."""
    return 2 * len(one & other) / max(1, len(one) + len(other))


def _words(spans: Sequence[tuple[int, int]], content: Spans) -> frozenset[int]:
    return frozenset(
        number
        for number, (begin, end) in enumerate(spans)
        if any(begin < piece.end and end > piece.begin for piece in content)
    )


def _gold(row: dict[str, Any]) -> tuple[list[tuple[int, int]], list[_Gold]]:
    """The spans of the gold's words, and its quotations."""
    return list(_spans(row)), [
        _Gold(KINDS[one["type"]], frozenset(one["quote"]["tokenIds"]))
        for one in row["annotations"]
    ]


def _spans(row: dict[str, Any]) -> Iterator[tuple[int, int]]:
    end = 0
    for sentence in row["sentences"]:
        for token in sentence["tokens"]:
            begin = row["originalText"].index(token, end)
            end = begin + len(token)
            yield begin, end
