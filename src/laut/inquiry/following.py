"""Claims and echoes of a ledger, brought up to date: what was added is looked at.

`follow` looks at the readings that came in since, `BATCH` at a time, each batch in one
transaction that also writes down how far it came: whoever is killed in it has done
nothing, the next run goes on where the last one stopped, and two runs at once do each
reading once. Where the rules have changed since, everything is looked at anew. Of an
article that was read anew only the assertions that changed are taken out and put in.
`obey` brings the claims up to date that judgements concern.
"""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, func, insert, select

from laut.inquiry.copies import Articles, Prints, follow as follow_copies
from laut.inquiry.drawing import assertions_of
from laut.inquiry.grouping import Claims
from laut.inquiry.rulings import rulings_of
from laut.inquiry.shelf import Memory, Shelf
from laut.ledger.bodies import unpacked
from laut.ledger.judgements import judgements_in
from laut.ledger.shelf import article_of_row
from laut.ledger.tables import articles, readings, texts
from laut.ledger.trails import READINGS, last_looked_at, look_anew, progress
from laut.tongues import GERMAN, speaking
from laut.trace.claims import added

if TYPE_CHECKING:
    from laut.ledger.book import Ledger

BATCH = 32
"""Readings that are looked at in one transaction."""


def follow(ledger: "Ledger", memory: Memory | None = None) -> Iterator[int]:
    """Look at every reading that came in since; how many, batch after batch.

    Args:
        ledger: what is brought up to date.
        memory: assertions at hand, where one goes on again and again.

    Raises:
        LedgerError: it cannot be written to.
    """
    kept = memory or Memory()
    while count := _batch(ledger, kept):
        yield count


def obey(ledger: "Ledger", members: Collection[str]) -> None:
    """Bring the claims of some assertions up to date, after a judgement of them.

    Args:
        ledger: what is brought up to date.
        members: ids of assertions.
    """
    with ledger.deriving() as connection:
        shelf = Shelf(connection)
        rulings = rulings_of(judgements_in(connection))
        claims = Claims(connection, shelf, rulings)
        claims.refresh(claims.groups_of(members))


def _batch(ledger: "Ledger", memory: Memory) -> int:
    with ledger.deriving() as connection, speaking(GERMAN):
        look_anew(connection)
        rows = _waiting(connection)
        if rows:
            _Pass(connection, memory).look_at(rows)
            _write_progress(connection, rows[-1].reading)
        return len(rows)


def _waiting(connection: Connection) -> list[Any]:
    """The next readings, with their articles."""
    after = readings.c.number > last_looked_at(connection)
    columns = articles, texts.c.text, readings.c.number.label("reading")
    rows = (
        select(*columns, readings.c.body)
        .join(articles, articles.c.number == readings.c.article)
        .join(texts, texts.c.article == articles.c.number)
        .where(after)
        .order_by(readings.c.number)
        .limit(BATCH)
    )
    return list(connection.execute(rows))


def _write_progress(connection: Connection, number: int) -> None:
    connection.execute(delete(progress).where(progress.c.name == READINGS))
    row = {"name": READINGS, "number": number}
    connection.execute(insert(progress), [row])


class _Pass:
    """One batch: what it needs at hand, and what it has still to bring up to date."""

    def __init__(self, connection: Connection, memory: Memory) -> None:
        self._connection = connection
        self._articles = Articles(connection)
        self._index = Prints(connection)
        self._shelf = Shelf(connection, memory)
        rulings = rulings_of(judgements_in(connection))
        self._claims = Claims(connection, self._shelf, rulings)
        self._groups: set[str] = set()

    def look_at(self, rows: Collection[Any]) -> None:
        """Find the echoes and claims of some articles, and write them down."""
        for row in rows:
            article = self._articles.keep(row.key, row.number, article_of_row(row))
            if not self._was_read(row):
                self._copies(row.key)
            if self._is_newest(row):
                reading = unpacked(row.body, article)
                self._assertions(row.number, assertions_of(reading, row.key))
        self._claims.refresh(self._groups)

    def _was_read(self, row: Any) -> bool:
        """Whether an earlier reading of the article was looked at."""
        first = select(func.min(readings.c.number))
        found = first.where(readings.c.article == row.number)
        return bool(self._connection.execute(found).scalar() != row.reading)

    def _is_newest(self, row: Any) -> bool:
        last = select(func.max(readings.c.number))
        found = last.where(readings.c.article == row.number)
        return bool(self._connection.execute(found).scalar() == row.reading)

    def _copies(self, key: str) -> None:
        changed = follow_copies(self._connection, self._articles, self._index, key)
        numbers = {self._articles.numbers[name] for name in changed}
        self._groups |= self._claims.groups_of_articles(numbers)

    def _assertions(self, article: int, found: Collection[Any]) -> None:
        """Put in what an article asserts, and take out what it no longer does."""
        shelf = self._shelf
        before = {
            name: shelf.assertion(name)
            for name in shelf.of_articles([article])[article]
        }
        now = {one.id: one for one in found}
        for name, one in before.items():
            if now.get(name) != one:
                self._groups |= self._claims.take_out(one)
        for name, one in now.items():
            if before.get(name) != one:
                change = added(one, shelf)
                shelf.put(article, one, change.ties)
                self._groups |= self._claims.group(change)
