"""Echoes, against planted copies and front pages.

*planted*: an echo is right where both its copy and the first of its kind are. *front
pages*: two headlines of different outlets, at most `DAYS` apart, are nearly the same
where the edit distance of their words' letters leaves 90 % and more; every such pair is
looked for among all pairs, and must come out in one kin, that is, with the same first.
Changed headlines of one address must come out as versions of the first.
"""

import json
import lzma
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

from evaluation.errors import EvaluationError
from evaluation.labels import Tally
from evaluation.planted import Planted, planted, releases
from evaluation.scores import Scores
from laut.model import Article
from laut.trace.echoes import echoes
from laut.trace.fingerprints import words_of
from laut.trace.firsts import Echo

DAYS = 3
ALIKE = 90.0
WORDS = 4
"""Shorter headlines say nothing."""

CHUNK = 500
"""How many headlines are held against all at a time."""


def planted_copies(corpus: Path) -> Scores:
    """How many planted copies are found, and how many echoes are planted copies."""
    collection = planted(releases(corpus))
    return scored(collection, echoes(collection.articles))


def scored(collection: Planted, found: Iterable[Echo]) -> Scores:
    """Precision and recall of echoes, over all and by the way a copy was made."""
    pairs = {(echo.copy, echo.of) for echo in found}
    gold = set(collection.of.items())
    tally = Tally(len(pairs & gold), len(pairs), len(gold))
    lines = [tally.shown("echoes")]
    for way in sorted(set(collection.ways.values())):
        mine = {pair for pair in gold if collection.ways[pair[0]] == way}
        share = 100 * len(mine & pairs) / len(mine)
        lines.append(f"  {way:15} {len(mine):5} planted, found {share:5.1f}\n")
    figures = {
        "recall": 100 * len(pairs & gold) / max(1, len(gold)),
        "precision": 100 * len(pairs & gold) / max(1, len(pairs)),
    }
    return Scores("".join(lines), figures)


def front_pages(corpus: Path) -> Scores:
    """Headlines over outlets that are the same or nearly, and changed ones."""
    items = list(items_of(corpus))
    first = [item[0] for item in items]
    kin = {echo.copy: echo.of for echo in echoes(first)}
    alike = list(alike_in(first))
    same = [pair for pair in alike if _plain(pair[0]) == _plain(pair[1])]
    other = [pair for pair in alike if _plain(pair[0]) != _plain(pair[1])]
    changed = [page for item in items for page in item[1:]]
    found = echoes(page for item in items if len(item) > 1 for page in item)
    address = {page.id: _address(page) for page in (*first, *changed)}
    versions = {
        echo.copy
        for echo in found
        if echo.kind == "version" and address[echo.copy] == address[echo.of]
    }
    known = [page for page in changed if page.id in versions]
    tallies = {
        "identical": (_in_one_kin(same, kin), len(same)),
        "alike": (_in_one_kin(other, kin), len(other)),
        "versions": (len(known), len(changed)),
    }
    figures = {name: 100 * n / max(1, of) for name, (n, of) in tallies.items()}
    lines = (
        f"{name:<12} {of:5} in the gold, found {figures[name]:5.1f}\n"
        for name, (_, of) in tallies.items()
    )
    return Scores("".join(lines), figures)


def items_of(corpus: Path) -> Iterator[list[Article]]:
    """What each address of the front pages showed: an article for every headline.

    Raises:
        EvaluationError: the corpus cannot be read.
    """
    try:
        with lzma.open(corpus, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                yield list(_versions(str(number), json.loads(line)))
    except (OSError, lzma.LZMAError, ValueError, KeyError) as error:
        raise EvaluationError(f"{corpus}: cannot be read: {error!r}") from error


def alike_in(pages: Sequence[Article]) -> Iterator[tuple[Article, Article]]:
    """Every two headlines of different outlets that are nearly the same, by search."""
    long = [page for page in pages if len(words_of(page.title)) >= WORDS]
    plain = [_plain(page) for page in long]
    for begin in range(0, len(long), CHUNK):
        scores = process.cdist(
            plain[begin : begin + CHUNK],
            plain,
            scorer=fuzz.ratio,
            score_cutoff=ALIKE,
            dtype=np.uint8,
        )
        for i, j in zip(*(a.tolist() for a in np.nonzero(scores)), strict=True):
            one, other = long[begin + i], long[j]
            if begin + i < j and one.outlet != other.outlet and _near(one, other):
                yield one, other


def _versions(number: str, row: dict[str, Any]) -> Iterator[Article]:
    teasers = dict(reversed(row["var"]))
    began = datetime.fromisoformat(row["first"])
    headlines = dict.fromkeys(headline for headline, _ in row["var"])
    for later, headline in enumerate(headlines if row["url"] else list(headlines)[:1]):
        yield Article(
            id=f"{number}/{later}",
            outlet=row["outlet"],
            url=row["url"] or "",
            published=(began + timedelta(minutes=later)).isoformat(),
            title=headline,
            text=teasers[headline] or "",
        )


def _address(page: Article) -> str:
    """The address of a page, for whatever device."""
    return page.url.replace("//www.", "//").replace("//m.", "//").partition("?")[0]


def _in_one_kin(
    pairs: Iterable[tuple[Article, Article]], kin: Mapping[str, str]
) -> int:
    both = [[kin.get(page.id, page.id) for page in pair] for pair in pairs]
    return sum(one == other for one, other in both)


def _plain(page: Article) -> str:
    return " ".join(words_of(page.title))


def _near(one: Article, other: Article) -> bool:
    times = (datetime.fromisoformat(page.published) for page in (one, other))
    return abs(next(times) - next(times)) <= timedelta(days=DAYS)
