"""Judgements on claims, attributions and sources: made, obeyed, taken back.

Each function appends one judgement, attributed to whoever makes it, and brings the
claims that it concerns up to date; `take_back` undoes one. What a judgement means is
said in `rulings`. Takes the moment from its callers.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Connection, select

from laut.errors import LedgerError
from laut.inquiry.answers import claim_named
from laut.inquiry.following import obey
from laut.inquiry.postings import source
from laut.inquiry.rulings import ATTRIBUTION, CLAIM, SOURCE
from laut.inquiry.shelf import Shelf
from laut.ledger.judgements import judged, judgements_in
from laut.ledger.keys import folded
from laut.ledger.tables import quotations
from laut.ledger.trails import assertions, keys
from laut.tongues import say
from laut.trace.claims import order_of

if TYPE_CHECKING:
    from laut.ledger.book import Ledger
    from laut.ledger.records import Judgement

MOST = 5000
"""How many attributions of a source are brought up to date when it is corrected."""


class Judge(NamedTuple):
    """Who judges, and when, in ISO 8601."""

    name: str
    moment: str


class About(NamedTuple):
    """What a judgement is about.

    Attributes:
        kind: a claim, or an attribution.
        key: of the attribution; of a claim that of its first member.
    """

    kind: str
    key: str


def merge(ledger: "Ledger", one: str, other: str, judge: Judge) -> "Judgement":
    """Two claims are one."""
    with ledger.looking() as connection:
        first, second = _first(connection, one), _first(connection, other)
    if first == second:
        raise LedgerError(say("{name}: Das ist dieselbe Behauptung.", name=other))
    return _made(ledger, "merge", first, judge, [first, second], object=second)


def split(
    ledger: "Ledger", claim: str, members: Sequence[str], judge: Judge
) -> "Judgement":
    """Some attributions of a claim are another claim."""
    with ledger.looking() as connection:
        first = _first(connection, claim)
        id_ = claim_named(connection, claim)
        known = [_attribution(connection, name, id_) for name in members]
    body = {"members": ",".join(sorted(known))}
    return _made(ledger, "split", first, judge, [first, *known], body=body)


def accept(ledger: "Ledger", name: str, judge: Judge) -> "Judgement":
    """A claim or an attribution is as it should be."""
    return _looked_at(ledger, "accept", name, judge)


def reject(ledger: "Ledger", name: str, judge: Judge) -> "Judgement":
    """A claim is none, or an attribution is wrong and counts for nothing."""
    return _looked_at(ledger, "reject", name, judge)


def correct(ledger: "Ledger", what: str, name: str, judge: Judge) -> "Judgement":
    """The source of an attribution, or every source of a name, is another one.

    Args:
        ledger: where.
        what: the id of an attribution, or the name of a source.
        name: the name that is right.
        judge: who says so.
    """
    with ledger.looking() as connection:
        key = _one_attribution(connection, what)
        body = _known_source(connection, name)
        concerned = [key] if key else _said_by(connection, what)
    if not concerned:
        raise LedgerError(
            say("{name}: So heißt keine Fundstelle und keine Quelle.", name=what)
        )
    of = ATTRIBUTION if key else SOURCE
    subject = key or what
    given = body | {"of": of} | ({"source": name} if key else {})
    return _made(ledger, "correct", subject, judge, concerned, object=name, body=given)


def on_attribution(
    ledger: "Ledger",
    kind: str,
    key: str,
    judge: Judge,
    body: Mapping[str, str] | None = None,
) -> "Judgement":
    """Accept, reject or correct a quotation, also one that makes no claim.

    Args:
        ledger: where.
        kind: of the judgement.
        key: the whole key of the quotation.
        judge: who says so.
        body: what is corrected, by the names of `laut.ledger.corrections`.
    """
    given = {"of": ATTRIBUTION} | dict(body or {})
    return _made(ledger, kind, key, judge, [key], body=given)


def take_back(ledger: "Ledger", key: str, judge: Judge, reason: str = "") -> None:
    """Take a judgement back; what it changed is as if it had never been made.

    Raises:
        LedgerError: there is none of that key, several begin so, or it was taken back.
    """
    with ledger.looking() as connection:
        known = judgements_in(connection)
        meant = [one for one in known if one.key.startswith(key)]
        if len(meant) > 1:
            said = say("{name}: So beginnen mehrere Urteile.", name=key)
            raise LedgerError(said)
        concerned = _concerned(connection, meant[0]) if meant else []
    ledger.retire(meant[0].key if meant else key, judge.name, judge.moment, reason)
    obey(ledger, concerned)


def _concerned(connection: Connection, one: "Judgement") -> list[str]:
    """The assertions whose claims a judgement changes."""
    if one.body.get("of") == SOURCE:
        return _said_by(connection, one.subject)
    members = one.body.get("members", "").split(",")
    return [name for name in (one.subject, one.object, *members) if name]


def _made(
    ledger: "Ledger",
    kind: str,
    subject: str,
    judge: Judge,
    concerned: Collection[str],
    **more: str | dict[str, str],
) -> "Judgement":
    made = judged(kind, subject, judge.name, judge.moment, **more)
    ledger.judge(made)
    obey(ledger, concerned)
    return made


def _looked_at(ledger: "Ledger", kind: str, name: str, judge: Judge) -> "Judgement":
    with ledger.looking() as connection:
        about = _about(connection, name)
    body = {"of": about.kind}
    return _made(ledger, kind, about.key, judge, [about.key], body=body)


def _about(connection: Connection, name: str) -> About:
    """The attribution or claim of an id.

    Raises:
        LedgerError: it is none of either.
    """
    key = _one_attribution(connection, name)
    return About(ATTRIBUTION, key) if key else About(CLAIM, _first(connection, name))


def _first(connection: Connection, claim: str) -> str:
    """The first member of a claim, which stands for it.

    Raises:
        LedgerError: there is no such claim.
    """
    id_ = claim_named(connection, claim)
    numbers = select(assertions.c.number).where(assertions.c.claim == id_)
    found = Shelf(connection).numbered(connection.execute(numbers).scalars())
    return min(found.values(), key=order_of).id


def _attribution(connection: Connection, name: str, claim: str) -> str:
    """The attribution of a claim whose id begins so, or that is of that article.

    Raises:
        LedgerError: the claim has none.
    """
    key = _one_attribution(connection, name)
    within = select(assertions.c.key).where(assertions.c.claim == claim)
    if key and key in set(connection.execute(within).scalars()):
        return key
    raise LedgerError(
        say("{name}: Diese Fundstelle hat die Behauptung nicht.", name=name)
    )


def _one_attribution(connection: Connection, name: str) -> str:
    """The one attribution whose id begins so; "" where there is none, or several."""
    plain = name.strip().lower()
    if len(plain) < _SHORTEST or not plain.isalnum():
        return ""
    begins = assertions.c.key.startswith(plain, autoescape=True)
    found = connection.execute(select(assertions.c.key).where(begins).limit(2))
    keys_ = list(found.scalars())
    return keys_[0] if len(keys_) == 1 else ""


_SHORTEST = 6


def _said_by(connection: Connection, name: str) -> list[str]:
    """The assertions of everybody who is called so."""
    term = keys.c.term == source(name)
    numbers = select(keys.c.assertion).where(term).limit(MOST)
    found = select(assertions.c.key).where(assertions.c.number.in_(numbers))
    return list(connection.execute(found).scalars())


def _known_source(connection: Connection, name: str) -> dict[str, str]:
    """What sort of source a name is, where it speaks anywhere in the ledger."""
    columns = quotations.c.source_kind, quotations.c.identity, quotations.c.country
    same = quotations.c.source_key == folded(name)
    row = connection.execute(select(*columns).where(same).limit(1)).one_or_none()
    if row is None:
        return {"identity": "named"}
    fields = zip(("source_kind", "identity", "country"), row, strict=True)
    return {name: value for name, value in fields if value}
