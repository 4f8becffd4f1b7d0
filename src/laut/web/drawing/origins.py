"""The origin picture of a claim: who has it from whom, beginnings at the left.

A column for the beginnings, one for those who carry what they said, one for those who
only repeat. Lines lead from whom somebody has it to them.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from laut.tongues import say
from laut.views.setting import cropped
from laut.views.typography import one_line
from laut.web.drawing.svg import element, picture, text_at, words
from laut.web.traced import Life, Telling

WIDTH = 640.0
_COLUMNS = (0.0, 232.0, 452.0)
_BOX = 188.0
_TALL = 40.0
_GAP = 12.0
_CELLS = 25
"""Letters that fit into a box."""


class _Node(NamedTuple):
    """A box: an origin, or an article."""

    name: str
    under: str
    column: int
    parent: str


def origins_picture(life: Life) -> Markup | None:
    """The boxes and lines; None where nothing goes back to anything."""
    nodes = _nodes(life.tellings)
    if not any(node.column == 0 for node in nodes.values()):
        return None
    places = _places(nodes)
    lines = [
        _line(places[node.parent], places[key])
        for key, node in nodes.items()
        if node.parent in places
    ]
    boxes = [_box(key, node, places[key]) for key, node in nodes.items()]
    height = max(y for _, y in places.values()) + _TALL + 4
    title = say(
        "Woher die Artikel es haben: {n} unabhängige Ursprünge", n=life.card.origins
    )
    return picture(WIDTH, height, title, [*lines, *boxes], "origins")


def _nodes(tellings: Iterable[Telling]) -> dict[str, _Node]:
    """Every origin, then every article that goes back to one, once."""
    nodes: dict[str, _Node] = {}
    for telling in tellings:
        if not telling.origin:
            continue
        origin = f"o{telling.origin}"
        nodes.setdefault(origin, _Node(one_line(telling.source), "", 0, ""))
        parent = telling.echo_of or origin
        outlet = one_line(telling.outlet) or one_line(telling.title)
        column = 2 if telling.echo_of else 1
        nodes.setdefault(
            telling.article, _Node(outlet, telling.published[:10], column, parent)
        )
    return nodes


def _places(nodes: dict[str, _Node]) -> dict[str, tuple[float, float]]:
    """Where the boxes stand: each beside the first of those that have it from it."""
    places: dict[str, tuple[float, float]] = {}
    next_free = 2.0
    for origin in (key for key, node in nodes.items() if node.column == 0):
        begin = next_free
        for key in _children(nodes, origin):
            places[key] = (_COLUMNS[1], next_free)
            echoes = _children(nodes, key)
            for row, echo in enumerate(echoes):
                places[echo] = (_COLUMNS[2], next_free + row * (_TALL + _GAP))
            next_free += max(len(echoes), 1) * (_TALL + _GAP)
        places[origin] = (_COLUMNS[0], begin)
        next_free = max(next_free, begin + _TALL + _GAP)
    for key in nodes.keys() - places.keys():
        places[key] = (_COLUMNS[2], next_free)
        next_free += _TALL + _GAP
    return places


def _children(nodes: dict[str, _Node], parent: str) -> Sequence[str]:
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
    middle = y + (24.0 if not node.under else 17.0)
    name = text_at(cropped(node.name, _CELLS), x + 10, middle, class_="name")
    under = text_at(node.under, x + 10, y + 32, class_="label")
    group = element("g", rect, name, *([under] if node.under else []))
    if node.column == 0:
        return group
    return element("a", group, href=f"/article/{key}", aria_label=node.name)
