"""Statements in lists: of a source, of some keys, and those that ask for a look."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, select

from laut.ledger.keys import folded
from laut.ledger.tables import articles, judgements, links, quotations, texts
from laut.model import Attribution, Link, Quotation, Source
from laut.web.records import Portrait, Statement

RECENT = 2000
"""Statements of a source that figures are made of, the newest."""

DOUBTFUL = 0.6
"""Passages of less confidence ask for a look."""

_MOST = 8
_AROUND = 160
_MONTH = len("2022-09")


def by_source(
    connection: Connection, name: str, limit: int, skipped: int
) -> list[Statement]:
    """What a source said, the newest first."""
    key = folded(name)
    recent = (
        select(quotations.c.article, quotations.c.number)
        .where(quotations.c.source_key == key)
        .order_by(quotations.c.article.desc())
        .limit(RECENT)
        .subquery()
    )
    chosen = _statements().join(
        recent,
        (recent.c.article == quotations.c.article)
        & (recent.c.number == quotations.c.number),
    )
    newest = chosen.order_by(
        articles.c.day.desc(), articles.c.number.desc(), quotations.c.number
    )
    return made(connection, newest.limit(limit).offset(skipped))


def of_keys(connection: Connection, keys: Sequence[str]) -> list[Statement]:
    """The passages of these keys."""
    return made(connection, _statements().where(quotations.c.key.in_(keys)))


def to_review(connection: Connection, limit: int) -> list[Statement]:
    """Passages that were read with doubt and that nobody has judged, newest first."""
    judged = select(judgements.c.key).where(
        judgements.c.subject == quotations.c.key,
        judgements.c.kind.in_(("accept", "reject", "correct")),
    )
    doubtful = quotations.c.confidence < DOUBTFUL
    asked = _statements().where(doubtful, ~judged.exists())
    newest = asked.order_by(quotations.c.article.desc(), quotations.c.number)
    chosen = newest.limit(limit)
    return with_context(connection, made(connection, chosen))


def with_context(connection: Connection, found: Sequence[Statement]) -> list[Statement]:
    """The statements with some words around each."""
    rows = connection.execute(
        select(
            quotations.c.key,
            quotations.c.starts,
            quotations.c.ends,
            texts.c.text,
        )
        .join(texts, texts.c.article == quotations.c.article)
        .where(quotations.c.key.in_([statement.key for statement in found]))
    )
    around = {row.key: row for row in rows}
    return [_placed(statement, around[statement.key]) for statement in found]


def _placed(statement: Statement, row: Any) -> Statement:
    begin = max(row.starts - _AROUND, 0)
    before, after = row.text[begin : row.starts], row.text[row.ends :][:_AROUND]
    return msgspec.structs.replace(
        statement,
        before=before.partition(" ")[2] if begin else before,
        after=after.rpartition(" ")[0] if len(after) == _AROUND else after,
    )


def names_like(connection: Connection, begin: str, limit: int) -> list[str]:
    """Names of sources that begin so."""
    key = folded(begin)
    if not key:
        return []
    rows = connection.execute(
        select(quotations.c.source_key, func.min(quotations.c.source))
        .where(quotations.c.source_key >= key, quotations.c.source_key < f"{key}\uffff")
        .group_by(quotations.c.source_key)
        .order_by(quotations.c.source_key)
        .limit(limit)
    )
    return [name for _, name in rows]


def portrait(connection: Connection, name: str) -> Portrait | None:
    """What a source said, in figures; None where it said nothing."""
    rows = connection.execute(
        select(
            quotations.c.source,
            quotations.c.source_kind,
            quotations.c.identity,
            quotations.c.country,
            quotations.c.speaker,
            quotations.c.addressee,
            quotations.c.act,
            articles.c.outlet,
            articles.c.day,
        )
        .join(articles, articles.c.number == quotations.c.article)
        .where(quotations.c.source_key == folded(name))
        .order_by(quotations.c.article.desc())
        .limit(RECENT + 1)
    ).all()
    return _portrait(rows[:RECENT], more=len(rows) > RECENT) if rows else None


def _portrait(rows: Sequence[Any], *, more: bool) -> Portrait:
    newest = rows[0]
    name = Counter(row.source for row in rows).most_common(1)[0][0]
    months = Counter(row.day[:_MONTH] for row in rows if row.day)
    return Portrait(
        name=name,
        source=Source(
            name=name,
            kind=newest.source_kind,
            identity=newest.identity,
            country=newest.country,
        ),
        statements=len(rows),
        more=more,
        identities=_frequent(row.identity for row in rows),
        wordings=_frequent(row.speaker for row in rows),
        addressees=_frequent(row.addressee for row in rows),
        months=tuple(sorted(months.items())),
        acts=_frequent(row.act for row in rows),
        outlets=_frequent(row.outlet for row in rows),
    )


def _frequent(values: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(value for value in values if value).most_common(_MOST))


def _statements() -> Select[Any]:
    return select(
        quotations,
        articles.c.key.label("article_key"),
        articles.c.title,
        articles.c.outlet,
        articles.c.published,
    ).join(articles, articles.c.number == quotations.c.article)


def made(connection: Connection, wanted: Select[Any]) -> list[Statement]:
    """The statements of a selection that begins as `_statements`."""
    rows = connection.execute(wanted).all()
    chains = _chains(connection, rows)
    return [_statement(row, chains.get((row.article, row.number), ())) for row in rows]


def _chains(
    connection: Connection, rows: Sequence[Any]
) -> Mapping[tuple[int, int], tuple[Link, ...]]:
    numbers = {row.article for row in rows}
    asked = (
        select(links)
        .where(links.c.article.in_(numbers))
        .order_by(links.c.article, links.c.quotation, links.c.place)
    )
    chains: dict[tuple[int, int], tuple[Link, ...]] = {}
    for row in connection.execute(asked):
        place = row.article, row.quotation
        link = Link(name=row.name, how=row.how)
        chains[place] = (*chains.get(place, ()), link)
    return chains


def _statement(row: Any, chain: tuple[Link, ...]) -> Statement:
    source = Source(
        name=row.source,
        kind=row.source_kind,
        identity=row.identity,
        country=row.country,
    )
    attribution = Attribution(
        source=source,
        via=chain,
        act=row.act,
        factuality=row.factuality,
        distanced=row.distanced,
    )
    return Statement(
        key=row.key,
        article=row.article_key,
        title=row.title,
        outlet=row.outlet,
        published=row.published,
        words=row.content,
        speaker=row.speaker,
        addressee=row.addressee,
        quotation=Quotation(
            id=row.number,
            kind=row.kind,
            medium=tuple(row.medium.split(",")),
            parent=row.parent,
            confidence=row.confidence,
            content=(),
            attribution=attribution,
        ),
    )
