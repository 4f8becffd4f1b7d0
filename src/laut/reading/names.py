"""From the words that name a speaker to a name.

Pure text: articles and „Angaben der“ go, a few endings become nominative. What is not
certain stays as it stands.
"""

import re
from functools import cache

from laut.reading.tables import rows
from laut.reading.words import words_of

_ADJECTIVE = re.compile(r"(?:sche|schen|scher|sches|liche|lichen|licher|er)$")
_SPACE = re.compile(r"\s+")


def cleaned(words: str) -> str:
    """The words without article, preposition, or the noun of saying before a name."""
    tokens = _SPACE.split(words.strip(" ,;:–-"))
    rest = _without_saying(_strong(tokens[0].lower(), _without_article(tokens)))
    if not rest:
        return words
    return " ".join([*map(_nominative, rest[:1]), *rest[1:]]).strip(" ,;:–-")


def _strong(article: str, tokens: list[str]) -> list[str]:
    """The first word as it is without its article: Weißes Haus, Vereinte Nationen."""
    if len(tokens) < len(("Weißes", "Haus")):
        return tokens
    first = tokens[0]
    low = first.lower()
    if first[:1].isupper() and low not in words_of("weak-adjective"):
        return tokens
    if article in {"der", "das"} and low.endswith("e"):
        return [first + ("r" if article == "der" else "s"), *tokens[1:]]
    if article == "die" and low.endswith("en"):
        return [first[:-1], *tokens[1:]]
    return tokens


def _without_article(tokens: list[str]) -> list[str]:
    if len(tokens) > 1 and _is_opening(tokens[0].lower()):
        return tokens[1:]
    return tokens


def _is_opening(low: str) -> bool:
    return low in words_of("name-opening") or low in words_of("genitive-article")


def _without_saying(tokens: list[str]) -> list[str]:
    """„ersten Angaben der Polizei“ → „Polizei“; „eigenen Angaben“ stays."""
    for place, token in enumerate(tokens[:3]):
        if token not in nouns_of_saying():
            continue
        after = tokens[place + 1 :]
        if len(after) > 1 and _is_opening(after[0].lower()):
            return _without_article(after[1:] if after[0] == "von" else after)
    return tokens


@cache
def nouns_of_saying() -> frozenset[str]:
    """The nouns that name something said, as they stand in texts."""
    return frozenset(
        word for row in rows("saying") if row[0] == "noun" for word in row[1].split()
    )


def _nominative(word: str) -> str:
    for ending, cut in rows("nominatives"):
        if word.lower().endswith(ending):
            return word[: -int(cut)]
    return word
