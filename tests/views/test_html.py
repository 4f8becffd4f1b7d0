import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given, strategies as st

from laut.model import Attribution, Problem, Quotation, Reading, Source, article_of
from laut.spans import Span
from laut.tongues import speaking
from laut.views.html import to_page
from laut.views.typography import harmless

from . import samples
from .oddities import foreign_readings, found, odd_readings

VOID = {"meta"}
odd = st.lists(odd_readings, max_size=3)


class Page(HTMLParser):
    """What a page holds: its elements, and its words save those in left-out classes."""

    def __init__(self, page: str, *left_out: str) -> None:
        super().__init__()
        self.left_out = set(left_out)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.stack: list[tuple[str, bool]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append((tag, attributes))
        out = bool(self.left_out & set(attributes.get("class", "").split()))
        if tag not in VOID:
            self.stack.append((tag, out or tag in self.left_out))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if not any(out for _, out in self.stack):
            self.words.append(data)

    def all(self, attribute: str) -> list[str]:
        return [attrs[attribute] for _, attrs in self.elements if attribute in attrs]


def article(page: str) -> str:
    """The words of the articles' paragraphs and headings, blanks made single."""
    parsed = Page(page, "head", "nav", "header", "notes", "vh", "n", "footer")
    return " ".join("".join(parsed.words).split())


@given(st.lists(foreign_readings, max_size=2))
def test_no_character_of_the_articles_is_lost_or_doubled(
    readings: list[Reading],
) -> None:
    texts = "".join(reading.article.text for reading in readings)
    assert found("".join(Page(to_page(readings)).words)) == found(harmless(texts))


@given(odd_readings)
def test_the_paragraphs_hold_the_text_and_nothing_else(reading: Reading) -> None:
    bare = Reading(
        article=article_of(reading.article.text),
        reader="r",
        quotations=tuple(q for q in reading.quotations if q.content),
    )
    text = " ".join(harmless(reading.article.text).split())
    assert article(to_page([bare])).startswith(text)


@given(odd)
def test_any_page_is_well_formed_and_its_links_lead_somewhere(
    readings: list[Reading],
) -> None:
    page = Page(to_page(readings))
    assert not page.stack
    names = page.all("id")
    assert len(names) == len(set(names))
    inner = [link[1:] for link in page.all("href") if link.startswith("#")]
    assert set(inner) <= set(names)


@given(odd)
def test_a_page_loads_nothing_and_runs_nothing(readings: list[Reading]) -> None:
    page = Page(to_page(readings))
    assert {tag for tag, _ in page.elements}.isdisjoint(
        {"script", "img", "link", "iframe", "object", "base", "form"}
    )
    assert not page.all("src")
    assert not [
        name for _, attrs in page.elements for name in attrs if name[:2] == "on"
    ]
    assert "url(" not in to_page([])
    assert "@import" not in to_page([])


def test_the_style_holds_nothing_from_an_article() -> None:
    def style(page: str) -> str:
        return page[page.index("<style>") : page.index("</style>")]

    assert style(hostile_page()) == style(
        to_page([samples.named("Das sei so, sagte er.", "er", "Olaf")])
    )


def hostile_page() -> str:
    attack = "</style></p><script>alert(1)</script>\"' onclick=x \x1b\u202e"
    quotation = Quotation(
        id=0,
        kind="direct",
        content=(Span(3, 20),),
        cue=(Span(0, 9),),
        speaker=(Span(0, 9),),
        attribution=Attribution(source=Source(name=attack, country=attack)),
    )
    reading = Reading(
        article=article_of(attack, title=attack, outlet=attack, published=attack),
        reader=attack,
        quotations=(quotation,),
        problems=(Problem(step="x", message=attack),),
    )
    return to_page([reading])


def test_markup_in_an_article_is_text() -> None:
    page = hostile_page()
    assert "<script" not in page
    assert not {"\x1b", "\u202e"} & set(page)
    assert not Page(page).all("onclick")
    assert "alert(1)" in article(page)


@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://b.example/1?a=b&c", True), ("javascript:alert(1)", False), ("", False)],
)
def test_only_addresses_of_the_web_are_linked(url: str, linked: object) -> None:
    page = Page(to_page([Reading(article=article_of("x", url=url), reader="r")]))
    outer = [link for link in page.all("href") if not link.startswith("#")]
    assert outer == ([url] if linked else [])
    assert all(urlsplit(link).scheme == "https" for link in outer)


