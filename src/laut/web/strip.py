"""The strip of an article: its times and events in the order of time.

Pure. Times that lie somewhere in the calendar are shown, each once with all words for
it; events where they are dated, the others at the end.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from laut.model import Entity, Reading
from laut.tongues import say
from laut.views.passages import Passage
from laut.views.typography import date_in_words, one_line
from laut.views.voices import View
from laut.web.wording import EVENT_STATUSES, EVENT_TYPES

_CALENDAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:T.*)?", re.ASCII)
_LATER = "~"
"""Sorts behind every date."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the strip.

    Attributes:
        when: the date in words; "" where it is not known.
        order: what it is sorted by.
        words: what is told of that time.
        line: the number of the paragraph that tells it.
        number: the passage on whose word it is; 0 where it is the author's, or a time.
        sort: `time` or `event`.
        facts: of an event what it is and how far it has come.
        by: of an event who tells it; "" where the author does.
    """

    when: str
    order: str
    words: str
    line: int
    number: int = 0
    sort: str
    facts: tuple[str, ...] = ()
    by: str = ""


def strip_of(reading: Reading, view: View) -> tuple[Item, ...]:
    """The times and events of an article."""
    lines = line_begins(reading.article.text, view)
    items = [*_times(reading, lines), *_events(reading, view.passages, lines)]
    return tuple(sorted(items, key=lambda item: (item.order, item.sort, item.line)))


def line_begins(text: str, view: View) -> list[int]:
    """Where each paragraph of the view begins in the text."""
    begins, at = [], 0
    for paragraph in view.paragraphs:
        words = "".join(segment.text for segment in paragraph.segments)
        at = text.index(words, at)
        begins.append(at)
        at += len(words)
    return begins


def _line_at(begins: Sequence[int], place: int) -> int:
    return max(sum(begin <= place for begin in begins), 1)


def _times(reading: Reading, lines: Sequence[int]) -> Iterator[Item]:
    text = reading.article.text
    by_value: dict[str, list[str]] = defaultdict(list)
    first: dict[str, int] = {}
    for time in reading.times:
        value = time.value.partition("T")[0]
        if _CALENDAR.fullmatch(value):
            words = one_line(text[time.span.begin : time.span.end])
            by_value[value].append(words)
            first.setdefault(value, _line_at(lines, time.span.begin))
    for value, told in by_value.items():
        yield Item(
            when=date_in_words(value),
            order=value,
            words=" · ".join(dict.fromkeys(told)),
            line=first[value],
            sort="time",
        )


def _events(
    reading: Reading, passages: Iterable[Passage], lines: Sequence[int]
) -> Iterator[Item]:
    known = {passage.quotation.id: passage for passage in passages}
    for event in reading.events:
        told = known.get(event.by) if event.by is not None else None
        yield Item(
            when=date_in_words(event.date),
            order=event.date or _LATER,
            words=event_words(event.actor, event.target, event.object),
            line=_line_at(lines, event.trigger.begin),
            number=told.number if told else 0,
            sort="event",
            facts=(say(EVENT_TYPES[event.type]), say(EVENT_STATUSES[event.status])),
            by=told.voice.name if told else "",
        )


def event_words(
    actors: Iterable[Entity], targets: Iterable[Entity], matter: str
) -> str:
    """Who does it to whom, in short: `Russland → Ukraine: Gebiete`."""
    who = ", ".join(one_line(actor.name) for actor in actors) or "?"
    whom = ", ".join(one_line(target.name) for target in targets)
    parties = f"{who} → {whom}" if whom else who
    return f"{parties}: {one_line(matter)}" if matter else parties
