import pytest
from hypothesis import given

from laut.model import Reading, article_of
from laut.tongues import speaking
from laut.views.notes import (
    balance,
    counted_passages,
    dateline,
    legend,
    notes_of,
    title_of,
    voice_facts,
)
from laut.views.voices import view_of

from . import samples
from .oddities import odd_readings


def facts(reading: Reading) -> list[str]:
    return [
        " | ".join((*note.doubts, *note.facts)).replace("\u00a0", " ")
        for note in notes_of(view_of(reading).passages)
    ]


def heads(reading: Reading) -> list[str]:
    return [
        " ".join(filter(None, (note.name, note.aside, note.chain))).replace(
            "\u00a0", " "
        )
        for note in notes_of(view_of(reading).passages)
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


def test_a_note_says_all_that_is_known_doubts_first() -> None:
    doubt = "wahrscheinlich | mit Abstand wiedergegeben | sagt voraus"
    assert facts(samples.talks()) == [
        "indirekt | „nach Angaben“",
        f"{doubt} | indirekt | „sagte“ | zu „der Nachrichtenagentur NPA“",
        f"{doubt} | in 2 | wörtlich | unsicher gelesen",
        "bestreitet | berichtet | geschrieben | „bestritt“",
    ]


def test_a_note_says_who_the_source_is_and_through_whose_hands_it_came() -> None:
    assert heads(samples.talks()) == [
        "Diplomatenkreise (namenlos, Staat, Norwegen)",
        "Diplomat (namenlos, Staat, Norwegen) ← Sitzungsprotokolle · berichtet von NPA",
        "Diplomat (namenlos) ← wie 2",
        "Außenminister von Norland",
    ]


def test_the_source_of_the_design_reads_as_the_design_says() -> None:
    assert heads(samples.arms())[0] == (
        "US-Gewährsperson (namenlos, US-Regierung)"
        " ← Erkenntnisse von US-Geheimdiensten · zuerst Weltblatt"
    )


def test_the_signs_at_numbers_are_explained_where_there_are_any() -> None:
    assert legend(view_of(samples.bridge())) == ""
    assert legend(view_of(samples.talks())) == (
        "? nicht sicher · ! mit Abstand wiedergegeben"
    )


def test_notes_speak_english_too() -> None:
    with speaking("en"):
        assert heads(samples.talks())[1:3] == [
            "Diplomat (unnamed, state, Norway) ← Sitzungsprotokolle · reported by NPA",
            "Diplomat (unnamed) ← as in 2",
        ]
        assert facts(samples.talks())[3] == "denies | reported | written | “bestritt”"
        assert balance(view_of(samples.bridge())) == (
            "7 passages · 4 voices · 69% of the text rendered"
        )


@given(odd_readings)
def test_what_is_not_known_is_never_shown_as_none(reading: Reading) -> None:
    view = view_of(reading)
    notes = notes_of(view.passages)
    shown = [fact for note in notes for fact in (*note.doubts, *note.facts)]
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
    assert voice_facts(view.voices[1]) == ("namenlos", "Staat, Norwegen")
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
