"""Claims as they are told: from the rows of a ledger to records for readers.

`told` gives claims by their ids, with origins and standing; `life` one claim with its
history. Derived anew at every question, by the rules of `laut.trace`, from what the
ledger holds and people decided.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, select

from laut.inquiry.copies import echoes_among
from laut.inquiry.grouping import MOST_MEMBERS
from laut.inquiry.records import ClaimTold, EchoTold, Life, Said
from laut.inquiry.rulings import Rulings
from laut.inquiry.shelf import Shelf, paged
from laut.ledger.tables import articles
from laut.ledger.trails import assertions, claims
from laut.tongues import say
from laut.trace.assertions import Assertion
from laut.trace.claims import order_of, tie_of
from laut.trace.firsts import Echo
from laut.trace.origins import Origins, origins
from laut.trace.standing import Standing, standing


class Matter(NamedTuple):
    """A claim with all that is known of it, articles under the ids for readers.

    Attributes:
        row: of the table of claims.
        members: of the table of assertions with their articles, in order.
        assertions: what they say, in the same order.
        counting: those that count, with their sources as corrected.
        echoes: among the articles.
    """

    row: Any
    members: list[Any]
    assertions: list[Assertion]
    counting: list[Assertion]
    echoes: list[Echo]


def told(
    connection: Connection, ids: Sequence[str], rulings: Rulings
) -> list[ClaimTold]:
    """The claims of these ids, in their order."""
    found = (_told(one, rulings) for one in matters(connection, ids, rulings))
    return [ClaimTold(**fields) for fields in found]


def life(connection: Connection, id_: str, rulings: Rulings) -> Life:
    """The claim of an id, which must be there, with its history."""
    [matter] = matters(connection, [id_], rulings)
    fields = _told(matter, rulings)
    fields["attributions"] = _explained(matter, rulings)
    return Life(
        beginnings=_origins(matter).beginnings,
        history=_standing(matter).history,
        echoes=tuple(_echoes(matter)),
        **fields,
    )


def matters(
    connection: Connection,
    ids: Sequence[str],
    rulings: Rulings,
    *,
    by_key: bool = False,
) -> list[Matter]:
    """All that is known of some claims, in the order of the ids.

    Args:
        connection: to the ledger.
        ids: of the claims.
        rulings: what people decided.
        by_key: whether articles go by their keys and not by their ids.
    """
    rows = _by(connection, select(claims), claims.c.id, ids)
    members = _members(connection, list(rows))
    every = [row for some in members.values() for row in some]
    keys = {row.article_key: row.article_key for row in every}
    names = keys if by_key else _names(every)
    known = Shelf(connection).numbered(row.number for row in every)
    echoes = _renamed(echoes_among(connection, names), names)
    return [
        _matter(rows[id_], members[id_], known, Naming(names, echoes), rulings)
        for id_ in ids
        if id_ in rows
    ]


class Naming(NamedTuple):
    """What articles go by here.

    Attributes:
        names: by their keys: their ids; with the version where several share one.
        echoes: among them, under these names, by their copies.
    """

    names: Mapping[str, str]
    echoes: Mapping[str, list[Echo]]


def _names(rows: Iterable[Any]) -> dict[str, str]:
    found = {row.article_key: row for row in rows}
    often = Counter(row.article_id for row in found.values())
    return {
        key: row.article_id
        if often[row.article_id] == 1
        else f"{row.article_id}#{row.version}"
        for key, row in found.items()
    }


def _by(
    connection: Connection, query: Any, by: Any, ids: Sequence[str]
) -> dict[str, Any]:
    rows: dict[str, Any] = {}
    for some in paged(ids):
        for row in connection.execute(query.where(by.in_(some))):
            rows[getattr(row, by.name)] = row
    return rows


def _members(connection: Connection, ids: Sequence[str]) -> dict[str, list[Any]]:
    columns = select(assertions.c.number, assertions.c.key, assertions.c.claim)
    query = with_article(columns.add_columns(assertions.c.relation))
    found: dict[str, list[Any]] = defaultdict(list)
    for some in paged(ids):
        for row in connection.execute(query.where(assertions.c.claim.in_(some))):
            found[row.claim].append(row)
    return found


def with_article(query: Any) -> Any:
    """A question for assertions, with what readers want to know of their articles."""
    return query.add_columns(
        articles.c.key.label("article_key"),
        articles.c.id.label("article_id"),
        articles.c.version,
        articles.c.title,
    ).join(articles, articles.c.number == assertions.c.article)


def _matter(
    row: Any,
    members: Iterable[Any],
    known: Mapping[int, Assertion],
    naming: Naming,
    rulings: Rulings,
) -> Matter:
    ordered = sorted(members, key=lambda member: order_of(known[member.number]))
    said = [
        msgspec.structs.replace(
            known[member.number], article=naming.names[member.article_key]
        )
        for member in ordered
    ]
    names = dict.fromkeys(one.article for one in said)
    echoes = [echo for name in names for echo in naming.echoes.get(name, ())]
    return Matter(row, ordered, said, rulings.counting(said)[:MOST_MEMBERS], echoes)


def _renamed(echoes: Iterable[Echo], names: Mapping[str, str]) -> dict[str, list[Echo]]:
    """Echoes by their copies, under the ids for readers."""
    found: dict[str, list[Echo]] = defaultdict(list)
    for echo in echoes:
        named = {"copy": names[echo.copy], "of": names.get(echo.of, echo.of)}
        one = msgspec.structs.replace(echo, **named)
        found[one.copy].append(one)
    return found


def _told(matter: Matter, rulings: Rulings) -> dict[str, Any]:
    known, stands = _origins(matter), _standing(matter)
    first = matter.assertions[0]
    return {
        "id": matter.row.id,
        "wording": matter.row.wording,
        "since": matter.row.since,
        "last": matter.row.last,
        "standing": stands.standing,
        "standing_since": stands.since,
        "standing_by": stands.by,
        "standing_why": stands.because,
        "origins": known.count,
        "origins_why": known.why,
        "attributions": _attributions(matter, rulings),
        "note": _note_of(first.id, matter, rulings),
    }


def _origins(matter: Matter) -> Origins:
    return origins(matter.counting, matter.echoes)


def _standing(matter: Matter) -> Standing:
    return standing(matter.counting, matter.echoes)


def _attributions(matter: Matter, rulings: Rulings) -> tuple[Said, ...]:
    pairs = zip(matter.members, matter.assertions, strict=True)
    return tuple(said(row, assertion, rulings) for row, assertion in pairs)


def _explained(matter: Matter, rulings: Rulings) -> tuple[Said, ...]:
    """The attributions, each with the reason why it is of this claim."""
    found = _attributions(matter, rulings)
    return tuple(
        msgspec.structs.replace(one, why=_why(number, matter.assertions))
        for number, one in enumerate(found)
    )


def _why(number: int, ordered: Sequence[Assertion]) -> str:
    """The reason of the best tie to a member before it."""
    one = ordered[number]
    before = ordered[: min(number, MOST_MEMBERS)]
    ties = (tie_of(one, other) for other in before if other.id != one.id)
    free = [tie for tie in ties if tie and not tie.barred]
    return max(free, key=lambda tie: tie.score).why if free else ""


def said(row: Any, assertion: Assertion, rulings: Rulings) -> Said:
    """An assertion as readers see it.

    Args:
        row: of the table of assertions, with its article (`with_article`).
        assertion: what it says.
        rulings: what people decided.
    """
    known = rulings.corrected(assertion)
    return Said(
        id=assertion.id,
        article=row.article_id,
        title=row.title,
        outlet=assertion.outlet,
        url=assertion.url,
        published=assertion.published,
        content=assertion.content,
        source=known.source.name,
        identity=known.source.identity,
        via=tuple(f"{link.how} {link.name}" for link in known.via),
        act=known.act,
        factuality=known.factuality,
        distanced=known.distanced,
        relation=row.relation or "mentions",
        note=_note(assertion, known, rulings),
    )


def _note(assertion: Assertion, known: Assertion, rulings: Rulings) -> str:
    if assertion.id in rulings.rejected:
        return say("verworfen")
    if known.source != assertion.source:
        return say("Quelle berichtigt, gelesen war: {name}", name=assertion.source.name)
    if known != assertion:
        return say("berichtigt")
    return say("geprüft") if assertion.id in rulings.accepted else ""


def _note_of(first: str, matter: Matter, rulings: Rulings) -> str:
    """What people decided of a claim."""
    ids = {one.id for one in matter.assertions}
    said_of = (
        (first in rulings.hidden, say("verworfen")),
        (first in rulings.accepted, say("geprüft")),
        (any(m.one in ids and m.other in ids for m in rulings.merges), say("vereint")),
        (any(ids & split for split in rulings.splits), say("abgetrennt")),
    )
    return ", ".join(word for holds, word in said_of if holds)


def _echoes(matter: Matter) -> Iterable[EchoTold]:
    known = {one.article: one for one in matter.assertions}
    pairs = zip(matter.members, matter.assertions, strict=True)
    titles = {one.article: row.title for row, one in pairs}
    for echo in matter.echoes:
        copy, of = known[echo.copy], known.get(echo.of)
        yield EchoTold(
            copy=echo.copy,
            of=echo.of,
            kind=echo.kind,
            share=echo.share,
            because=echo.because,
            copy_title=titles[echo.copy],
            copy_outlet=copy.outlet,
            copy_published=copy.published,
            of_title=titles.get(echo.of, ""),
            of_outlet=of.outlet if of else "",
            of_published=of.published if of else "",
        )
