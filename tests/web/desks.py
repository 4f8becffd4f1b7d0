"""Desks for tests: a ledger written by hand, served on a port of its own."""

import re
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx2
import msgspec

from laut.config import Config
from laut.demo.articles import articles
from laut.inquiry.following import follow
from laut.ledger.book import Ledger, open_book
from laut.ledger.keys import article_key, quotation_key
from laut.ledger.records import Entry
from laut.model import (
    Article,
    Attribution,
    Entity,
    Event,
    Quotation,
    Reading,
    Source,
    Time,
    article_of,
)
from laut.reading.pipeline import read_article
from laut.spans import Span
from laut.web.serving import address_of, listening, server
from laut.web.settings import Settings, settings_of
from tests.views import samples

AT = "2026-02-01T10:00:00Z"
HOSTILE = (
    "<script>document.title='taken'</script> sagte der Sprecher.\n"
    "„<img src=x onerror=alert(1)>“, sagte <b>Mallory</b>. \"'--><svg/onload=1>"
)
SERVED = 15.0


def deeds() -> Reading:
    """An article of events between two actors, one told by a source."""
    text = "Norland lieferte Drohnen an Südland. Südland habe Norland gedroht, hieß es."
    north = Entity(id="NO", name="Norwegen", country="NO")
    south = Entity(id="suedland", name="Südland")
    told = Attribution(source=Source(name="Außenamt"))
    said = Quotation(
        id=0, kind="indirect", content=(Span(37, 66),), attribution=told, confidence=0.4
    )
    return Reading(
        article=article_of(
            text, title="Drohnen", outlet="Bote", published="2026-01-05", id="deeds"
        ),
        reader="hand-1",
        quotations=(said,),
        times=(Time(span=Span(0, 7), type="DATE", value="2026-01"),),
        events=(
            Event(
                trigger=Span(8, 16),
                type="AID",
                context="military",
                actor=(north,),
                target=(south,),
                object="Drohnen",
                date="2026-01-02",
            ),
            Event(
                trigger=Span(58, 65),
                type="THREATEN",
                context="military",
                actor=(south,),
                target=(north,),
                date="2026-01-09",
                status="denied",
                by=0,
            ),
        ),
    )


def hostile() -> Reading:
    """An article that would do harm if it were taken for markup."""
    begin = HOSTILE.index("„")
    end = HOSTILE.index("“") + 1
    source = Source(name='<b title="x">Mallory</b>', kind="person", identity="named")
    return Reading(
        article=article_of(
            HOSTILE,
            title="</title><script>alert(2)</script>",
            outlet='"><script>alert(3)</script>',
            url="javascript:alert(4)",
            id="hostile",
        ),
        reader="<i>hand</i>",
        quotations=(
            Quotation(
                id=0,
                kind="direct",
                content=(Span(begin, end),),
                speaker=(Span(end, end + 3),),
                attribution=Attribution(source=source),
            ),
        ),
    )


def second_version() -> Reading:
    """The bridge once more, its headline changed."""
    first = samples.bridge()
    article = msgspec.structs.replace(first.article, title="Rheinbrücke noch länger zu")
    return msgspec.structs.replace(first, article=article)


def told_by_demo() -> Iterator[Reading]:
    """The articles of the demo collection that make one claim."""
    for article in articles():
        if article.id[:2] in {"05", "06", "07"}:
            yield read_article(article)


def filled(path: Path) -> Ledger:
    """A ledger with an article of every sort."""
    made = open_book(path)
    readings = [
        samples.bridge(),
        second_version(),
        samples.talks(),
        samples.arms(),
        samples.bare(),
        deeds(),
        hostile(),
        *told_by_demo(),
    ]
    made.add([Entry(reading=one, input="tests/samples") for one in readings], AT)
    for _ in follow(made):
        pass
    return made


def key_of(article: Article) -> str:
    """The key of an article."""
    return article_key(article)


def passage_key(reading: Reading, number: int) -> str:
    """The key of a quotation of a reading."""
    return quotation_key(article_key(reading.article), reading.quotations[number])


def plain_settings(token: str = "", **more: object) -> Settings:
    """Settings for a free port of this machine."""
    made = settings_of("127.0.0.1", 0, token, fetching=Config())
    return msgspec.structs.replace(made, **more)


@contextmanager
def served(ledger: Ledger, settings: Settings) -> Iterator[str]:
    """The desk, listening; its address without the last stroke."""
    with listening(settings) as ear:
        running = server(ledger, settings)
        thread = threading.Thread(target=running.run, kwargs={"sockets": [ear]})
        thread.start()
        try:
            end = time.monotonic() + SERVED
            while not running.started and time.monotonic() < end:
                time.sleep(0.01)
            yield address_of(ear, settings).rstrip("/")
        finally:
            running.should_exit = True
            thread.join(SERVED)


class Visitor:
    """A browser without script: keeps cookies, sends forms as it found them."""

    def __init__(self, address: str, **headers: str) -> None:
        self.address = address
        self.client = httpx2.Client(
            base_url=address, headers=headers, follow_redirects=True, timeout=30
        )

    def get(self, path: str, **query: str) -> httpx2.Response:
        return self.client.get(path, params=query or None)

    def page(self, path: str, **query: str) -> str:
        """A page that must be there."""
        answer = self.get(path, **query)
        assert answer.status_code == 200, (path, answer.status_code, answer.text[:300])
        return answer.text

    def send(
        self, path: str, fields: Mapping[str, str], at: str = ""
    ) -> httpx2.Response:
        """Send a form that stands on the page `at`, or at the same path."""
        found = re.search(r'name="form" value="([0-9a-f]+)"', self.page(at or path))
        assert found
        form = {"form": found[1], **fields}
        return self.client.post(path, data=form, headers={"origin": self.address})
