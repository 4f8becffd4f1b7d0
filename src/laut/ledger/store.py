"""Writing down: entries go in all or none, and each only once.

`prepared` does what needs no database (rows, packing, fingerprints), `write` the rest
in the transaction that it is given, which must be the only one that writes: it counts
numbers on from the last. What is there stays; an article whose key is there gets at
most a sighting and another reading.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, delete, func, insert, select, tuple_

from laut.ledger import tables
from laut.ledger.bodies import packed
from laut.ledger.keys import article_key
from laut.ledger.lineage import Placed, placed
from laut.ledger.records import Entry, Outcome
from laut.ledger.rows import Row, row_of_article, rows_of
from laut.ledger.search import index
from laut.ledger.seen import numbers_of, see
from laut.ledger.versions import changes
from laut.ledger.winnowing import Fingerprint, fingerprints
from laut.model import Article


class Prepared(NamedTuple):
    """An entry, with all that can be made of it beforehand."""

    entry: Entry
    key: str
    body: bytes
    rows: Mapping[str, list[Row]]
    fingerprints: Sequence[Fingerprint]

    @property
    def article(self) -> Article:
        """The article that was read."""
        return self.entry.reading.article

    @property
    def reader(self) -> str:
        """The version of the reader."""
        return self.entry.reading.reader


def prepared(entry: Entry) -> Prepared:
    """The entry, ready to be written."""
    article = entry.reading.article
    key = article_key(article)
    return Prepared(
        entry,
        key,
        packed(entry.reading),
        rows_of(entry.reading, key),
        fingerprints(article.text),
    )


def write(
    connection: Connection, entries: Sequence[Prepared], at: str
) -> tuple[Outcome, ...]:
    """Write entries down, in their order.

    Args:
        connection: in a transaction, the only one that writes.
        entries: what to write.
        at: the moment, in ISO 8601.

    Returns:
        What came of each.
    """
    if not entries:
        return ()
    numbers = numbers_of(connection, [entry.key for entry in entries])
    fresh = {entry.key: entry for entry in entries if entry.key not in numbers}
    added = _add_articles(connection, list(fresh.values()), at)
    numbers |= {place.key: place.number for place in added}
    unread = _unread(connection, entries, numbers)
    _add_readings(connection, unread, numbers, at)
    see(connection, ((e.article, e.entry.input) for e in entries), numbers, at)
    return tuple(_outcomes(entries, added, unread))


def _outcomes(
    entries: Iterable[Prepared], added: Iterable[Placed], unread: Iterable[Prepared]
) -> Iterator[Outcome]:
    versions = {place.key: place.version for place in added}
    left = {(entry.key, entry.reader) for entry in unread}
    for entry in entries:
        fresh = (entry.key, entry.reader) in left
        left.discard((entry.key, entry.reader))
        version = versions.pop(entry.key, 0)
        if version:
            yield Outcome.NEW if version == 1 else Outcome.VERSION
        else:
            yield Outcome.REREAD if fresh else Outcome.KNOWN


def _add_articles(
    connection: Connection, fresh: Sequence[Prepared], at: str
) -> list[Placed]:
    """Write articles down that are not there; where they stand."""
    if not fresh:
        return []
    first = _next_number(connection, tables.articles)
    articles = {entry.key: entry.article for entry in fresh}
    places = placed(connection, articles, first)
    rows = [
        row_of_article(articles[place.key])
        | {"number": place.number, "key": place.key, "added": at}
        | {"series": place.series, "version": place.version}
        for place in places
    ]
    _insert(connection, tables.articles, rows)
    _insert(connection, tables.texts, map(_text, places, articles.values()))
    index(connection, {p.number: articles[p.key] for p in places})
    _insert(connection, tables.changes, _changes(places, articles))
    _insert(connection, tables.fingerprints, _fingerprints(places, fresh))
    return places


def _text(place: Placed, article: Article) -> Row:
    return {"article": place.number, "text": article.text}


def _changes(places: Iterable[Placed], articles: Mapping[str, Article]) -> list[Row]:
    return [
        {"article": place.number, "number": n, "previous": place.previous.number}
        | {"field": found.field, "before": found.before, "after": found.after}
        for place in places
        if place.previous
        for n, found in enumerate(changes(place.previous.article, articles[place.key]))
    ]


def _fingerprints(places: Iterable[Placed], fresh: Iterable[Prepared]) -> list[Row]:
    return [
        {"article": place.number, "hash": found.hash, "position": found.position}
        for place, entry in zip(places, fresh, strict=True)
        for found in entry.fingerprints
    ]


def _unread(
    connection: Connection, entries: Iterable[Prepared], numbers: Mapping[str, int]
) -> list[Prepared]:
    """The entries whose reading is not there, each once."""
    wanted = {(numbers[entry.key], entry.reader): entry for entry in entries}
    columns = tables.readings.c.article, tables.readings.c.reader
    known = select(*columns).where(tuple_(*columns).in_(list(wanted)))
    for article, reader in connection.execute(known):
        del wanted[article, reader]
    return list(wanted.values())


def _add_readings(
    connection: Connection,
    unread: Sequence[Prepared],
    numbers: Mapping[str, int],
    at: str,
) -> None:
    """Write readings down, whole, and the newest of each article taken apart."""
    if not unread:
        return
    first = _next_number(connection, tables.readings)
    readings = [
        {"number": number, "article": numbers[entry.key], "reader": entry.reader}
        | {"made": at, "body": entry.body}
        for number, entry in enumerate(unread, first)
    ]
    _insert(connection, tables.readings, readings)
    newest = {
        numbers[entry.key]: (number, entry)
        for number, entry in enumerate(unread, first)
    }
    _forget_rows(connection, list(newest))
    for table in tables.OF_A_READING:
        rows = (
            row | {"article": article, "reading": reading}
            for article, (reading, entry) in newest.items()
            for row in entry.rows[table.name]
        )
        _insert(connection, table, rows)


def _forget_rows(connection: Connection, articles: Sequence[int]) -> None:
    """Clear the rows of older readings, which stay whole in `readings`."""
    for table in tables.OF_A_READING:
        connection.execute(delete(table).where(table.c.article.in_(articles)))


def _next_number(connection: Connection, table: Table) -> int:
    last = connection.execute(select(func.max(table.c.number))).scalar()
    return (last or 0) + 1


def _insert(connection: Connection, table: Table, rows: Iterable[Any]) -> None:
    found = list(rows)
    if found:
        connection.execute(insert(table), found)
