"""How many short articles a second a ledger takes in, beside what reading them takes.

    python -m bench.ledger [--articles N] [--shared FOLDER] [--ledger NAME]

The articles are the beginnings of official releases, of some 900 characters; where the
corpora are missing, the examples again and again, each with a changing end. They are
read and written down in turns, and each is timed by itself, so that both run on the
same machine at the same time. Then follows how long some questions take.
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


def added(ledger: Ledger, material: Iterator[str]) -> tuple[float, float]:
    """Seconds that reading took, and that writing down took."""
    reading = writing = 0.0
    number = count()
    while batch := list(islice(material, BATCH)):
        begin = time.perf_counter()
        read = [
            laut.read(text, outlet="Bund", published="2022-09-06") for text in batch
        ]
        middle = time.perf_counter()
        entries = [Entry(reading=r, input=f"a.jsonl:{next(number)}") for r in read]
        ledger.add(entries, AT)
        writing += time.perf_counter() - middle
        reading += middle - begin
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


def _report(ledger: Ledger, reading: float, writing: float) -> None:
    counts = ledger.counts()
    n = counts.articles
    print(
        f"{n:,} articles: reading {n / reading:,.0f}/s, writing {n / writing:,.0f}/s,"
        f" both {n / (reading + writing):,.0f}/s;"
        f" writing takes {writing / reading:.1%} of the time of reading"
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
