import contextlib
import json

import pytest
from hypothesis import given, strategies as st

from laut.errors import UnreadableError
from laut.intake.page import article_of_page
from laut.intake.raw import Raw
from laut.model import Article

TITLE = "Minister weist Vorwürfe zurück"
LEAD = "Der Verkehrsminister bestreitet, von den Kosten gewusst zu haben."
FIRST = "„Davon habe ich nichts gewusst“, sagte er am Dienstag in Berlin."
SECOND = "Die Opposition verlangte Aufklärung. Er müsse alle Akten vorlegen."
THIRD = "Laut den Rechnungsprüfern haben sich die Kosten verdoppelt."
ARTICLE = f"""
<article><p class="kicker">Verkehr</p><h1>{TITLE}</h1><p class="teaser">{LEAD}</p>
<p>„Davon habe ich nichts gewusst“, sagte er am <b>Dienstag</b> in
   <a href="/berlin">Berlin</a>.</p>
<h2>Opposition: Akten auf den Tisch</h2>
<p>Die Opposition verlangte Auf&shy;klärung. Er müsse alle Akten vorlegen.</p>
<ul><li>Wer wusste davon?</li><li>Seit wann?</li></ul>
<table><tr><td>2023</td><td>12 Mio. Euro</td></tr></table>
<figure><img src="m.jpg"><figcaption>Der Minister. Foto: Muster</figcaption></figure>
<p>{THIRD}</p></article>
"""


def _read(head: str = "", body: str = ARTICLE, address: str = "") -> Article:
    html = f"<!DOCTYPE html><html lang=de><head>{head}</head><body>{body}</body></html>"
    raw = Raw(name="seite.html", body=html.encode(), address=address)
    return article_of_page(raw)


def _meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def _linked(*nodes: object) -> str:
    scripts = (json.dumps(node, ensure_ascii=False) for node in nodes)
    return "".join(
        f'<script type="application/ld+json">{script}</script>' for script in scripts
    )


def test_the_body_is_a_paragraph_a_line_without_headline_tables_and_captions() -> None:
    head = _meta("og:title", TITLE)
    body = f"<nav><a href=/>Start</a></nav>{ARTICLE}<footer>© Impressum</footer>"
    assert _read(head, body).text.split("\n") == [
        LEAD,
        FIRST,
        "Opposition: Akten auf den Tisch",
        SECOND,
        "Wer wusste davon?",
        "Seit wann?",
        THIRD,
    ]


@pytest.mark.parametrize("paragraphs", [1, 20])
def test_a_lead_outside_the_body_opens_the_text_once(paragraphs: int) -> None:
    head = _meta("og:description", LEAD)
    body = f'<div class="teaser-box"><p class="teaser">{LEAD}</p></div><article>'
    body += f"<h1>{TITLE}</h1><p>{FIRST}</p>"
    body += "".join(f"<p>{n}. {SECOND} {THIRD}</p>" for n in range(paragraphs))
    lines = _read(head, f"{body}</article>").text.split("\n")
    assert lines[:2] == [LEAD, FIRST]
    assert len(lines) == 2 + paragraphs


def test_a_description_that_the_page_does_not_show_is_no_part_of_the_text() -> None:
    head = _meta("og:description", "Alles über Verkehr bei Beispielblatt lesen.")
    assert "Alles über Verkehr" not in _read(head).text


_TIMES = {
    "open graph": (
        _meta("article:published_time", "2024-03-05T17:45:00+01:00"),
        "2024-03-05T17:45:00+01:00",
    ),
    "linked data": (
        _linked({"@type": "NewsArticle", "datePublished": "2024-03-05T17:45Z"}),
        "2024-03-05T17:45:00+00:00",
    ),
    "dublin core": (
        '<meta name="DC.date.issued" content="2024-03-05">',
        "2024-03-05",
    ),
    "itemprop": (
        '<meta itemprop="datePublished" content="2024-03-05T17:45">',
        "2024-03-05T17:45:00",
    ),
    "mail": (
        '<meta name="date" content="Tue, 05 Mar 2024 17:45:00 +0100">',
        "2024-03-05T17:45:00+01:00",
    ),
}


@pytest.mark.parametrize(("head", "published"), _TIMES.values(), ids=_TIMES)
def test_the_time_of_publication_keeps_hour_and_zone(head: str, published: str) -> None:
    assert _read(head).published == published


def test_a_time_in_the_text_is_used_where_the_head_says_nothing() -> None:
    time = '<time datetime="2024-03-05T17:45:00+01:00">5. März</time>'
    other = '<aside><time datetime="2020-01-01">alt</time></aside>'
    body = other + ARTICLE.replace("<h2>", f"{time}<h2>")
    assert _read(body=body).published == "2024-03-05T17:45:00+01:00"


def test_of_two_places_that_name_the_day_the_one_with_the_hour_is_taken() -> None:
    head = _linked({"@type": "NewsArticle", "datePublished": "2024-03-05"})
    head += _meta("article:published_time", "2024-03-05T17:45:00+01:00")
    assert _read(head).published == "2024-03-05T17:45:00+01:00"


