"""The small words of the language by what they do, from `german/words.tsv`."""

import re
from functools import cache

from laut.reading.tables import classed


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of one class, in lower case.

    Raises:
        KeyError: there is no such class.
    """
    return spelt("words", name)


def spelt(table: str, name: str) -> frozenset[str]:
    """The words of one class of a table, as they are spelt in Switzerland too.

    Raises:
        KeyError: there is no such class.
    """
    words = classed(table, name)
    return words | {swiss(word) for word in words}


def swiss(word: str) -> str:
    """The word as it is spelt in Switzerland: hiess, grosse."""
    return word.replace("ß", "ss")


def is_name_like(word: str) -> bool:
    """Whether a token is written like a noun or name: Bericht, ai-Bericht."""
    if word[:1].isupper():
        return True
    return "-" in word and word.rpartition("-")[2][:1].isupper()


def is_number(word: str) -> bool:
    """Whether a token begins with a digit."""
    return word[:1].isdigit()


_ADVERB = re.compile(
    r"\w{3,}(?:lang|weise|mäß|seits|lich|dings|falls|maßen|mals|gens)$"
)


def is_adverb_like(low: str) -> bool:
    """Whether a word that opens a sentence has an ending of adverbs."""
    return _ADVERB.match(low) is not None


def is_adjective_like(word: str) -> bool:
    """Whether a lower-case token has an ending of the attributive adjective."""
    return word[:1].islower() and word.endswith(("e", "en", "er", "es", "em"))
