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
    Table,
    and_,
    func,
    select,
)

from laut.ledger.keys import folded
from laut.ledger.tables import articles, events, parties, quotations
from laut.model import Entity
from laut.views.countries import code_of
from laut.web.records import EventLine

MOST = 120
"""Events that a page shows."""

_WINDOW, _WIDER = 2000, 4
"""Articles that are looked through first, and how many times more each time after."""

_FEW = 500
"""So many articles are asked for one by one."""

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
        found += _both(connection, rare, frequent, (last - width, last))
        last -= width
        width *= _WIDER
    lines = _lines(connection, found[:MOST])
    return sorted(lines, key=lambda line: (line.when, line.published))


def _both(
    connection: Connection, one: Actor, other: Actor, window: tuple[int, int]
) -> list[_Place]:
    """The places of events with both, in articles of these numbers, newest first.

    The rarer comes first; asked one after the other, for a join of the two is planned
    badly where a database knows nothing of how often they occur.
    """
    begin, end = window
    inside = and_(parties.c.article > begin, parties.c.article <= end)
    first = _places(connection, one, inside)
    if not first:
        return []
    here = {article for article, _ in first}
    few = parties.c.article.in_(here) if len(here) <= _FEW else inside
    both = first & _places(connection, other, few)
    return sorted(both, key=lambda place: (-place[0], place[1]))


def _places(
    connection: Connection, actor: Actor, inside: ColumnElement[bool]
) -> set[_Place]:
    """Where an actor takes part in something."""
    asked = select(parties.c.article, parties.c.event)
    rows = connection.execute(asked.where(_is(parties, actor), inside))
    return {(article, event) for article, event in rows}


def _times(connection: Connection, actor: Actor) -> int:
    """How often an actor takes part in anything."""
    named = select(func.count()).select_from(parties).where(_is(parties, actor))
    return connection.execute(named).scalar() or 0


def _is(table: Any, actor: Actor) -> ColumnElement[bool]:
    is_it: ColumnElement[bool] = (
        table.c.country == actor.country
        if actor.country
        else table.c.name_key == folded(actor.name)
    )
    return is_it


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
        .where(_in(events, places))
    ).all()
    roles = _roles(connection, places)
    wanted = set(places)
    return [
        _line(row, roles[row.article, row.number])
        for row in rows
        if (row.article, row.number) in wanted
    ]


def _in(table: Table, places: Sequence[_Place]) -> ColumnElement[bool]:
    """Rows of the articles of these places; the database finds those by their key."""
    return table.c.article.in_({article for article, _ in places})


def _roles(
    connection: Connection, places: Sequence[_Place]
) -> dict[_Place, dict[str, tuple[Entity, ...]]]:
    """Who takes part in events, by role."""
    asked = select(parties).where(_in(parties, places))
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
