"""How fast the desk answers, and how large its pages are: `python -m bench.desk [N]`.

Makes a ledger of N articles (10,000 where none is given), of the readings of the demo
collection under ever new dates, outlets and headlines; serves it on this machine and
asks for every page ROUNDS times in turn. Prints a line a page: the median and the
slowest time in milliseconds, and the size in kilobytes. The promise is 150 ms at the
median and 200 kB.
"""

import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

import httpx2
import msgspec

from laut.config import Config
from laut.demo.articles import articles
from laut.ledger.book import Ledger, open_book
from laut.ledger.keys import article_key, quotation_key
from laut.ledger.records import Entry
from laut.model import Reading
from laut.reading.pipeline import read_article
from laut.web.serving import address_of, listening, server
from laut.web.settings import settings_of

ARTICLES = 10_000
ROUNDS = 15
AT_ONCE = 500
OUTLETS = 200
DAYS = 1500
FIRST = date(2021, 1, 1)


class Measure(NamedTuple):
    """What a page took."""

    path: str
    middle: float
    slowest: float
    size: int


def main() -> None:
    """Make the ledger, ask for the pages, print what they took."""
    number = int(sys.argv[1]) if sys.argv[1:] else ARTICLES
    with tempfile.TemporaryDirectory(prefix="laut-desk-") as folder:
        file = Path(folder) / "ledger.sqlite"
        with open_book(file) as ledger:
            begin = time.perf_counter()
            last = fill(ledger, number)
            took = time.perf_counter() - begin
            size = file.stat().st_size / 1e6
            print(f"{number} articles in {took:.0f} s, {size:.0f} MB")
            for one in measured(ledger, paths_of(last)):
                times = f"{one.middle:7.1f} ms {one.slowest:7.1f} ms"
                print(f"{one.path:60} {times} {one.size / 1000:6.1f} kB")


def fill(ledger: Ledger, number: int) -> Reading:
    """Write so many articles down; the last of them."""
    read = [read_article(article) for article in articles()]
    made = islice(changed(cycle(read)), number)
    last = read[0]
    while some := list(islice(made, AT_ONCE)):
        ledger.add([Entry(reading=one, input="bench") for one in some], str(FIRST))
        last = some[-1]
    return last


def changed(readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings as of ever other articles; their spans stay right."""
    for number, reading in enumerate(readings):
        day = FIRST + timedelta(days=number * 7919 % DAYS)
        article = msgspec.structs.replace(
            reading.article,
            id=f"bench-{number}",
            title=f"{reading.article.title} ({number})",
            outlet=f"Blatt {number % OUTLETS}",
            url=f"https://outlet{number % OUTLETS}.example/{number}",
            published=day.isoformat(),
            text=f"{reading.article.text}\nMeldung {number}.",
        )
        yield msgspec.structs.replace(reading, article=article)


def paths_of(reading: Reading) -> list[str]:
    """One address of every page."""
    key = article_key(reading.article)
    passage = quotation_key(key, reading.quotations[0])
    source = next(q.attribution for q in reading.quotations if q.attribution).source
    return [
        "/",
        "/search",
        "/search?q=Raketen",
        "/search?q=Nordkorea+Raketen&outlet=Blatt+7&since=2022-01-01",
        "/search?identity=unnamed",
        "/search?source=Nordkorea",
        f"/article/{key}",
        f"/article/{key}?why=1",
        f"/article/{key}?show=unnamed",
        f"/source/{source.name}",
        "/source/Nordkorea",
        "/between?one=Russland&other=Nordkorea",
        "/claims",
        "/paste",
        "/review",
        f"/review/{passage}",
        "/history",
        "/api/articles",
        f"/api/articles/{key}",
    ]


def measured(ledger: Ledger, paths: Iterable[str]) -> Iterator[Measure]:
    """What each page takes, asked for over loopback."""
    settings = settings_of("127.0.0.1", 0, fetching=Config())
    with listening(settings) as ear:
        running = server(ledger, settings)
        thread = threading.Thread(target=running.run, kwargs={"sockets": [ear]})
        thread.start()
        base = address_of(ear, settings).rstrip("/")
        with httpx2.Client(base_url=base, timeout=60, follow_redirects=True) as client:
            for path in paths:
                yield asked(client, path)
        running.should_exit = True
        thread.join()


def asked(client: httpx2.Client, path: str) -> Measure:
    """One page, asked for ROUNDS times after a first that is not counted."""
    answer = client.get(path)
    answer.raise_for_status()
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        client.get(path)
        times.append((time.perf_counter() - begin) * 1000)
    return Measure(path, median(times), max(times), len(answer.content))


if __name__ == "__main__":
    main()
