import time

import pytest

from laut.errors import UnreadableError
from laut.intake.feeds import Feed, article_of_item, feed_of
from laut.intake.raw import Raw
from tests.intake.feedpages import WHOLE, Entry, rss

LINK = "https://bote.example/1"
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Kurier</title>
<entry><title type="html">Br&amp;uuml;cke &lt;b&gt;zu&lt;/b&gt;</title>
<link href="https://kurier.example/1"/><updated>2022-09-06T12:00:00Z</updated>
<author><name>Erika Beispiel</name></author>
<content type="html">{content}</content></entry></feed>"""


def feed(body: str | bytes) -> Feed:
    raw = body.encode() if isinstance(body, str) else body
    return feed_of(Raw(name="feed", body=raw))


def test_an_entry_that_carries_its_article_is_one() -> None:
    entry = Entry(LINK, "Brücke", WHOLE, "Kurz", "Tue, 06 Sep 2022 14:05:00 +0200")
    found = feed(rss([entry]))
    [item] = found.items
    article = article_of_item(item, found)
    assert article.text.splitlines()[0].startswith("Die Brücke bleibe gesperrt")
    assert len(article.text.splitlines()) == 2
    assert (article.title, article.outlet, article.url) == ("Brücke", "Bote", LINK)
    assert article.published == "2022-09-06T14:05:00+02:00"


def test_atom_is_read_too() -> None:
    found = feed(ATOM.format(content=WHOLE.replace("<", "&lt;")))
    [item] = found.items
    assert (found.title, item.title) == ("Kurier", "Brücke zu")
    assert (item.link, item.author) == ("https://kurier.example/1", "Erika Beispiel")
    assert item.published == "2022-09-06T12:00:00+00:00"
    assert item.text != ""


def test_an_entry_with_a_teaser_has_no_text() -> None:
    items = feed(
        rss([Entry(LINK, "A", teaser=WHOLE), Entry(LINK, "B", "<p>Kurz.</p>")])
    ).items
    assert [item.text for item in items] == ["", ""]


def test_scripts_and_pictures_are_no_text() -> None:
    content = WHOLE + "<script>x()</script><figure>Bild: dpa</figure><ul><li>Ende</li>"
    [item] = feed(rss([Entry(LINK, "A", content)])).items
    assert item.text.endswith("\nEnde")
    assert "x()" not in item.text
    assert "dpa" not in item.text


def test_an_entry_that_changes_has_another_mark() -> None:
    old = Entry(LINK, "A", teaser="B", published="Tue, 06 Sep 2022 14:05:00 +0200")
    news = [
        old._replace(title="Neu"),
        old._replace(published="Wed, 07 Sep 2022 14:05:00 +0200"),
        old._replace(teaser="Neu"),
    ]
    marks = [item.mark for item in feed(rss([old, old, *news])).items]
    assert marks[0] == marks[1]
    assert len(set(marks)) == 4


def test_a_feed_in_another_encoding_is_read() -> None:
    body = rss([Entry(LINK, "Brücke")]).replace("utf-8", "iso-8859-1")
    [item] = feed(body.encode("iso-8859-1")).items
    assert item.title == "Brücke"


def test_a_feed_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    body = rss([Entry(LINK, "Eins"), Entry(LINK, "Zwei")])
    assert [i.title for i in feed(body[: body.index("Zwei")]).items][:1] == ["Eins"]


@pytest.mark.parametrize("body", ["Liebe Erika", "<html><p>Nein</p></html>", " "])
def test_what_is_no_feed_is_told(body: str) -> None:
    with pytest.raises(UnreadableError, match="kein Feed"):
        feed(body)


def test_a_date_that_cannot_be_read_is_none() -> None:
    [item] = feed(rss([Entry(LINK, "A", published="demnächst")])).items
    assert item.published == ""


def test_ten_thousand_entries_are_read_in_their_order() -> None:
    entries = (Entry(f"{LINK}/{n}", f"Meldung {n}", teaser="…") for n in range(10_000))
    begin = time.monotonic()
    items = feed(rss(entries)).items
    assert [item.title for item in items] == [f"Meldung {n}" for n in range(10_000)]
    assert time.monotonic() - begin < 120
