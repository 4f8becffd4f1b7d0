"""What needs no server: citing, wishes, corrections, pictures."""

from typing import Any

import msgspec
import pytest
from hypothesis import given, strategies as st

from laut.ledger.corrections import corrected, refusal_of, spans_of
from laut.ledger.judgements import judged
from laut.ledger.keys import article_key, quotation_key
from laut.model import Link, Reading, Source, article_of
from laut.spans import Span
from laut.web.annotations import annotated
from laut.web.citing import citation, link_into
from laut.web.drawing.events import events_picture
from laut.web.drawing.months import months_picture
from laut.web.drawing.svg import day_number, element, words
from laut.web.links import href
from laut.web.records import EventLine
from laut.web.wishes import wishes_of
from tests.views import samples

ARMS = samples.arms()
KEY = article_key(ARMS.article)
FIRST = quotation_key(KEY, ARMS.quotations[0])


def verdict(sort: str, /, **body: str) -> Any:
    return judged(sort, FIRST, "Ada", "2026-01-01", body=body)


def after(*verdicts: Any) -> Reading:
    return corrected(ARMS, KEY, verdicts)


def test_a_line_names_what_is_known_and_leaves_out_what_is_not() -> None:
    article = article_of("Text", title="A {b} & c", url="javascript:x")
    found = citation(article, "k", "http://desk/article/k")
    assert found.line == "„A {b} & c“ (gelesen mit laut, http://desk/article/k)"
    assert r"title = {A \{b\} \& c}" in found.bibtex
    assert "javascript" not in found.bibtex


@pytest.mark.parametrize(
    ("url", "said", "link"),
    [
        (
            "https://a.example/b#c",
            "zwei Worte",
            "https://a.example/b#:~:text=zwei%20Worte",
        ),
        ("https://a.example/", "a-b, c", "https://a.example/#:~:text=a%2Db%2C%20c"),
        ("https://a.example/", "eins … zwei", "https://a.example/#:~:text=eins"),
        (
            "https://a.example/",
            "a b c d e f g h i j k l m",
            "https://a.example/#:~:text=a%20b%20c%20d%20e,i%20j%20k%20l%20m",
        ),
        ("javascript:alert(1)", "Worte", ""),
        ("https://a.example/", "", ""),
    ],
)
def test_a_link_leads_to_words_of_a_page(url: str, said: str, link: str) -> None:
    assert link_into(url, said) == link


@given(st.dictionaries(st.text(max_size=8), st.text(max_size=400), max_size=6))
def test_any_wishes_can_be_read(query: dict[str, str]) -> None:
    wishes = wishes_of(query)
    assert 1 <= wishes.page <= 50
    assert len(wishes.words) <= 300


def test_wishes_that_cannot_be_meant_are_left_out() -> None:
    wishes = wishes_of(
        {"since": "gestern", "until": "2022", "identity": "x", "page": "-1"}
    )
    assert (wishes.since, wishes.until, wishes.identity) == ("", "2022~", "")
    assert wishes_of({"page": "99"}).page == 50
    assert wishes_of({"page": "²"}).page == 1


def test_an_address_leaves_out_what_is_empty() -> None:
    assert href("source", "a/b ü") == "/source/a%2Fb%20%C3%BC"
    assert href("search", q="x", page="") == "/search?q=x"


def test_without_judgements_a_reading_stays_the_same() -> None:
    assert after() is ARMS
    gone = msgspec.structs.replace(verdict("reject"), retired="2026-01-02")
    assert after(gone) is ARMS
    assert after(judged("merge", FIRST, "Ada", "2026-01-01")) is ARMS


def test_the_last_judgement_counts() -> None:
    assert len(after(verdict("reject")).quotations) == 1
    assert len(after(verdict("reject"), verdict("accept")).quotations) == 2
    assert after(verdict("accept")).quotations[0].confidence == 1.0


