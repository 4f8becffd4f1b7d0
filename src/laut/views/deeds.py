"""Deeds: the events of a reading as they are shown, and the times of its text.

Takes a `Reading` and its passages, gives a `Deed` for every event, numbered from 1 in
the order of the text, and a `Moment` for every time that stands in the text. What lies
outside the text, or over a place that is taken, has no place; it is still listed.
"""

from collections.abc import Iterable, Sequence

import msgspec

from laut.model import Entity, Event, Reading
from laut.spans import Span
from laut.tongues import say
from laut.views.passages import Passage
from laut.views.typography import date_in_words, one_line
from laut.views.words import EVENT_STATUSES, EVENT_TYPES

TO = "→"
"""Between who acts and who is acted on."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """An event in plain words.

    Attributes:
        number: from 1, in the order of the text.
        when: the date in words; "" where it is open.
        who: those who act; "" where nobody is given.
        what: the sort of deed.
        word: the word that tells it.
        about: what is given, bought, demanded; "" where nothing is.
        whom: those acted on; "" where nobody is given.
        status: whether it happened.
        teller: on whose word; "" where the article itself tells it.
        passage: the number of the passage that tells it.
        date: as it stands in the reading, for sorting.
        place: where its word stands in the text.
    """

    number: int
    when: str
    who: str
    what: str
    word: str
    about: str
    whom: str
    status: str
    teller: str
    passage: int | None
    date: str
    place: Span

    @property
    def parties(self) -> str:
        """`Iran → Russland`; a gap is shown as `…`."""
        if not self.whom:
            return self.who or "…"
        return f"{self.who or '…'} {TO} {self.whom}"


class Moment(msgspec.Struct, frozen=True):
    """A time in the text and its value."""

    place: Span
    value: str


def deeds_of(reading: Reading, passages: Iterable[Passage]) -> tuple[Deed, ...]:
    """The events of a reading in the order of the text."""
    tellers = {passage.quotation.id: passage for passage in passages}
    text = reading.article.text
    ordered = sorted(reading.events, key=lambda event: event.trigger)
    return tuple(
        _deed(number, event, text, tellers.get(-1 if event.by is None else event.by))
        for number, event in enumerate(ordered, start=1)
    )


def in_time(deeds: Iterable[Deed]) -> list[Deed]:
    """The deeds by their dates, those without one last."""
    return sorted(deeds, key=lambda deed: (not deed.date, deed.date, deed.number))


def dated(deed: Deed) -> str:
    """When it was, or words that say it is open."""
    return deed.when or say("ohne Datum")


def moments_of(reading: Reading) -> tuple[Moment, ...]:
    """The times of a text, in its order."""
    times = sorted(reading.times, key=lambda time: time.span)
    return tuple(Moment(time.span, time.value) for time in times)


def in_place(
    deeds: Iterable[Deed], moments: Iterable[Moment], length: int
) -> tuple[Deed | Moment, ...]:
    """What can be marked in a text of some length: inside it, and apart."""
    kept: list[Deed | Moment] = []
    end = 0
    both: Sequence[Deed | Moment] = [*deeds, *moments]
    for one in sorted(both, key=lambda one: one.place):
        if end <= one.place.begin < one.place.end <= length:
            kept.append(one)
            end = one.place.end
    return tuple(kept)


def raised(number: int) -> str:
    """A number as it stands behind a word: `³`."""
    return str(number).translate(_RAISED)


def _deed(number: int, event: Event, text: str, passage: Passage | None) -> Deed:
    begin, end = event.trigger
    return Deed(
        number=number,
        when=date_in_words(event.date),
        who=_names(event.actor),
        what=say(EVENT_TYPES[event.type]),
        word=one_line(text[max(begin, 0) : max(end, 0)]),
        about=one_line(event.object),
        whom=_names(event.target),
        status=say(EVENT_STATUSES[event.status]),
        teller=passage.voice.name if passage is not None else "",
        passage=passage.number if passage is not None else None,
        date=event.date,
        place=event.trigger,
    )


def _names(entities: Iterable[Entity]) -> str:
    return ", ".join(one_line(entity.name) for entity in entities)
