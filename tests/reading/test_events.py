"""Events, read as the cases in Markdown say.

`cases/events/*.md` hold tables: a sentence, the word that tells the event, its type,
who acts, on whom, and whether it happened; `;` between several, `–` for nobody. A case
for the target says whom the event must name; others may stand beside.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import laut
from laut.model import Event

CASES = Path(__file__).parent / "cases" / "events"
NOBODY = "–"
LEAST = 15


class Case(NamedTuple):
    """One row of a table."""

    sentence: str
    trigger: str
    type: str
    actor: str
    target: str
    status: str


def _rows(path: Path) -> Iterator[Case]:
    for line in path.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and cells[0] not in {"sentence", "---"}:
            yield Case(*cells)


def _cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.md")):
        for case in _rows(path):
            yield pytest.param(case, id=f"{path.stem}: {case.sentence}")


def _read(sentence: str) -> tuple[Event, ...]:
    return laut.read(sentence, published="2024-03-05").events


def _names(entities: Any) -> str:
    return "; ".join(entity.name for entity in entities) or NOBODY


@pytest.mark.parametrize("case", list(_cases()))
def test_an_event_is_read_as_the_case_says(case: Case) -> None:
    found = [
        event
        for event in _read(case.sentence)
        if case.sentence[event.trigger.begin : event.trigger.end] == case.trigger
    ]
    assert [
        (event.type, _names(event.actor), _names(event.target), event.status)
        for event in found
    ] == [(case.type, case.actor, case.target, case.status)]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.md")), ids=lambda path: path.stem)
def test_every_table_of_cases_has_enough_sentences(path: Path) -> None:
    assert len(list(_rows(path))) >= LEAST
