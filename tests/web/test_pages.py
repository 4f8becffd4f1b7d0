"""What pages say, asked without script."""

import re

import pytest

from laut.ledger.keys import quotation_key
from tests.views import samples

from .desks import Visitor, deeds, hostile, key_of, passage_key, second_version

BRIDGE = key_of(samples.bridge().article)
TALKS = key_of(samples.talks().article)
ARMS = key_of(samples.arms().article)
HOSTILE = key_of(hostile().article)
PATHS = (
    "/",
    "/search",
    "/search?q=Drohnen&outlet=Bote&identity=named&since=2026-01-01&until=2026-12",
    f"/article/{BRIDGE}",
    f"/article/{TALKS}?why=1&show=unsure",
    f"/article/{HOSTILE}",
    "/source/Karla%20Venn",
    "/between",
    "/between?one=Norwegen&other=S%C3%BCdland",
    "/claims",
    "/paste",
    "/review",
    f"/review/{passage_key(deeds(), 0)}",
    "/history",
)


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_there_and_light(visitor: Visitor, path: str) -> None:
    page = visitor.page(path)
    assert page.startswith("<!doctype html>")
    assert len(page.encode()) < 200_000
    assert "style=" not in page
    assert page.count("<h1") == 1


@pytest.mark.parametrize("path", PATHS)
def test_every_page_speaks_english_where_the_browser_does(
    reader: Visitor, path: str
) -> None:
    page = reader.page(path)
    assert '<html lang="en">' in page
    assert "Skip to content" in page


@pytest.mark.parametrize("path", PATHS)
def test_no_page_loads_anything_from_elsewhere(visitor: Visitor, path: str) -> None:
    answer = visitor.get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    loaded = re.findall(r'(?:src|<link[^>]* href)="([^"]+)"', answer.text)
    assert all(link.startswith("/static/") for link in loaded)


def test_an_article_shows_each_passage_with_its_voice(visitor: Visitor) -> None:
    page = visitor.page(f"/article/{BRIDGE}")
    assert page.count('<span class="q ') >= 7
    assert 'href="/source/Karla%20Venn"' in page
    assert "Rheinbrücke bei Leverfeld bis zum Frühjahr gesperrt" in page


def test_an_id_leads_to_the_key_and_a_passage_to_its_place(visitor: Visitor) -> None:
    answer = visitor.get("/article/drohnen")
    assert answer.url.path == f"/article/{ARMS}"
    key = passage_key(samples.arms(), 1)
    moved = visitor.client.get(f"/passage/{key}", follow_redirects=False)
    assert moved.headers["location"] == f"/article/{ARMS}#a-p2"


@pytest.mark.parametrize(
    ("query", "stand_out"),
    [
        ({}, 4),
        ({"show": "unnamed"}, 3),
        ({"show": "unsure"}, 2),
        ({"show": "author"}, 0),
        ({"voice": "Außenminister von Norland"}, 1),
        ({"show": "nonsense"}, 4),
    ],
)
def test_filters_leave_the_text_and_let_passages_recede(
    visitor: Visitor, query: dict[str, str], stand_out: int
) -> None:
    page = visitor.page(f"/article/{TALKS}", **query)
    opened = re.findall(r'<span class="q ([^"]+)" tabindex="-1"><a class="n" id', page)
    assert len(opened) == 4
    assert sum("off" not in one.split() for one in opened) == stand_out


def test_a_hostile_article_stays_text(visitor: Visitor) -> None:
    for path in (f"/article/{HOSTILE}", "/", "/search?q=Mallory"):
        page = visitor.page(path)
        assert "<script>document" not in page
        assert "<script>alert" not in page
        assert "<img" not in page
        assert 'href="javascript' not in page
    page = visitor.page(f"/article/{HOSTILE}")
    assert "&lt;script&gt;document.title" in page


def test_versions_tell_what_changed(visitor: Visitor) -> None:
    page = visitor.page(f"/article/{key_of(second_version().article)}")
    assert "Fassung 2" in page
    assert "<ins>Rheinbrücke noch länger zu</ins>" in page


def test_an_article_is_cited_and_leads_into_the_original(visitor: Visitor) -> None:
    page = visitor.page(f"/article/{BRIDGE}")
    assert f"@article{{laut-{BRIDGE}," in page
    assert f"/article/{BRIDGE}" in re.findall(r'id="cite-line">([^<]+)<', page)[0]


def test_the_strip_holds_times_and_events(visitor: Visitor) -> None:
    page = visitor.page(f"/article/{key_of(deeds().article)}")
    strip = page[page.index('class="strip"') :].replace("\u00a0", " ")
    assert strip.index("Januar 2026") < strip.index("2. Januar 2026")
    assert "Norwegen → Südland: Drohnen" in strip
    assert "laut Außenamt" in strip


