"""The life of a claim: who asserted, confirmed and denied it, along a line of time."""

from collections.abc import Mapping

from markupsafe import Markup

from laut.tongues import say
from laut.trace.roles import Cast, Role
from laut.views.typography import date_in_words
from laut.web.drawing.svg import (
    day_number,
    element,
    picture,
    text_at,
    words,
    years_between,
)
from laut.web.lives import Life
from laut.web.wording import ROLES

WIDTH = 640.0
_ROWS: Mapping[Role, float] = {"alleges": 30.0, "confirms": 62.0, "denies": 94.0}
_LEFT, _RIGHT = 92.0, 12.0
_HEIGHT = 138.0
_BASE = 112.0
_SIZE = 5.0
_NEAR = 2 * _SIZE
_DAY = 10


def life_picture(life: Life) -> Markup | None:
    """The assertions along the time; None where none has a date."""
    dated = [
        (day, one)
        for one in life.casts
        if one.role in _ROWS
        and (day := day_number(one.assertion.published)) is not None
    ]
    if not dated:
        return None
    first, last = dated[0][0], max(dated[-1][0], dated[0][0] + 1)
    scale = (WIDTH - _LEFT - _RIGHT) / (last - first)
    taken: dict[tuple[Role, int], int] = {}
    marks = []
    for day, one in dated:
        x = _LEFT + (day - first) * scale
        column = one.role, int(x / _NEAR)
        beside = taken[column] = taken.get(column, -1) + 1
        marks.append(_mark(life, one, x + beside * 4, _ROWS[one.role] - beside * 4))
    rows = [_row(say(ROLES[role]), y) for role, y in _ROWS.items()]
    years = [_year(year, first, scale) for year in years_between(first, last)]
    ends = _ends(dated[0][1].assertion.published, dated[-1][1].assertion.published)
    title = say("Das Leben der Behauptung in der Zeit")
    return picture(WIDTH, _HEIGHT, title, [*rows, *years, *ends, *marks], "life")


def _row(name: str, y: float) -> Markup:
    line = element("line", x1=_LEFT, x2=WIDTH, y1=y, y2=y, class_="axis")
    return element("g", text_at(name, 0, y + 4, class_="label"), line)


def _ends(first: str, last: str) -> list[Markup]:
    y = _HEIGHT - 6
    begin = text_at(date_in_words(first[:_DAY]), _LEFT, y, class_="label")
    if first[:_DAY] == last[:_DAY]:
        return [begin]
    end = date_in_words(last[:_DAY])
    return [
        begin,
        text_at(end, WIDTH - _RIGHT, y, class_="label", text_anchor="end"),
    ]


def _year(year: int, first: int, scale: float) -> Markup:
    x = _LEFT + ((day_number(str(year)) or first) - first) * scale
    line = element("line", x1=x, x2=x, y1=8.0, y2=_BASE, class_="axis year")
    return element("g", line, text_at(str(year), x + 3, 14, class_="label"))


def _mark(life: Life, one: Cast, x: float, y: float) -> Markup:
    """An assertion: a disc, a lozenge or a cross; hollow where it only repeats."""
    said = one.assertion
    who = ", ".join(filter(None, (said.source.name, said.outlet)))
    when = date_in_words(said.published)
    echo = " echo" if life.echo_of(said.article) else ""
    shape = _SHAPES[one.role].format(
        l=f"{x - _SIZE:.1f}",
        r=f"{x + _SIZE:.1f}",
        t=f"{y - _SIZE:.1f}",
        b=f"{y + _SIZE:.1f}",
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        s=_SIZE,
    )
    title = element("title", words(f"{when}: {who}"))
    drawn = element("path", title, d=shape, class_=f"mark {one.role}{echo}")
    return element(
        "a",
        drawn,
        href=f"#t-{said.id}",
        aria_label=f"{say(ROLES[one.role])}, {when}: {who}",
    )


_SHAPES: Mapping[Role, str] = {
    "alleges": "M{l} {y}A{s} {s} 0 1 1 {r} {y}A{s} {s} 0 1 1 {l} {y}Z",
    "confirms": "M{x} {t}L{r} {y}L{x} {b}L{l} {y}Z",
    "denies": "M{l} {t}L{r} {b}M{l} {b}L{r} {t}",
}
