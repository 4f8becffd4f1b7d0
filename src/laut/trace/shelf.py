"""A store of assertions in memory: what a ledger is on disk.

For collections that fit there, for measuring and for tests. `Shelf.add` obeys what
`claims.added` decides, and keeps the claims.
"""

from collections import defaultdict
from collections.abc import Iterable

from laut.trace.assertions import Assertion
from laut.trace.candidates import Key, Postings, keys_of
from laut.trace.claims import Change, Claim, Tie, added, order_of
from laut.trace.gists import gist_of


class Shelf:
    """Assertions with their keys, ties and claims."""

    def __init__(self) -> None:
        self._assertions: dict[str, Assertion] = {}
        self._postings = Postings()
        self._ties: dict[str, list[Tie]] = defaultdict(list)
        self._claims: dict[str, Claim] = {}

    def add(self, assertion: Assertion) -> Change:
        """Add an assertion; what that changed. One that is there changes nothing."""
        if assertion.id in self._assertions:
            return Change((), (), frozenset())
        change = added(assertion, self)
        self._assertions[assertion.id] = assertion
        self._postings.put(assertion.id, keys_of(gist_of(assertion)))
        for tie in change.ties:
            self._ties[tie.one].append(tie)
            self._ties[tie.other].append(tie)
        for gone in change.gone:
            del self._claims[gone]
        self._claims |= {claim.id: claim for claim in change.claims}
        return change

    def claims(self) -> tuple[Claim, ...]:
        """All claims, by the time of their first members."""
        first = {name: claim.members[0] for name, claim in self._claims.items()}
        names = sorted(first, key=lambda name: order_of(first[name].assertion))
        return tuple(self._claims[name] for name in names)

    def near(self, keys: Iterable[Key]) -> Iterable[Assertion]:
        """The assertions worth comparing with one that has these keys."""
        return [self._assertions[name] for name in self._postings.near(keys)]

    def ties_of(self, name: str) -> Iterable[Tie]:
        """The ties of the assertion of this id."""
        return self._ties[name]

    def assertion(self, name: str) -> Assertion:
        """The assertion of this id."""
        return self._assertions[name]
