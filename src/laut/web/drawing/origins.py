"""The origin picture of a claim: who has it from whom, beginnings at the left.

A column for the beginnings, one for the articles that tell them, one for those that
only repeat. Lines lead from whom somebody has it to them; what counts for nothing is
drawn with dashes.
"""

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup

from laut.tongues import counted
from laut.views.setting import cropped
from laut.views.typography import one_line
from laut.web.drawing.svg import element, picture, text_at, words
from laut.web.links import href
from laut.web.lives import Life, Place
from laut.web.wording import day_in_words

WIDTH = 640.0
_COLUMNS = (0.0, 221.0, 442.0)
_BOX = 198.0
_TALL = 40.0
_GAP = 10.0
_CELLS = 25
"""Letters that fit into a box."""


class _Node(NamedTuple):
    """A box: a beginning, or an article."""

    name: str
    under: str
    column: int
    parent: str


def origins_picture(life: Life) -> Markup | None:
    """The boxes and lines; None where the claim has no beginning."""
    if not life.origins.beginnings:
        return None
    nodes = _nodes(life)
    places = _places(nodes)
    lines = [
        _line(places[node.parent], places[key])
        for key, node in nodes.items()
        if node.parent in places
    ]
    boxes = [_box(key, node, places[key]) for key, node in nodes.items()]
    height = max(y for _, y in places.values()) + _TALL + 4
    title = counted(
        life.origins.count,
        "Woher die Artikel es haben: {n} unabhängiger Ursprung",
        "Woher die Artikel es haben: {n} unabhängige Ursprünge",
    )
    return picture(WIDTH, height, title, [*lines, *boxes], "origins")


def _nodes(life: Life) -> dict[str, _Node]:
    """The beginnings, their articles, and those that only repeat."""
    articles, nodes = life.places, dict[str, _Node]()
    for number, beginning in enumerate(life.origins.beginnings, start=1):
        name = f"{number}. {one_line(beginning.name)}"
        nodes[f"o{number}"] = _Node(name, "", 0, "")
        for key in beginning.articles:
            nodes.setdefault(key, _article(articles[key], 1, f"o{number}"))
    for echo in life.echoes:
        if echo.copy not in nodes:
            nodes[echo.copy] = _article(articles[echo.copy], 2, echo.of)
    return nodes


def _article(article: Place, column: int, parent: str) -> _Node:
    return _Node(article.name, day_in_words(article.published), column, parent)


def _places(nodes: Mapping[str, _Node]) -> dict[str, tuple[float, float]]:
    """Where the boxes stand: each beside the first of those that have it from it."""
    places: dict[str, tuple[float, float]] = {}
    free = 2.0
    for origin in (key for key, node in nodes.items() if node.column == 0):
        places[origin] = (_COLUMNS[0], free)
        for key in _children(nodes, origin) or [""]:
            rows = _children(nodes, key) if key else []
            if key:
                places[key] = (_COLUMNS[1], free)
            for row, echo in enumerate(rows):
                places[echo] = (_COLUMNS[2], free + row * (_TALL + _GAP))
            free += max(len(rows), 1) * (_TALL + _GAP)
    for key in nodes.keys() - places.keys():  # they repeat what is not of the claim
        places[key] = (_COLUMNS[2], free)
        free += _TALL + _GAP
    return places


def _children(nodes: Mapping[str, _Node], parent: str) -> list[str]:
    return [key for key, node in nodes.items() if node.parent == parent]


def _line(begin: tuple[float, float], end: tuple[float, float]) -> Markup:
    x, y = begin[0] + _BOX, begin[1] + _TALL / 2
    to_x, to_y = end[0], end[1] + _TALL / 2
    half = (x + to_x) / 2
    bend = f"{half:.1f} {y:.1f} {half:.1f} {to_y:.1f}"
    way = f"M{x:.1f} {y:.1f}C{bend} {to_x:.1f} {to_y:.1f}"
    return element("path", d=way, class_="way")


def _box(key: str, node: _Node, place: tuple[float, float]) -> Markup:
    x, y = place
    look = ("box origin", "box", "box echo")[node.column]
    full = element("title", words(", ".join(filter(None, (node.name, node.under)))))
    rect = element(
        "rect", full, x=x + 1, y=y, width=_BOX - 2, height=_TALL, rx=4.0, class_=look
    )
    middle = y + (17.0 if node.under else 24.0)
    name = text_at(cropped(node.name, _CELLS), x + 10, middle, class_="name")
    under = [text_at(node.under, x + 10, y + 32, class_="label")] if node.under else []
    group = element("g", rect, name, *under)
    if node.column == 0:
        return group
    return element("a", group, href=href("article", key), aria_label=node.name)
