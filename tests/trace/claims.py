"""Claims as cases in Markdown write them, for the tests of origins and standing.

A case is a heading, a line for each assertion, perhaps lines for echoes, and what must
come out after `=`:

    - a1 06 · US-Kreise · state unnamed US · confirm CT+ · cites dpa; in a2 · „Inhalt“
    ~ a2 verbatim a1
    = 2

The article and its day (of September 2022, or a date), the source, its kind,
identity and country (`–` for none), act and factuality, then, where there are any,
links, the parent, the content in marks, times, a deed with its actors and targets.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from laut.model import Link, Source
from laut.trace.assertions import Assertion, Deed
from laut.trace.firsts import Echo

CASES = Path(__file__).parent / "cases"
CONTENT = "Die Brücke am Hafen ist gesperrt"
NONE = "–"


class Case(NamedTuple):
    """A claim, its echoes, and what must come out."""

    assertions: tuple[Assertion, ...]
    echoes: tuple[Echo, ...]
    expected: str


def cases(name: str) -> Iterator[Any]:
    text = (CASES / f"{name}.md").read_text("utf-8")
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        title, *lines = part.splitlines()
        yield pytest.param(case_of(lines), id=title)


def case_of(lines: list[str]) -> Case:
    told = [line[2:] for line in lines if line.startswith("- ")]
    copies = [line[2:].split() for line in lines if line.startswith("~ ")]
    return Case(
        tuple(_assertion(number, line) for number, line in enumerate(told)),
        tuple(_echo(*words) for words in copies),
        next(line[2:] for line in lines if line.startswith("= ")),
    )


def _echo(copy: str, kind: str, of: str) -> Echo:
    row = {"copy": copy, "of": of, "kind": kind, "share": 1.0}
    return msgspec.convert(row, Echo)


def _assertion(number: int, line: str) -> Assertion:
    place, name, sort, act, *more = line.split(" · ")
    article, day = place.split()
    words = act.split()
    row = {
        "id": f"q{number}",
        "article": article,
        "published": day if "-" in day else f"2022-09-{day}",
        "source": _source(name, *sort.split()),
        "act": words[0],
        "factuality": words[1],
        "content": CONTENT,
    }
    for extra in more:
        row |= _extra(extra)
    return Assertion(**row)  # type: ignore[arg-type]  # msgspec checks in tests below


def _source(name: str, kind: str, identity: str, country: str) -> Source:
    row = {
        "name": "" if name == NONE else name,
        "kind": kind,
        "identity": identity,
        "country": None if country == NONE else country,
    }
    return msgspec.convert(row, Source)


def _extra(text: str) -> dict[str, Any]:
    if text.startswith("„"):
        return {"content": text.strip("„“")}
    if text.startswith("times "):
        return {"times": tuple(text.removeprefix("times ").split(", "))}
    if text.startswith("in "):
        return {"parent": text.removeprefix("in ")}
    if text.startswith("deed "):
        type_, actors, targets = text.removeprefix("deed ").split(" / ")
        deed = {"type": type_, "actors": _names(actors), "targets": _names(targets)}
        return {"events": (msgspec.convert(deed, Deed),)}
    links = (link.split(" ", 1) for link in text.split("; "))
    rows = [{"how": how, "name": name} for how, name in links]
    return {"via": tuple(msgspec.convert(rows, list[Link]))}


def _names(text: str) -> list[str]:
    return [] if text == NONE else text.split(", ")
