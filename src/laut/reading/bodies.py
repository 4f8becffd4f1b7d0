"""Bodies known by their own name: parliaments, services, parties, media, institutes.

Takes words as they stand in a text, returns what the tables say of the body they name.
Endings of cases are cut on both sides, so that „der Deutschen Umwelthilfe“ is found;
acronyms are compared as they stand.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from laut.reading.tables import classed, rows
from laut.terms import SourceKind

ALONE = "allein"
"""Marks a name that counts only where nothing stands beside it."""

_ENDING = re.compile(
    r"(?:(?<=\w{3})(?:es|en|er|em|e)|(?<=\w{2}[^aeiouäöü])s|(?<=\w{4})[ns])$"
)
"""The endings of cases; the s of „Haus“ is none."""

_TABLES: dict[str, SourceKind] = {
    "parliaments": "state",
    "services": "intelligence",
    "forces": "military",
    "parties": "party",
    "international": "igo",
    "courts": "judiciary",
    "groups": "armed_group",
    "agencies": "agency",
    "media": "media",
}
"""The tables of one kind, in the order in which they are asked."""

_MIXED = ("offices", "institutions")
"""The tables that name the kind in a column."""


class Body(NamedTuple):
    """A body by its own name.

    Attributes:
        name: as the table has it.
        kind: what sort of source it is.
        country: its state, or EU, UN, NATO; "" where it has none.
        words: how many words name it.
        alone: whether the words mean it only where nothing stands beside them.
        table: where it stands; `row`: counted from 1 without remarks.
    """

    name: str
    kind: SourceKind
    country: str
    words: int
    alone: bool
    table: str
    row: int


def body_at(words: Sequence[str], index: int) -> Body | None:
    """The body whose name begins at a word: the longest, and as written if possible."""
    best: Body | None = None
    first = words[index][:1].upper() + words[index][1:]
    for body, stems in _candidates(words[index], first):
        there = words[index : index + body.words]
        if best is not None and best.words > body.words:
            break
        if _same(there, first, body, stems) and _counts(body, words):
            exact = " ".join(there) == body.name
            best = body if best is None or exact else best
    return best


def body_of(name: str) -> Body | None:
    """The body that a whole name names, and nothing beside it."""
    words = name.split()
    body = body_at(words, 0) if words else None
    return body if body is not None and body.words == len(words) else None


def _candidates(word: str, capital: str) -> list[tuple[Body, tuple[str, ...]]]:
    """The bodies that a word may begin; „auswärtiges Amt“ is one in spite of its a."""
    known = _by_first()
    return known.get(_stem(word)) or known.get(_stem(capital)) or []


def _same(
    there: Sequence[str], capital: str, body: Body, stems: tuple[str, ...]
) -> bool:
    """Whether words are a name: one word nearly as written, several by their stems."""
    if body.words > 1:
        found = tuple(map(_stem, there))
        return stems in (found, (_stem(capital), *found[1:]))
    ending = there[0].removeprefix(body.name)
    return ending in {"", "s"} or (
        ending == "n" and body.name.endswith(("e", "n", "r"))
    )


def country_of_body(word: str) -> str:
    """The state of a body that one word names; "" where it names none."""
    return _countries().get(word, "")


def _counts(body: Body, words: Sequence[str]) -> bool:
    return not body.alone or body.words == len(words)


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    return word if word.isupper() else _ENDING.sub("", word)


def _all_bodies() -> list[Body]:
    result = []
    for table, kind in _TABLES.items():
        for row, (name, country, *alone) in enumerate(rows(table), start=1):
            size = len(name.split())
            result.append(Body(name, kind, country, size, ALONE in alone, table, row))
    for table in _MIXED:
        for row, (name, country, mixed, *alone) in enumerate(rows(table), start=1):
            size = len(name.split())
            known: SourceKind = mixed  # type: ignore[assignment]  # a test checks it
            result.append(Body(name, known, country, size, ALONE in alone, table, row))
    return result


@cache
def _countries() -> dict[str, str]:
    """The states of bodies of one word, as they stand and with -s.

    Some agencies tell of all states alike: naming one tells nothing of its own.
    """
    return {
        form: body.country
        for body in _all_bodies()
        if body.words == 1 and not body.alone and body.country
        if body.name.lower() not in classed("speaking", "worldwide")
        for form in (body.name, f"{body.name}s")
    }


@cache
def _by_first() -> dict[str, list[tuple[Body, tuple[str, ...]]]]:
    """The bodies by the stem of their first word, the longest first."""
    result: dict[str, list[tuple[Body, tuple[str, ...]]]] = {}
    for body in _all_bodies():
        stems = tuple(map(_stem, body.name.split()))
        result.setdefault(stems[0], []).append((body, stems))
    for known in result.values():
        known.sort(key=lambda entry: -entry[0].words)
    return result
