"""What two actors did to one another: events with both of them, over time.

An actor is asked for by the name of a state, which stands for all that act for it, or
by the name of anybody else.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    func,
    or_,
    select,
    tuple_,
)

from laut.ledger.keys import folded
from laut.ledger.tables import articles, events, parties, quotations
from laut.model import Entity
from laut.views.countries import code_of
from laut.web.records import EventLine

MOST = 150
"""Events that a page shows."""

_WINDOW, _WIDER = 2000, 4
"""Articles that are looked through first, and how many times more each time after."""

_Place = tuple[int, int]


class Actor(NamedTuple):
    """Whom somebody asks for.

    Attributes:
        name: as it was written.
        country: the code of the state that it is; "" where it is none.
    """

    name: str
    country: str


def actor_of(written: str) -> Actor:
    """The actor of that name, of a state or of anybody else."""
    return Actor(written, code_of(written))


def between(connection: Connection, one: Actor, other: Actor) -> list[EventLine]:
    """The events that both take part in, the newest articles' only, by time."""
    rare, frequent = sorted((one, other), key=lambda who: _times(connection, who))
    found: list[_Place] = []
    last = connection.execute(select(func.max(articles.c.number))).scalar() or 0
    width = _WINDOW
    while last > 0 and len(found) < MOST:
        window = last - width, last
        asked = _both(rare, frequent, window).limit(MOST - len(found))
        found += [(article, event) for article, event in connection.execute(asked)]
        last -= width
        width *= _WIDER
    lines = _lines(connection, found)
    return sorted(lines, key=lambda line: (line.when, line.published))


def _times(connection: Connection, actor: Actor) -> int:
    """How often an actor takes part in anything."""
    named = select(func.count()).select_from(parties).where(_is(parties, actor))
    return connection.execute(named).scalar() or 0


def _both(one: Actor, other: Actor, window: tuple[int, int]) -> Select[int, int]:
    """The places of events with both, in articles of these numbers, newest first."""
    first, second = parties.alias(), parties.alias()
    same = and_(
        first.c.article == second.c.article,
        first.c.event == second.c.event,
        first.c.number != second.c.number,
    )
    begin, end = window
    return (
        select(first.c.article, first.c.event)
        .join(second, same)
        .where(first.c.article > begin, first.c.article <= end)
        .where(_is(first, one), _is(second, other))
        .distinct()
        .order_by(first.c.article.desc(), first.c.event)
    )


def _is(table: Any, actor: Actor) -> ColumnElement[bool]:
    named: ColumnElement[bool] = table.c.name_key == folded(actor.name)
    if not actor.country:
        return named
    return or_(named, table.c.country == actor.country)


def _lines(connection: Connection, places: Sequence[_Place]) -> Iterable[EventLine]:
    if not places:
        return []
    told = and_(
        quotations.c.article == events.c.article,
        quotations.c.number == events.c.quotation,
    )
    rows = connection.execute(
        select(
            events,
            articles.c.key,
            articles.c.title,
            articles.c.outlet,
            articles.c.published,
            quotations.c.key.label("passage"),
            quotations.c.source,
        )
        .join(articles, articles.c.number == events.c.article)
        .outerjoin(quotations, told)
        .where(_at(events, "number", places))
    ).all()
    roles = _roles(connection, places)
    return [_line(row, roles[row.article, row.number]) for row in rows]


def _at(table: Table, number: str, places: Sequence[_Place]) -> ColumnElement[bool]:
    return tuple_(table.c.article, table.c[number]).in_(places)


def _roles(
    connection: Connection, places: Sequence[_Place]
) -> dict[_Place, dict[str, tuple[Entity, ...]]]:
    """Who takes part in events, by role."""
    asked = select(parties).where(_at(parties, "event", places))
    rows = connection.execute(asked.order_by(parties.c.article, parties.c.number))
    roles: dict[_Place, dict[str, tuple[Entity, ...]]] = defaultdict(dict)
    for row in rows:
        there = roles[row.article, row.event]
        entity = Entity(id=row.entity, name=row.name, country=row.country)
        there[row.role] = (*there.get(row.role, ()), entity)
    return roles


def _line(row: Any, roles: dict[str, tuple[Entity, ...]]) -> EventLine:
    return EventLine(
        article=row.key,
        title=row.title,
        outlet=row.outlet,
        published=row.published,
        trigger=row.trigger,
        type=row.type,
        context=row.context,
        object=row.object,
        date=row.date,
        place=row.place,
        status=row.status,
        actors=roles.get("actor", ()),
        targets=roles.get("target", ()),
        passage=row.passage or "",
        by=row.source or "",
    )