def test_a_passage_has_a_number_that_leads_to_its_note_and_back() -> None:
    page = to_page([samples.bridge()])
    assert (
        '<a class="n" id="a1-p2" href="#a1-n2"'
        ' aria-label="Stelle 2: Karla Venn, wörtlich">2</a>„Wir haben Risse'
    ) in page
    assert '<li id="a1-n2" class="s2 v2"><a class="n" href="#a1-p2"' in page


def test_what_is_broken_off_goes_on_under_the_same_number() -> None:
    page = to_page([samples.bridge()])
    assert page.count('href="#a1-n2"') == 2
    assert page.count('id="a1-p2"') == 1


def test_a_nested_passage_stands_inside_the_other() -> None:
    assert re.search(
        r'<span class="q indirect s2 v2"[^>]*><a [^>]*>3</a>[^<]*'
        r'<span class="q indirect s3 v3"[^>]*><a [^>]*>4</a>',
        to_page([samples.bridge()]),
    )


def test_voices_are_listed_with_their_passages() -> None:
    words = "".join(Page(to_page([samples.bridge()])).words)
    assert "Karla Venn 3 Stellen: 2, 3, 5" in words.replace("\u00a0", " ")


def test_every_voice_lights_up_together() -> None:
    page = to_page([samples.bridge()])
    rules = re.findall(r"article:has\(\.v(\d+):is\(:hover", page)
    assert rules == ["1", "2", "3", "4", "5"]


def test_headings_follow_the_headline() -> None:
    one = [tag for tag, _ in Page(to_page([samples.bridge()])).elements]
    assert [tag for tag in one if re.fullmatch(r"h\d", tag)] == ["h1", "h2", "h2"]
    two = Page(to_page([samples.bridge(), samples.bare()])).elements
    levels = [tag for tag, _ in two if re.fullmatch(r"h\d", tag)]
    assert levels == ["h1", "h2", "h3", "h3", "h2"]


def test_several_articles_have_a_table_of_contents() -> None:
    page = to_page([samples.bridge(), samples.talks()])
    assert '<a href="#a2">Gasabkommen vor der Unterschrift</a>' in page
    assert "<title>2 Artikel – laut</title>" in page
    assert "<nav" not in to_page([samples.bridge()])


def test_without_articles_there_is_a_page_all_the_same() -> None:
    assert "<title>Keine Artikel – laut</title>" in to_page([])


def test_the_page_speaks_german_and_says_who_read() -> None:
    page = to_page([samples.bridge()])
    assert '<html lang="de">' in page
    assert "Gelesen von laut, Fassung hand-1" in page


def test_problems_and_passages_without_a_place_are_told() -> None:
    quotation = Quotation(id=0, kind="direct", content=())
    reading = Reading(
        article=article_of("x"),
        reader="r",
        quotations=(quotation,),
        problems=(Problem(step="x", message="Anführung ohne Ende."),),
    )
    words = "".join(Page(to_page([reading])).words)
    assert "Ohne Stelle im Text" in words
    assert "Anführung ohne Ende." in words


def test_light_and_dark_narrow_and_wide_and_paper_are_seen_to() -> None:
    page = to_page([])
    conditions = set(re.findall(r"@media \(?([a-z-]+)", page))
    assert {"prefers-color-scheme", "min-width", "print", "forced-colors"} <= conditions


def test_a_doubt_is_seen_at_the_passage_and_read_aloud() -> None:
    page = to_page([samples.arms()])
    label = "Stelle 2: US-Gewährsperson, Konjunktiv ohne Redeverb, möglich"
    assert f'aria-label="{label}">2?</a>Sie könnten' in page
    assert "<strong>möglich</strong>" in page


def test_a_chain_has_words_where_it_is_read_aloud() -> None:
    page = to_page([samples.arms()])
    assert '<span class="vh">beruft sich auf</span>\u00a0Erkenntnisse von' in page
    assert "· zuerst Weltblatt</span>" in page


def test_reasons_are_folded_under_their_note() -> None:
    page = to_page([samples.explained()])
    assert page.count("<details") == 1
    assert "<dt>Nennung: namenlos</dt><dd" in page
    assert "<details" not in to_page([samples.arms()])


def test_an_english_page_marks_the_article_as_german() -> None:
    with speaking("en"):
        page = to_page([samples.explained(), samples.talks()])
    assert '<html lang="en">' in page
    assert '<p lang="de"><span class="q indirect' in page
    assert "<title>2 articles – laut</title>" in page
    assert "Reasons</summary>" in page
    words = "".join(Page(page, "style").words)
    for german in ("Stimme", "Stelle", "Gründe", "wörtlich", "Gelesen", "Ende "):
        assert german not in words
