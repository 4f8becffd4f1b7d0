"""Media and agencies: who merely passes words on.

By the noun beside the name („Zeitung“, „Sender“: `german/nouns.tsv`) or by the name
itself (`german/carriers.tsv`).
"""

import re
from functools import cache

from laut.reading.frames import Range
from laut.reading.nominative import nominative
from laut.reading.nouns import noun_of
from laut.reading.outline import Outline
from laut.reading.tables import rows
from laut.reading.words import is_name_like, words_of

LONGEST_MARKED = 6
"""How many tokens a medium's name in quotation marks may have."""

_ADDRESS = re.compile(r"[\w.-]+\.(?:com|de|org|net|uk|at|ch|fr|info|tv)")


@cache
def media_names() -> frozenset[str]:
    """The media known by name."""
    return frozenset(row[0] for row in rows("carriers"))


def medium_at(outline: Outline, first: int, last: int) -> int | None:
    """The first word of a phrase that tells a medium; None where there is none."""
    for index in range(first, last):
        if is_medium_word(outline.words[index]):
            return index
    return None


def is_medium_word(word: str) -> bool:
    """Whether a word is a medium's name or a noun for a medium."""
    if "." in word and _ADDRESS.fullmatch(word):
        return True
    if not word[:1].isupper() and word[:3] not in {"dpa", "taz", "epd", "n-t"}:
        return False
    if word in media_names():
        return True
    noun = noun_of(word)
    return noun is not None and noun.sort == "medium"


def medium_around(outline: Outline, index: int, where: Range) -> Range:
    """A medium's whole name: „New York | Times“, „Sender | Al Jazeera“."""
    first, last = index, index + 1
    while first > where[0] and _is_part(outline, first - 1):
        first -= 1
    while last < where[1] and (
        _is_name(outline.words[last]) or _opens_marks(outline, last, where)
    ):
        last = _past(outline, last)
        if last < where[1] and outline.lows[last] in {"da", "de", "of", "la"}:
            last += 1
    return first, last


def _is_part(outline: Outline, index: int) -> bool:
    word = outline.words[index]
    plain = _is_name(word) or word in {'"', "„", "»"}
    return plain and outline.lows[index] not in OPENINGS


OPENINGS = (
    words_of("name-opening") | words_of("preposition") | frozenset({"gegenüber", "wie"})
)


def _opens_marks(outline: Outline, index: int, where: Range) -> bool:
    number = outline.pair_at[index]
    if number < 0 or outline.outer[number].first != index:
        return False
    return outline.outer[number].last <= min(where[1], index + LONGEST_MARKED)


def _past(outline: Outline, index: int) -> int:
    number = outline.pair_at[index]
    inside = number >= 0 and outline.outer[number].first == index
    return outline.outer[number].last if inside else index + 1


def _is_name(word: str) -> bool:
    return is_name_like(word) or word in media_names()


def medium_name(outline: Outline, around: Range) -> str:
    """„Nachrichtenagentur Reuters“ → „Reuters“; marks go."""
    first, last = around
    noun = noun_of(outline.words[first])
    known = outline.words[first] in media_names()
    medium = noun is not None and noun.sort == "medium" and not known
    generic = medium and last > first + 1
    kept = range(first + 1 if generic else first, last)
    bare = [i for i in kept if outline.words[i].strip("\"„“”‚‘»«'")]
    if not bare:
        return nominative(outline, first, last)
    if generic or bare[0] != first:
        return " ".join(outline.words[i] for i in bare)
    return nominative(outline, first, last)
