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
    who: str
    acts: tuple[str, ...]
    factualities: tuple[str, ...] = ("CT+",)


OFFICIALS = "US-Kreise · state · unnamed · US"
OFFICIAL = "US-Gewährsperson · state · unnamed · US"
WASHINGTON = "US-Regierung · state · named · US"
PYONGYANG = "Nordkorea · state · named · KP"
ENVOY = "nordkoreanischer Botschafter in Moskau · state · role · KP"
ANY = ("CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "UU")
"""Where the table leaves the factuality open."""

ROWS = (
    Row(1, "Russland will Waffen", "kaufen", ("indirect",), OFFICIALS, ("state",)),
    Row(2, "Grund dafür", "Sanktionen", (KONJUNKTIV,), OFFICIALS, ("state",)),
    Row(3, "Russland will sich", "eindecken", ("indirect",), OFFICIALS, ("state",)),
    Row(
        4,
        "Das Verteidigungsministerium in Moskau sei im Begriff",
        "zu kaufen",
        ("indirect",),
        OFFICIAL,
        ("state",),
    ),
    Row(
        5,
        "Erst kürzlich war",
        "gesenkt worden",
        ("indirect", KONJUNKTIV),
        OFFICIAL,
        ("state",),
    ),
    Row(
        6,
        "Dass Moskau sich",
        "worden seien",
        (KONJUNKTIV,),
        OFFICIAL,
        ("state",),
        ("PR+",),
    ),
    Row(7, "US-Geheimdienstler", "könnte", ("indirect",), OFFICIAL, ("state",)),
    Row(
        "7a",
        "dass Moskau künftig",
        "kaufen könnte",
        ("indirect",),
        "US-Geheimdienstler · intelligence · unnamed · US",
        ("opine", "predict"),
        ("PS+",),
    ),
    Row(
        8,
        "das russische Militär habe",
        "erhalten",
        ("indirect",),
        WASHINGTON,
        ("confirm",),
    ),
    Row(9, "Allerdings gebe es", "Probleme", (KONJUNKTIV,), WASHINGTON, ("state",)),
    Row(
        "9a",
        "denen … Hunderte",
        "folgen sollen",
        ("indirect",),
        "US-Geheimdienste · intelligence · unnamed · US",
        ("state", "predict"),
        ("CT+", "PR+"),
    ),
    Row(
        10,
        "hat die USA",
        "verantwortlich gemacht",
        ("reported",),
        PYONGYANG,
        ("accuse",),
        ANY,
    ),
    Row(
        11,
        "Das russische Vorgehen",
        "gerechtfertigt",
        ("indirect",),
        PYONGYANG,
        ("opine",),
    ),
    Row(
        12,
        "Arbeiter für",
        "zu schicken",
        ("indirect",),
        PYONGYANG,
        ("announce",),
        ("UU", "PS+"),
    ),
    Row(
        13,
        "äußerte sich optimistisch",
        "Arbeitsmigration",
        ("reported",),
        ENVOY,
        ("opine",),
        ANY,
    ),
    Row(
        14,
        "Er verwies",
        "verhängt worden waren",
        ("reported",),
        ENVOY,
        ("state",),
        ANY,
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
    attribution = found[0].attribution
    assert attribution is not None
    source = attribution.source
    told = (source.name, source.kind, source.identity, source.country)
    assert " · ".join(map(str, told)) == row.who
    assert attribution.act in row.acts
    assert attribution.factuality in row.factualities


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


def test_only_the_scare_quotes_keep_distance(reading: Reading) -> None:
    distanced = {
        content(reading, q)
        for q in reading.quotations
        if q.attribution and q.attribution.distanced
    }
    assert all("Hegemonialpolitik" in words for words in distanced)
    assert distanced


def test_nothing_is_odd_about_it(reading: Reading) -> None:
    assert reading.problems == ()


def content(reading: Reading, quotation: Quotation) -> str:
    return cover(reading.article.text, quotation.content)
