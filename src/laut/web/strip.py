"""The strip of an article: its times and events in the order of time.

Pure. Times that lie somewhere in the calendar are shown, each once with all words for
it; events where they are dated, the others at the end.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from laut.model import Entity
from laut.views.deeds import TO, Deed
from laut.views.typography import date_in_words, one_line
from laut.views.voices import View

_CALENDAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_LATER = "~"
"""Sorts behind every date."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the strip.

    Attributes:
        when: the date in words; "" where it is not known.
        order: what it is sorted by.
        words: what is told of that time; "" where the date says it all.
        anchor: the place of the page that tells it.
        passage: the number of the passage on whose word it is; None elsewhere.
        sort: `time` or `event`.
        facts: of an event what it is and how far it has come.
        by: of an event who tells it; "" where the author does.
    """

    when: str
    order: str
    words: str
    anchor: str
    passage: int | None = None
    sort: str
    facts: tuple[str, ...] = ()
    by: str = ""


def strip_of(view: View) -> tuple[Item, ...]:
    """The times and events of an article."""
    items = [*_times(view), *map(_event, view.deeds)]
    return tuple(sorted(items, key=lambda item: (item.order, item.sort)))


def _event(deed: Deed) -> Item:
    about = f"{deed.parties}: {deed.about}" if deed.about else deed.parties
    return Item(
        when=deed.when,
        order=deed.date or _LATER,
        words=about,
        anchor=f"a-t{deed.number}",
        passage=deed.passage,
        sort="event",
        facts=(deed.what, deed.status),
        by=deed.teller,
    )


def _times(view: View) -> Iterator[Item]:
    text, lines = view.article.text, line_begins(view)
    by_value: dict[str, dict[str, int]] = defaultdict(dict)
    for moment in view.moments:
        value = moment.value.partition("T")[0]
        if _CALENDAR.fullmatch(value):
            words = one_line(text[moment.place.begin : moment.place.end])
            by_value[value].setdefault(words, moment.place.begin)
    for value, told in by_value.items():
        when, places = date_in_words(value), list(told.values())
        yield Item(
            when=when,
            order=value,
            words=" · ".join(words for words in told if words != when),
            anchor=f"l{_line_at(lines, places[0])}",
            sort="time",
        )


def line_begins(view: View) -> list[int]:
    """Where each paragraph of the view begins in the text."""
    begins, at = [], 0
    for paragraph in view.paragraphs:
        words = "".join(segment.text for segment in paragraph.segments)
        at = view.article.text.index(words, at)
        begins.append(at)
        at += len(words)
    return begins


def _line_at(begins: Sequence[int], place: int) -> int:
    return max(sum(begin <= place for begin in begins), 1)


def event_words(
    actors: Iterable[Entity], targets: Iterable[Entity], matter: str
) -> str:
    """Who does it to whom, in short: `Russland → Ukraine: Gebiete`."""
    who = ", ".join(one_line(actor.name) for actor in actors) or "…"
    whom = ", ".join(one_line(target.name) for target in targets)
    parties = f"{who} {TO} {whom}" if whom else who
    return f"{parties}: {one_line(matter)}" if matter else parties
