"""Articles in lists: the newest, those of some numbers, and by what they are chosen."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from laut.ledger.keys import folded
from laut.ledger.records import Hit
from laut.ledger.search import search
from laut.ledger.tables import articles, quotations
from laut.spans import Span
from laut.web.records import ArticleCard
from laut.web.wishes import Wishes

_SHOWN = 3
"""Sources that a card names."""


def latest(connection: Connection, wishes: Wishes) -> list[ArticleCard]:
    """The articles that fit, the newest first; without words to search for."""
    rows = connection.execute(
        select(articles)
        .where(*_conditions(wishes))
        .order_by(articles.c.day.desc(), articles.c.number.desc())
        .limit(wishes.wanted)
        .offset(wishes.skipped)
    ).all()
    return _cards(connection, rows, {})


def found(connection: Connection, wishes: Wishes) -> list[ArticleCard]:
    """The articles that fit, the best first where there are words to search for."""
    if not wishes.words:
        return latest(connection, wishes)
    conditions = _conditions(wishes)
    among = select(articles.c.number).where(*conditions) if conditions else None
    most = wishes.skipped + wishes.wanted
    hits = search(connection, wishes.words, most, among)[wishes.skipped :]
    keys = [hit.key for hit in hits]
    rows = connection.execute(select(articles).where(articles.c.key.in_(keys))).all()
    order = {key: place for place, key in enumerate(keys)}
    ordered = sorted(rows, key=lambda row: order[row.key])
    return _cards(connection, ordered, {hit.key: hit for hit in hits})


def size(connection: Connection) -> int:
    """How many articles there are; numbers count them without a gap."""
    return connection.execute(select(func.max(articles.c.number))).scalar() or 0


def outlets(connection: Connection, recent: int = 2000) -> list[str]:
    """The outlets of recent articles, to choose from, the most frequent first."""
    last = size(connection)
    rows = connection.execute(
        select(articles.c.outlet, func.count())
        .where(articles.c.number > last - recent, articles.c.outlet != "")
        .group_by(articles.c.outlet)
        .order_by(func.count().desc(), articles.c.outlet)
        .limit(60)
    )
    return [outlet for outlet, _ in rows]


def _conditions(wishes: Wishes) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wishes.outlet:
        house = articles.c.house == folded(wishes.outlet)
        conditions.append(or_(house, articles.c.outlet == wishes.outlet))
    if wishes.since:
        conditions.append(articles.c.day >= wishes.since)
    if wishes.until:
        conditions.append(articles.c.day <= wishes.until)
    if wishes.source:
        by = quotations.c.source_key == folded(wishes.source)
        conditions.append(articles.c.number.in_(_speaking(by)))
    if wishes.identity:
        how = quotations.c.identity == wishes.identity
        conditions.append(
            select(quotations.c.number)
            .where(quotations.c.article == articles.c.number, how)
            .exists()
        )
    return conditions


def _speaking(condition: ColumnElement[bool]) -> Select[int]:
    return select(quotations.c.article).where(condition)


def _cards(
    connection: Connection, rows: Sequence[Any], hits: Mapping[str, Hit]
) -> list[ArticleCard]:
    numbers = [row.number for row in rows]
    voices = _voices(connection, numbers)
    return [_card(row, voices[row.number], hits.get(row.key)) for row in rows]


def _voices(
    connection: Connection, numbers: Sequence[int]
) -> dict[int, list[tuple[str, str | None]]]:
    """Source and identity of every statement of some articles."""
    columns = quotations.c.article, quotations.c.source, quotations.c.identity
    rows = connection.execute(select(*columns).where(quotations.c.article.in_(numbers)))
    found: dict[int, list[tuple[str, str | None]]] = defaultdict(list)
    for article, source, identity in rows:
        found[article].append((source, identity))
    return found


def _card(
    row: Any, voices: Sequence[tuple[str, str | None]], hit: Hit | None
) -> ArticleCard:
    named = Counter(source for source, _ in voices if source)
    return ArticleCard(
        key=row.key,
        title=row.title,
        outlet=row.outlet,
        url=row.url,
        published=row.published,
        version=row.version,
        sources=tuple(name for name, _ in named.most_common(_SHOWN)),
        statements=len(voices),
        unnamed=sum(identity == "unnamed" for _, identity in voices),
        passage=hit.passage if hit else "",
        marks=tuple(Span(*mark) for mark in hit.marks) if hit else (),
    )
