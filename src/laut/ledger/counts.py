"""How much a ledger holds."""

from typing import Any

from sqlalchemy import Connection, Table, distinct, func, select, text

from laut.ledger.records import Counts
from laut.ledger.tables import (
    articles,
    events,
    judgements,
    mentions,
    quotations,
    readings,
)


def counts(connection: Connection) -> Counts:
    """Count everything; in a large ledger that takes a moment."""
    dated = articles.c.day != ""
    return Counts(
        articles=_rows(connection, articles),
        versions=_rows(connection, articles, articles.c.version > 1),
        outlets=_asked(connection, func.count(distinct(articles.c.house))),
        readings=_rows(connection, readings),
        quotations=_rows(connection, quotations),
        mentions=_rows(connection, mentions),
        events=_rows(connection, events),
        sources=_asked(connection, func.count(distinct(quotations.c.source_key))),
        judgements=_rows(connection, judgements),
        first=_asked(connection, func.min(articles.c.day), dated) or "",
        last=_asked(connection, func.max(articles.c.day), dated) or "",
        readers=tuple(connection.execute(_READERS).scalars()),
        size=_size(connection),
    )


_READERS = select(readings.c.reader).distinct().order_by(readings.c.reader)


def _rows(connection: Connection, table: Table, *where: Any) -> int:
    counted = select(func.count()).select_from(table).where(*where)
    return connection.execute(counted).scalar() or 0


def _asked(connection: Connection, what: Any, *where: Any) -> Any:
    return connection.execute(select(what).where(*where)).scalar()


def _size(connection: Connection) -> int:
    return connection.execute(_SIZES[connection.dialect.name]).scalar() or 0


_SIZES = {
    "sqlite": text(
        "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    ),
    "postgresql": text("SELECT pg_database_size(current_database())"),
}
