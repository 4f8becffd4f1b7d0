"""The timeline of an article in a terminal: when, who, what, whom, on whose word.

Takes a view, gives lines of a width: a line a deed, by their dates, those without one
last; the number is the one behind the word in the text. Below it the times of the
text with their values.

Imports rich by way of its neighbours: load this module when it is used.
"""

from collections.abc import Iterator

from rich.cells import cell_len

from laut.tongues import say
from laut.views.deeds import Deed, Moment, dated, in_time, raised
from laut.views.notes import joined
from laut.views.setting import Line, Run, held, padded, wrapped
from laut.views.typography import bound, one_line, quoted
from laut.views.voices import View
from laut.views.words import time_in_words

_LONGEST_DATE = 18
_GAP = 2


def look_of(mark: Deed | Moment | None) -> str:
    """How a marked word looks, in rich's words."""
    match mark:
        case Deed():
            return "underline"
        case Moment():
            return "italic"
        case _:
            return ""


def chronicle(view: View, width: int) -> Iterator[Line]:
    """The lines of the timeline and of the times; none where there is nothing."""
    if view.deeds:
        yield (Run(say("Ereignisse"), "bold"),)
        yield from _deeds(in_time(view.deeds), width)
        yield ()
    if view.moments:
        yield (Run(say("Zeiten"), "bold"),)
        yield from wrapped([Run(bound(joined(_moments(view))))], width)
        yield ()


def _deeds(deeds: list[Deed], width: int) -> Iterator[Line]:
    """A line a deed, the dates in a column; one date is said once."""
    widest = max(cell_len(dated(deed)) for deed in deeds)
    column = min(widest, _LONGEST_DATE, width // 3)
    before: str | None = None
    for deed in deeds:
        when = dated(deed) if deed.when != before else ""
        before = deed.when
        lines = wrapped(_said(deed), width - column - _GAP)
        dates = wrapped([Run(when, "dim")], column) if when else []
        for n in range(max(len(lines), len(dates))):
            date = dates[n] if n < len(dates) else ()
            blanks = padded("", column + _GAP - sum(cell_len(r.text) for r in date))
            yield (*date, Run(blanks), *(lines[n] if n < len(lines) else ()))


def _said(deed: Deed) -> Iterator[Run]:
    """`³ Iran → Russland · Zusammenarbeit „erhalten“: Drohnen · geschehen · laut …`."""
    yield Run(held(f"{raised(deed.number)} "), "dim")
    yield Run(bound(deed.parties), "bold")
    yield Run(held(" · "))
    yield Run(bound(joined(facts_of(deed))))


def facts_of(deed: Deed) -> Iterator[str]:
    """What is said of a deed beside its parties."""
    word = f"{deed.what} {quoted(deed.word)}"
    yield f"{word}: {deed.about}" if deed.about else word
    yield deed.status
    if deed.passage is not None:
        yield say("laut {name} ({number})", name=deed.teller, number=deed.passage)


def _moments(view: View) -> Iterator[str]:
    for moment in view.moments:
        begin, end = moment.place
        words = view.article.text[max(begin, 0) : max(end, 0)]
        yield f"{quoted(one_line(words))} {time_in_words(moment.value)}"
