"""On whose word events are told, when they were, and that odd texts do no harm."""

import pytest
from hypothesis import given, settings, strategies as st

import laut
from laut.model import Event

PIECES = ("„", "“", '"', "(", ")", ",", ".", ";", ":", "–", "und", "die", "zu")
WORDS = (
    "Putin",
    "griff",
    "an",
    "Angriff",
    "Ukraine",
    "verhängt",
    "wurde",
    "\n",
    "2024",
)
ODD = st.lists(st.sampled_from([*PIECES, *WORDS]), max_size=40).map(" ".join)


def events(text: str, published: str = "2024-03-05") -> dict[str, Event]:
    """The events of a text by the words that tell them."""
    found = laut.read(text, published=published).events
    return {text[e.trigger.begin : e.trigger.end]: e for e in found}


def test_what_the_author_tells_is_by_nobody_else() -> None:
    assert events("Russland griff die Ukraine an.")["griff"].by is None


def test_what_a_quotation_tells_is_by_that_quotation() -> None:
    text = "Präsident Selenskyj sagte, Russland habe die Ukraine angegriffen."
    reading = laut.read(text)
    told = {text[e.trigger.begin : e.trigger.end]: e.by for e in reading.events}
    assert told["angegriffen"] == reading.quotations[0].id


def test_the_act_of_speaking_is_the_authors() -> None:
    text = "Die Ukraine warf Russland vor, ein Krankenhaus angegriffen zu haben."
    assert events(text)["warf"].by is None


def test_fresh_news_without_a_time_have_the_month_of_the_article() -> None:
    assert events("Russland griff die Ukraine an.")["griff"].date == "2024-03"


def test_without_a_date_of_the_article_the_date_stays_open() -> None:
    assert events("Russland griff die Ukraine an.", "")["griff"].date == ""


def test_what_is_planned_has_no_date_by_itself() -> None:
    assert events("Polen will von Südkorea Panzer kaufen.")["kaufen"].date == ""


def test_a_place_is_where_something_happened() -> None:
    text = "Angela Merkel traf Barack Obama in Polen."
    assert events(text)["traf"].place == "Polen"


@pytest.mark.parametrize(
    "text",
    [
        "Der Verein gewann das Spiel gegen den Tabellenführer.",
        "Am Montag regnete es in Hamburg.",
        "",
        "Wetter",
    ],
)
def test_sport_weather_and_nothing_are_no_events(text: str) -> None:
    assert laut.read(text).events == ()


@settings(max_examples=40, deadline=None)
@given(ODD)
def test_odd_texts_never_break_the_step(text: str) -> None:
    assert all(problem.step != "events" for problem in laut.read(text).problems)


def test_an_article_full_of_nuclear_words_gives_its_events_that_context() -> None:
    text = (
        "Iran und die USA verhandeln über das Atomprogramm. Die Atomanlage sei zivil. "
        "Das Uran werde nicht angereichert. Die Atomenergiebehörde prüft das."
    )
    assert events(text)["verhandeln"].context == "nuclear"


def test_an_office_without_a_name_is_its_only_holder() -> None:
    text = (
        "Präsident Wladimir Putin reiste nach Vietnam. "
        "Der Präsident kritisierte die USA."
    )
    assert [one.name for one in events(text)["kritisierte"].actor] == ["Wladimir Putin"]


def test_a_government_in_a_capital_is_that_of_its_state() -> None:
    found = events("Die Regierung in Kiew kappte die Beziehungen zu Syrien.")["kappte"]
    assert [one.name for one in found.actor] == ["Regierung der Ukraine"]
    assert [one.country for one in found.actor] == ["UA"]
