"""Quotations: what the model finds rendered, and whose words it is.

Takes a draft with what the rules found, which the model weighs, and returns one with
the quotations of the model instead: contents from the tags, nested ones under their
parents, each with its roles and a confidence; ids in the order of the text.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from laut.model import Quotation
from laut.reading.calibration import raw_score, share_right
from laut.reading.decode import Level, Piece, contents
from laut.reading.draft import Draft
from laut.reading.edges import balanced, trimmed
from laut.reading.hints import KINDS, Hint, Matches, features, hints_of, moved
from laut.reading.nesting import Placed, has_word, placed
from laut.reading.outline import Outline
from laut.reading.pairing import Roles, roles_of
from laut.reading.speakers import whole
from laut.reading.sure import (
    Levels,
    is_inferred,
    is_purpose,
    with_outer_sentences,
    with_sentences_joined,
    with_sentences_parted,
    with_sure,
)
from laut.reading.tagger import Floats, Tagged, model, tagged
from laut.reading.tokens import Tokens
from laut.spans import Span, Spans
from laut.terms import Medium

LEAST = 0.17
"""The least raw score of what is shown; of what lies below one in seven is right."""

MEDIA: tuple[tuple[Medium, ...], ...] = (
    ("speech",),
    ("speech", "writing"),
    ("writing",),
    ("speech", "thought"),
    ("thought",),
    ("thought", "writing"),
)


def rendered(draft: Draft) -> Draft:
    """The draft with the quotations that the model finds, for those of the rules."""
    return rendered_with(draft, share_right)


def rendered_with(draft: Draft, confidence: Callable[[float], float]) -> Draft:
    """The same with another measure of confidence.

    Args:
        draft: with what the rules found.
        confidence: makes it from the raw score, see `laut.reading.calibration`.
    """
    tokens = draft.tokens
    if not len(tokens):
        return draft
    by_rule = hints_of(draft.quotations, tokens)
    said = tagged(tokens, features(by_rule, len(tokens)))
    grammar = _grammar(draft.outline, said, by_rule)
    found = placed(*_levels(said, grammar), grammar.lows)
    near = [grammar.matches.of(one.piece.places) for one in found]
    quotations = [
        msgspec.structs.replace(
            _quotation(one, _with_whole_speaker(draft, roles), said, tokens),
            id=number,
            confidence=confidence(raw_score(one.piece, hint)),
        )
        for number, (one, roles, hint) in enumerate(
            zip(found, roles_of(said, found, near), near, strict=True)
        )
    ]
    return msgspec.structs.replace(draft, said=said, quotations=tuple(quotations))


def _with_whole_speaker(draft: Draft, roles: Roles) -> Roles:
    return roles._replace(speaker=whole(draft.outline, roles.speaker))


class _Grammar(NamedTuple):
    """What grammar knows of a text, in the places of the model.

    Attributes:
        hints: what the rules found; matches: the same by their places.
        lows: the words in lower case, "" at a break.
        pairs: first and last places of pairs of marks.
    """

    hints: list[Hint]
    matches: Matches
    lows: list[str]
    pairs: list[tuple[int, int]]


def _grammar(outline: Outline, said: Tagged, by_rule: Sequence[Hint]) -> _Grammar:
    place = np.flatnonzero(said.token >= 0)
    hints = [moved(hint, place) for hint in by_rule]
    words = [*outline.lows, ""]  # a break is -1, the last
    pairs = [
        (int(place[pair.first]), int(place[pair.last - 1]))
        for pair in outline.marks.pairs
    ]
    lows = [words[number] for number in said.token.tolist()]
    return _Grammar(hints, Matches(hints), lows, pairs)


def _levels(said: Tagged, grammar: _Grammar) -> Levels:
    """The contents of the model, and those of the rules that grammar is sure of."""
    hints, matches, lows, pairs = grammar

    def level(scores: Floats, level: Level) -> list[Piece]:
        pieces = list(trimmed(contents(scores, level, said.token), lows))
        return [
            piece
            for piece in balanced(pieces, pairs)
            if has_word(piece, lows)
            and not is_inferred(piece, lows)
            and not is_purpose(piece, lows)
        ]

    known = model()
    found = Levels(level(said.outer, known.outer), level(said.inner, known.inner))
    pieces = (*found.outer, *found.inner)
    matched = {id(matches.of(piece.places)) for piece in pieces}
    passed_over = [hint for hint in hints if id(hint) not in matched]
    parted = with_sentences_parted(found, hints, lows)
    joined = with_sentences_joined(parted, hints, lows)
    levels = with_sure(with_outer_sentences(joined, hints, lows), passed_over)
    return Levels(*(_believed(some, matches) for some in levels))


def _believed(pieces: list[Piece], matches: Matches) -> list[Piece]:
    """The contents that are not as good as surely wrong."""
    return [
        piece for piece in pieces if raw_score(piece, matches.of(piece.places)) >= LEAST
    ]


def _quotation(one: Placed, roles: Roles, said: Tagged, tokens: Tokens) -> Quotation:
    return Quotation(
        id=0,
        kind=KINDS[one.piece.kind],
        medium=MEDIA[roles.medium],
        parent=one.parent,
        content=spans_of(tokens, said.token[list(one.piece.places)].tolist()),
        frame=spans_of(tokens, roles.frame),
        speaker=spans_of(tokens, roles.speaker),
        cue=spans_of(tokens, roles.cue),
        addressee=spans_of(tokens, roles.addressee),
    )


def spans_of(tokens: Tokens, numbers: Sequence[int]) -> Spans:
    """Characters of tokens in ascending order; neighbours make one span."""
    result: list[Span] = []
    last = -2
    for number in numbers:
        begin, end = tokens.spans[number]
        if number == last + 1:
            result[-1] = Span(result[-1].begin, end)
        else:
            result.append(Span(begin, end))
        last = number
    return tuple(result)
