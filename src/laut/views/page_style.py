"""The style of pages: the colours of both themes, and the sheet that uses them.

Gives CSS that names no address. Slots of voices are the classes `s0`, `s1`, …, the
voices of one article `v1`, `v2`, …, whose passages and notes light up together.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from laut.views.palette import DARK, LIGHT, Palette


def style(voices: int) -> str:
    """The sheet for pages whose articles have up to so many voices."""
    return "\n".join([*colours(), sheet(), *map(_together, range(1, voices + 1)), ""])


def colours() -> Iterator[str]:
    """The colours by name, for light and for dark, and those of the voices."""
    yield f":root {{ {_variables(LIGHT)} }}"
    yield f"@media (prefers-color-scheme: dark) {{ :root {{ {_variables(DARK)} }} }}"
    for slot in range(len(LIGHT.voices)):
        yield f".s{slot} {{ --c: var(--s{slot}) }}"


@cache
def sheet() -> str:
    """The sheet itself."""
    return files("laut.views").joinpath("page.css").read_text(encoding="utf-8")


def _variables(palette: Palette) -> str:
    names = ("paper", "ink", "faint", "line")
    plain = [f"--{name}: {getattr(palette, name)}" for name in names]
    return "; ".join(plain + [f"--s{n}: {c}" for n, c in enumerate(palette.voices)])


def _together(voice: int) -> str:
    touched = f".v{voice}:is(:hover, :focus-within, :target)"
    strong = "background: color-mix(in srgb, var(--c) 20%, var(--paper))"
    return f"article:has({touched}) .v{voice} {{ {strong} }}"
