"""The table of measures: what is scored, on which files, by what.

To add a measure, write a function that takes a `Bench` and returns `Scores`, add a row
to `MEASURES`, and give it floors in `floors.toml`.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from evaluation import echoes, labels, times
from evaluation.corpora import articles
from evaluation.reliability import reliability
from evaluation.scores import Scores, run_scorer
from laut.reading.pipeline import read_article

QUOTATIONS_DEV = "corpora/quotations/dev.jsonl.xz"
QUOTATIONS_LEADS = "corpora/quotations/leads.jsonl.xz"
RELEASES = "corpora/text/swiss-government-releases.jsonl.xz"
FRONT_PAGES = "corpora/stories/frontpages.jsonl.xz"
TIMES_ZEIT = "corpora/times/KRAUTS_DieZeit"
TIMES_DOLOMITEN = "corpora/times/KRAUTS_Dolomiten-100"


class Bench(NamedTuple):
    """What one run of measures works with.

    Attributes:
        shared: the folder with corpora and scorers.
        scratch: an empty folder of this run's own, for the readings.
    """

    shared: Path
    scratch: Path


class Measure(NamedTuple):
    """One table of figures.

    Attributes:
        name: what floors and output call it.
        files: the files or folders, below `shared`, that its figures are measured on.
        score: makes the table.
    """

    name: str
    files: tuple[str, ...]
    score: Callable[[Bench], Scores]


def write_readings(corpus: Path, target: Path) -> None:
    """Read every article of a corpus; write one reading a line.

    Raises:
        EvaluationError: the corpus cannot be read.
    """
    encode = msgspec.json.Encoder().encode
    with target.open("wb") as lines:
        for article in articles(corpus):
            lines.write(encode(read_article(article)) + b"\n")


def quotations(bench: Bench, *, corpus: str) -> Scores:
    """Content, roles and kinds of quotations, against a corpus of them."""
    files = bench.shared / corpus, _readings(bench, corpus)
    return run_scorer(bench.shared / "tools" / "score_quotations.py", *files)


def gold(bench: Bench, *, corpus: str, layer: str) -> Scores:
    """Sources, chains, acts, certainty and events, against a gold layer."""
    files = bench.shared / corpus, bench.shared / layer, _readings(bench, corpus)
    return run_scorer(bench.shared / "tools" / "score_gold.py", *files)


def reliable(bench: Bench, *, corpus: str) -> Scores:
    """Which share of the quotations at each confidence is right."""
    return reliability(bench.shared / corpus, lambda a: read_article(a).quotations)


def _readings(bench: Bench, corpus: str) -> Path:
    """The readings of a corpus, made once a run."""
    target = bench.scratch / (corpus.replace("/", "-") + ".readings")
    if not target.exists():
        write_readings(bench.shared / corpus, target)
    return target


def _quotations(name: str, corpus: str) -> Measure:
    return Measure(name, (corpus,), partial(quotations, corpus=corpus))


def _gold(name: str, corpus: str, layer: str) -> Measure:
    return Measure(name, (corpus, layer), partial(gold, corpus=corpus, layer=layer))


def _reliable(name: str, corpus: str) -> Measure:
    return Measure(name, (corpus,), partial(reliable, corpus=corpus))


def _labels(name: str, corpus: str, score: Callable[[Path], Scores]) -> Measure:
    return Measure(name, (corpus,), lambda bench: score(bench.shared / corpus))


def _times(name: str, *folders: str) -> Measure:
    def score(bench: Bench) -> Scores:
        return times.times(bench.shared / folder for folder in folders)

    return Measure(name, folders, score)


MEASURES: tuple[Measure, ...] = (
    _quotations("quotations-dev", QUOTATIONS_DEV),
    _quotations("quotations-leads", QUOTATIONS_LEADS),
    _reliable("reliability-dev", QUOTATIONS_DEV),
    _reliable("reliability-leads", QUOTATIONS_LEADS),
    _gold("gold-dev", QUOTATIONS_DEV, "gold/dev.jsonl"),
    _gold("gold-leads", QUOTATIONS_LEADS, "gold/leads.jsonl"),
    _labels("names-dev", "corpora/names/germeval14-dev.tsv", labels.names),
    _labels("grammar-dev", "corpora/syntax/de_gsd-dev.conllu", labels.grammar),
    _labels("echoes-planted", RELEASES, echoes.planted_copies),
    _labels("echoes-frontpages", FRONT_PAGES, echoes.front_pages),
    _times("times", TIMES_ZEIT, TIMES_DOLOMITEN),
    _times("times-zeit", TIMES_ZEIT),
    _times("times-dolomiten", TIMES_DOLOMITEN),
)
"""Everything that is measured, in the order in which it is printed."""
