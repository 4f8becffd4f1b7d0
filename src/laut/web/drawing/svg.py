"""SVG: elements written safely, and scales from days to places.

Pure. Coordinates come out with one digit behind the point at most.
"""

from collections.abc import Iterable
from datetime import date
from html import escape
from itertools import pairwise

from markupsafe import Markup

from laut.views.typography import harmless

Attribute = str | float


def element(name: str, *inside: Markup, **attributes: Attribute) -> Markup:
    """An element; attributes lose an underscore at their end, others become hyphens."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
    )
    return _ours(f"<{name}{written}>{''.join(inside)}</{name}>")


def words(text: str) -> Markup:
    """Text inside an element."""
    return _ours(escape(harmless(text)))


def text_at(text: str, x: float, y: float, **attributes: Attribute) -> Markup:
    """Text at a place."""
    return element("text", words(text), x=x, y=y, **attributes)


def picture(
    width: float, height: float, title: str, parts: Iterable[Markup], name: str
) -> Markup:
    """The whole picture; `name` is its id and its class.

    Where it holds links it is a group to those who hear the page, else one image.
    """
    inside = list(parts)
    linked = any("<a " in part for part in inside)
    return element(
        "svg",
        element("title", words(title), id=f"{name}-title"),
        *inside,
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        class_=f"picture {name}",
        role="group" if linked else "img",
        aria_labelledby=f"{name}-title",
        preserveAspectRatio="xMinYMin meet",
    )


def day_number(moment: str) -> int | None:
    """The day of an ISO date, as precise as it is; None where it is none."""
    parts = moment[:10].split("-")
    try:
        year, month, day = [*(int(part) for part in parts), 1, 1][:3]
        return date(year, month, day).toordinal()
    except (TypeError, ValueError):
        return None


def years_between(first: int, last: int) -> list[int]:
    """The years that begin between two days."""
    begin, end = date.fromordinal(first).year, date.fromordinal(last).year
    return list(range(begin + 1, end + 1))


def apart(places: list[float], least: float) -> bool:
    """Whether all of some ascending places lie so far apart."""
    return all(other - one >= least for one, other in pairwise(places))


def _value(value: Attribute) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return escape(harmless(str(value)))


def _ours(written: str) -> Markup:
    return Markup(written)  # noqa: S704 - made of escaped parts
