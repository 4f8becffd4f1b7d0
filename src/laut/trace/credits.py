"""Whom an article credits: „(dpa)“, „wie die Morgenpost berichtet“, „laut Küstenfunk“.

Takes a text or the name of an outlet, returns names in the form in which they are
compared. The words of crediting stand in the table `credits`. Pure.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from laut.trace.tables import rows

KEPT = 4096
"""Of how many texts it is kept whom they credit."""

INITIALS = 3
"""From how many words on a name may be shortened to its initials."""

REACH = 80
"""How many letters before words that follow a name the name begins at the most."""

_NAME = r"(?P<who>[A-ZÄÖÜ][\w&.'-]*(?: [A-ZÄÖÜ&\d][\w&.'-]*){0,3}|[a-z]{2,4}(?![\w-]))"
_BEFORE = (
    r"(?:(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]en|[Dd]em|[Dd]es|Zeitung|Zeitungen|Tageszeitung|Nachrichtenagentur"
    r"|Agentur|Sender|Senders|Portal|Nachrichtenportal|Magazin|Blatt)\s)*"
    r"[„“\"»«‚‘']?"
)
_PLACE = "{who}"
_AFTER = r"[“”\"«»‘’']?"
_ARTICLE = re.compile(r"^(?:der|die|das|the|el|la|le)\s+")
_SHORT = re.compile(r"\((\w{2,6})\)")
_LOOSE = re.compile(r"[^\w]+")


def plain_name(name: str) -> str:
    """A name as names are compared: no case, no article, no marks."""
    return _LOOSE.sub(" ", _ARTICLE.sub("", name.casefold().strip(' "„“»«'))).strip()


def names_of_outlet(outlet: str) -> frozenset[str]:
    """What an outlet is called: by its name, its short form, its initials."""
    bare = plain_name(_SHORT.sub("", outlet))
    short = {plain_name(found) for found in _SHORT.findall(outlet)}
    words = bare.split()
    initials = "".join(word[0] for word in words) if len(words) >= INITIALS else ""
    return frozenset(filter(None, {bare, *short, initials}))


@lru_cache(maxsize=KEPT)
def credited_in(text: str) -> frozenset[str]:
    """Who is credited in a text; of a longer name also its beginnings."""
    matches = (match for one in _patterns() for match in _matches(one, text))
    return frozenset(name for match in matches for name in _beginnings(match["who"]))


def _matches(pattern: "_Pattern", text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern; where the name leads, only what follows is sought."""
    if pattern.tail is None:
        yield from pattern.whole.finditer(text)
        return
    for end in pattern.tail.finditer(text):
        near = text[max(0, end.start() - REACH) : end.end()]
        yield from pattern.whole.finditer(near)


def _beginnings(name: str) -> set[str]:
    words = plain_name(name).split()
    return {" ".join(words[:count]) for count in range(1, len(words) + 1)}


class _Pattern(NamedTuple):
    """Words of crediting with a name; `tail` what follows a name that leads."""

    whole: re.Pattern[str]
    tail: re.Pattern[str] | None


@cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(_pattern(row[0]) for row in rows("credits"))


def _pattern(words: str) -> _Pattern:
    head, _, tail = words.partition(_PLACE)
    whole = re.compile(head + _BEFORE + _NAME + _AFTER + tail)
    return _Pattern(whole, None if head else re.compile(tail))
