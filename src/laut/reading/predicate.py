"""What a content asserts: its main clause, and what stands around it.

Takes an `Outline` and the token ranges of a content, gives its `Proposition`. The
clauses are cut anew, for quotation marks do not count here: what is between two marks
of punctuation is a clause, and its first word tells what kind. Linear in the content.
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from laut.reading.clauses import is_verb_like
from laut.reading.frames import Range
from laut.reading.outline import DIVIDERS, ENDS, Outline
from laut.reading.predicates import class_of
from laut.reading.verbs import is_konjunktiv
from laut.reading.words import words_of

MOST = 400
"""How many tokens of a content are looked at: no proposition is longer."""

_FINITE_WITHIN = 4
"""A main clause has its finite verb among so many first words, a relative one not."""

_BRACKETS = {"(": 1, "[": 1, ")": -1, "]": -1}
_MARKS = frozenset("„“”\"»«›‹‚‘’'") | {"''", "``", ",,", ">>", "<<"}


class Part(Enum):
    """What a clause is to the sentence."""

    MAIN = "main"
    COMPLEMENT = "complement"
    SUBORDINATE = "subordinate"
    CONDITION = "condition"


class Piece(NamedTuple):
    """The tokens of one clause, and of which sentence of the content it is."""

    tokens: list[int]
    sentence: int


class Proposition(NamedTuple):
    """The main predicate of a content.

    Attributes:
        main: the tokens of its clause, in order.
        rest: the tokens of the sentence's other clauses.
        conditional: whether the sentence has a condition.
        ends: the mark that ends its sentence, "" where none does.
    """

    main: tuple[int, ...]
    rest: tuple[int, ...]
    conditional: bool
    ends: str


def proposition_of(outline: Outline, ranges: Iterable[Range]) -> Proposition:
    """The first proposition of a content."""
    tokens = [i for first, last in ranges for i in range(first, last)][:MOST]
    pieces = [piece for piece in _pieces(outline, tokens) if piece.tokens]
    parts = [_part(outline, pieces, number) for number in range(len(pieces))]
    chosen = _chosen(outline, pieces, parts)
    main = tuple(i for number in chosen for i in pieces[number].tokens)
    sentence = pieces[chosen[0]].sentence if chosen else 0
    beside = [n for n, piece in enumerate(pieces) if piece.sentence == sentence]
    return Proposition(
        main=main,
        rest=tuple(i for n in beside if n not in chosen for i in pieces[n].tokens),
        conditional=any(parts[n] is Part.CONDITION for n in beside),
        ends=_end_of(outline, tokens, main),
    )


def _end_of(outline: Outline, tokens: list[int], main: tuple[int, ...]) -> str:
    """The first full stop, question or exclamation mark after the main clause."""
    after = main[-1] if main else -1
    stops = (outline.words[i] for i in tokens if i > after)
    return next((word for word in stops if word in ENDS), "")


def _pieces(outline: Outline, tokens: list[int]) -> Iterator[Piece]:
    """What stands between commas and stops, less brackets and quotation marks."""
    current: list[int] = []
    sentence, depth = 0, 0
    for index in tokens:
        word = outline.words[index]
        turn = _BRACKETS.get(word, 0)
        depth = max(0, depth + turn)
        if not depth and (word in DIVIDERS or word in ENDS):
            yield Piece(current, sentence)
            current = []
            sentence += word == ";" or (word in ENDS and word != ":")
        if not depth and not turn and _is_word(word):
            current.append(index)
    yield Piece(current, sentence)


def _is_word(word: str) -> bool:
    return word not in DIVIDERS and word not in ENDS and word not in _MARKS


def _part(outline: Outline, pieces: list[Piece], number: int) -> Part:
    tokens = pieces[number].tokens
    low = opening_word(outline, tokens)
    fronted = number == 0 and _is_inverted(outline, pieces)
    if low in words_of("complement") or (number == 0 and low == "ob"):
        return Part.SUBORDINATE if fronted else Part.COMPLEMENT
    if low in class_of("condition"):
        return _condition(outline, tokens, low)
    if fronted:
        return Part.CONDITION if _may_be_verb(low) else Part.SUBORDINATE
    opens = number == 0 or pieces[number - 1].sentence != pieces[number].sentence
    below = _is_below(outline, tokens, low) or (
        not opens and _is_relative(outline, tokens)
    )
    return Part.SUBORDINATE if below else Part.MAIN


def _is_below(outline: Outline, tokens: list[int], low: str) -> bool:
    """Whether a clause opens with „weil“ or „um“ and ends as such clauses do."""
    if low in words_of("purpose"):
        return True
    return low in words_of("subordinator") and _ends_finite(outline, tokens)


def _is_inverted(outline: Outline, pieces: list[Piece]) -> bool:
    """„Verläuft der Test gut, würde …“, „Dass er komme, sei …“: a verb comes next."""
    if len(pieces) == 1 or pieces[1].sentence != pieces[0].sentence:
        return False
    first = pieces[1].tokens[0]
    return is_finite(outline, first) or is_konjunktiv(outline.lows[first])


def _may_be_verb(low: str) -> bool:
    """Whether a word that opens a clause may be its verb: „Verläuft der Test gut“."""
    return low not in words_of("question") and low.endswith(("t", "e", "ten"))


def _condition(outline: Outline, tokens: list[int], low: str) -> Part:
    """„wenn“ may only tell when; doubt makes it a condition."""
    if low != "wenn":
        return Part.CONDITION
    doubt = class_of("negation") | class_of("future") | class_of("counterfactual")
    words = {outline.lows[i] for i in tokens}
    doubtful = words & doubt or words & class_of("should")
    return Part.CONDITION if doubtful else Part.SUBORDINATE


def opening_word(outline: Outline, tokens: list[int]) -> str:
    """The first word of a clause in lower case, past „und“ or „aber“."""
    low = outline.lows[tokens[0]]
    if low in words_of("coordinator") and low != "während" and len(tokens) > 1:
        return outline.lows[tokens[1]]
    return low


def _ends_finite(outline: Outline, tokens: list[int]) -> bool:
    return is_verb_like(outline, tokens[-1])


def _is_relative(outline: Outline, tokens: list[int]) -> bool:
    at = 1 if outline.lows[tokens[0]] in words_of("preposition") else 0
    if at >= len(tokens) or outline.lows[tokens[at]] not in words_of("relative"):
        return False
    early = tokens[at + 1 : at + 1 + _FINITE_WITHIN]
    return not any(is_finite(outline, i) for i in early if i != tokens[-1])


def is_finite(outline: Outline, index: int) -> bool:
    """Whether a token is a finite verb beyond doubt: „habe“, „will“, „wurde“."""
    low = outline.lows[index]
    return outline.words[index].islower() and (
        low in words_of("konjunktiv-sure")
        or low in words_of("plain-verb")
        or low in words_of("modal")
    )


def _chosen(outline: Outline, pieces: list[Piece], parts: list[Part]) -> list[int]:
    """The first main clause or complement, with its second half after an insertion."""
    wanted = (Part.MAIN, Part.COMPLEMENT)
    chosen: list[int] = []
    for number, piece in enumerate(pieces):
        if chosen and piece.sentence != pieces[chosen[0]].sentence:
            break
        if parts[number] not in wanted or (chosen and parts[number] is Part.COMPLEMENT):
            continue
        if _yields(outline, pieces, parts, number):
            continue
        chosen.append(number)
        if any(is_verb_like(outline, i) for i in piece.tokens):
            break
    return chosen or ([0] if pieces else [])


def _yields(
    outline: Outline, pieces: list[Piece], parts: list[Part], number: int
) -> bool:
    """Whether a clause with „zwar“ leaves the word to the next one."""
    if all(outline.lows[i] != "zwar" for i in pieces[number].tokens):
        return False
    return any(
        pieces[later].sentence == pieces[number].sentence and parts[later] is Part.MAIN
        for later in range(number + 1, len(pieces))
    )
