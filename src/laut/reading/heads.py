"""Head nouns: what a role or a kind of body says about the sort of source.

Takes one word, inflected or compound, returns the row of the table `heads` that its
end falls under: „Außenministers“ → minister, „Regierungskreisen“ → kreise, with what
stands before it as `rest`.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from laut.reading.tables import rows
from laut.terms import SourceKind

WEAK = "weak"
LONGEST = 80
"""Longer words are none of a language."""

WHOLE, EXACT = "ganz", "genau"

_UMLAUTS = (("anwalt", "anwält"), ("arzt", "ärzt"), ("verband", "verbänd"))
_LINKS = ("s", "es", "n", "en", "-")
_MASCULINE = ("", "s", "es", "n", "en", "in", "innen", "e")
_WEAK_NOUN = ("", "n", "r", "s", "m")


class Head(NamedTuple):
    """A head noun.

    Attributes:
        ending: as the table has it.
        kind: what sort of source; None where only what goes with it says so.
        sort: office, body, generic, crowd, paper or weak.
        rest: what stands before it in the word, without hyphen.
        whole: whether it counts only as a word of its own.
        row: its row in the table, counted from 1 without remarks.
    """

    ending: str
    kind: SourceKind | None
    sort: str
    rest: str
    whole: bool
    row: int


def head_of(word: str) -> Head | None:
    """The head noun that a word is or ends with; None for any other word."""
    head = _head(word.lower()) if len(word) <= LONGEST else None
    return head and head._replace(rest=word[: len(head.rest)])


def linked(rest: str) -> tuple[str, ...]:
    """The first part of a compound as it is and without the sound that links it."""
    cut = (rest.removesuffix(link) for link in _LINKS if rest.endswith(link))
    return (rest, *cut)


@cache
def _heads() -> dict[str, Head]:
    """Every inflected form of every head noun."""
    result: dict[str, Head] = {}
    for number, (ending, kind, sort, whole) in enumerate(rows("heads"), start=1):
        known: SourceKind | None = kind or None  # type: ignore[assignment]  # tested
        head = Head(ending, known, sort, "", whole in {WHOLE, EXACT}, number)
        for form in {ending, f"{ending}s"} if whole == EXACT else _forms(ending):
            if form not in result or form == ending:
                result[form] = head
    return result


def _forms(ending: str) -> set[str]:
    if ending.endswith("e"):
        feminine = {f"{ending[:-1]}in", f"{ending[:-1]}innen"}
        return {ending + end for end in _WEAK_NOUN} | feminine
    forms = {ending + end for end in _MASCULINE}
    for plain, changed in _UMLAUTS:
        if ending.endswith(plain):
            stem = ending.removesuffix(plain) + changed
            forms |= {stem + end for end in ("e", "en", "in", "innen")}
    return forms


@lru_cache(maxsize=8192)
def _head(low: str) -> Head | None:
    known = _heads()
    for start in range(len(low)):
        head = known.get(low[start:])
        if head is None:
            continue
        rest = low[:start]
        if not rest or rest.endswith("-") or not head.whole:
            return head._replace(rest=rest.removesuffix("-"))
    return None
