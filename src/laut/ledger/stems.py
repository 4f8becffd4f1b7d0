"""Words as searches compare them: folded, and without the endings of German.

Only as good as finding needs: a word and its inflections should get one stem, and it
does no harm where another word gets the same now and then. Pure.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_FOLD = str.maketrans("äöüàáâèéêìíîòóôùúû", "aouaaaeeeiiiooouuu")
_ENDINGS = ("ern", "em", "er", "en", "es", "te", "e", "s", "n", "t")
_LEAST = 4
"""Letters that stay at least."""


class Word(NamedTuple):
    """A word of a text: its stem, and where it stands."""

    stem: str
    begin: int
    end: int


def words(text: str) -> Iterator[Word]:
    """The words of a text with their stems, in its order."""
    for found in _WORD.finditer(text):
        yield Word(stem(found[0]), found.start(), found.end())


def stems(text: str) -> list[str]:
    """The stems of the words of a text, in its order."""
    return [stem(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a word."""
    bare = word.casefold().translate(_FOLD)
    while shorter := _shorter(bare):
        bare = shorter
    return bare


def _shorter(word: str) -> str:
    """The word without one ending; "" where it has none to lose."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return ""
