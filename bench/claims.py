"""How long claims and echoes take in a ledger that grows, and how long questions take.

    python -m bench.claims [--articles N] [--step N] [--shared FOLDER] [--ledger NAME]

The articles are short: the beginnings of official releases, and between them headlines,
three to an article. After every `--step` articles a line says how many a second were
read, written down and looked at for claims and echoes since the last line, so that one
sees whether that gets slower. A ledger that is there goes on growing. At the end
follows how long questions take, each asked of some claims, words and names.
"""

import argparse
import itertools
import json
import lzma
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

import laut
from laut.inquiry.answers import Wanted, claims_of, life_of
from laut.inquiry.following import follow
from laut.inquiry.shelf import Memory
from laut.ledger.book import Ledger, open_book
from laut.ledger.records import Entry
from laut.model import Article, article_of

AT = "2026-01-01T00:00:00+00:00"
BATCH = 64
MOST = 600
HEADLINES = 3
FIRST = date(2022, 1, 1)
ROOT = Path(__file__).resolve().parent.parent
TEXT = Path("corpora", "text")
OUTLETS = ("Bote", "Kurier", "Morgen", "Anzeiger", "Rundschau")


class Spent(NamedTuple):
    """Seconds that some articles took."""

    reading: float = 0.0
    writing: float = 0.0
    following: float = 0.0


def articles(shared: Path) -> Iterator[Article]:
    """Short articles, no two alike."""
    pairs = zip(_releases(shared), _headlines(shared), strict=False)
    return itertools.chain.from_iterable(pairs)


def _releases(shared: Path) -> Iterator[Article]:
    file = shared / TEXT / "swiss-government-releases.jsonl.xz"
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            record = json.loads(line)
            yield article_of(
                f"{record['lead']}\n{record['text']}"[:MOST],
                title=record["title"],
                published=record["date"],
                outlet="Bund",
                id=f"r{number}",
            )


def _headlines(shared: Path) -> Iterator[Article]:
    file = shared / TEXT / "headlines.txt.xz"
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        for number in itertools.count():
            some = [line.strip() for line in itertools.islice(lines, HEADLINES)]
            day = FIRST + timedelta(days=number % 1500)
            yield article_of(
                ".\n".join(some),
                published=day.isoformat(),
                outlet=OUTLETS[number % len(OUTLETS)],
                id=f"h{number}",
            )


def added(ledger: Ledger, some: Sequence[Article], memory: Memory) -> Spent:
    """Add some articles; what that took."""
    begin = time.perf_counter()
    read = [
        laut.read(
            one.text,
            title=one.title,
            published=one.published,
            outlet=one.outlet,
            id=one.id,
        )
        for one in some
    ]
    middle = time.perf_counter()
    ledger.add([Entry(reading=r, input=r.article.id) for r in read], AT)
    written = time.perf_counter()
    for _ in follow(ledger, memory):
        pass
    end = time.perf_counter()
    return Spent(middle - begin, written - middle, end - written)


def main() -> None:
    """Print what was measured."""
    wishes = _parser().parse_args()
    if not (wishes.shared / TEXT).is_dir():
        print(f"needs the corpora, and there is no folder {wishes.shared / TEXT}")
        return
    laut.read("Tabellen und Modelle werden einmal geladen.")
    with (
        tempfile.TemporaryDirectory() as folder,
        open_book(wishes.ledger or Path(folder, "ledger.sqlite")) as ledger,
    ):
        done = ledger.counts().articles
        material = itertools.islice(articles(wishes.shared), done, wishes.articles)
        _grow(ledger, material, wishes.step)
        _report(ledger)


def _grow(ledger: Ledger, material: Iterator[Article], step: int) -> None:
    memory = Memory()
    since, spent = 0, Spent()
    while some := list(itertools.islice(material, BATCH)):
        took = added(ledger, some, memory)
        spent = Spent(*(a + b for a, b in zip(spent, took, strict=True)))
        since += len(some)
        if since >= step:
            _line(ledger, since, spent)
            since, spent = 0, Spent()


def _line(ledger: Ledger, since: int, spent: Spent) -> None:
    rates = (since / max(seconds, 1e-9) for seconds in spent)
    counts = ledger.counts()
    print(
        f"{counts.articles:7,} articles: reading {{:,.0f}}/s, writing {{:,.0f}}/s,"
        f" claims and echoes {{:,.0f}}/s; {counts.size / 1e6:,.0f} MB".format(*rates),
        flush=True,
    )


def _report(ledger: Ledger) -> None:
    counts = ledger.counts()
    print(
        f"{counts.articles:,} articles, {counts.quotations:,} quotations,"
        f" {counts.size / 1e6:,.0f} MB, {counts.size / counts.articles:,.0f} each"
    )
    ids = [claim.id for claim in claims_of(ledger, Wanted(limit=30))]
    words = ("Bundesrat", "Verordnung", "Ukraine Krieg", "Polizei", "Klima", "Brücke")
    names = ("Bundesrat", "Ukraine", "Schweiz", "Russland", "Europäische Union")
    wanted = {
        "claims": [Wanted()] * 9,
        "claims WORDS": [Wanted(words=each) for each in words],
        "claims --about": [Wanted(about=each) for each in names],
        "claims --source": [Wanted(source=each) for each in names],
    }
    for name, all_ in wanted.items():
        _tell(name, [_seconds(partial(claims_of, ledger, one)) for one in all_])
    _tell("claim ID", [_seconds(partial(life_of, ledger, one)) for one in ids])


def _tell(name: str, seconds: Sequence[float]) -> None:
    most, middle = 1000 * max(seconds), 1000 * median(seconds)
    print(f"{name:16} median {middle:6.1f} ms, most {most:6.1f} ms")


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--step", type=int, default=1000)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--ledger", default="")
    return parser


if __name__ == "__main__":
    main()
