"""From the words that name a speaker to a name.

Pure text: articles and „Angaben der“ go, a few endings become nominative, and a
surname grows to the full name that the article gives for it, if it gives just one.
What is not certain stays as it stands.
"""

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache

from laut.reading.outline import Outline
from laut.reading.tables import rows
from laut.reading.words import is_name_like, words_of

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


class Gender(Enum):
    """What „er“ and „sie“ can stand for."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    UNKNOWN = "unknown"


def gender_of(words: str, name: str) -> Gender:
    """The gender of a speaker by article, else by role, else by the first name.

    Args:
        words: the speaker's words as they stand.
        name: the name they were given.
    """
    lows = words.lower().split()
    if lows[0] in {"der", "ein"}:
        return Gender.MASCULINE
    if lows[0] in {"die", "eine"}:
        return Gender.FEMININE
    roles = [low for low in lows if _is_role(low)]
    if roles:
        return Gender.FEMININE if roles[0].endswith("in") else Gender.MASCULINE
    return _gender_of_first_name(name)


def _gender_of_first_name(name: str) -> Gender:
    first, _, last = name.partition(" ")
    if not last or not is_name_like(first):
        return Gender.UNKNOWN
    if first.endswith("a"):
        return Gender.FEMININE
    doubtful = first.endswith(("e", "i", "y", "n", "th", "el", "id"))
    return Gender.UNKNOWN if doubtful else Gender.MASCULINE


class FullNames:
    """The full names of one text, by surname; made once, asked often."""

    def __init__(self, outline: Outline) -> None:
        self._first: dict[str, set[str]] = {}
        for first, last in _pairs(outline):
            self._first.setdefault(last, set()).add(first)

    def full(self, name: str) -> str:
        """The name with its first name, where it is one word and there is just one."""
        firsts = self._first.get(name, set())
        if " " in name or len(firsts) != 1:
            return name
        return f"{next(iter(firsts))} {name}"


def _pairs(outline: Outline) -> Iterator[tuple[str, str]]:
    """Two names in a row, the first one no role and no word that opens a sentence."""
    words, lows = outline.words, outline.lows
    for index in range(1, len(words)):
        first, last = words[index - 1], words[index]
        if not (is_name_like(first) and is_name_like(last)) or outline.broken[index]:
            continue
        if (
            first.isupper()
            or _is_adjective(first)
            or _is_role(lows[index - 1])
            or _is_function(lows[index - 1])
        ):
            continue
        if _inside_name(outline, index):
            continue
        yield first, last


def _is_adjective(word: str) -> bool:
    """„Berliner“ before a noun; Peter and Günter only look like that."""
    known = word.lower() in words_of("first-name")
    return not known and _ADJECTIVE.search(word) is not None


def _inside_name(outline: Outline, index: int) -> bool:
    """Whether a third name follows: then the second is no surname."""
    return index + 1 < len(outline.words) and is_name_like(outline.words[index + 1])


def _is_role(low: str) -> bool:
    return low.endswith(tuple(words_of("role-ending")))


def _is_function(low: str) -> bool:
    return any(
        low in words_of(name)
        for name in (
            "preposition",
            "clause-adverb",
            "subject-article",
            "other-article",
            "pronoun",
            "subordinator",
            "time-word",
        )
    )
