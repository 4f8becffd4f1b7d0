"""Kind, identity and country of sources, decided as the cases in Markdown say.

`cases/standing/names.md` is a table of names without an article; `articles.md` holds
texts (`> `) and, for each, rows `- name · kind · identity · country`; `–` for none.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

import laut
from laut.model import article_of
from laut.reading.draft import draft_of
from laut.reading.standing import Context, country_of, identity_of, kind_of, standing_of
from laut.reading.steps.standing import context_of
from laut.reading.surroundings import Surroundings

CASES = Path(__file__).parent / "cases" / "standing"
NONE = "–"


def _names() -> Iterator[Any]:
    for line in (CASES / "names.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and cells[0] not in {"name", "---"}:
            yield pytest.param(cells[0], tuple(cells[1:]), id=cells[0])


def _articles() -> Iterator[Any]:
    text = (CASES / "articles.md").read_text("utf-8")
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        title, *lines = part.splitlines()
        told = "\n".join(line[2:] for line in lines if line.startswith("> "))
        for line in lines:
            if line.startswith("- "):
                name, *expected = line[2:].split(" · ")
                yield pytest.param(told, name, tuple(expected), id=f"{title}: {name}")


def _decided(name: str, context: Context) -> tuple[str, ...]:
    found = standing_of(name, context)
    return tuple(decided.value or NONE for decided in found)


@pytest.mark.parametrize(("name", "expected"), list(_names()))
def test_a_name_alone_has_the_standing_that_the_case_says(
    name: str, expected: tuple[str, ...]
) -> None:
    assert _decided(name, Context()) == expected


@pytest.mark.parametrize(("text", "name", "expected"), list(_articles()))
def test_a_name_in_an_article_has_the_standing_that_the_case_says(
    text: str, name: str, expected: tuple[str, ...]
) -> None:
    around = Surroundings(draft_of(article_of(text)).outline)
    assert _decided(name, context_of(around, name, "")) == expected


def test_there_are_at_least_eighty_cases() -> None:
    assert len([*_names(), *_articles()]) >= 80


def test_nobody_is_nobody() -> None:
    assert _decided("", Context()) == ("unknown", "none", NONE)


def test_a_pronoun_that_was_not_resolved_is_nobodys_country() -> None:
    assert _decided("er", Context()) == ("unknown", "named", NONE)


def test_the_three_questions_have_the_answers_of_the_one() -> None:
    name, context = "US-Kreise", Context()
    assert standing_of(name, context) == (
        kind_of(name, context),
        identity_of(name, context),
        country_of(name, context),
    )


def test_a_decision_names_the_word_the_table_and_the_row() -> None:
    because = identity_of("US-Kreise", Context()).because
    assert re.fullmatch(
        r"„US-Kreise“ ist ein Sammelwort ohne Namen \(Tabelle anonymity, Zeile \d+\)",
        because,
    )


def test_the_speakers_words_say_what_the_name_does_not() -> None:
    context = Context(speaker="der ghanaische Innenminister Kofi Muster")
    assert _decided("Kofi Muster", context) == ("state", "named", "GH")


def test_a_medium_that_speaks_for_a_person_is_not_their_office() -> None:
    context = Context(speaker="Die Wochenzeitung „Die Zeit“")
    assert _decided("Jana Muster", context) == ("person", "named", NONE)


def test_every_source_of_a_reading_has_a_standing() -> None:
    reading = laut.read("Laut US-Kreisen will Mali verhandeln.")
    (quotation,) = reading.quotations
    assert quotation.attribution is not None
    source = quotation.attribution.source
    assert (source.kind, source.identity, source.country) == ("state", "unnamed", "US")


@given(st.text(), st.text())
def test_any_name_and_speaker_get_a_standing(name: str, speaker: str) -> None:
    assert standing_of(name, Context(speaker)).identity.because


_PIECES = (
    "Der",
    "Chef",
    "von",
    "(",
    ")",
    ",",
    "US-",
    "UN",
    "Bahn",
    "Max",
    "und",
    "für",
)


@given(st.lists(st.sampled_from(_PIECES)))
def test_any_mixture_of_words_gets_a_standing(words: list[str]) -> None:
    text = " ".join(words)
    around = Surroundings(draft_of(article_of(text)).outline)
    assert standing_of(text, context_of(around, text, text)).kind.because
