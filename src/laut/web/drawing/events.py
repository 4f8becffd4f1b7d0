"""What two actors did to one another: a line of time with what either began.

Above the line stand the events of the one who was asked for first, below it those of
the other; the shape says how far an event has come, so that no colour is needed.
"""

from collections.abc import Sequence

from markupsafe import Markup

from laut.ledger.keys import folded
from laut.tongues import say
from laut.views.countries import code_of
from laut.web.drawing.svg import (
    day_number,
    element,
    picture,
    text_at,
    words,
    years_between,
)
from laut.web.records import EventLine
from laut.web.strip import event_words
from laut.web.wording import event_facts

WIDTH, HEIGHT = 640.0, 120.0
_MIDDLE = 60.0
_EDGE = 12.0
_RADIUS = 5.0
_LAYERS = 4
_STEP = 11.0

_OPEN = frozenset({"planned", "possible", "demanded", "hypothetical"})


def events_picture(lines: Sequence[EventLine], one: str) -> Markup | None:
    """The events on a line of time; None where fewer than two have a date."""
    dated = [
        (day, line) for line in lines if (day := day_number(line.when)) is not None
    ]
    if len({day for day, _ in dated}) < 2:  # noqa: PLR2004 - one day is no line
        return None
    first, last = min(day for day, _ in dated), max(day for day, _ in dated)
    scale = (WIDTH - 2 * _EDGE) / (last - first)
    taken: dict[tuple[int, bool], int] = {}
    marks = []
    for day, line in dated:
        x, above = _EDGE + (day - first) * scale, _begins(line, one)
        column = int(x / (2 * _RADIUS)), above
        layer = taken[column] = taken.get(column, 0) + 1
        if layer <= _LAYERS:
            offset = _STEP * layer + 3
            marks.append(
                _mark(line, x, _MIDDLE - offset if above else _MIDDLE + offset)
            )
    axis = element("line", x1=0.0, x2=WIDTH, y1=_MIDDLE, y2=_MIDDLE, class_="axis")
    years = [_year(year, first, scale) for year in years_between(first, last)]
    title = say("Ereignisse in der Zeit")
    return picture(WIDTH, HEIGHT, title, [axis, *years, *marks], "events")


def _begins(line: EventLine, one: str) -> bool:
    """Whether the event is one that this actor began."""
    code, name = code_of(one), folded(one)
    return any(
        folded(actor.name) == name or (code and actor.country == code)
        for actor in line.actors
    )


def _mark(line: EventLine, x: float, y: float) -> Markup:
    said = event_words(line.actors, line.targets, line.object)
    title = element("title", words(", ".join([line.when, said, *event_facts(line)])))
    if line.status == "denied":
        r = _RADIUS - 1
        cross = f"M{x - r:.1f} {y - r:.1f}L{x + r:.1f} {y + r:.1f}"
        back = f"M{x - r:.1f} {y + r:.1f}L{x + r:.1f} {y - r:.1f}"
        return element("path", title, d=cross + back, class_="mark denied")
    look = "mark open" if line.status in _OPEN else "mark"
    return element("circle", title, cx=x, cy=y, r=_RADIUS - 0.5, class_=look)


def _year(year: int, first: int, scale: float) -> Markup:
    begin = day_number(f"{year}-01-01") or first
    x = _EDGE + (begin - first) * scale
    line = element("line", x1=x, x2=x, y1=_MIDDLE - 4, y2=_MIDDLE + 4, class_="axis")
    label = text_at(str(year), x + 3, HEIGHT - 3, class_="label")
    return element("g", line, label)
