"""Events and times as they are shown: in a timeline, behind words, in a table."""

import io
import re

import pytest
from rich.console import Console

from laut.model import (
    Article,
    Attribution,
    Entity,
    Event,
    Quotation,
    Reading,
    Source,
    Time,
)
from laut.spans import Span
from laut.views.deeds import deeds_of, in_place, in_time, moments_of
from laut.views.html import to_page
from laut.views.passages import passages_of
from laut.views.table import print_fields, print_table
from laut.views.terminal import print_reading

TEXT = (
    "Im August lieferte Iran Drohnen an Russland, sagte die US-Regierung.\n"
    "Kiew brach die Beziehungen ab."
)


def _span(words: str) -> Span:
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


IRAN = Entity(name="Iran", country="IR")
RUSSIA = Entity(name="Russland", country="RU")
SUPPLY = Event(
    trigger=_span("lieferte"),
    type="COOPERATE",
    context="military",
    actor=(IRAN,),
    target=(RUSSIA,),
    object="Drohnen",
    date="2022-08",
    status="possible",
    by=0,
)
BREAK = Event(
    trigger=_span("brach"),
    type="SANCTION",
    context="diplomatic",
    actor=(Entity(name="Ukraine"),),
)
CLAIM = Quotation(
    id=0,
    kind="indirect",
    content=(Span(0, TEXT.index(", sagte")),),
    attribution=Attribution(source=Source(name="US-Regierung")),
)
READING = Reading(
    article=Article(id="a", title="Drohnen", text=TEXT),
    reader="r",
    quotations=(CLAIM,),
    events=(BREAK, SUPPLY),
    times=(Time(span=_span("August"), type="DATE", value="2022-08"),),
)


def shown(reading: Reading, width: int = 78) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=False)
    print_reading(reading, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_deeds_are_numbered_in_the_order_of_the_text() -> None:
    words = [deed.word for deed in deeds_of(READING, passages_of(READING))]
    assert words == ["lieferte", "brach"]


def test_a_deed_says_who_whom_what_when_and_on_whose_word() -> None:
    deed, _ = deeds_of(READING, passages_of(READING))
    assert deed.parties == "Iran → Russland"
    assert (deed.what, deed.about) == ("Zusammenarbeit", "Drohnen")
    assert (deed.when, deed.status) == ("August 2022", "möglich")
    assert (deed.teller, deed.passage) == ("US-Regierung", 1)


def test_what_nobody_is_given_for_is_a_gap() -> None:
    only = Reading(
        article=READING.article,
        reader="r",
        events=(
            Event(trigger=Span(0, 2), type="AID", context="other", target=(IRAN,)),
        ),
    )
    (deed,) = deeds_of(only, ())
    assert deed.parties == "… → Iran"


def test_deeds_without_a_date_come_last() -> None:
    deeds = deeds_of(READING, passages_of(READING))
    assert [deed.date for deed in in_time(reversed(deeds))] == ["2022-08", ""]


def test_marks_stand_apart_and_inside_the_text() -> None:
    deeds = deeds_of(READING, ())
    assert len(in_place(deeds, moments_of(READING), len(TEXT))) == 3
    assert len(in_place(deeds, moments_of(READING), 20)) == 2
    assert len(in_place((*deeds, *deeds), (), len(TEXT))) == 2


def test_the_terminal_raises_the_number_behind_the_word() -> None:
    text = shown(READING)
    assert "lieferte¹" in text
    assert "brach²" in text


@pytest.mark.parametrize("width", [40, 78, 120])
def test_the_terminal_lists_events_and_times(width: int) -> None:
    text = " ".join(shown(READING, width).split())
    assert "Ereignisse August 2022 ¹ Iran → Russland · Zusammenarbeit" in text
    assert "ohne Datum ² Ukraine" in text
    assert "Zeiten „August“ August 2022" in text


def test_an_article_without_events_has_no_timeline() -> None:
    plain = Reading(article=READING.article, reader="r")
    assert "Ereignisse" not in shown(plain)
    assert 'class="events"' not in to_page([plain])


def test_a_page_links_word_and_line_both_ways() -> None:
    page = to_page([READING])
    assert '<span class="e">lieferte</span><a class="en" id="a1-t1"' in page
    for name in set(re.findall(r'href="#([^"]+)"', page)):
        assert f'id="{name}"' in page
    assert "laut US-Regierung (1)" in page.replace("\u00a0", " ")


def test_a_page_tells_the_value_of_a_time() -> None:
    assert '<span class="t" title="August 2022">August</span>' in to_page([READING])


def test_names_from_an_article_are_escaped() -> None:
    odd = Event(
        trigger=Span(0, 2), type="AID", context="other", actor=(Entity(name="<b>"),)
    )
    page = to_page([Reading(article=READING.article, reader="r", events=(odd,))])
    assert "<b>" not in page


@pytest.mark.parametrize("place", [Span(-3, 2), Span(500, 520), Span(5, 5)])
def test_odd_places_cost_the_mark_never_the_text(place: Span) -> None:
    odd = Event(trigger=place, type="AID", context="other")
    reading = Reading(article=READING.article, reader="r", events=(odd,))
    assert "Ereignisse" in shown(reading)
    assert "Beziehungen ab." in to_page([reading])


def test_the_table_has_events_below_quotations() -> None:
    console = Console(file=io.StringIO(), width=110, force_terminal=False)
    print_table([READING], console)
    assert isinstance(console.file, io.StringIO)
    lines = console.file.getvalue().splitlines()
    assert lines[2] == ""
    assert lines[3].split() == [
        *("Nr.", "Zeit", "Wer", "→"),
        *("wen", "Ereignis", "Was", "Stand", "Laut"),
    ]
    assert "Iran → Russland" in lines[4]
    assert "US-Regierung (1)" in lines[4]


def test_fields_for_programs_stay_those_of_quotations() -> None:
    console = Console(file=io.StringIO(), width=110, force_terminal=False)
    print_fields([READING], console)
    assert isinstance(console.file, io.StringIO)
    assert len(console.file.getvalue().splitlines()) == 2
