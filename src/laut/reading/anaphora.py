"""Bodies that are taken up by a bare noun: „das Ministerium“, „die Behörde“.

Takes a scene and a token, returns the tokens of the fuller name that stands nearest
before it, else the only one after it; None where there is none or where two are
equally good. „die Behörde in Karlsruhe“ is the one before that sits there, if any does.
Who only passes words on is never taken up by „die Behörde“.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from laut.reading.cues import is_cue
from laut.reading.frames import Range
from laut.reading.media import medium_around, medium_at, medium_name
from laut.reading.nominative import nominative
from laut.reading.nouns import Noun, noun_of, speaking
from laut.reading.outline import Outline, passage_at
from laut.reading.phrases import Width, phrase_end
from laut.reading.polities import place_at
from laut.reading.scene import Scene
from laut.reading.tables import rows
from laut.reading.words import is_adjective_like, is_name_like, words_of

_PARTICIPLE = re.compile(r"\w{4}(?:te|ten|ter|tes|tem|nde|nden|nder)$")
"""„unterstützte“, „regierende“: what a body does or suffers is no part of its name."""

FARTHEST = 40
"""How many bodies back, and on, a bare noun looks."""

NAMED_BEFORE = 4
"""Among how many that may be meant the one is looked for that sits in a town."""


class Body(NamedTuple):
    """A body by name, and where."""

    name: str
    at: Range


@cache
def taken_up(head: str) -> frozenset[str]:
    """The heads that a noun may take up."""
    for row in rows("generics"):
        if row[0] == head:
            return frozenset(row[1].split())
    return frozenset()


def fuller(scene: Scene, at: int, noun: Noun) -> Body | None:
    """The body that a bare noun at a token takes up."""
    heads = taken_up(noun.head)
    if not heads:
        return None
    found = list(islice(_before(scene, at, noun, heads), NAMED_BEFORE))
    if found:
        return _seated(scene, at, found) or found[0]
    return _in_title(scene, noun, heads) or _after(scene, at, noun, heads)


def _before(scene: Scene, at: int, noun: Noun, heads: frozenset[str]) -> Iterator[Body]:
    """The bodies that may be meant, the nearest before first."""
    for index in islice(scene.bodies_before(at), FARTHEST + 1):
        body = _named_at(scene.outline, index, noun, heads)
        if body is not None:
            yield body


def _seated(scene: Scene, at: int, found: Sequence[Body]) -> Body | None:
    """„die Behörde | in Karlsruhe“: the first that is known, or told, to sit there."""
    outline = scene.outline
    if at + 2 >= len(outline.words) or outline.lows[at + 1] != "in":
        return None
    seat = outline.words[at + 2]
    for body in found:
        end = body.at[1]
        told = [outline.lows[end : end + 1], outline.words[end + 1 : end + 2]]
        if body.name in _bodies_at(seat) or told == [["in"], [seat]]:
            return body
    return None


@cache
def _bodies_at(seat: str) -> frozenset[str]:
    """The bodies that sit in a town."""
    return frozenset(body for body, town in rows("sites") if town == seat)


def _in_title(scene: Scene, noun: Noun, heads: frozenset[str]) -> Body | None:
    for title in scene.titles:
        for index in range(len(title.words)):
            body = _named_at(title, index, noun, heads)
            if body is not None:
                return body._replace(at=(0, 0))
    return None


def _after(scene: Scene, at: int, noun: Noun, heads: frozenset[str]) -> Body | None:
    """The only one that is named after the noun."""
    found = {
        body.name: body
        for index in scene.bodies_after(at, FARTHEST)
        if (body := _named_at(scene.outline, index, noun, heads)) is not None
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _named_at(
    outline: Outline, index: int, noun: Noun, heads: frozenset[str]
) -> Body | None:
    """The body at a token, if the noun may take it up and it says more."""
    other = noun_of(outline.words[index])
    if other is None or other.head not in heads:
        return None
    several = other.plural and not noun.plural and not noun.is_person
    if several or (other.head == noun.head and _stands_alone(outline, index, other)):
        return None
    if other.sort == "medium":
        return _medium_at(outline, index)
    first, last = phrase_around(outline, index)
    carrier = noun.head != "agentur" and medium_at(outline, first, last) is not None
    alone = other.is_bare and last == index + 1 and not _has_adjective(outline, index)
    bare = alone and (
        other.head == noun.head or other.head not in speaking("lone-body")
    )
    if carrier or bare:
        return None
    return Body(nominative(outline, first, last), (first, last))


def _stands_alone(outline: Outline, index: int, noun: Noun) -> bool:
    """A bare noun between an article and a verb or a comma: it says nothing more."""
    if not noun.is_bare or index == 0 or index + 1 >= len(outline.words):
        return False
    opened = outline.lows[index - 1] in words_of("name-opening")
    after = outline.lows[index + 1]
    closed = after in {",", "."} or is_cue(after)
    return opened and closed


def _medium_at(outline: Outline, index: int) -> Body | None:
    """A medium by its own name; None where the noun stands alone."""
    passage = outline.passages[passage_at(outline, index)]
    around = medium_around(outline, index, (passage.first, passage.last))
    alone = around[1] - around[0] == 1
    return None if alone else Body(medium_name(outline, around), around)


def _has_adjective(outline: Outline, index: int) -> bool:
    before = outline.words[index - 1] if index else ""
    return index > 0 and (_belongs(outline, index - 1) or _is_owner(before))


def phrase_around(outline: Outline, index: int) -> Range:
    """The phrase whose head stands at a token: adjectives before it, names after."""
    first = index
    while first > 0 and _belongs(outline, first - 1):
        first -= 1
    if first > 0 and (
        _is_owner(outline.words[first - 1])
        or outline.lows[first - 1] in words_of("name-opening")
    ):
        first -= 1
    stop = outline.passages[passage_at(outline, index)].last
    end = phrase_end(outline, index, stop, Width.NARROW)
    for at in range(index + 1, end):
        if outline.lows[at] in {"und", "sowie", "von", "(", "vom"}:
            return first, at
    return first, max(end, index + 1)


def _is_owner(word: str) -> bool:
    """„Israels | Armee“: a state before what is its own."""
    return word[-1:] == "s" and place_at([word[:-1]], 0) is not None


def _belongs(outline: Outline, index: int) -> bool:
    """An adjective before a noun, of either case: „russischen“, „Afrikanischen“."""
    word, low = outline.words[index], outline.lows[index]
    if any(low in words_of(name) for name in _NO_ADJECTIVE):
        return False
    if is_cue(low):
        return False
    if is_adjective_like(word) and _PARTICIPLE.search(low) is None:
        return len(low) > len("erste") and low not in speaking("no-adjective")
    return is_name_like(word) and low.endswith(("ische", "ischen", "ischer", "isches"))


_NO_ADJECTIVE = (
    "preposition",
    "subject-article",
    "other-article",
    "plain-verb",
    "pronoun",
    "modal",
    "clause-adverb",
)
