"""Readings in the JSON form of the quotation corpus, to train on (`docs/training.md`).

Pure. Takes a reading as people left it; returns one object with the text, its tokens
and an annotation for each quotation. `checked` says how many of them somebody has
judged, so that whoever trains can leave out what nobody has looked at.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from laut.model import Quotation, Reading
from laut.reading.tokens import Tokens, tokenize
from laut.spans import Span, overlap
from laut.terms import Kind

TYPES: Mapping[Kind, str] = {
    "direct": "Direct",
    "indirect": "Indirect",
    "reported": "Reported",
    "free_indirect": "FreeIndirect",
    "indirect_free_indirect": "IndirectFreeIndirect",
}
"""The kinds as the corpus names them."""

_MEDIA = {
    frozenset({"speech"}): "Speech",
    frozenset({"thought"}): "Thought",
    frozenset({"writing"}): "Writing",
    frozenset({"speech", "writing"}): "SW",
    frozenset({"speech", "thought"}): "ST",
    frozenset({"thought", "writing"}): "TW",
}
_ROLES = ("frame", "speaker", "cue", "addressee")


def annotated(reading: Reading, checked: int) -> dict[str, Any]:
    """The reading as one document of the corpus.

    Args:
        reading: as people left it.
        checked: how many of its passages somebody has judged.
    """
    tokens = tokenize(reading.article.text)
    return {
        "file": reading.article.id,
        "originalText": reading.article.text,
        "sentences": [{"tokens": words} for words in _sentences(tokens)],
        "annotations": [_annotation(q, tokens) for q in reading.quotations],
        "checked": checked,
    }


def _sentences(tokens: Tokens) -> list[list[str]]:
    return [
        [tokens.text[begin:end] for begin, end in tokens.spans[first:last]]
        for first, last in tokens.sentences
    ]


def _annotation(quotation: Quotation, tokens: Tokens) -> dict[str, Any]:
    found: dict[str, Any] = {"type": TYPES[quotation.kind]}
    medium = _MEDIA.get(frozenset(quotation.medium))
    if medium:
        found["medium"] = medium
    found["quote"] = _part(quotation.content, tokens)
    return found | {role: _part(getattr(quotation, role), tokens) for role in _ROLES}


def _part(spans: Iterable[Span], tokens: Tokens) -> dict[str, list[int]]:
    pieces = list(spans)
    numbers = [
        number
        for number, (begin, end) in enumerate(tokens.spans)
        if any(overlap(Span(begin, end), piece) for piece in pieces)
    ]
    return {"tokenIds": numbers}
