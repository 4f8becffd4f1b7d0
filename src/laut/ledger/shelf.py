"""Taking out: articles and readings as they were put in, and what is known of them.

Everything here only reads. What is asked for and not there is left out, never an error.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from laut.ledger.bodies import unpacked
from laut.ledger.records import Change, Kept, Sighting
from laut.ledger.tables import articles, changes, readings, sightings, texts
from laut.model import Article, Reading

_PAGE = 200
"""Articles that are fetched at once."""


def article_of_row(row: Any) -> Article:
    """The article of a row of `articles` and `texts`."""
    return Article(
        id=row.id,
        title=row.title,
        author=row.author,
        outlet=row.outlet,
        url=row.url,
        published=row.published,
        retrieved=row.retrieved,
        language=row.language,
        text=row.text,
    )


def kept(connection: Connection, name: str) -> tuple[Kept, ...]:
    """The articles of that id or key, with all versions of them, in their order."""
    series = select(articles.c.series).where(
        or_(articles.c.key == name, articles.c.id == name)
    )
    whole = _articles().where(articles.c.series.in_(series))
    rows = connection.execute(whole.order_by(articles.c.series, articles.c.version))
    return tuple(_kept(connection, row) for row in rows.all())


def readings_of(connection: Connection, names: Sequence[str]) -> Iterator[Reading]:
    """The newest reading of each article of these ids or keys."""
    for begin in range(0, len(names), _PAGE):
        some = names[begin : begin + _PAGE]
        wanted = or_(articles.c.key.in_(some), articles.c.id.in_(some))
        yield from _readings(connection, _newest().where(wanted))


def all_readings(connection: Connection) -> Iterator[Reading]:
    """The newest reading of every article, in the order in which they were added."""
    last = 0
    while True:
        page = _newest().where(articles.c.number > last).limit(_PAGE)
        rows = connection.execute(page.order_by(articles.c.number)).all()
        if not rows:
            return
        yield from (unpacked(row.body, article_of_row(row)) for row in rows)
        last = rows[-1].number


def _articles() -> Select[Any]:
    return select(articles, texts.c.text).join(
        texts, texts.c.article == articles.c.number
    )


def _newest() -> Select[Any]:
    """Articles with the newest reading of each."""
    last = (
        select(func.max(readings.c.number))
        .where(readings.c.article == articles.c.number)
        .correlate(articles)
        .scalar_subquery()
    )
    joined = _articles().join(readings, readings.c.number == last)
    return joined.add_columns(readings.c.body)


def _readings(connection: Connection, wanted: Select[Any]) -> Iterable[Reading]:
    rows = connection.execute(wanted.order_by(articles.c.number)).all()
    return (unpacked(row.body, article_of_row(row)) for row in rows)


def _kept(connection: Connection, row: Any) -> Kept:
    return Kept(
        key=row.key,
        article=article_of_row(row),
        version=row.version,
        series=row.series,
        added=row.added,
        changes=_changes(connection, row.number),
        sightings=_sightings(connection, row.number),
    )


def _changes(connection: Connection, number: int) -> tuple[Change, ...]:
    columns = changes.c.field, changes.c.before, changes.c.after
    found = connection.execute(
        select(*columns).where(changes.c.article == number).order_by(changes.c.number)
    )
    return tuple(Change(field=f, before=b, after=a) for f, b, a in found)


def _sightings(connection: Connection, number: int) -> tuple[Sighting, ...]:
    columns = sightings.c.input, sightings.c.retrieved, sightings.c.seen
    found = connection.execute(
        select(*columns)
        .where(sightings.c.article == number)
        .order_by(sightings.c.seen, sightings.c.input)
    )
    return tuple(Sighting(input=i, retrieved=r, seen=s) for i, r, s in found)
