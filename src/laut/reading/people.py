"""The people of an article: who is named in it, under which names, in which offices.

Takes an outline and more texts of the same article (its title), returns `People`:
names that share their words are one person, named by the longest. A name is what
follows a first name of `firstnames.tsv` or a noun for a person („Kremlchef Wladimir
Putin“), or what a speaker is called by. Linear in the text.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from laut.reading.metonyms import metonym_of
from laut.reading.nouns import Letter, noun_of, speaking
from laut.reading.outline import Outline
from laut.reading.tables import rows
from laut.reading.words import is_name_like, words_of

_ABSTRACT = re.compile(r"\w{3}(?:ung|ungen|heit|keit|schaft|ismus|tät|tion|tionen)s?$")
"""Endings of nouns that are no names."""

MOST_WORDS = 6
"""More words than a name has."""

APPOSITION = 12
"""How many words may stand between a name and the office that tells it."""


class Figure(NamedTuple):
    """Somebody whom the article names.

    Attributes:
        name: the longest name that it gives.
        gender: "m", "f", or "" where the article does not make it plain.
        offices: the nouns that tell what he or she is, in lower case.
    """

    name: str
    gender: str
    offices: frozenset[str]


class Found(NamedTuple):
    """A name as it stands: tokens `first` up to, not including, `last`."""

    words: tuple[str, ...]
    first: int
    last: int
    gender: str
    office: str


@cache
def first_names() -> dict[str, Letter]:
    """The gender of each first name."""
    return {
        name: gender  # type: ignore[misc]
        for gender, cell in rows("firstnames")
        for name in cell.split()
    }


def names_in(outline: Outline) -> Iterator[Found]:
    """The names of people that stand in a text with a first name or an office."""
    words = outline.words
    firsts = first_names()
    index = 0
    while index < len(words):
        word = words[index]
        if not word[:1].isupper():
            index += 1
            continue
        if word in firsts:
            found = _from_first_name(outline, index, firsts[word])
        else:
            found = _from_office(outline, index)
        if found is not None:
            yield found
            index = found.last
        else:
            index += 1


def _from_first_name(outline: Outline, index: int, gender: str) -> Found | None:
    end = name_end(outline, index + 1, lax=True)
    if end == index + 1:
        return None
    office = office_near(outline, index, end)
    return Found(tuple(outline.words[index:end]), index, end, gender, office)


def _from_office(outline: Outline, index: int) -> Found | None:
    """„General Sonthi“: a singular noun for a person and a name right after it."""
    noun = noun_of(outline.words[index])
    after = index + 1
    if noun is None or not noun.is_person or after >= len(outline.words):
        return None
    if noun.plural and not _is_weak(outline, index):
        return None
    if outline.words[after] in first_names() or outline.broken[after]:
        return None
    end = name_end(outline, after, lax=False)
    if end == after:
        return None
    return Found(
        tuple(outline.words[after:end]), after, end, noun.gender, noun.single.lower()
    )


def _is_weak(outline: Outline, index: int) -> bool:
    """„des Präsidenten“: a singular that looks like its plural."""
    return index > 0 and outline.lows[index - 1] in {"des", "dem", "den", "der", "vom"}


def name_end(outline: Outline, start: int, *, lax: bool) -> int:
    """Past the words of a name from `start` on; `start` where there are none.

    Args:
        outline: the text.
        start: the first word.
        lax: whether the first may be a noun too: „Heinz Fischer“.
    """
    at, stop = start, min(len(outline.words), start + MOST_WORDS)
    while at < stop and not outline.broken[at]:
        inside = lax or at > start
        if not _is_particle(outline, at, stop, inside=inside) and not _is_part(
            outline, at, lax=lax and at == start
        ):
            break
        at += 1
    return at


def _is_part(outline: Outline, at: int, *, lax: bool) -> bool:
    word, low = outline.words[at], outline.lows[at]
    if low.startswith(("al-", "el-")) and len(word) > len("al-X"):
        return True
    if not is_name_like(word) or low in words_of("time-word") or word.isupper():
        return len(word) == len("W.") and word[1] == "." and word[0].isupper()
    return lax or (
        noun_of(word) is None
        and metonym_of(word.removesuffix("s")) is None
        and low not in speaking("no-name")
        and _ABSTRACT.search(low) is None
    )


def _is_particle(outline: Outline, at: int, stop: int, *, inside: bool) -> bool:
    """„van den“, „von der“ before a capital; „und“ is none, nor „von“ at the begin."""
    low = outline.lows[at]
    known = words_of("name-particle") if inside else speaking("first-particle")
    if low not in known or low in {"und", "&", "y", "zu", "zur"}:
        return False
    if low in {"der", "den"} and outline.lows[at - 1] not in {"van", "von"}:
        return False
    after = at + 1
    while after < stop and outline.lows[after] in words_of("name-particle"):
        after += 1
    return after < stop and outline.words[after][:1].isupper()


def office_near(outline: Outline, first: int, last: int) -> str:
    """The office that stands before or after a name; "" where none does."""
    return (
        _office_at(outline, first - 1)
        or _office_before(outline, first)
        or _office_after(outline, last)
    )


def _office_at(outline: Outline, index: int) -> str:
    if index < 0 or not is_name_like(outline.words[index]):
        return ""
    noun = noun_of(outline.words[index])
    return noun.single.lower() if noun is not None and noun.is_person else ""


def _office_before(outline: Outline, first: int) -> str:
    """„Präsident der Region Elsass | X“, „Minister der Republik, | X“."""
    at = first - 1
    if at > 0 and outline.words[at] == ",":
        at -= 1
    for index in range(at, max(-1, at - APPOSITION), -1):
        word, low = outline.words[index], outline.lows[index]
        if outline.pair_at[index] >= 0:
            return ""
        office = _office_at(outline, index)
        if office:
            noun = noun_of(word)
            if noun is None or noun.sort != "office":
                return ""
            follows = outline.lows[index + 1]
            return office if follows in words_of("genitive-article") | {"für"} else ""
        known = is_name_like(word) or low in speaking("inside-office")
        if not known and not (word[:1].islower() and low.endswith(("en", "er"))):
            return ""
    return ""


def _office_after(outline: Outline, last: int) -> str:
    """„X, der Vorsitzende“, „X, ein Vertreter“, „X, Sprecher“."""
    if last >= len(outline.words) or outline.words[last] != ",":
        return ""
    for index in range(last + 1, min(len(outline.words), last + 5)):
        if is_name_like(outline.words[index]):
            return _office_at(outline, index)
        low = outline.lows[index]
        article = low in {"der", "die", "ein", "eine", "seine", "ihr", "sein"}
        if not article and not low.endswith(("e", "er", "ige")):
            return ""
    return ""


def stem(word: str, known: Iterable[str]) -> str:
    """A word of a name without the s of the genitive, where the rest is known."""
    cut = word.rstrip("'’")
    if cut.endswith("s") and cut[:-1] in known:
        return cut[:-1]
    return cut
