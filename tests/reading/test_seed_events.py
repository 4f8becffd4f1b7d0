"""What happened in the article that holds the whole job in thirty lines, and when.

The text is read from the corpora, never kept here; rows are in the order of its table.
Names are compared as words: a state may act through its ministry or its army.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

import laut
from laut.model import Entity, Event, Reading
from laut.spans import cover

pytestmark = pytest.mark.shared

LEAST = 9
"""So many of the twelve rows must come out."""


class Row(NamedTuple):
    types: str
    actor: str
    target: str
    statuses: str


ROWS = (
    Row("COOPERATE", "Russland", "Nordkorea", "planned"),
    Row("COOPERATE", "Russland", "Nordkorea", "possible"),
    Row("COOPERATE AID", "Iran", "Russland", "happened"),
    Row("SANCTION", "", "Russland", "happened"),
    Row("ACCUSE", "Nordkorea", "USA", "happened"),
    Row("COOPERATE AID", "Nordkorea", "Separatistenregionen", "planned possible"),
    Row("CONSULT", "Botschafter Abgesandte", "", "happened"),
    Row("COERCE ASSAULT", "Separatisten", "Luhansk Donezk", "ongoing"),
    Row("SUPPORT", "Wladimir Putin", "Luhansk Donezk", "happened"),
    Row("SUPPORT", "Syrien Nordkorea", "Luhansk Donezk", "happened"),
    Row("ASSAULT", "Russland", "Ukraine", "happened"),
    Row("SANCTION", "Ukraine", "Nordkorea", "happened"),
)

TIMES = (
    ("August", "2022-08"),
    ("2014", "2014"),
    ("24. Februar", "2022-02-24"),
    ("geraumer Zeit", "PAST_REF"),
    ("künftig", "FUTURE_REF"),
)


@pytest.fixture(scope="module")
def reading(shared: Path) -> Reading:
    text = (shared / "seed" / "article.txt").read_text(encoding="utf-8")
    return laut.read(text, published="2022-09-06")


def _are(found: tuple[Entity, ...], wanted: str) -> bool:
    """Whether every wanted word names somebody, and nobody is left over."""
    names = " ".join(entity.name for entity in found)
    return bool(found) == bool(wanted) and all(word in names for word in wanted.split())


def _tells(event: Event, row: Row) -> bool:
    return (
        event.type in row.types.split()
        and event.status in row.statuses.split()
        and _are(event.actor, row.actor)
        and _are(event.target, row.target)
    )


def test_most_rows_of_the_table_come_out(reading: Reading) -> None:
    right = [row for row in ROWS if any(_tells(e, row) for e in reading.events)]
    assert len(right) >= LEAST


@pytest.mark.parametrize(("words", "value"), TIMES)
def test_a_time_has_its_value(words: str, value: str, reading: Reading) -> None:
    text = reading.article.text
    values = {cover(text, [time.span]): time.value for time in reading.times}
    assert values[words] == value


def test_the_drones_came_in_august_on_the_word_of_the_government(
    reading: Reading,
) -> None:
    drones = next(e for e in reading.events if e.object == "Drohnen")
    assert drones.date == "2022-08"
    teller = next(q for q in reading.quotations if q.id == drones.by)
    assert teller.attribution is not None
    assert teller.attribution.source.name == "US-Regierung"


def test_the_author_vouches_for_the_recognition(reading: Reading) -> None:
    known = next(e for e in reading.events if e.type == "SUPPORT")
    assert (known.by, known.date) == (None, "2022-02-24")
