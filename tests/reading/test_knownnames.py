"""Names that the tables know where the model finds none."""

import pytest

from laut.reading.knownnames import Name, known_names, label_of_compound


def found(text: str, taken: str = "") -> list[tuple[str, str]]:
    words = text.split()
    names = known_names(words, [word in taken.split() for word in words])
    return [(" ".join(words[n.first : n.last]), n.label) for n in names]


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("EU-Budget", "ORGpart"),
        ("SPD-Vorstand", "ORGpart"),
        ("US-Präsident", "LOCpart"),
        ("US-Amerika-Kenner", "LOCpart"),
        ("NATO-Mitglied-Status", "ORGpart"),
    ],
)
def test_a_compound_with_a_known_name_in_front_holds_that_name(
    word: str, label: str
) -> None:
    assert label_of_compound(word) == label


@pytest.mark.parametrize(
    "word", ["Haushalt", "EU-weit", "WM-Titel", "Nord-Süd-Gefälle", "-Chef", "EU-"]
)
def test_other_compounds_hold_no_known_name(word: str) -> None:
    assert label_of_compound(word) is None


def test_a_compound_that_names_a_body_itself_is_not_a_part() -> None:
    assert label_of_compound("EU-Kommission") is None


def test_states_cities_and_bodies_are_names() -> None:
    assert found("in Frankreich tagte der Bundestag in München") == [
        ("Frankreich", "LOC"),
        ("Bundestag", "ORG"),
        ("München", "LOC"),
    ]


def test_a_name_of_several_words_is_one_name() -> None:
    assert found("die Vereinigten Staaten") == [("Vereinigten Staaten", "LOC")]


def test_adjectives_and_people_of_a_state_are_derived_from_it() -> None:
    assert found("finnische Soldaten und Australierinnen") == [
        ("finnische", "LOCderiv"),
        ("Australierinnen", "LOCderiv"),
    ]


def test_a_word_in_er_from_a_city_counts_only_before_a_noun() -> None:
    assert found("das Kölner Amt") == [("Kölner", "LOCderiv")]
    assert found("Herr Kölner kam") == []
    assert found("sagte Kölner") == []


def test_words_that_bear_a_name_already_are_left_alone() -> None:
    assert found("der Bundestag in München", taken="München") == [("Bundestag", "ORG")]


def test_a_name_never_reaches_into_another() -> None:
    assert found("die Vereinigten Staaten", taken="Staaten") == []


def test_a_small_word_is_no_body() -> None:
    assert found("bild dir eine Meinung, welt und zeit") == []


def test_a_capital_at_the_begin_of_a_sentence_makes_no_body() -> None:
    assert found("Mehr kam nicht . Piraten sanken . ARD schwieg") == [("ARD", "ORG")]


def test_names_come_in_the_order_of_the_text() -> None:
    assert list(known_names(["Bonn", "und", "Kiew"], [False] * 3)) == [
        Name(0, 1, "LOC"),
        Name(2, 3, "LOC"),
    ]
