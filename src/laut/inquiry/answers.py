"""Questions for claims: which there are, and how one came about.

Takes a ledger and what is wanted, returns records. Bounded: of a term no more than
`POSTINGS` assertions are looked at, the last that came in, however many there are.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Connection, select

from laut.errors import LedgerError
from laut.inquiry.postings import about, source
from laut.inquiry.records import ClaimTold, Life
from laut.inquiry.rulings import Rulings, rulings_of
from laut.inquiry.telling import life, told
from laut.ledger.judgements import judgements_in
from laut.ledger.trails import assertions, claims, keys
from laut.model import Source
from laut.reading.polities import names
from laut.tongues import say
from laut.trace.assertions import Assertion
from laut.trace.gists import STATE, gist_of
from laut.trace.sources import same_source

if TYPE_CHECKING:
    from laut.ledger.book import Ledger

POSTINGS = 10_000

MOST_NAMED = 5
"""How many claims are named where the beginning of an id fits several."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which claims are wanted: those that fit all that is given.

    Attributes:
        words: that one of its attributions has, in whatever form.
        about: whom or what it speaks of.
        source: who makes or denies it.
        since: a day; only claims that somebody spoke of since.
        standing: only claims that stand so.
        limit: how many at most, those that were last spoken of first.
    """

    words: str = ""
    about: str = ""
    source: str = ""
    since: str = ""
    standing: str = ""
    limit: int = 50


def claims_of(ledger: "Ledger", wanted: Wanted) -> list[ClaimTold]:
    """The claims of a ledger that are wanted."""
    with ledger.looking() as connection:
        rulings = rulings_in(connection)
        ids = _ids(connection, wanted, rulings)
        found = told(connection, ids, rulings)
    return [one for one in found if _fits(one, wanted, rulings)]


def life_of(ledger: "Ledger", name: str) -> Life:
    """A claim with its history.

    Args:
        ledger: what is asked.
        name: the id of the claim, or its beginning; also one that it had before.

    Raises:
        LedgerError: there is none of that id, or several begin so.
    """
    with ledger.looking() as connection:
        return life(connection, claim_named(connection, name), rulings_in(connection))


def rulings_in(connection: Connection) -> Rulings:
    """What people decided, as far as it stands."""
    return rulings_of(judgements_in(connection))


def claim_named(connection: Connection, name: str) -> str:
    """The id of the claim that is meant.

    Raises:
        LedgerError: there is none of that id, or several begin so.
    """
    plain = name.strip().lower()
    begins = claims.c.id.startswith(plain, autoescape=True)
    found = list(
        connection.execute(
            select(claims.c.id).where(begins).limit(MOST_NAMED)
        ).scalars()
    )
    if len(found) > 1 and plain not in found and plain:
        raise LedgerError(
            say(
                "{name}: So beginnen mehrere Behauptungen: {ids}.",
                name=name,
                ids=", ".join(found),
            )
        )
    if plain and found:
        return plain if plain in found else found[0]
    known = select(assertions.c.claim).where(assertions.c.grouped == plain)
    moved = connection.execute(known.limit(1)).scalar() if plain else None
    if moved:
        return str(moved)
    raise LedgerError(
        say(
            "{name}: Diese Behauptung gibt es nicht. „laut claims“ nennt alle.",
            name=name,
        )
    )


def terms_of(words: str) -> list[str]:
    """The terms that stand for some words in the index; small words have none."""
    question = Assertion(id="", article="", content=words, source=Source(name=""))
    return list(dict.fromkeys(word.term for word in gist_of(question).words))


def _ids(connection: Connection, wanted: Wanted, rulings: Rulings) -> list[str]:
    """The ids of the claims that fit, those that were last spoken of first."""
    asked = list(_asked(wanted, rulings))
    query = select(claims.c.id, claims.c.last).where(*_where(wanted))
    if asked and all(asked):
        found = _posted(asked).subquery()
        within = select(assertions.c.claim).join(
            found, found.c.assertion == assertions.c.number
        )
        query = query.where(claims.c.id.in_(within))
    elif asked:
        return []
    newest = query.order_by(claims.c.last.desc(), claims.c.id.desc())
    spare = wanted.limit + len(rulings.hidden)
    return [row.id for row in connection.execute(newest.limit(spare))]


def _where(wanted: Wanted) -> Iterable[Any]:
    if wanted.since:
        yield claims.c.last >= wanted.since
    if wanted.standing:
        yield claims.c.standing == wanted.standing


def _asked(wanted: Wanted, rulings: Rulings) -> Iterable[list[str]]:
    """What is asked for: of each the terms of which one must be there."""
    if wanted.words:
        terms = terms_of(wanted.words)
        yield from ([term] for term in terms)
        if not terms:
            yield []
    if wanted.about:
        states = [term for term in terms_of(wanted.about) if term.startswith(STATE)]
        known = (names().get(term.removeprefix(STATE), "") for term in states)
        yield [about(wanted.about), *states, *map(about, filter(None, known))]
    if wanted.source:
        yield [source(name) for name in rulings.names_of(wanted.source)]


def _posted(asked: Sequence[Sequence[str]]) -> Any:
    """The assertions that have one of the terms of each."""
    first, *others = asked
    query = select(keys.c.assertion).where(keys.c.term.in_(first))
    for terms in others:
        also = keys.alias()
        has = (also.c.term.in_(terms), also.c.assertion == keys.c.assertion)
        query = query.where(select(also.c.term).where(*has).exists())
    return query.order_by(keys.c.assertion.desc()).limit(POSTINGS)


def _fits(one: ClaimTold, wanted: Wanted, rulings: Rulings) -> bool:
    """Whether a claim is to be listed, after what people decided."""
    if one.attributions[0].id in rulings.hidden:
        return False
    if not wanted.source or not (rulings.names or rulings.own):
        return True
    asked = Source(name=wanted.source)
    return any(same_source(asked, Source(name=a.source)) for a in one.attributions)
