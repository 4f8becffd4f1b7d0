"""The article that holds the whole job in thirty lines: who says what in it.

The text is read from the corpora, never kept here; the rows are numbered as they are
there.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

import laut
from laut.model import Quotation, Reading
from laut.spans import cover

pytestmark = pytest.mark.shared

KONJUNKTIV = "indirect_free_indirect"


class Row(NamedTuple):
    number: int | str
    begins: str
    ends: str
    kinds: tuple[str, ...]
    source: str


ROWS = (
    Row(1, "Russland will Waffen", "kaufen", ("indirect",), "US-Kreise"),
    Row(2, "Grund dafür seien", "Sanktionen", (KONJUNKTIV,), "US-Kreise"),
    Row(3, "Russland will sich", "eindecken", ("indirect",), "US-Kreise"),
    Row(
        4,
        "Das Verteidigungsministerium in Moskau sei im Begriff",
        "zu kaufen",
        ("indirect",),
        "US-Gewährsperson",
    ),
    Row(
        5,
        "Erst kürzlich war",
        "gesenkt worden",
        ("indirect", KONJUNKTIV),
        "US-Gewährsperson",
    ),
    Row(6, "Dass Moskau sich", "worden seien", (KONJUNKTIV,), "US-Gewährsperson"),
    Row(7, "US-Geheimdienstler gingen", "könnte", ("indirect",), "US-Gewährsperson"),
    Row(8, "das russische Militär habe", "erhalten", ("indirect",), "US-Regierung"),
    Row(9, "Allerdings gebe es", "Probleme", (KONJUNKTIV,), "US-Regierung"),
    Row("9a", "denen … Hunderte", "folgen sollen", ("indirect",), "US-Geheimdienste"),
    Row(10, "hat die USA", "verantwortlich gemacht", ("reported",), "Nordkorea"),
    Row(11, "Das russische Vorgehen", "gerechtfertigt", ("indirect",), "Nordkorea"),
    Row(12, "Arbeiter für", "zu schicken", ("indirect",), "Nordkorea"),
    Row(
        13,
        "äußerte sich optimistisch",
        "Arbeitsmigration",
        ("reported",),
        "nordkoreanischer Botschafter in Moskau",
    ),
    Row(
        14,
        "Er verwies",
        "verhängt worden waren",
        ("reported",),
        "nordkoreanischer Botschafter in Moskau",
    ),
)


@pytest.fixture(scope="module")
def reading(shared: Path) -> Reading:
    text = (shared / "seed" / "article.txt").read_text(encoding="utf-8")
    return laut.read(text, published="2022-09-06")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"row {row.number}")
def test_a_row_is_found_with_its_content_and_who_says_it(
    row: Row, reading: Reading
) -> None:
    found = [
        q for q in reading.quotations if content(reading, q).startswith(row.begins)
    ]
    assert [content(reading, q).rstrip(".").endswith(row.ends) for q in found] == [True]
    assert found[0].kind in row.kinds
    assert found[0].attribution is not None
    assert found[0].attribution.source.name == row.source


def test_what_the_spies_think_sits_in_what_the_official_says(
    reading: Reading,
) -> None:
    inner = next(
        q
        for q in reading.quotations
        if content(reading, q).startswith("dass Moskau künftig")
    )
    assert cover(reading.article.text, inner.speaker) == "US-Geheimdienstler"
    assert inner.parent is not None
    outer = reading.quotations[inner.parent]
    assert content(reading, outer).startswith("US-Geheimdienstler gingen")


@pytest.mark.parametrize(
    "begins",
    ["Das Verteidigungsministerium", "Erst kürzlich", "Dass Moskau", "US-Geheimdien"],
)
def test_what_the_official_says_came_through_a_paper_and_leans_on_spies(
    begins: str, reading: Reading
) -> None:
    (quotation,) = (
        q for q in reading.quotations if content(reading, q).startswith(begins)
    )
    assert quotation.attribution is not None
    assert [(link.how, link.name) for link in quotation.attribution.via] == [
        ("reported_by", "New York Times"),
        ("cites", "Erkenntnisse von amerikanischen Geheimdiensten"),
    ]


def test_all_else_came_straight(reading: Reading) -> None:
    chains = [q.attribution.via for q in reading.quotations if q.attribution]
    assert sum(map(bool, chains)) == len(("4", "5", "6", "7"))


def test_the_author_is_not_quoted(reading: Reading) -> None:
    told = " ".join(content(reading, q) for q in reading.quotations)
    for words in (
        "Separatisten kontrollieren",
        "Kremlchef",
        "kappte",
        "Pläne zur Zusammenarbeit",
        "Desinformationskampagnen",
    ):
        assert words not in told


def test_nothing_is_odd_about_it(reading: Reading) -> None:
    assert reading.problems == ()


def content(reading: Reading, quotation: Quotation) -> str:
    return cover(reading.article.text, quotation.content)
