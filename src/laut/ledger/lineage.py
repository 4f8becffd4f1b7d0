"""Which articles are versions of one: of those to be written, and those that are there.

Two articles are versions where one house published them at one address, or under one
id that the input gave. Versions are counted in the order in which they were written
down.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, or_, select

from laut.ledger.keys import id_tie, url_tie
from laut.ledger.shelf import article_of_row
from laut.ledger.tables import articles, texts
from laut.model import Article


class Earlier(NamedTuple):
    """The version before a new one."""

    number: int
    article: Article


class Placed(NamedTuple):
    """Where a new article stands: its row, and its place among its versions."""

    number: int
    key: str
    series: str
    version: int
    previous: Earlier | None


class _Last(NamedTuple):
    """The last version of a series."""

    version: int
    earlier: Earlier


def placed(
    connection: Connection, fresh: Mapping[str, Article], first: int
) -> list[Placed]:
    """Where new articles are to stand.

    Args:
        connection: the ledger.
        fresh: articles that are not there, by their keys, in their order.
        first: the number for the first of them.
    """
    series_of = _ties(connection, fresh.values())
    last = _lasts(connection, set(series_of.values()))
    places = []
    for number, (key, article) in enumerate(fresh.items(), first):
        ties = ties_of(article)
        series = next((series_of[tie] for tie in ties if tie in series_of), key)
        before = last.get(series)
        version = before.version + 1 if before else 1
        earlier = before.earlier if before else None
        places.append(Placed(number, key, series, version, earlier))
        series_of |= dict.fromkeys(ties, series)
        last[series] = _Last(version, Earlier(number, article))
    return places


def ties_of(article: Article) -> list[str]:
    """What ties the article to its versions, the surest first."""
    return [tie for tie in (id_tie(article), url_tie(article)) if tie]


def _ties(connection: Connection, fresh: Iterable[Article]) -> dict[str, str]:
    """The series that each tie of the new articles leads to."""
    ties = [tie for article in fresh for tie in ties_of(article)]
    if not ties:
        return {}
    by_id, by_url = articles.c.by_id, articles.c.by_url
    found = connection.execute(
        select(articles.c.series, by_id, by_url)
        .where(or_(by_id.in_(ties), by_url.in_(ties)))
        .order_by(articles.c.number)
    )
    return {tie: series for series, *both in found for tie in both if tie}


def _lasts(connection: Connection, series: set[str]) -> dict[str, _Last]:
    """The last version of each series that is there."""
    if not series:
        return {}
    found = connection.execute(
        select(articles, texts.c.text)
        .join(texts, texts.c.article == articles.c.number)
        .where(articles.c.series.in_(series))
        .order_by(articles.c.version)
    )
    return {
        row.series: _Last(row.version, Earlier(row.number, article_of_row(row)))
        for row in found
    }
