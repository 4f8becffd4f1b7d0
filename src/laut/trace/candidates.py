"""Which assertions are worth comparing: an inverted index of key terms.

`keys_of` gives the terms under which an assertion is kept, with their weights; a store
keeps them as rows of (term, assertion, weight). Worth comparing is what shares keys of
`LEAST_SHARED` or more in weight, the heaviest `MOST` of them. `Postings` is such a
store in memory; a ledger does the same by one query. Never are all pairs looked at.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from laut.trace.gists import STATE, Gist

MOST_KEYS = 10
LEAST_SHARED = 6.0
"""About what two words of middling rarity weigh."""

MOST = 200


class Key(NamedTuple):
    """A term that an assertion is found by, and what it weighs there."""

    term: str
    weight: float


def keys_of(gist: Gist) -> tuple[Key, ...]:
    """The heaviest terms of an assertion, states left out: half of the news name them.

    States are keys only of contents that have hardly anything else.
    """
    found = [Key(term, weight) for term, weight in gist.terms.items()]
    words = [key for key in found if not key.term.startswith(STATE)]
    kept = words if sum(key.weight for key in words) >= LEAST_SHARED else found
    return tuple(sorted(kept, key=lambda key: (-key.weight, key.term))[:MOST_KEYS])


class Postings:
    """Keys of assertions, kept in memory."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, float]] = defaultdict(dict)

    def put(self, name: str, keys: Iterable[Key]) -> None:
        """Keep the keys of an assertion under its id."""
        for term, weight in keys:
            self._kept[term][name] = weight

    def near(self, keys: Iterable[Key]) -> list[str]:
        """The ids of those worth comparing, those that share most first."""
        shared: dict[str, float] = defaultdict(float)
        for term, weight in keys:
            for name, other in self._kept.get(term, {}).items():
                shared[name] += min(weight, other)
        found = [(-much, name) for name, much in shared.items() if much >= LEAST_SHARED]
        return [name for _, name in sorted(found)[:MOST]]
