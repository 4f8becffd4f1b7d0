"""Of pairs of articles that repeat one another, which article is the first of its kind.

Takes pairs, returns `Echo`es: a copy is laid at the door of the first in its chain, not
of another copy; it has several echoes only where it took from several firsts. Pure; the
order of pairs and articles does not matter.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec
import numpy as np

from laut.model import Article
from laut.tongues import later, say
from laut.trace.clock import rank
from laut.trace.comparing import MAIN, PASSAGE, EchoKind, Pair, Sign
from laut.trace.fingerprints import Mask
from laut.trace.overlaps import copied, worded

NEARLY = 0.9
"""From this part of the greatest share on an earlier article is preferred."""

_HOW: Mapping[EchoKind, str] = later(
    {
        "verbatim": "Wort für Wort wie {of}",
        "cut": "gekürzt aus {of}: {share} der Wörter stehen dort",
        "edited": "bearbeitet nach {of}: {share} der Wörter stehen dort",
        "embedded": "enthält Text aus {of}: {share} der Wörter stehen dort",
        "paraphrase": "erzählt {of} in anderen Worten nach",
        "version": "spätere Fassung von {of}: gleiche Adresse",
    }
)

_WHICH: Mapping[Sign, str] = later(
    {
        "credit": "als Quelle genannt",
        "time": "früher erschienen",
        "agency": "von einer Agentur",
        "length": "gleich alt, aber länger",
        "name": "gleich alt",
    }
)


class Echo(msgspec.Struct, frozen=True, kw_only=True):
    """An article that repeats another.

    Attributes:
        copy: the id of the article that repeats.
        of: the id of the first of its kind.
        kind: how it repeats it.
        share: of the copy's words, how many stand in the other, 0 to 1.
        because: one sentence that says so.
    """

    copy: str
    of: str
    kind: EchoKind
    share: float
    because: str = ""


def echoes_from(
    pairs: Iterable[Pair], articles: Mapping[str, Article]
) -> tuple[Echo, ...]:
    """The echoes that pairs make, in the order of their copies' publication.

    Args:
        pairs: as `comparing` makes them, in any order, some perhaps twice.
        articles: every article that the pairs name, by its id.
    """
    chains = _Chains(pairs, articles)
    found = (echo for name in chains.copies() for echo in chains.echoes(name))
    return tuple(sorted(found, key=lambda e: (*_rank(articles[e.copy]), e.of)))


class _Chains:
    """Pairs by their copy, and the articles they name."""

    def __init__(self, pairs: Iterable[Pair], articles: Mapping[str, Article]) -> None:
        self._articles = articles
        self._of: dict[str, dict[str, Pair]] = defaultdict(dict)
        for pair in sorted(set(pairs)):
            self._of[pair.copy][pair.of] = pair

    def copies(self) -> tuple[str, ...]:
        """Every article that repeats another."""
        return tuple(sorted(self._of))

    def echoes(self, copy: str) -> Iterator[Echo]:
        """The echoes of one article: one for each first that it took from."""
        left: Mask | None = None
        for first, pair in self._firsts(copy):
            taken = self._taken(copy, first)
            fresh = taken if left is None else taken & left
            if left is None or fresh.sum() >= max(PASSAGE, MAIN * taken.sum()):
                left = ~taken if left is None else left & ~taken
                yield self._echo(pair._replace(of=first))

    def _firsts(self, copy: str) -> list[tuple[str, Pair]]:
        """The firsts that an article took from, the one it took most from first."""
        found: dict[str, Pair] = {}
        for pair in self._of[copy].values():
            first = self._first(pair.of)
            direct = self._of[copy].get(first)
            kept = direct or max(found.get(first, pair), pair, key=lambda p: p.share)
            if first != copy:
                found[first] = kept
        most = max((pair.share for pair in found.values()), default=0.0)
        return sorted(found.items(), key=lambda item: self._weight(item, most))

    def _weight(
        self, item: tuple[str, Pair], most: float
    ) -> tuple[bool, bool, float, tuple[float, str, str]]:
        """Versions, then those with nearly the greatest share, the earliest of them."""
        first, pair = item
        near = pair.share >= NEARLY * most
        rank_ = _rank(self._articles[first])
        return pair.kind != "version", not near, 0.0 if near else -pair.share, rank_

    def _first(self, name: str) -> str:
        """The end of the chain of articles that are mainly copies."""
        seen = [name]
        while (before := self._main(seen[-1])) is not None:
            if before in seen:  # credits may contradict the clock
                ring = seen[seen.index(before) :]
                return min(ring, key=lambda one: _rank(self._articles[one]))
            seen.append(before)
        return seen[-1]

    def _main(self, copy: str) -> str | None:
        """What an article is mainly a copy of; the earliest of several."""
        main = [p for p in self._of.get(copy, {}).values() if _is_main(p)]
        ranked = sorted(
            main, key=lambda p: (p.kind != "version", _rank(self._articles[p.of]))
        )
        return ranked[0].of if ranked else None

    def _taken(self, copy: str, first: str) -> Mask:
        texts = (worded(self._articles[n].text) for n in (copy, first))
        return np.asarray(copied(*texts))

    def _echo(self, pair: Pair) -> Echo:
        return Echo(
            copy=pair.copy,
            of=pair.of,
            kind=pair.kind,
            share=pair.share,
            because=_because(pair, self._articles[pair.of]),
        )


def _is_main(pair: Pair) -> bool:
    return pair.kind in {"verbatim", "edited", "cut", "version"} or pair.share >= MAIN


def _because(pair: Pair, of: Article) -> str:
    share = say("{share} %", share=round(pair.share * 100))
    how = say(_HOW[pair.kind], of=_named(of), share=share)
    which = _WHICH.get(pair.sign)
    return f"{how} ({say(which)})" if which else how


def _named(article: Article) -> str:
    title = f"„{article.title}“" if article.title else article.id
    return f"{title} ({article.outlet})" if article.outlet else title


def _rank(article: Article) -> tuple[float, str, str]:
    return rank(article.published, article.id)
