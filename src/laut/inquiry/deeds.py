"""What two actors did to or with one another, over time, and on whose word.

Takes a ledger and two names, returns deeds in the order of time. A state acts by
everybody whom readings lay at its door: `Russland` finds Putin and the army too; who is
no state is found by name. Bounded by `MOST`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from laut.inquiry.records import DeedTold
from laut.inquiry.shelf import paged
from laut.ledger.keys import folded
from laut.ledger.tables import articles, events, parties, quotations
from laut.reading.polities import metonym, state_of

if TYPE_CHECKING:
    from laut.ledger.book import Ledger

MOST = 1000
"""How many deeds are told, the last that came in."""

_LONGEST = 4
"""How many words the name of a state has at the most."""

Direction = Literal["to", "from", "with"]

Key = tuple[int, int]
"""An event: the numbers of its article and of itself."""


class Party(NamedTuple):
    """Who has a part in an event, and which."""

    role: str
    name: str
    folded: str
    country: str | None


class Actor(NamedTuple):
    """Who is asked for: a state by its code, or somebody by name."""

    name: str
    code: str

    def is_one(self, party: Party) -> bool:
        """Whether somebody is whom is asked for, or acts for them."""
        if self.code:
            return party.country == self.code
        return party.folded == self.name

    def where(self, table: Any) -> ColumnElement[bool]:
        """The same, as a condition."""
        if self.code:
            return table.c.country == self.code  # type: ignore[no-any-return]
        return table.c.name_key == self.name  # type: ignore[no-any-return]


def deeds_between(ledger: "Ledger", one: str, other: str) -> list[DeedTold]:
    """What two actors did to or with one another, in the order of time."""
    first, second = actor(one), actor(other)
    with ledger.looking() as connection:
        rows = list(connection.execute(_events(first, second)))
        acting = _parties(connection, {row.article for row in rows})
    found = (_deed(row, acting[row.article, row.number], first) for row in rows)
    return sorted(found, key=lambda deed: (deed.date or deed.published, deed.published))


def actor(name: str) -> Actor:
    """Whom a name means: a state where it is one of its names, or of its seat."""
    seat = metonym(name)
    if seat and seat.code:
        return Actor(folded(name), seat.code)
    words = name.split()
    code = state_of(words) if len(words) <= _LONGEST else None
    return Actor(folded(name), code or "")


def _events(one: Actor, other: Actor) -> Any:
    """The events that have both for parties, in different parts or both acting."""
    mine, theirs = parties.alias(), parties.alias()
    together = or_(mine.c.role != theirs.c.role, mine.c.role == "actor")
    found = (
        select(mine.c.article, mine.c.event)
        .where(one.where(mine), other.where(theirs), together)
        .where(theirs.c.article == mine.c.article, theirs.c.event == mine.c.event)
        .where(mine.c.number != theirs.c.number)
        .distinct()
        .order_by(mine.c.article.desc(), mine.c.event)
        .limit(MOST)
        .subquery()
    )
    told = and_(
        quotations.c.article == events.c.article,
        quotations.c.number == events.c.quotation,
    )
    here = and_(events.c.article == found.c.article, events.c.number == found.c.event)
    return (
        select(events, articles.c.id.label("article_id"))
        .add_columns(articles.c.outlet, articles.c.published, quotations.c.source)
        .join(found, here)
        .join(articles, articles.c.number == events.c.article)
        .outerjoin(quotations, told)
    )


def _parties(
    connection: Connection, numbers: Iterable[int]
) -> Mapping[Key, Sequence[Party]]:
    """Who has a part in the events of some articles."""
    found: dict[Key, list[Party]] = defaultdict(list)
    for some in paged(sorted(numbers)):
        rows = select(parties).where(parties.c.article.in_(some))
        ordered = rows.order_by(parties.c.article, parties.c.number)
        for row in connection.execute(ordered):
            party = Party(row.role, row.name, row.name_key, row.country)
            found[row.article, row.event].append(party)
    return found


def _deed(row: Any, acting: Sequence[Party], first: Actor) -> DeedTold:
    return DeedTold(
        article=row.article_id,
        outlet=row.outlet,
        published=row.published,
        type=row.type,
        context=row.context,
        trigger=row.trigger,
        actors=tuple(party.name for party in acting if party.role == "actor"),
        targets=tuple(party.name for party in acting if party.role == "target"),
        object=row.object,
        date=row.date,
        place=row.place,
        status=row.status,
        source=row.source or "",
        direction=_direction(acting, first),
    )


def _direction(acting: Sequence[Party], first: Actor) -> Direction:
    if not any(party.role == "target" for party in acting):
        return "with"
    mine = {party.role for party in acting if first.is_one(party)}
    return "to" if "actor" in mine else "from"
