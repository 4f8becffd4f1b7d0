"""The tables of events say only what the code understands."""

from collections.abc import Iterator

import pytest

from laut.reading.eventwords import EventNoun, Row, noun_of, stands, verbs_of
from laut.reading.tables import rows
from laut.terms import VOCABULARIES

TABLES = ("event-verbs", "event-nouns")
GRADES = {"a", "b", "c", "-"}
CASES = {"nom", "acc", "dat", "gen"}
OF_NOUNS = {"gen", "durch", "adj", "part"}
LEAST = 800
"""How many German predicates the tables must hold."""


def _all() -> Iterator[tuple[str, ...]]:
    for table in TABLES:
        yield from rows(table)


def _lemma(low: str) -> str:
    found: EventNoun | None = noun_of(low)
    return found.lemma if found else ""


def _type(low: str) -> str | None:
    found = noun_of(low)
    return found.row.type if found else None


@pytest.mark.parametrize("row", list(_all()), ids=lambda row: f"{row[1]} {row[6][:20]}")
def test_a_row_has_a_grade_a_type_a_context_and_words(row: tuple[str, ...]) -> None:
    assert row[0] in GRADES
    assert row[1] in {*VOCABULARIES["event type"], "-"}
    assert row[2] in {*VOCABULARIES["event context"], "-"}
    assert row[6].split()


@pytest.mark.parametrize("row", list(_all()), ids=lambda row: f"{row[1]} {row[6][:20]}")
def test_a_slot_is_a_case_or_a_preposition(row: tuple[str, ...]) -> None:
    slots = {slot for cell in row[3:6] for slot in cell.split("|") if slot}
    assert all(slot in CASES | OF_NOUNS or slot.islower() for slot in slots)


def test_every_type_of_event_has_verbs_and_nouns() -> None:
    for table in TABLES:
        types = {row[1] for row in rows(table)}
        assert types - {"-"} == set(VOCABULARIES["event type"])


def test_the_tables_hold_enough_predicates() -> None:
    words = [w for row in _all() if row[1] != "-" for w in row[6].split()]
    assert len(set(words)) >= LEAST


@pytest.mark.parametrize("sort", ["modal", "adverb", "opener", "verb", "noun"])
def test_every_sort_of_status_has_words(sort: str) -> None:
    found = [row for row in rows("event-status") if row[0] == sort]
    assert found
    assert {row[1] for row in found} <= set(VOCABULARIES["event status"])


def test_weights_are_numbers() -> None:
    assert all(float(weight) < 10 for _, weight in rows("event-weights"))
    assert all(float(weight) < 10 for _, _, weight in rows("event-fillers"))


def test_no_word_was_right_more_often_than_it_was_seen() -> None:
    assert all(int(right) <= int(seen) for _, right, seen in rows("event-lemmas"))


@pytest.mark.parametrize(
    ("low", "lemma"),
    [
        ("angriffe", "angriff"),
        ("luftangriffen", "luftangriff"),
        ("irak-krieges", "krieg"),
        ("festnahme", "festnahme"),
        ("staatsbesuchs", "staatsbesuch"),
    ],
)
def test_a_noun_is_known_by_its_end_in_every_case(low: str, lemma: str) -> None:
    assert _lemma(low) == lemma


@pytest.mark.parametrize(
    "low", ["wahlkampf", "weltkrieg", "eindruck", "wahlbeteiligung"]
)
def test_a_compound_that_misleads_tells_no_event(low: str) -> None:
    assert _type(low) is None


def test_a_verb_is_known_in_its_forms() -> None:
    for form in ("griff", "griffen", "angegriffen", "anzugreifen", "angriff"):
        rows_found: list[Row] = [verb.row for verb in verbs_of(form)]
        assert "ASSAULT" in {row.type for row in rows_found}, form


def test_a_finite_verb_waits_for_its_particle() -> None:
    assert {verb.particle for verb in verbs_of("kappte")} == {""}
    assert "aus" in {verb.particle for verb in verbs_of("wies")}


def test_short_words_beside_a_verb_stand_as_they_are() -> None:
    assert stands("auf", "auf")
    assert not stands("auf", "aufgabe")
    assert stands("sanktionen", "wirtschaftssanktionen")
    assert not stands("haft", "scharfschaft")


@pytest.mark.parametrize("row", rows("event-contexts"), ids=lambda row: row[0])
def test_a_row_of_contexts_has_known_types_and_a_number(row: tuple[str, ...]) -> None:
    assert row[0] in VOCABULARIES["event context"]
    assert int(row[1]) > 0
    assert set(row[2].split()) <= set(VOCABULARIES["event type"])
    assert row[3].split()
