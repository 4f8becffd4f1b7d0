"""The tables of states and bodies: complete, sorted, without contradictions."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from laut.reading.polities import (
    DOUBTFUL,
    adjectives,
    genitive,
    metonym,
    names,
    people,
    state_of,
)
from laut.reading.tables import rows
from laut.terms import VOCABULARIES
from tools.build_states import GERMAN, states

TABLES = (
    *("agencies", "anonymity", "cities", "courts", "figures", "forces", "genitives"),
    *("groups", "heads", "institutions", "international", "media", "offices"),
    *("parliaments", "parties", "seats", "services", "state_words", "states"),
)
TABLES_OF_BODIES = (
    *("agencies", "cities", "courts", "figures", "forces", "groups", "institutions"),
    *("international", "media", "offices", "parliaments", "parties", "services"),
)
UNIONS = {"EU", "UN", "NATO"}
COUNTRY_COLUMN = {"seats": 2, "laender": 0} | dict.fromkeys(TABLES_OF_BODIES, 1)
MEMBERS = [row for row in rows("state_words") if row[1] == "member"]


def _words(cell: str) -> list[str]:
    return [word for word in cell.split("|") if word]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_sorted_and_has_no_row_twice(table: str) -> None:
    first = [row[0] for row in rows(table)]
    assert first == sorted(first, key=lambda name: (name.casefold(), name))
    assert len(first) == len(set(first))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_begins_with_remarks_on_its_columns(table: str, root: Path) -> None:
    text = (root / GERMAN / f"{table}.tsv").read_text("utf-8")
    assert text.startswith("# ")


@pytest.mark.parametrize(("table", "column"), COUNTRY_COLUMN.items())
def test_a_country_is_a_known_code(table: str, column: int) -> None:
    known = set(names()) | UNIONS | {""}
    assert {row[column] for row in rows(table)} <= known


@pytest.mark.parametrize(
    ("table", "column"),
    [("offices", 2), ("institutions", 2), ("figures", 2), ("heads", 1)],
)
def test_a_kind_is_one_of_the_vocabulary(table: str, column: int) -> None:
    assert {row[column] for row in rows(table)} <= {*VOCABULARIES["source kind"], ""}


def test_a_head_noun_is_of_a_known_class() -> None:
    known = {"office", "body", "generic", "crowd", "paper", "weak"}
    assert {row[2] for row in rows("heads")} == known
    assert {row[3] for row in rows("heads")} == {"", "ganz", "genau"}


def test_there_are_the_193_members_of_the_united_nations_and_its_two_observers() -> (
    None
):
    assert len(MEMBERS) == 193
    observers = {row[0] for row in rows("state_words") if row[1] == "observer"}
    assert observers == {"PS", "VA"}


def test_neighbours_in_dispute_are_there() -> None:
    disputed = {row[0] for row in rows("state_words") if row[1] == "disputed"}
    assert {"EH", "TW", "XK", "x-abchasien", "x-nordzypern"} <= disputed


@pytest.mark.parametrize("row", MEMBERS, ids=lambda row: row[0])
def test_every_member_has_name_capital_adjective_and_inhabitant(
    row: tuple[str, ...],
) -> None:
    assert names()[row[0]]
    assert all(row[column] for column in (2, 3, 4))


def _forms(column: int) -> Iterator[tuple[str, str]]:
    for row in rows("state_words"):
        for word in _words(row[column]):
            forms = adjectives if column == 3 else people
            for form in forms(word.removesuffix(DOUBTFUL)):
                yield row[0], word if word.endswith(DOUBTFUL) else form


@pytest.mark.parametrize("column", [3, 4], ids=["adjectives", "inhabitants"])
def test_no_word_is_of_two_states_without_saying_so(column: int) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for code, form in _forms(column):
        owners[form].add(code)
    shared = {form for form, codes in owners.items() if len(codes) > 1}
    assert all(form.endswith(DOUBTFUL) for form in shared)


def test_names_of_states_are_those_of_cldr(root: Path) -> None:
    pytest.importorskip("babel", reason="the names are built with it")
    table = (root / GERMAN / "states.tsv").read_text("utf-8")
    assert states([row[0] for row in rows("state_words")]) == table


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("der russische Präsident", "RU"),
        ("die Regierung in Kiew", "UA"),
        ("US-Kreise", "US"),
        ("die Vereinigten Staaten", "US"),
        ("zwei Französinnen", "FR"),
        ("Weißrusslands Staatschef", "BY"),
        ("ein Pariser Gericht", "FR"),
        ("die kongolesische Armee", None),
        ("der Niger", "NE"),
        ("die nigerianische Marine", "NG"),
        ("der Trainer", None),
    ],
)
def test_words_name_a_state(words: str, code: str | None) -> None:
    assert state_of(words.split()) == code


@pytest.mark.parametrize(
    ("seat", "meant", "code"),
    [
        ("Moskau", "Regierung Russlands", "RU"),
        ("Moskaus", "Regierung Russlands", "RU"),
        ("Kreml", "Regierung Russlands", "RU"),
        ("Kiew", "Regierung der Ukraine", "UA"),
        ("Paris", "Regierung Frankreichs", "FR"),
        ("Berlin", "Bundesregierung", "DE"),
        ("Brüssel", "Europäische Union", "EU"),
        ("Pjöngjang", "Regierung Nordkoreas", "KP"),
        ("Bern", "Regierung der Schweiz", "CH"),
    ],
)
def test_a_seat_stands_for_who_acts_from_there(
    seat: str, meant: str, code: str
) -> None:
    assert metonym(seat) == (meant, code)


def test_what_is_no_seat_stands_for_nobody() -> None:
    assert metonym("Wuppertal") is None


@pytest.mark.parametrize("code", list(names()))
def test_every_state_has_a_genitive(code: str) -> None:
    assert genitive(code) not in {code, ""}
