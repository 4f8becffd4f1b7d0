"""The context of events: by their word, or by what the article is about.

Takes the words of an article, returns for a row of the tables of events its context:
that of the table `event-contexts` where the article is full of its words and the type
goes with it, else the row's own. One pass over the words.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from laut.reading.eventwords import Row
from laut.reading.tables import rows
from laut.terms import EventContext

_FIRST: EventContext = "nuclear"


class _Subject(NamedTuple):
    context: EventContext
    least: int
    types: frozenset[str]
    stems: tuple[str, ...]


def subject_of_article(lows: Sequence[str]) -> EventContext | None:
    """What an article is about, by its words; None where none stand out."""
    counted = Counter(map(_context_of_word, lows))
    if counted[_FIRST] >= _subjects()[_FIRST].least:
        return _FIRST
    best = max(_subjects(), key=lambda context: counted[context])
    return best if counted[best] >= _subjects()[best].least else None


def context_of(row: Row, subject: EventContext | None) -> EventContext:
    """The context of an event in an article about something."""
    if subject is not None and row.type in _subjects()[subject].types:
        return subject
    return row.context


@lru_cache(maxsize=16384)
def _context_of_word(low: str) -> EventContext | None:
    for subject in _subjects().values():
        if low.startswith(subject.stems):
            return subject.context
    return None


@cache
def _subjects() -> dict[EventContext, _Subject]:
    result: dict[EventContext, _Subject] = {}
    for name, least, types, stems in rows("event-contexts"):
        context: EventContext = name  # type: ignore[assignment]  # a test checks it
        known = frozenset(types.split()), tuple(stems.split())
        result[context] = _Subject(context, int(least), *known)
    return result
