"""Text that flows over lines, indented, and headings: what lists in a terminal share.

Imports rich: load this module when it is used.
"""

from collections.abc import Iterable

from rich.console import Console

from laut.views.ink import put
from laut.views.setting import Run, wrapped

HANG = 2
"""How far the second line, and those after it, stand in."""

_NARROWEST = 16


def flow(runs: Iterable[Run], console: Console, indent: int = 0) -> None:
    """Write runs in lines that fit; from the second on they hang in."""
    width = max(_NARROWEST, console.width - indent - HANG)
    for number, line in enumerate(wrapped(runs, width)):
        put(line, console, indent=indent + (HANG if number else 0))


def flow_text(text: str, console: Console, indent: int = 0, style: str = "") -> None:
    """Write a text in one look."""
    flow((Run(text, style),), console, indent)


def heading(text: str, console: Console) -> None:
    """Write a blank line and a heading."""
    put((), console)
    put((Run(text, "bold underline"),), console)
