"""The outline of a text: marked passages, sentences with their speech, clauses.

Takes tokens, returns an `Outline`. A *passage* is a sentence, or several that one
pair of quotation marks holds together. A *clause* here is what stands between two
commas, colons, semicolons or dashes of a passage; what stands in quotation marks or
brackets is opaque: it never divides a passage. All numbers are token numbers,
half-open, and stay in `laut.reading`. Linear in the text.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from laut.reading.marks import Marks, Pair, marks_of
from laut.reading.tokens import Tokens

DASHES = frozenset({"–", "—", "-", "--"})
DIVIDERS = DASHES | {",", ";", ":", "…"}
ENDS = frozenset({".", "!", "?", "…", "...", ":"})
MOST_CLAUSES = 60
"""More clauses than a sentence has; what is longer is cut, so that all stays linear."""

MOST_TOKENS = 150
"""More words than a clause has, those in marks aside."""

_OPEN, _SHUT = frozenset("([{"), frozenset(")]}")


class Clause(NamedTuple):
    """Tokens `first` up to, not including, `last`; the divider before it, if any."""

    first: int
    last: int
    divider: str


class Passage(NamedTuple):
    """One sentence, or several under one pair of marks, and its clauses."""

    first: int
    last: int
    clauses: tuple[Clause, ...]


class Outline(NamedTuple):
    """What all steps see of a text.

    Attributes:
        words: the tokens as they stand; `lows`: in lower case.
        pair_at: for each token the number of the outermost pair it is in, or -1.
        broken: for each token whether a new line begins with it.
    """

    words: list[str]
    lows: list[str]
    marks: Marks
    outer: tuple[Pair, ...]
    pair_at: list[int]
    broken: list[bool]
    passages: tuple[Passage, ...]


def outline_of(tokens: Tokens) -> Outline:
    """The outline of a text."""
    words = tokens.words
    marks = marks_of(tokens)
    outer = tuple(_outermost(marks.pairs))
    pair_at = [-1] * len(words)
    for number, pair in enumerate(outer):
        pair_at[pair.first : pair.last] = [number] * (pair.last - pair.first)
    passages = tuple(_passages(tokens, outer, pair_at))
    return Outline(
        words=words,
        lows=[word.lower() for word in words],
        marks=marks,
        outer=outer,
        pair_at=pair_at,
        broken=_line_starts(tokens),
        passages=passages,
    )


def passage_at(outline: Outline, index: int) -> int:
    """The number of the passage that holds a token."""
    return bisect_right(outline.passages, index, key=lambda p: p.first) - 1


def trimmed(outline: Outline, first: int, last: int) -> tuple[int, int]:
    """The range without the punctuation at its ends; marks of quotation stay."""
    words = outline.words
    while last > first and (words[last - 1] in ENDS or words[last - 1] in DIVIDERS):
        last -= 1
    while first < last and (words[first] in DIVIDERS or words[first] in ENDS):
        first += 1
    return first, last


def _outermost(pairs: tuple[Pair, ...]) -> Iterator[Pair]:
    end = 0
    for pair in pairs:
        if pair.first >= end:
            yield pair
            end = pair.last


def _line_starts(tokens: Tokens) -> list[bool]:
    text, spans = tokens.text, tokens.spans
    result = [True] * len(spans)
    for index in range(1, len(spans)):
        result[index] = "\n" in text[spans[index - 1][1] : spans[index][0]]
    return result


def _passages(
    tokens: Tokens, outer: tuple[Pair, ...], pair_at: list[int]
) -> Iterator[Passage]:
    """The passages, none with more than `MOST_CLAUSES` clauses."""
    for first, last in _joined(tokens, outer):
        clauses = tuple(_clauses(tokens.words, pair_at, first, last))
        for begin in range(0, len(clauses), MOST_CLAUSES):
            part = clauses[begin : begin + MOST_CLAUSES]
            start = first if begin == 0 else part[0].first
            rest = clauses[begin + MOST_CLAUSES : begin + MOST_CLAUSES + 1]
            yield Passage(start, rest[0].first if rest else last, part)


def _joined(tokens: Tokens, outer: tuple[Pair, ...]) -> Iterator[tuple[int, int]]:
    """Sentences, those joined whose border lies inside a pair of marks."""
    begin, at = 0, 0
    for _, last in tokens.sentences:
        while at < len(outer) and outer[at].last <= last:
            at += 1
        if at == len(outer) or outer[at].first >= last:
            yield begin, last
            begin = last
    if tokens.sentences and begin < tokens.sentences[-1][1]:
        yield begin, tokens.sentences[-1][1]


def _clauses(
    words: list[str], pair_at: list[int], first: int, last: int
) -> Iterator[Clause]:
    """What stands between the dividers outside marks and brackets."""
    begin, divider, depth, size = first, "", 0, 0
    for index in range(first, last):
        if pair_at[index] >= 0:
            continue
        word = words[index]
        size += 1
        depth = max(0, depth + (word in _OPEN) - (word in _SHUT))
        if word in DIVIDERS and not depth:
            if index > begin:
                yield Clause(begin, index, divider)
            begin, divider, size = index + 1, word, 0
        elif size > MOST_TOKENS:
            yield Clause(begin, index, divider)
            begin, divider, size, depth = index, "", 0, 0
    if begin < last:
        yield Clause(begin, last, divider)
