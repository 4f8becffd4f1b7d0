"""Figures in a content, and whether those of two contents can be one and the same.

Takes the words of a content, returns amounts: a value, what is counted, and whether it
is exact, vague, or a bound. Dates, times of day and years are none. Pure.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from laut.reading.numerals import spelt
from laut.reading.tables import classed, rows
from laut.trace.stems import stem_of

CLOSE = 0.1
"""A vague figure may lie off by this share."""

_DIGITS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_YEARS = range(1900, 2100)
_SCALES = {
    "prozent": 1.0, "tausend": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6,
    "mio.": 1e6, "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "mrd.": 1e9,
}  # fmt: skip
_ROUGH = {
    "dutzende": 12.0, "hunderte": 1e2, "tausende": 1e3, "zehntausende": 1e4,
    "hunderttausende": 1e5, "millionen": 1e6, "milliarden": 1e9,
}  # fmt: skip
_AHEAD = 4
"""How many words behind a figure what it counts is looked for."""


class Amount(NamedTuple):
    """A figure.

    Attributes:
        value: the number.
        of: the stem of what is counted; "" where nothing is.
        sort: "" exact, "vague", "least" or "most".
        shown: as it stands.
    """

    value: float
    of: str
    sort: str
    shown: str


def amounts_in(words: Sequence[str]) -> tuple[Amount, ...]:
    """The figures that words give, in their order."""
    return tuple(_amounts(words))


def clash(
    one: Iterable[Amount], other: Iterable[Amount]
) -> tuple[Amount, Amount] | None:
    """Two figures for the same that cannot both be true; None where there are none.

    Of what both count, some figure must agree. Where each gives but one figure, they
    are for the same, whatever the words for it.
    """
    ours, theirs = tuple(one), tuple(other)
    if len(ours) == len(theirs) == 1 and not agree(ours[0], theirs[0]):
        return ours[0], theirs[0]
    for amount in ours:
        same = [rival for rival in theirs if amount.of and rival.of == amount.of]
        if same and not any(agree(amount, rival) for rival in same):
            return amount, same[0]
    return None


def agree(one: Amount, other: Amount) -> bool:
    """Whether two figures may be the same."""
    if one.value == other.value:
        return True
    if "vague" not in {one.sort, other.sort}:
        return False
    return abs(one.value - other.value) <= CLOSE * max(one.value, other.value)


def _amounts(words: Sequence[str]) -> Iterator[Amount]:
    at = 0
    while at < len(words):
        value = _value(words, at)
        if value is None:
            at += 1
            continue
        end = at + 1
        while end < len(words) and words[end].lower() in _SCALES:
            value *= _SCALES[words[end].lower()]
            end += 1
        yield Amount(
            value, _counted(words, end), _sort(words, at), _text(words, at, end)
        )
        at = end


def _value(words: Sequence[str], at: int) -> float | None:
    """The number that one word is; None where it is none, or part of a date."""
    word = words[at]
    if word.lower() in _ROUGH:
        return _ROUGH[word.lower()]
    if word.lower() in _numerals():
        return float(_numerals()[word.lower()])
    if not _DIGITS.fullmatch(word):
        return None
    value = float(word.replace(".", "").replace(",", "."))
    follows = words[at + 1] if at + 1 < len(words) else ""
    if follows in _months() or follows in {"Uhr", "Jahre"}:
        return None
    return None if value in _YEARS and "." not in word else value


def _counted(words: Sequence[str], begin: int) -> str:
    """The stem of the first noun behind a figure."""
    if words[begin - 1].lower() == "prozent":
        return "prozent"
    for word in words[begin : begin + _AHEAD]:
        if word[:1].isupper():
            return stem_of(word)
        if not word[:1].isalpha():
            break
    return ""


def _sort(words: Sequence[str], at: int) -> str:
    before = words[at - 1].lower() if at else ""
    if before == "als" and at > 1:
        before = words[at - 2].lower()
    if words[at].lower() in _ROUGH:
        return "vague"
    sorts = ("vague", "least", "most")
    return next((sort for sort in sorts if before in classed("claims", sort)), "")


def _text(words: Sequence[str], begin: int, end: int) -> str:
    follows = words[end] if end < len(words) and words[end][:1].isupper() else ""
    return " ".join((*words[begin:end], follows)).strip()


@cache
def _numerals() -> dict[str, int]:
    return {word: number for number, word in spelt().items() if number > 1}


@cache
def _months() -> frozenset[str]:
    return frozenset(form for form, _ in rows("months"))
