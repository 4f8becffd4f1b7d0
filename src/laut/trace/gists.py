"""What an assertion boils down to, for comparing it with others.

`gist_of` takes an `Assertion` and returns its `Gist`: weighted terms, participants,
figures, dates, polarity, and vectors of its words. A pure function of the assertion
and of the tables and vectors of the package; nothing of other assertions enters it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from laut.reading.polities import Place, metonym, places_in
from laut.reading.tables import classed, rows
from laut.reading.tagger import model
from laut.reading.tokens import tokenize
from laut.reading.words import words_of
from laut.trace.amounts import Amount, amounts_in
from laut.trace.assertions import Assertion
from laut.trace.stems import is_small, is_verb, parts_of, stem_of, weight_of

Floats = NDArray[np.float32]

STATE_WEIGHT = 3.5
PART = 0.6
"""What a part of a compound weighs, of what it weighs as a word."""

LEAST_WEIGHT = 1.0
FEW = 2
"""Contents with no more terms than this say nothing of their own."""

STATE = "="
"""Begins the term of a state, followed by its code."""

_STATE_TABLES = frozenset({"states", "state_words", "seats"})
_FEMALE = ("", "s", "in", "innen")
_INSIDE = frozenset({"in", "In", "im", "Im"})
_DIGIT = re.compile(r"\d")


class Word(NamedTuple):
    """A word that counts: as it stands, its term, and what it weighs."""

    shown: str
    term: str
    weight: float


class Gist(NamedTuple):
    """An assertion as it is compared.

    Attributes:
        assertion: the assertion.
        words: the words that count, in their order.
        terms: the weight of every term; of compounds the parts too.
        names: the terms that are names.
        aside: the terms that are names, or the offices of those named.
        states: the codes of the states that are named.
        roles: the part that a state takes where a preposition says so: target, origin.
        amounts: the figures.
        lows: all words in lower case.
        negated: whether the content says that something is not so.
        borrowed: whether the content only judges, and the terms are the context's.
        vectors: of the words, each of length 1.
        weights: of the words.
        whole: the weighted sum of the vectors, of length 1.
    """

    assertion: Assertion
    words: tuple[Word, ...]
    terms: Mapping[str, float]
    names: frozenset[str]
    aside: frozenset[str]
    states: frozenset[str]
    roles: frozenset[tuple[str, str]]
    amounts: tuple[Amount, ...]
    lows: tuple[str, ...]
    negated: bool
    borrowed: bool
    vectors: Floats
    weights: Floats
    whole: Floats


@lru_cache(maxsize=50_000)
def gist_of(assertion: Assertion) -> Gist:
    """The gist of an assertion."""
    tokens = tuple(tokenize(assertion.content).words)
    words = tuple(_words(tokens))
    untrue = any(word.lower() in classed("claims", "untrue") for word in tokens)
    borrowed = untrue and len(words) <= FEW and bool(assertion.context)
    if borrowed:
        tokens = tuple(tokenize(assertion.context).words)
        words = tuple(_words(tokens))
    return _gist(assertion, tokens, words, borrowed=borrowed, untrue=untrue)


def _gist(
    assertion: Assertion,
    tokens: tuple[str, ...],
    words: tuple[Word, ...],
    *,
    borrowed: bool,
    untrue: bool,
) -> Gist:
    vectors, weights, whole = _vectors(words)
    terms = _terms(words)
    names = frozenset(_names(assertion, words))
    return Gist(
        assertion=assertion,
        words=words,
        terms=terms,
        names=names,
        aside=names | {word.term for word in words if _is_office(word.shown)},
        states=frozenset(_states(tokens)),
        roles=frozenset(_roles(tokens)),
        amounts=amounts_in(tokens),
        lows=tuple(token.lower() for token in tokens if token[0].isalnum()),
        negated=borrowed and untrue or is_negated(tokens),
        borrowed=borrowed,
        vectors=vectors,
        weights=weights,
        whole=whole,
    )


def is_state(term: str) -> bool:
    """Whether a term stands for a state."""
    return term.startswith(STATE)


def is_negated(tokens: Sequence[str]) -> bool:
    """Whether words deny: an odd number of negations and of words that reject."""
    lows = [token.lower() for token in tokens]
    negations = 0
    for low, follows in zip(lows, [*lows[1:], ""], strict=True):
        if low in classed("claims", "negation"):
            negations += follows not in classed("claims", "unless")
        elif _rejects(low):
            negations += 1
    return negations % 2 == 1


def _rejects(low: str) -> bool:
    rejecting = {stem_of(verb) for verb in classed("claims", "rejecting")}
    return stem_of(low) in rejecting


def _words(tokens: Sequence[str]) -> Iterator[Word]:
    """The words that count; a state is one, whatever names it."""
    states = {
        at: (place.words, STATE + _code(tokens, at, place))
        for at, place in places_in(tokens)
        if place.table in _STATE_TABLES
    }
    skip = 0
    for at, token in enumerate(tokens):
        if at < skip:
            continue
        if at in states:
            size, term = states[at]
            skip = at + size
            yield Word(" ".join(tokens[at:skip]), term, STATE_WEIGHT)
        elif _counts(token):
            term = stem_of(_joined(tokens, at))
            if weight_of(term) >= LEAST_WEIGHT:
                yield Word(token, term, weight_of(term))


def _code(tokens: Sequence[str], at: int, place: Place) -> str:
    """The code that a place counts as: a seat as that of those who sit there."""
    seat = metonym(tokens[at]) if place.words == 1 else None
    return seat.code if seat and seat.code else place.code


def _counts(token: str) -> bool:
    low = token.lower()
    return token[0].isalpha() and len(token) > FEW and not is_small(low)


def _joined(tokens: Sequence[str], at: int) -> str:
    """A verb with the prefix that stands at the end of its clause: „erkannte … an“."""
    if not is_verb(tokens[at]):
        return tokens[at]
    for place in range(at + 1, len(tokens)):
        follows = tokens[place + 1] if place + 1 < len(tokens) else "."
        if not tokens[place][0].isalnum():
            break
        if tokens[place] in words_of("separable-prefix") and not follows[0].isalnum():
            return f"{tokens[place]}{tokens[at]}"
    return tokens[at]


def _terms(words: Sequence[Word]) -> dict[str, float]:
    terms: dict[str, float] = {}
    for word in words:
        terms[word.term] = word.weight
    for word in words:
        for part in () if is_state(word.term) else parts_of(word.shown):
            term = stem_of(part[:1].upper() + part[1:])
            if weight_of(term) >= LEAST_WEIGHT:
                terms.setdefault(term, PART * weight_of(term))
    return terms


def _names(assertion: Assertion, words: Sequence[Word]) -> Iterator[str]:
    """States, and the words of names that were read."""
    given = {stem_of(w) for name in assertion.names for w in tokenize(name).words}
    for word in words:
        if is_state(word.term) or word.term in given:
            yield word.term


def _states(tokens: Sequence[str]) -> Iterator[str]:
    """The states that are named, but for those where something only takes place."""
    for at, place in places_in(tokens):
        if place.table in _STATE_TABLES and (not at or tokens[at - 1] not in _INSIDE):
            yield _code(tokens, at, place)


def _is_office(word: str) -> bool:
    """Whether a word is an office, alone or at the end: Innenminister."""
    return word[:1].isupper() and word.lower().endswith(_offices())


@cache
def _offices() -> tuple[str, ...]:
    """The nouns for people by office, in all their forms."""
    cells = [row[2] for row in rows("nouns") if row[0] in {"office", "spokes"}]
    entries = [word.strip("=") for cell in cells for word in cell.split()]
    forms = {form for entry in entries for form in entry.split("/")}
    return tuple(sorted(f"{form}{end}" for form in forms for end in _FEMALE))


def _roles(tokens: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The states with the part that a preposition right before gives them."""
    for at, place in places_in(tokens):
        before = [token.lower() for token in tokens[max(0, at - 2) : at]][::-1]
        for role in ("target", "origin"):
            words = classed("claims", role)
            if before[:1] and before[0] in words:
                yield _code(tokens, at, place), role
            elif len(before) > 1 and before[0].startswith("d") and before[1] in words:
                yield _code(tokens, at, place), role


def _vectors(words: Sequence[Word]) -> tuple[Floats, Floats, Floats]:
    """The vectors of words, their weights, and the sum of both."""
    shown = [_DIGIT.sub("0", word.shown) for word in words]
    vectors = _unit(model().subwords.vectors(shown))
    weights = np.array([word.weight for word in words], np.float32)
    return (
        vectors,
        weights,
        _unit((vectors * weights[:, None]).sum(0, keepdims=True))[0],
    )


def _unit(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Floats = rows / np.maximum(lengths, 1e-6)
    return unit
