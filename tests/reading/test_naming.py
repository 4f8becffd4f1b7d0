"""Nouns by their endings, names in the nominative, the parts of a speaker."""

import pytest

from laut.model import article_of
from laut.reading.draft import draft_of
from laut.reading.metonyms import metonym_of
from laut.reading.nominative import nominative
from laut.reading.nouns import noun_of, speaking
from laut.reading.outline import Outline
from laut.reading.telling import Stance, telling_of


def outline_of(text: str) -> Outline:
    return draft_of(article_of(text)).outline


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "des russischen Verteidigungsministeriums",
            "russisches Verteidigungsministerium",
        ),
        ("der Vereinten Nationen", "Vereinte Nationen"),
        ("das Weiße Haus", "Weißes Haus"),
        ("dem neutralen Beobachter", "neutraler Beobachter"),
        ("mehreren Zeugen", "mehreren Zeugen"),
        ("einer Sprecherin der Stadt Nordau", "Sprecherin der Stadt Nordau"),
        ("den Behörden", "Behörden"),
        ("„Hafenbote Nord“", "Hafenbote Nord"),
    ],
)
def test_a_name_stands_in_the_nominative(words: str, name: str) -> None:
    outline = outline_of(words)
    assert nominative(outline, 0, len(outline.words)) == name


@pytest.mark.parametrize(
    ("word", "sort", "lemma"),
    [
        ("Innenministeriums", "body", "Innenministerium"),
        ("Sprechers", "spokes", "Sprecher"),
        ("Pressemitteilungen", "document", "Pressemitteilungen"),
        ("Polizeiangaben", "saying", "Polizeiangaben"),
        ("Nachrichtenagentur", "medium", "Nachrichtenagentur"),
        ("Anwältin", "man", "Anwältin"),
    ],
)
def test_a_noun_is_what_its_ending_says(word: str, sort: str, lemma: str) -> None:
    noun = noun_of(word)
    assert noun is not None
    assert (noun.sort, noun.lemma) == (sort, lemma)


@pytest.mark.parametrize("word", ["Einführung", "Montag", "Deutschland", "Haifisch"])
def test_a_noun_that_only_ends_alike_is_none(word: str) -> None:
    assert noun_of(word) is None


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("er", Stance.PRONOUN),
        ("Sie", Stance.PRONOUN),
        ("eigenen Angaben", Stance.OWN),
        ("seiner Ansicht", Stance.POSSESSIVE),
        ("demnach", Stance.THAT),
        ("niemand", Stance.NOBODY),
        ("", Stance.NOBODY),
        ("der Stadt", Stance.WHO),
    ],
)
def test_a_speaker_is_named_in_one_of_six_ways(words: str, stance: Stance) -> None:
    outline = outline_of(words)
    assert telling_of(outline, 0, len(outline.words)).stance is stance


def test_a_text_and_its_owner_are_two_parts() -> None:
    outline = outline_of("einer Mitteilung des Amtes")
    telling = telling_of(outline, 0, 4)
    assert (telling.document, telling.owner) == ((0, 2), (2, 4))


def test_only_a_seat_stands_for_a_government() -> None:
    assert metonym_of("Pjöngjang") == "Nordkorea"
    assert metonym_of("Nordau") is None


def test_a_class_of_words_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match="unknown"):
        speaking("unknown")
