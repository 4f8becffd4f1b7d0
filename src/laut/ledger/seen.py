"""What is there already: which articles, which readings, and where they were met."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from laut.ledger.keys import article_key
from laut.ledger.rows import Row
from laut.ledger.tables import articles, readings, sightings
from laut.model import Article


def numbers_of(connection: Connection, keys: Sequence[str]) -> dict[str, int]:
    """The numbers of the articles that are there, by their keys."""
    known = select(articles.c.key, articles.c.number).where(articles.c.key.in_(keys))
    return {row.key: row.number for row in connection.execute(known)}


def read_by(connection: Connection, keys: Sequence[str], reader: str) -> frozenset[str]:
    """The keys of those articles that are there with a reading of this reader."""
    known = (
        select(articles.c.key)
        .join(readings, readings.c.article == articles.c.number)
        .where(articles.c.key.in_(keys), readings.c.reader == reader)
    )
    return frozenset(connection.execute(known).scalars())


def see_known(
    connection: Connection, met: Sequence[tuple[Article, str]], at: str
) -> None:
    """As `see`, of those articles that are there; the others are left out."""
    if met:
        numbers = numbers_of(connection, [article_key(article) for article, _ in met])
        known = [one for one in met if article_key(one[0]) in numbers]
        see(connection, known, numbers, at)


def see(
    connection: Connection,
    met: Iterable[tuple[Article, str]],
    numbers: Mapping[str, int],
    at: str,
) -> None:
    """Write down where articles were met, each input once.

    Args:
        connection: in a transaction that writes.
        met: articles that are there, and the inputs that held them.
        numbers: their numbers, by their keys.
        at: the moment, in ISO 8601.
    """
    rows = [_sighting(*one, numbers, at) for one in met]
    if rows:
        dialect = {"sqlite": sqlite, "postgresql": postgresql}[connection.dialect.name]
        insert = dialect.insert(sightings).on_conflict_do_nothing()
        connection.execute(insert, rows)


def _sighting(article: Article, name: str, numbers: Mapping[str, int], at: str) -> Row:
    return {
        "article": numbers[article_key(article)],
        "input": name,
        "id": article.id,
        "url": article.url,
        "retrieved": article.retrieved,
        "seen": at,
    }
