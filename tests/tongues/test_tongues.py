from concurrent.futures import ThreadPoolExecutor

import pytest

from laut.tongues import counted, language_of, later, say, speaking, spoken


def test_what_is_said_is_german_where_nothing_else_is_asked_for() -> None:
    assert spoken() == "de"
    assert say("Es steht nichts darin.") == "Es steht nichts darin."


def test_english_is_spoken_within_and_german_again_after() -> None:
    with speaking("en"):
        assert say("Es steht nichts darin.") == "There is nothing in it."
    assert say("Es steht nichts darin.") == "Es steht nichts darin."


def test_fields_come_into_their_places_and_braces_in_them_stay() -> None:
    text = "Das Feld „{key}“ ist keine Zeichenkette."
    assert say(text, key="{x}") == "Das Feld „{x}“ ist keine Zeichenkette."
    with speaking("en"):
        assert say(text, key="{x}") == "The field “{x}” is not a string."


def test_what_has_no_translation_is_said_as_it_stands() -> None:
    with speaking("en"):
        assert say("Das steht {nirgends}") == "Das steht {nirgends}"


@pytest.mark.parametrize(
    ("number", "german", "english"),
    [
        (0, "0 Stellen", "0 passages"),
        (1, "1 Stelle", "1 passage"),
        (2, "2 Stellen", "2 passages"),
    ],
)
def test_what_is_counted_has_its_plural(number: int, german: str, english: str) -> None:
    assert counted(number, "{n} Stelle", "{n} Stellen") == german
    with speaking("en"):
        assert counted(number, "{n} Stelle", "{n} Stellen") == english


def test_another_thread_speaks_its_own_language() -> None:
    with speaking("en"), ThreadPoolExecutor() as threads:
        assert threads.submit(spoken).result() == "de"


def test_marking_a_text_changes_nothing() -> None:
    assert later("sagt") == "sagt"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "de"),
        ({"LANG": "C.UTF-8"}, "de"),
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "de_DE.UTF-8"}, "de"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "en"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "fr:de:en"}, "de"),
        ({"LANG": "C", "LANGUAGE": "en"}, "de"),
    ],
)
def test_the_locale_says_which_language_is_spoken(
    environment: dict[str, str], language: str
) -> None:
    assert language_of(environment) == language
