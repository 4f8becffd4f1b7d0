"""Assertions, their keys and ties, in a ledger: what `laut.trace.claims` asks for.

`Shelf` is a `claims.Store` on a connection. Its work is bounded: of every term it looks
at no more than `POSTINGS` assertions, the last that came in, and gives no more than
`MOST` for comparing. As long as neither is reached, it answers as `candidates.Postings`
does.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select

from laut.inquiry.postings import postings_of
from laut.ledger.trails import assertions, keys, ties
from laut.trace.assertions import Assertion
from laut.trace.candidates import LEAST_SHARED, MOST, Key
from laut.trace.claims import Tie

POSTINGS = 500
"""How many assertions of one term are looked at."""

_KEPT = 20_000
"""Assertions that are kept at hand."""

_PAGE = 500

_decoder = msgspec.msgpack.Decoder(Assertion)

_NEAREST = (
    select(keys.c.assertion, keys.c.weight)
    .where(keys.c.term == bindparam("term"), keys.c.weight > 0)
    .order_by(keys.c.assertion.desc())
    .limit(POSTINGS)
)


class Memory:
    """Assertions that were fetched before, by their numbers; those never change."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, Assertion] = OrderedDict()

    def get(self, number: int) -> Assertion | None:
        """The assertion, where it is at hand."""
        return self._kept.get(number)

    def keep(self, number: int, assertion: Assertion) -> None:
        """Keep it at hand; the oldest goes."""
        self._kept[number] = assertion
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)


class Shelf:
    """The assertions of a ledger.

    Args:
        connection: in a transaction.
        memory: what was fetched before.
    """

    def __init__(self, connection: Connection, memory: Memory | None = None) -> None:
        self._connection = connection
        self._memory = memory or Memory()

    def near(self, keys: Iterable[Key]) -> list[Assertion]:
        """The assertions worth comparing with one that has these keys."""
        shared: dict[int, float] = defaultdict(float)
        for term, weight in keys:
            for number, other in self._connection.execute(_NEAREST, {"term": term}):
                shared[number] += min(weight, other)
        found = [(-much, n) for n, much in shared.items() if much >= LEAST_SHARED]
        return list(self.numbered([n for _, n in sorted(found)[:MOST]]).values())

    def ties_of(self, name: str) -> list[Tie]:
        """The ties of the assertion of this id."""
        number = self.number(name)
        rows = self._connection.execute(
            select(ties).where(or_(ties.c.one == number, ties.c.other == number))
        ).all()
        known = self.numbered({n for row in rows for n in (row.one, row.other)})
        return [
            Tie(known[r.one].id, known[r.other].id, r.score, bool(r.barred), "")
            for r in rows
        ]

    def assertion(self, name: str) -> Assertion:
        """The assertion of this id."""
        number = self.number(name)
        return self.numbered([number])[number]

    def number(self, name: str) -> int:
        """The number of the assertion of this id."""
        return self.numbers([name])[name]

    def numbers(self, names: Sequence[str]) -> dict[str, int]:
        """The numbers of the assertions of these ids, as far as they are there."""
        found: dict[str, int] = {}
        for some in paged(names):
            rows = select(assertions.c.key, assertions.c.number)
            known = rows.where(assertions.c.key.in_(some))
            found |= {row.key: row.number for row in self._connection.execute(known)}
        return found

    def numbered(self, numbers: Iterable[int]) -> dict[int, Assertion]:
        """The assertions of these numbers, in their order."""
        wanted = list(dict.fromkeys(numbers))
        missing = [n for n in wanted if self._memory.get(n) is None]
        fetched: dict[int, Assertion] = {}
        for some in paged(missing):
            rows = select(assertions.c.number, assertions.c.body)
            known = rows.where(assertions.c.number.in_(some))
            for number, body in self._connection.execute(known):
                fetched[number] = _decoder.decode(body)
                self._memory.keep(number, fetched[number])
        return {n: fetched.get(n) or self._memory.get(n) or _gone(n) for n in wanted}

    def of_articles(self, articles: Sequence[int]) -> dict[int, list[str]]:
        """The ids of the assertions of these articles."""
        found: dict[int, list[str]] = defaultdict(list)
        columns = select(assertions.c.article, assertions.c.key)
        for some in paged(articles):
            where = columns.where(assertions.c.article.in_(some))
            for article, key in self._connection.execute(where):
                found[article].append(key)
        return found

    def grouped(self, groups: Sequence[str]) -> dict[str, list[Any]]:
        """The rows of the assertions of some groups, by their groups."""
        found: dict[str, list[Any]] = defaultdict(list)
        columns = assertions.c.number, assertions.c.key, assertions.c.grouped
        rows = select(*columns, assertions.c.claim, assertions.c.relation)
        for some in paged(groups):
            where = rows.where(assertions.c.grouped.in_(some))
            for row in self._connection.execute(where.order_by(assertions.c.number)):
                found[row.grouped].append(row)
        return found

    def put(self, article: int, assertion: Assertion, found: Iterable[Tie]) -> None:
        """Write an assertion down with its keys and ties; it has no claim yet."""
        last = self._connection.execute(select(func.max(assertions.c.number))).scalar()
        number = (last or 0) + 1
        row = {"number": number, "key": assertion.id, "article": article}
        body = msgspec.msgpack.encode(assertion)
        empty = {"grouped": "", "claim": "", "relation": ""}
        self._connection.execute(insert(assertions), [row | empty | {"body": body}])
        terms = [
            {"term": term, "assertion": number, "weight": weight}
            for term, weight in postings_of(assertion).items()
        ]
        if terms:
            self._connection.execute(insert(keys), terms)
        self._tie(list(found))
        self._memory.keep(number, assertion)

    def drop(self, assertion: Assertion) -> None:
        """Take an assertion away, with its keys and ties."""
        number = self.number(assertion.id)
        terms = list(postings_of(assertion))
        gone = (
            delete(keys).where(keys.c.assertion == number, keys.c.term.in_(terms)),
            delete(ties).where(or_(ties.c.one == number, ties.c.other == number)),
            delete(assertions).where(assertions.c.number == number),
        )
        for each in gone:
            self._connection.execute(each)

    def _tie(self, found: Sequence[Tie]) -> None:
        if not found:
            return
        names = {name for tie in found for name in (tie.one, tie.other)}
        numbers = self.numbers(list(names))
        rows = [
            {"one": numbers[tie.one], "other": numbers[tie.other]}
            | {"score": tie.score, "barred": tie.barred}
            for tie in found
        ]
        self._connection.execute(insert(ties), rows)


def paged(items: Sequence[Any]) -> Iterable[Sequence[Any]]:
    """Some at a time, as many as a statement takes."""
    return (items[i : i + _PAGE] for i in range(0, len(items), _PAGE))


def _gone(number: int) -> Assertion:
    raise LookupError(number)
