"""Who and what a text names, and which mentions are one."""

import laut
from laut.spans import cover


def named(text: str) -> list[tuple[str, str, str]]:
    """The mentions of a text: words, label, entity."""
    return [
        (cover(text, [m.span]), m.label, m.entity.name if m.entity else "")
        for m in laut.read(text).mentions
    ]


def test_a_person_under_several_names_is_one() -> None:
    text = "Vera Lindt kam nach Nordau. Lindts Boot sank. Lindt schwieg."
    assert named(text) == [
        ("Vera Lindt", "PER", "Vera Lindt"),
        ("Nordau", "LOC", "Nordau"),
        ("Lindts", "PER", "Vera Lindt"),
        ("Lindt", "PER", "Vera Lindt"),
    ]


def test_a_bare_noun_is_the_body_it_takes_up() -> None:
    text = "Das Fischereiministerium tagte. Das Ministerium schwieg."
    assert named(text) == [
        ("Fischereiministerium", "ORG", "Fischereiministerium"),
        ("Ministerium", "ORG", "Fischereiministerium"),
    ]


def test_a_bare_noun_that_takes_up_nothing_is_no_mention() -> None:
    assert named("Das Ministerium schwieg.") == []


def test_a_capital_is_the_state_it_stands_for() -> None:
    assert named("Der Fluss in Pjöngjang stieg.") == [("Pjöngjang", "LOC", "Nordkorea")]


def test_mentions_stand_in_the_order_of_the_text() -> None:
    text = "In Moskau traf Vera Lindt das Umweltministerium."
    assert [words for words, _, _ in named(text)] == [
        "Moskau",
        "Vera Lindt",
        "Umweltministerium",
    ]
