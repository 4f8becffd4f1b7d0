"""The life of a claim: who asserted, confirmed and denied it, along a line of time."""

from collections.abc import Mapping

from markupsafe import Markup

from laut.tongues import say
from laut.views.typography import date_in_words
from laut.web.drawing.svg import (
    day_number,
    element,
    picture,
    text_at,
    words,
    years_between,
)
from laut.web.traced import Life, Role, Telling
from laut.web.wording import ROLES

WIDTH = 640.0

_ROWS = {role: 26.0 + 34.0 * row for row, role in enumerate(ROLES)}
_LEFT, _RIGHT = 92.0, 12.0
_HEIGHT = 146.0
_BASE = 122.0
_SIZE = 5.0


def life_picture(life: Life) -> Markup | None:
    """The tellings along the time; None where none has a date."""
    dated = [
        (day, telling)
        for telling in life.tellings
        if (day := day_number(telling.published)) is not None
    ]
    if not dated:
        return None
    first, last = min(day for day, _ in dated), max(day for day, _ in dated)
    scale = (WIDTH - _LEFT - _RIGHT) / max(last - first, 1)
    marks = [_mark(t, _LEFT + (day - first) * scale, _ROWS[t.role]) for day, t in dated]
    rows = [_row(say(name), _ROWS[role]) for role, name in ROLES.items()]
    years = [_year(year, first, scale) for year in years_between(first, last)]
    ends = _ends(dated[0][1].published, dated[-1][1].published)
    title = say("Das Leben der Behauptung in der Zeit")
    return picture(WIDTH, _HEIGHT, title, [*rows, *years, *ends, *marks], "life")


def _row(name: str, y: float) -> Markup:
    line = element("line", x1=_LEFT, x2=WIDTH, y1=y, y2=y, class_="axis")
    return element("g", text_at(name, 0, y + 4, class_="label"), line)


def _ends(first: str, last: str) -> list[Markup]:
    begin = text_at(date_in_words(first[:10]), _LEFT, _HEIGHT - 4, class_="label")
    if first[:10] == last[:10]:
        return [begin]
    end = text_at(
        date_in_words(last[:10]),
        WIDTH - _RIGHT,
        _HEIGHT - 4,
        class_="label",
        text_anchor="end",
    )
    return [begin, end]


def _year(year: int, first: int, scale: float) -> Markup:
    x = _LEFT + ((day_number(str(year)) or first) - first) * scale
    line = element("line", x1=x, x2=x, y1=10.0, y2=_BASE, class_="axis year")
    return element("g", line, text_at(str(year), x + 3, 12, class_="label year"))


def _mark(telling: Telling, x: float, y: float) -> Markup:
    """A telling: a disc, a lozenge or a cross; hollow where it only repeats."""
    who = ", ".join(filter(None, (telling.source, telling.outlet)))
    said = element("title", words(f"{date_in_words(telling.published)}: {who}"))
    look = f"mark {telling.role}{' echo' if telling.echo_of else ''}"
    shape = _SHAPES[telling.role].format(
        l=f"{x - _SIZE:.1f}",
        r=f"{x + _SIZE:.1f}",
        t=f"{y - _SIZE:.1f}",
        b=f"{y + _SIZE:.1f}",
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        s=_SIZE,
    )
    drawn = element("path", said, d=shape, class_=look)
    target = f"#t-{telling.key}"
    return element("a", drawn, href=target, aria_label=f"{telling.published}: {who}")


_SHAPES: Mapping[Role, str] = {
    "asserts": "M{l} {y}A{s} {s} 0 1 1 {r} {y}A{s} {s} 0 1 1 {l} {y}Z",
    "confirms": "M{x} {t}L{r} {y}L{x} {b}L{l} {y}Z",
    "denies": "M{l} {t}L{r} {b}M{l} {b}L{r} {t}",
}
