"""Questions for echoes: which article repeats which."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from laut.inquiry.records import EchoTold
from laut.ledger.tables import articles
from laut.ledger.trails import echoes

if TYPE_CHECKING:
    from laut.ledger.book import Ledger


def echoes_of(ledger: "Ledger", article: str = "", limit: int = 1000) -> list[EchoTold]:
    """Echoes, those that came in last first.

    Args:
        ledger: what is asked.
        article: the id or key of the article that repeats or is repeated, with `#` and
            its version where several have the id; "" for all.
        limit: how many at most.
    """
    copy, of = articles.alias(), articles.alias()
    query = (
        select(echoes.c.kind, echoes.c.share, echoes.c.because)
        .add_columns(*_columns(copy, "copy"), *_columns(of, "of"))
        .join(copy, copy.c.number == echoes.c.copy)
        .join(of, of.c.number == echoes.c.of)
    )
    if article:
        query = query.where(or_(_is(copy, article), _is(of, article)))
    newest = query.order_by(echoes.c.copy.desc(), echoes.c.of).limit(limit)
    with ledger.looking() as connection:
        return [_echo(row) for row in connection.execute(newest)]


def _columns(table: Any, prefix: str) -> list[Any]:
    names = ("id", "version", "title", "outlet", "published")
    return [table.c[name].label(f"{prefix}_{name}") for name in names]


def _is(table: Any, article: str) -> Any:
    """Whether an article is the one that is named."""
    bare, _, version = article.rpartition("#")
    if bare and version.isdecimal():
        return (table.c.id == bare) & (table.c.version == int(version))
    return or_(table.c.id == article, table.c.key == article)


def _echo(row: Any) -> EchoTold:
    same = row.copy_id == row.of_id  # versions under one id
    return EchoTold(
        copy=f"{row.copy_id}#{row.copy_version}" if same else row.copy_id,
        of=f"{row.of_id}#{row.of_version}" if same else row.of_id,
        kind=row.kind,
        share=row.share,
        because=row.because,
        copy_title=row.copy_title,
        copy_outlet=row.copy_outlet,
        copy_published=row.copy_published,
        of_title=row.of_title,
        of_outlet=row.of_outlet,
        of_published=row.of_published,
    )
