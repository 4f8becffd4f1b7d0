"""Datelines: where a report comes from, and who wires it, before its first words.

    Moskau/Kiew (dpa) –        BERLIN (Reuters) -

Takes the words with which a paragraph begins, in any case; nothing else is looked at.
"""

from collections.abc import Sequence

from laut.reading.nouns import speaking
from laut.reading.words import words_of

LONGEST = 12
"""A dateline has at most so many words and signs."""

_DASHES = frozenset({"–", "—", "-", "--"})


def past_dateline(words: Sequence[str]) -> int:
    """How many of the words are a dateline; 0 where they begin with none."""
    opening = list(words[:LONGEST])
    if "(" not in opening or ")" not in opening:
        return 0
    bracket, closed = opening.index("("), opening.index(")")
    places = all(map(_is_place, opening[:bracket]))
    wired = not any(word.lower() in speaking("party") for word in opening[bracket:])
    dashed = not _DASHES.isdisjoint(opening[closed + 1 : closed + 2])
    found = 0 < bracket < closed and places and wired and dashed
    return closed + 2 if found else 0


def _is_place(word: str) -> bool:
    """A name, or what joins two; no article, as in „Der Kanzler (66) –“."""
    if word.lower() in words_of("name-opening") | words_of("subject-article"):
        return False
    return word in {"/", ","} or word.replace("/", "").replace("-", "").isalpha()