def test_every_value_can_be_corrected() -> None:
    found = after(
        verdict(
            "correct",
            source="Ministerium",
            source_kind="state",
            identity="",
            country="NO",
            act="deny",
            factuality="CT-",
            distanced="yes",
            kind="direct",
            via='[{"name": "NPA", "how": "reported_by"}]',
            content="8-13,0-7",
        )
    ).quotations[0]
    assert found.attribution
    assert found.attribution.source == Source(
        name="Ministerium", kind="state", country="NO"
    )
    assert found.attribution.via == (Link(name="NPA", how="reported_by"),)
    assert (found.attribution.act, found.attribution.factuality) == ("deny", "CT-")
    assert found.attribution.distanced
    assert (found.kind, found.content) == ("direct", (Span(0, 7), Span(8, 13)))


def test_a_correction_that_is_none_changes_nothing() -> None:
    assert after(verdict("correct", kind="gesungen")).quotations == ARMS.quotations


def test_where_nobody_is_attributed_somebody_can_be() -> None:
    bridge = samples.bridge()
    key = article_key(bridge.article)
    first = quotation_key(key, bridge.quotations[0])
    made = judged("correct", first, "Ada", "2026", body={"source": "Stadt"})
    found = corrected(bridge, key, [made]).quotations[0]
    assert found.attribution
    assert found.attribution.source.name == "Stadt"
    only = judged("correct", first, "Ada", "2026", body={"kind": "direct"})
    assert corrected(bridge, key, [only]).quotations[0].attribution is None


def test_what_is_said_of_a_claim_or_a_name_changes_no_reading() -> None:
    assert after(verdict("reject", of="claim")) is ARMS
    assert after(verdict("correct", of="source", identity="role")) is ARMS


def test_a_rejected_parent_leaves_its_child() -> None:
    bridge = samples.bridge()
    key = article_key(bridge.article)
    parent = quotation_key(key, bridge.quotations[2])
    left = corrected(bridge, key, [judged("reject", parent, "Ada", "2026")])
    assert [q.parent for q in left.quotations if q.id == 3] == [None]


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({"act": "deny"}, ""),
        ({"act": "sing"}, "act"),
        ({"via": "nichts"}, "via"),
        ({"content": "5-2"}, "content"),
        ({"content": "0-99"}, "content"),
        ({"distanced": "vielleicht"}, "distanced"),
        ({"content": "x"}, "content"),
    ],
)
def test_a_value_that_is_none_is_named(body: dict[str, str], wrong: str) -> None:
    assert refusal_of(body, 20) == wrong


def test_spans_that_touch_are_one() -> None:
    assert spans_of("0-4,4-9", 9) == (Span(0, 9),)


def test_an_annotation_says_medium_and_roles() -> None:
    found = annotated(samples.talks(), checked=2)
    last = found["annotations"][3]
    assert (last["type"], last["medium"]) == ("Reported", "Writing")
    assert found["checked"] == 2
    odd = msgspec.structs.replace(ARMS.quotations[0], medium=("speech",) * 2)
    reading = msgspec.structs.replace(ARMS, quotations=(odd,))
    assert annotated(reading, 0)["annotations"][0]["medium"] == "Speech"


def line(day: str, status: Any = "happened") -> EventLine:
    return EventLine(
        article="a",
        title="",
        outlet="",
        published=day,
        trigger="x",
        type="AID",
        context="other",
        object="",
        date="",
        place="",
        status=status,
    )


def test_events_of_one_day_make_no_line() -> None:
    assert events_picture([line("2026-01-01")] * 3, "x") is None
    assert events_picture([], "x") is None
    many = [line("2024-01-01", s) for s in ("denied", "planned", "happened")] * 3
    drawn = events_picture([*many, line("2026-02"), line("nie")], "x")
    assert drawn
    assert drawn.count('class="mark') == 5  # four in a column at most
    assert "denied" in drawn


def test_months_are_bars_and_years_are_labelled_apart() -> None:
    assert months_picture([("2022-01", 9)]) is None
    drawn = months_picture([("1999-01", 2), ("2026", 4)])
    assert drawn
    assert drawn.count("<rect") == 2
    assert "4 Äußerungen" in drawn


def test_pictures_escape_what_they_are_given() -> None:
    drawn = element("text", words("<b>"), class_='"><script>', x=1.25)
    assert drawn == '<text class="&quot;&gt;&lt;script&gt;" x="1.2">&lt;b&gt;</text>'
    assert day_number("2022-13") is None
    assert day_number("2022") == day_number("2022-01-01")
