"""Claims and echoes for pages: what `laut.inquiry` keeps in the ledger, under keys.

A page shows claims that several articles tell; those are chosen by the row that the
ledger has of each claim, and only the chosen ones are derived.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, or_, select

from laut.inquiry.answers import rulings_in
from laut.inquiry.rulings import CLAIM
from laut.inquiry.shelf import paged
from laut.inquiry.telling import Matter, matters
from laut.ledger.judgements import judgements_on
from laut.ledger.records import Judgement
from laut.ledger.tables import articles
from laut.ledger.trails import assertions, claims, echoes
from laut.trace.origins import origins
from laut.trace.record import Entry
from laut.trace.roles import cast
from laut.trace.standing import standing
from laut.web.lives import Life, Place, Repeat

_SPARE = 2
"""How many times as many claims are looked at, for some are told in one article."""

_DECIDED = ("confirmed", "denied", "disputed")
_REGROUPING = {"merge", "split"}
_MOST = claims.c.origins.desc(), claims.c.members.desc(), claims.c.last.desc()
_MOST_ECHOES = 40
_MOST_ENTRIES = 60
_MOST_ASKED = 500


def most_told(connection: Connection, limit: int) -> list[Life]:
    """The claims with the most origins, of those that several articles tell."""
    return _several(connection, _ids().order_by(*_MOST, claims.c.id), limit)


def others(connection: Connection, id_: str, limit: int) -> Mapping[str, str]:
    """Claims beside one, those with the most origins: their wordings by their ids."""
    rows = (
        select(claims.c.id, claims.c.wording)
        .where(claims.c.members > 1, claims.c.id != id_)
        .order_by(*_MOST, claims.c.id)
        .limit(limit)
    )
    return {row.id: row.wording for row in connection.execute(rows)}


def decided(connection: Connection, limit: int) -> list[Life]:
    """Those that came to be confirmed or denied, the newest first."""
    found = [
        life
        for state in _DECIDED
        for life in _several(
            connection,
            _ids()
            .where(claims.c.standing == state)
            .order_by(claims.c.last.desc(), claims.c.id.desc()),
            limit,
        )
    ]
    found.sort(key=lambda life: life.standing.since, reverse=True)
    return found[:limit]


def told_in(connection: Connection, article: str, limit: int) -> list[Life]:
    """The claims that an article makes together with others."""
    number = select(articles.c.number).where(articles.c.key == article)
    named = assertions.c.article == number.scalar_subquery()
    within = select(assertions.c.claim).where(named)
    order = claims.c.members.desc(), claims.c.id
    return _several(
        connection, _ids().where(claims.c.id.in_(within)).order_by(*order), limit
    )


def one_life(connection: Connection, id_: str) -> Life:
    """The claim of an id, which must be there."""
    [life] = _lives(connection, [id_])
    return life


def judgements_of(connection: Connection, life: Life) -> list[Judgement]:
    """What people decided of a claim, not of its assertions."""
    made = judgements_on(connection, life.members[:_MOST_ASKED])
    return [
        one for one in made if one.kind in _REGROUPING or one.body.get("of") == CLAIM
    ]


def echoes_with(connection: Connection, article: str) -> list[Repeat]:
    """The articles that an article repeats, or that repeat it."""
    copy, of = articles.alias(), articles.alias()
    rows = connection.execute(
        select(echoes.c.kind, echoes.c.share)
        .add_columns(copy.c.key.label("copy_key"), of.c.key.label("of_key"))
        .join(copy, copy.c.number == echoes.c.copy)
        .join(of, of.c.number == echoes.c.of)
        .where(or_(copy.c.key == article, of.c.key == article))
        .order_by(echoes.c.copy, echoes.c.of)
        .limit(_MOST_ECHOES)
    ).all()
    known = _places(connection, {key for r in rows for key in (r.copy_key, r.of_key)})
    return [_repeat(row, article, known) for row in rows]


def told_by_several(connection: Connection, entries: Sequence[Entry]) -> list[Entry]:
    """The entries of a record whose claims others speak of too."""
    ids = [entry.claim for entry in entries]
    found: set[str] = set()
    for some in paged(ids):
        asked = select(claims.c.id).where(claims.c.id.in_(some), claims.c.members > 1)
        found.update(connection.execute(asked).scalars())
    return [entry for entry in entries if entry.claim in found][-_MOST_ENTRIES:]


def _ids() -> Any:
    return select(claims.c.id).where(claims.c.members > 1)


def _several(connection: Connection, query: Any, limit: int) -> list[Life]:
    """The first claims of a question that several articles tell."""
    hidden = rulings_in(connection).hidden
    chosen = query.limit(limit * _SPARE + len(hidden))
    ids = list(connection.execute(chosen).scalars())
    found: list[Life] = []
    for begin in range(0, len(ids), limit):
        if len(found) < limit:
            some = _lives(connection, ids[begin : begin + limit])
            found += (one for one in some if _is_listed(one, hidden))
    return found[:limit]


def _is_listed(life: Life, hidden: Collection[str]) -> bool:
    return life.articles > 1 and life.members[0] not in hidden


def _lives(connection: Connection, ids: Sequence[str]) -> list[Life]:
    found = matters(connection, ids, rulings_in(connection), by_key=True)
    keys = {key for matter in found for key in _articles_of(matter)}
    places = _places(connection, keys)
    return [_life(matter, places) for matter in found]


def _articles_of(matter: Matter) -> Iterable[str]:
    yield from (one.article for one in matter.assertions)
    yield from (echo.of for echo in matter.echoes)


def _life(matter: Matter, places: Mapping[str, Place]) -> Life:
    said, near = matter.counting, matter.echoes
    return Life(
        id=matter.row.id,
        wording=matter.row.wording,
        since=matter.row.since,
        members=tuple(one.id for one in matter.assertions),
        casts=cast(said, near),
        origins=origins(said, near),
        standing=standing(said, near),
        echoes=tuple(near),
        places={key: places[key] for key in _articles_of(matter)},
    )


def _places(connection: Connection, keys: Collection[str]) -> dict[str, Place]:
    names = ("key", "title", "outlet", "published")
    columns = select(*(articles.c[name] for name in names))
    return {
        row.key: Place(**row._mapping)  # noqa: SLF001 - the public name of SQLAlchemy
        for some in paged(sorted(keys))
        for row in connection.execute(columns.where(articles.c.key.in_(some)))
    }


def _repeat(row: Any, article: str, known: Mapping[str, Place]) -> Repeat:
    is_first = row.copy_key == article
    other = known[row.of_key if is_first else row.copy_key]
    return Repeat(place=other, kind=row.kind, share=row.share, is_first=is_first)
