"""Questions for sources: what one said, how articles name it, what became of it.

Takes a ledger and a name, returns a `Profile`. A name finds its source in full or by
its last word, and with it the names that people corrected to it. Bounded: the last
`MOST` of its attributions are looked at.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, or_, select

from laut.inquiry.answers import rulings_in
from laut.inquiry.postings import source
from laut.inquiry.records import Named, Profile, Said
from laut.inquiry.rulings import Rulings
from laut.inquiry.shelf import Shelf, paged
from laut.inquiry.telling import Matter, matters, said, with_article
from laut.ledger.tables import quotations
from laut.ledger.trails import assertions, keys
from laut.model import Source
from laut.trace.assertions import Assertion
from laut.trace.claims import order_of
from laut.trace.credits import plain_name
from laut.trace.record import Entry, record

if TYPE_CHECKING:
    from laut.ledger.book import Ledger

MOST = 500


def profile_of(ledger: "Ledger", name: str) -> Profile:
    """What a source said and what became of it; empty where nobody is called so."""
    with ledger.looking() as connection:
        rulings = rulings_in(connection)
        rows = _rows(connection, name, rulings)
        known = Shelf(connection).numbered(row.number for row in rows)
        spoken = [row for row in rows if _speaks(known[row.number], name, rulings)]
        spoken.sort(key=lambda row: order_of(known[row.number]))
        ids = list(dict.fromkeys(row.claim for row in spoken))
        entries = _record(name, matters(connection, ids, rulings), rulings)
        named = _named(connection, [row.key for row in spoken])
    return Profile(
        name=name,
        sources=_sources((known[row.number] for row in spoken), rulings),
        named=named,
        said=_said(spoken, known, rulings),
        claims=tuple(ids),
        record=entries,
    )


def _rows(connection: Connection, name: str, rulings: Rulings) -> list[Any]:
    """The last assertions of whoever is called so."""
    terms = [source(each) for each in rulings.names_of(name)]
    posted = select(keys.c.assertion).where(keys.c.term.in_(terms))
    last = posted.order_by(keys.c.assertion.desc()).limit(MOST).subquery()
    columns = select(assertions.c.number, assertions.c.key, assertions.c.claim)
    query = with_article(columns.add_columns(assertions.c.relation))
    among = assertions.c.number.in_(select(last.c.assertion))
    corrected = assertions.c.key.in_(list(rulings.own))
    return list(connection.execute(query.where(or_(among, corrected))))


def _speaks(assertion: Assertion, name: str, rulings: Rulings) -> bool:
    """Whether a source of that name says it, or speaks for who does."""
    if assertion.id in rulings.rejected:
        return False
    known = rulings.corrected(assertion)
    spokes = (link.name for link in known.via if link.how == "spokesperson")
    return any(is_called(each, name) for each in (known.source.name, *spokes))


def is_called(known: str, asked: str) -> bool:
    """Whether a name is the one that is asked for, or ends with it."""
    plain, wanted = plain_name(known), plain_name(asked)
    return bool(wanted) and (plain == wanted or plain.split()[-1:] == [wanted])


def _said(
    rows: Iterable[Any], known: dict[int, Assertion], rulings: Rulings
) -> tuple[Said, ...]:
    return tuple(said(row, known[row.number], rulings) for row in rows)


def _sources(found: Iterable[Assertion], rulings: Rulings) -> tuple[Source, ...]:
    """What the source is, by the readings, the most frequent first."""
    counted = Counter(rulings.corrected(one).source for one in found)
    return tuple(one for one, _ in counted.most_common())


def _named(connection: Connection, ids: Sequence[str]) -> tuple[Named, ...]:
    """The words by which articles name who says it."""
    counted: Counter[str] = Counter()
    for some in paged(ids):
        words = select(quotations.c.speaker).where(quotations.c.key.in_(some))
        counted.update(filter(None, connection.execute(words).scalars()))
    return tuple(Named(words=w, count=n) for w, n in counted.most_common())


def _record(name: str, found: Iterable[Matter], rulings: Rulings) -> tuple[Entry, ...]:
    known = list(found)
    claims = {matter.row.id: matter.counting for matter in known}
    echoes = [echo for matter in known for echo in matter.echoes]
    names = rulings.names_of(name)
    entries = (e for each in names for e in record(each, claims, echoes))
    return tuple({entry.claim: entry for entry in entries}.values())
