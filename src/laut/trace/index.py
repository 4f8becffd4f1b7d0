"""The index of prints: which articles hold a hash. What echoes need of it, and no more.

`Index` is the interface; the ledger answers it from its table of fingerprints, and
`MemoryIndex` from the articles that it is given.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from laut.model import Article
from laut.trace.prints import Prints, prints_of


class Index(Protocol):
    """Which articles hold which hashes."""

    def spread(self, hashes: Collection[int]) -> Mapping[int, int]:
        """In how many articles each hash is; hashes that are in none may lack."""
        ...

    def sharing(self, hashes: Collection[int]) -> Mapping[str, int]:
        """The articles that hold any of these hashes, and how many of them each."""
        ...


class MemoryIndex:
    """An index of articles in memory."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._holders: dict[int, set[str]] = defaultdict(set)
        for article in articles:
            self.add(article.id, prints_of(article))

    def add(self, article: str, prints: Prints) -> None:
        """Keep the prints of one article."""
        for found in prints.all:
            self._holders[found.hash].add(article)

    def spread(self, hashes: Collection[int]) -> Mapping[int, int]:
        """In how many articles each hash is."""
        known = self._holders
        return {hash_: len(known[hash_]) for hash_ in set(hashes) if hash_ in known}

    def sharing(self, hashes: Collection[int]) -> Mapping[str, int]:
        """The articles that hold any of these hashes, and how many of them each."""
        found: Counter[str] = Counter()
        for hash_ in set(hashes):
            found.update(self._holders.get(hash_, ()))
        return found
