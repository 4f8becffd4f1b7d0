import pytest
from hypothesis import given

from laut.model import Reading, article_of
from laut.views.notes import (
    balance,
    counted_passages,
    dateline,
    note_of,
    title_of,
    voice_facts,
)
from laut.views.voices import view_of

from . import samples
from .oddities import odd_readings


def facts(reading: Reading) -> list[str]:
    return [
        " | ".join(note_of(passage).facts).replace("\u00a0", " ")
        for passage in view_of(reading).passages
    ]


def test_a_note_says_kind_and_cue_and_where_the_passage_sits() -> None:
    assert facts(samples.bridge()) == [
        "indirekt | „laut“",
        "wörtlich | „sagte“",
        "indirekt | „berichtete“",
        "in 3 | indirekt | „versichert“",
        "Konjunktiv ohne Redeverb",
        "berichtet | „kritisieren“",
        "indirekt | „Es heißt“",
    ]


def test_a_note_says_all_that_is_known_in_german() -> None:
    resting = (
        "sagt voraus | wahrscheinlich | mit Abstand wiedergegeben |"
        " berichtet von NPA | beruft sich auf Sitzungsprotokolle"
    )
    assert facts(samples.talks())[1:] == [
        f"indirekt | „sagte“ | zu „der Nachrichtenagentur NPA“ | {resting}",
        f"in 2 | wörtlich | {resting} | unsicher gelesen",
        "berichtet | geschrieben | „bestritt“ | bestreitet",
    ]


@given(odd_readings)
def test_what_is_not_known_is_never_shown_as_none(reading: Reading) -> None:
    view = view_of(reading)
    shown = [fact for passage in view.passages for fact in note_of(passage).facts]
    shown += [fact for voice in view.voices for fact in voice_facts(voice)]
    assert all(shown)
    assert "None" not in " ".join(shown).split()


def test_the_words_of_the_text_are_given_where_the_source_is_named_otherwise() -> None:
    reading = samples.named("Das sei falsch, hieß es aus Moskau.", "Moskau", "Russland")
    assert facts(reading) == ["indirekt | im Text „Moskau“"]


def test_a_form_of_the_same_name_is_not_given_twice() -> None:
    reading = samples.named("Aus US-Kreisen hieß es.", "US-Kreisen", "US-Kreise")
    assert facts(reading) == ["indirekt"]


def test_a_speaker_that_is_the_cue_is_not_given_twice() -> None:
    reading = samples.named("Demnach war er weg.", "Demnach", "Polizei", cue="Demnach")
    assert facts(reading) == ["indirekt | „Demnach“"]


def test_a_voice_has_its_passages_and_what_is_known_about_the_source() -> None:
    view = view_of(samples.talks())
    assert counted_passages(view, view.voices[1]) == "2 Stellen: 2, 3"
    assert voice_facts(view.voices[1]) == ("Staat", "ungenannt", "NO")
    assert voice_facts(view.voices[2]) == ()


def test_the_balance_counts_passages_voices_and_text() -> None:
    assert balance(view_of(samples.bridge())) == (
        "7 Stellen · 4 Stimmen · 69\u00a0% des Textes wiedergegeben"
    )
    assert balance(view_of(samples.bare())) == (
        "Niemand wird wiedergegeben: Der Artikel spricht mit eigener Stimme."
    )


@pytest.mark.parametrize(
    ("outlet", "url", "published", "line"),
    [
        ("Bote", "https://b.example/1", "2022-09", "Bote · September 2022"),
        ("", "https://b.example:8080/1", "", "b.example"),
        ("", "http://[kaputt", "", ""),
    ],
)
def test_the_dateline_holds_what_is_known(
    outlet: str, url: str, published: str, line: str
) -> None:
    article = article_of("x", outlet=outlet, url=url, published=published)
    assert dateline(article) == line


def test_an_article_without_a_headline_says_so() -> None:
    assert title_of(article_of("x", title="\n")) == "Ohne Titel"