def test_between_two_actors_stand_their_events_in_time(visitor: Visitor) -> None:
    page = visitor.page("/between", one="NO", other="südland")
    assert page.index("Norwegen → Südland") < page.index("Südland → Norwegen")
    assert "laut Außenamt" in page
    assert "sagt der Artikel selbst" in page
    assert '<svg viewBox="0 0 640 120"' in page
    nobody = visitor.page("/between", one="Norwegen", other="Nirgendwo")
    assert "steht nichts im Ledger" in nobody


def test_a_source_is_shown_with_all_that_it_said(visitor: Visitor) -> None:
    page = visitor.page("/source/karla venn")
    assert '<h1 lang="de">Karla Venn</h1>' in page
    assert "Der Gutachter habe ihr versichert" in page


def test_a_search_finds_words_in_any_form_and_sources_by_name(visitor: Visitor) -> None:
    page = visitor.page("/search", q="Drohne")
    assert "<mark>Drohnen</mark>" in page
    assert "Drohnen für Norland" in page
    named = visitor.page("/search", q="Karla")
    assert 'href="/source/Karla%20Venn"' in named


def test_search_filters_narrow_with_words_and_without(visitor: Visitor) -> None:
    both = visitor.page("/search", q="Drohnen", outlet="bote")
    assert ">Drohnen</a>" in both
    assert "Drohnen für Norland" not in both
    spoken = visitor.page("/search", source="Außenamt")
    assert spoken.count('<li class="card">') == 1
    unnamed = visitor.page("/search", identity="unnamed", part="results")
    assert "<html" not in unnamed
    assert "Drohnen für Norland" in unnamed
    none = visitor.page("/search", q="Drohnen", since="2030")
    assert "Nichts gefunden" in none


def test_a_claim_shows_its_life_and_why_articles_are_one_origin(
    visitor: Visitor,
) -> None:
    claims = visitor.get("/api/claims").json()
    told = next(one for one in claims if len(one["attributions"]) > 2)
    page = visitor.page(f"/claim/{told['id']}")
    assert 'class="picture life"' in page
    assert 'class="picture origins"' in page
    assert "zählt nicht: " in page
    assert "wiederholt Agentur" in page
    assert "so ist es hier" in page
    assert told["id"] in visitor.page("/claims")
    assert told["id"] in visitor.page("/")


def test_an_echo_names_what_it_repeats(visitor: Visitor) -> None:
    claims = visitor.get("/api/claims").json()
    lives = (visitor.get(f"/api/claims/{one['id']}").json() for one in claims)
    echo = next(echo for one in lives for echo in one["echoes"])
    of = visitor.get(f"/article/{echo['of']}").url.path
    page = visitor.page(f"/article/{echo['copy']}")
    assert f'href="{of}"' in page
    assert "die Vorlage dieses Artikels" in page


@pytest.mark.parametrize(
    "path",
    [
        "/nix",
        "/article/nix",
        "/passage/nix",
        "/source/nix",
        "/claim/nix",
        "/review/nix",
    ],
)
def test_what_is_not_there_is_said_plainly(visitor: Visitor, path: str) -> None:
    answer = visitor.get(path)
    assert answer.status_code == 404
    assert "<h1>" in answer.text


def test_the_api_gives_readings_and_describes_itself(visitor: Visitor) -> None:
    whole = visitor.get(f"/api/articles/{ARMS}").json()
    assert whole["reading"]["quotations"][0]["kind"] == "indirect"
    assert whole["article"]["key"] == ARMS
    document = visitor.get("/api/openapi.json").json()
    assert "/api/articles/{key}" in document["paths"]
    said = visitor.get("/api/sources/Karla Venn").json()
    assert said["portrait"]["statements"] == 6
    key = quotation_key(ARMS, samples.arms().quotations[0])
    assert visitor.get(f"/api/passages/{key}").json()["key"] == key
    assert visitor.get("/api/passages/nix").status_code == 404
    assert visitor.get("/api/sources/nix").json() == {
        "error": "Das steht nicht im Ledger."
    }
    assert len(visitor.get("/api/between", one="NO", other="Südland").json()) == 2
    assert visitor.get("/api/between").json() == []
    assert visitor.get("/api/claims/nix").status_code == 404
    assert visitor.get("/api/judgements").json() == []


def test_static_files_may_be_kept_for_good_under_their_digest(visitor: Visitor) -> None:
    page = visitor.page("/")
    for link in re.findall(r'"(/static/[^"]+)"', page):
        answer = visitor.get(link)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
    assert visitor.get("/static/nix").status_code == 404
    assert "immutable" not in visitor.get("/static/desk.css").headers["cache-control"]
