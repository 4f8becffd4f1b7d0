"""How many short articles a second a ledger takes in, beside what reading them takes.

    python -m bench.ledger [--articles N] [--shared FOLDER] [--ledger NAME]

The articles are the beginnings of official releases, of some 900 characters; where the
corpora are missing, the examples again and again, each with a changing end. They are
read and written down in turns, and each is timed by itself, by the clock and by the
processor, so that both run on the same machine at the same time; only the clock sees
the waiting for the disk. Then follows how long some questions take.
"""

import argparse
import json
import lzma
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path
from statistics import median

import laut
from laut.ledger.book import Ledger, open_book
from laut.ledger.records import Entry

AT = "2022-09-06T12:00:00+00:00"
BATCH = 64
LEAST, MOST = 300, 900
ROOT = Path(__file__).resolve().parent.parent
RELEASES = Path("corpora", "text", "swiss-government-releases.jsonl.xz")
QUESTIONS = 9


def texts(shared: Path) -> Iterator[str]:
    """Short articles without end, no two alike."""
    file = shared / RELEASES
    if file.is_file():
        with lzma.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                text = f"{record['title']}\n{record['lead']}\n{record['text']}"[:MOST]
                if len(text) >= LEAST:
                    yield text
    examples = [p.read_text("utf-8") for p in sorted((ROOT / "examples").glob("*.txt"))]
    for number in count():
        yield from (f"{text[:MOST]}\n{number}." for text in examples)


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


class Spent:
    """Seconds by the clock and by the processor, summed up."""

    def __init__(self) -> None:
        self.clock = self.processor = 0.0

    def __enter__(self) -> None:
        self.clock -= time.perf_counter()
        self.processor -= time.process_time()

    def __exit__(self, *raised: object) -> None:
        self.clock += time.perf_counter()
        self.processor += time.process_time()


def added(ledger: Ledger, material: Iterator[str]) -> tuple[Spent, Spent]:
    """What reading took, and what writing down took."""
    reading, writing = Spent(), Spent()
    number = count()
    while batch := list(islice(material, BATCH)):
        with reading:
            read = [laut.read(t, outlet="Bund", published="2022-09-06") for t in batch]
        with writing:
            entries = [Entry(reading=r, input=f"a.jsonl:{next(number)}") for r in read]
            ledger.add(entries, AT)
    return reading, writing


def main() -> None:
    """Print what was measured."""
    wishes = _parser().parse_args()
    laut.read("Tabellen und Modelle werden einmal geladen.")
    with (
        tempfile.TemporaryDirectory() as folder,
        open_book(wishes.ledger or Path(folder, "ledger.sqlite")) as ledger,
    ):
        material = islice(texts(wishes.shared), wishes.articles)
        reading, writing = added(ledger, material)
        _report(ledger, reading, writing)


def _report(ledger: Ledger, reading: Spent, writing: Spent) -> None:
    counts = ledger.counts()
    n = counts.articles
    print(f"{n:,} articles")
    for by, read, written in (
        ("clock", reading.clock, writing.clock),
        ("processor", reading.processor, writing.processor),
    ):
        print(
            f"by the {by}: reading {n / read:,.0f}/s, writing {n / written:,.0f}/s,"
            f" both {n / (read + written):,.0f}/s; writing adds {written / read:.1%}"
        )
    print(
        f"{counts.size / 1e6:,.0f} MB, {counts.size / n:,.0f} bytes an article;"
        f" {counts.quotations:,} quotations, {counts.mentions:,} mentions"
    )
    one = next(ledger.readings()).article.id
    for name, work in {
        "counts": ledger.counts,
        "search, one word": lambda: ledger.search("Bundesrat"),
        "search, two words": lambda: ledger.search("Verordnung Umwelt"),
        "one article": lambda: ledger.article(one),
    }.items():
        times = [seconds(work) for _ in range(QUESTIONS)]
        print(f"{name:20} {1000 * median(times):6.1f} ms")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--ledger", default="")
    return parser


if __name__ == "__main__":
    main()
