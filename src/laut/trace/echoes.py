"""Which article only repeats another: copies, cuts, lifts, versions.

`pairs_of` holds one article against all that share prints with it; `echoes_from` makes
of such pairs one `Echo` for each article and each first of its kind. `echoes` does both
for a whole collection. Pure: the articles and their index are given, and the order in
which they come does not matter.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from laut.model import Article
from laut.trace.clock import rank
from laut.trace.comparing import Pair, compared
from laut.trace.fingerprints import Print
from laut.trace.firsts import Echo, echoes_from
from laut.trace.index import Index, MemoryIndex
from laut.trace.prints import prints_of

COMMON = 50
"""In more articles than that a hash is boilerplate, and no sign of an echo."""

LEAST = 2
"""How many fingerprints of the text two articles must share to be compared."""

MOST = 60
"""With how many articles, those that share most, one article is compared."""


def echoes(articles: Iterable[Article], index: Index | None = None) -> tuple[Echo, ...]:
    """Every echo among some articles.

    Args:
        articles: each of them under its id; of equal ids the last counts.
        index: their index; None to make one.
    """
    known = {article.id: article for article in articles}
    shelf = index if index is not None else MemoryIndex(known.values())
    pairs = {p for a in known.values() for p in pairs_of(a, shelf, known)}
    return echoes_from(pairs, known)


def pairs_of(
    article: Article, index: Index, articles: Mapping[str, Article]
) -> tuple[Pair, ...]:
    """One article, paired with each that it repeats or that repeats it."""
    found = (
        compared(article, articles[other], worn)
        for other, worn in _candidates(article, index, articles)
        if other != article.id and other in articles
    )
    return tuple(pair for pair in found if pair is not None)


def _candidates(
    article: Article, index: Index, articles: Mapping[str, Article]
) -> Iterator[tuple[str, frozenset[int]]]:
    """The articles that are worth comparing, and the hashes that are boilerplate."""
    prints = prints_of(article)
    text, headline, names, address = map(_hashes, prints)
    spread = index.spread(text | headline | names)
    worn = frozenset(hash_ for hash_ in text if spread.get(hash_, 0) > COMMON)
    if len(worn) * 2 > len(text):  # printed everywhere as a whole: no boilerplate
        worn = frozenset()
    rare = {hash_ for hash_ in headline | names if spread.get(hash_, 0) <= COMMON}
    chosen = (
        *_most(index, text - worn, LEAST),
        *_most(index, headline & rare, LEAST),
        *_most(index, names & rare, 1),
        *_first(index.sharing(address), articles),
    )
    yield from ((name, worn) for name in dict.fromkeys(chosen))


def _hashes(prints: Iterable[Print]) -> frozenset[int]:
    return frozenset(found.hash for found in prints)


def _most(index: Index, hashes: Collection[int], least: int) -> list[str]:
    """The articles that share most of some hashes, so many of them at least."""
    shared = index.sharing(hashes) if hashes else {}
    least = min(least, len(hashes))
    enough = (name for name, count in shared.items() if count >= least)
    return sorted(enough, key=lambda name: (-shared[name], name))[: MOST + 1]


def _first(names: Iterable[str], articles: Mapping[str, Article]) -> list[str]:
    """The earliest of the versions of an article."""
    known = (articles[name] for name in names if name in articles)
    return [one.id for one in sorted(known, key=lambda a: rank(a.published, a.id))][:1]