def test_a_date_that_cannot_be_read_counts_as_not_given() -> None:
    assert _read(_meta("article:published_time", "vorgestern")).published == ""


_NODE = {
    "@type": ["NewsArticle"],
    "headline": "Minister weist Vorwürfe &amp; Fragen zurück",
    "author": [{"@type": "Person", "name": "Erika Muster"}, "Max Muster"],
}
_ORG = {"@type": "Organization", "@id": "#org", "name": "Beispielblatt"}
_WHOLE = _NODE | {"publisher": _ORG}
_SHAPES = {
    "plain": _WHOLE,
    "graph": {"@graph": [_ORG, _NODE | {"publisher": {"@id": "#org"}}]},
    "lists": [{"@type": "WebSite"}, [_NODE | {"publisher": [_ORG]}]],
    "nested": {"@type": "WebPage", "mainEntity": _WHOLE},
    "beside others": {
        "@type": "ItemList",
        "itemListElement": [_NODE | {"headline": "Anderes", "author": "Falsch"}],
        "mainEntity": _WHOLE,
    },
}


@pytest.mark.parametrize("shape", _SHAPES.values(), ids=_SHAPES)
def test_linked_data_is_found_in_every_shape(shape: object) -> None:
    found = _read(_linked(shape))
    assert found.title == "Minister weist Vorwürfe & Fragen zurück"
    assert found.author == "Erika Muster, Max Muster"
    assert found.outlet == "Beispielblatt"


@pytest.mark.parametrize(
    "script",
    [
        "",
        "{",
        "[" * 100_000,
        '{"@type": 7}',
        '"NewsArticle"',
        '{"@type":"Article"}x',
        '{"@type":"Article","headline":{"a":[]},"author":{"name":7},"@id":[]}',
    ],
    ids=["empty", "cut", "deep", "number", "string", "more", "odd"],
)
def test_broken_linked_data_costs_nothing_but_itself(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script>'
    assert _read(head + _meta("og:title", TITLE)).title == TITLE


def test_linked_data_with_line_breaks_and_comment_marks_is_read() -> None:
    script = '<!-- {"@type": "NewsArticle",\n "headline": "Zwei\nZeilen"}; -->'
    head = f'<script type="Application/LD+JSON">{script}</script>'
    assert _read(head).title == "Zwei Zeilen"


def test_the_title_bar_names_the_headline_without_the_outlet() -> None:
    head = f"<title>{TITLE} | Beispielblatt</title>"
    head += _meta("og:site_name", "Beispielblatt")
    found = _read(head, f"<article><p>{FIRST}</p><p>{SECOND}</p></article>")
    assert (found.title, found.outlet) == (TITLE, "Beispielblatt")


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("/politik/1.html", "https://blatt.example/politik/1.html"),
        ("https://blatt.example/a?b=c", "https://blatt.example/a?b=c"),
        ("javascript:alert(1)", "https://blatt.example/x/y"),
        ("http://[", "https://blatt.example/x/y"),
        ("", "https://blatt.example/x/y"),
    ],
)
def test_the_canonical_address_is_absolute_and_of_the_web(link: str, url: str) -> None:
    head = f'<link rel="canonical" href="{link}">'
    assert _read(head, address="https://blatt.example/x/y").url == url


def test_author_links_are_no_names() -> None:
    head = '<meta name="author" content="https://blatt.example/erika">'
    assert _read(head).author == ""


def test_the_charset_that_the_page_names_is_used() -> None:
    html = f'<html><head><meta charset="macintosh"></head><body>{ARTICLE}</body></html>'
    raw = Raw(name="x", body=html.encode("macroman"))
    assert SECOND in article_of_page(raw).text


def test_an_xhtml_page_with_its_own_encoding_is_read() -> None:
    html = '<?xml version="1.0" encoding="iso-8859-1"?>\n<html><body>' + ARTICLE
    raw = Raw(name="x", body=html.replace("„", "").replace("“", "").encode("latin-1"))
    assert SECOND in article_of_page(raw).text


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<!-- nur ein Kommentar -->",
        "<html><body><script>x</script>",
        "   ",
    ],
)
def test_a_page_without_an_article_is_refused(html: str) -> None:
    with pytest.raises(UnreadableError, match=r"^leer\.html: .*(kein Artikel|leer)"):
        article_of_page(Raw(name="leer.html", body=html.encode()))


def test_a_page_of_absurd_depth_is_no_danger() -> None:
    body = "<div>" * 50_000 + ARTICLE
    with contextlib.suppress(UnreadableError):
        assert SECOND in _read(body=body).text


@given(st.text(max_size=300), st.text(max_size=100))
def test_no_page_breaks_the_reading_of_pages(body: str, script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script>'
    with contextlib.suppress(UnreadableError):
        _read(head, f"{ARTICLE}{body}")
