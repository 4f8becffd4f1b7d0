"""Claims in a ledger: which assertions each has, by their words and by judgements.

`Claims` writes down what `laut.trace.claims` decides, and over it what people decided
(`rulings`): claims are merged and parted, and each gets a row with what is derived of
it. Only groups that something changed are looked at again.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from laut.inquiry.copies import echoes_among
from laut.inquiry.rulings import Rulings
from laut.inquiry.shelf import Shelf, paged
from laut.ledger.trails import assertions, claims
from laut.trace.assertions import Assertion
from laut.trace.claims import (
    Change,
    Claim,
    Relation,
    claim_id,
    order_of,
    relation_of,
    settled,
)
from laut.trace.origins import origins
from laut.trace.roles import cast
from laut.trace.standing import state_of

MOST_MEMBERS = 300
"""Of how many members of a claim origins and standing are derived, the first ones."""


class Member(NamedTuple):
    """An assertion in a group, as the ledger has it.

    Attributes:
        claim: the claim that it is in until now; "" where in none.
        relation: to that claim.
    """

    assertion: Assertion
    grouped: str
    claim: str
    relation: str


class Claims:
    """The claims of a ledger.

    Args:
        connection: in a transaction that writes.
        shelf: its assertions.
        rulings: what people decided.
    """

    def __init__(self, connection: Connection, shelf: Shelf, rulings: Rulings) -> None:
        self._connection = connection
        self._shelf = shelf
        self._rulings = rulings

    def group(self, change: Change) -> set[str]:
        """Write down which groups assertions are in; the groups that are concerned."""
        self._write_groups(change.claims)
        return {claim.id for claim in change.claims} | change.gone

    def _write_groups(self, found: Iterable[Claim]) -> None:
        rows = [
            {"member": member.assertion.id, "group": claim.id}
            for claim in found
            for member in claim.members
        ]
        if rows:
            self._connection.execute(_GROUP, rows)

    def take_out(self, gone: Assertion) -> set[str]:
        """Take an assertion away; the groups that are concerned."""
        shelf = self._shelf
        members = {gone.id: gone}
        waiting = [gone.id]
        ties = {}
        while waiting:
            name = waiting.pop()
            for tie in shelf.ties_of(name):
                ties[tie.one, tie.other] = tie
                far = tie.other if tie.one == name else tie.one
                if not tie.barred and far not in members:
                    members[far] = shelf.assertion(far)
                    waiting.append(far)
        before = self.groups_of(members)
        shelf.drop(gone)
        del members[gone.id]
        left = settled(list(members.values()), _within(ties.values(), members))
        self._write_groups(left)
        return before | {claim.id for claim in left}

    def groups_of(self, members: Collection[str]) -> set[str]:
        """The groups of some assertions."""
        columns = select(assertions.c.grouped)
        return {
            group
            for some in paged(list(members))
            for group in self._connection.execute(
                columns.where(assertions.c.key.in_(some))
            ).scalars()
        }

    def groups_of_articles(self, articles: Collection[int]) -> set[str]:
        """The groups that have assertions of these articles."""
        columns = select(assertions.c.grouped).distinct()
        return {
            group
            for some in paged(list(articles))
            for group in self._connection.execute(
                columns.where(assertions.c.article.in_(some))
            ).scalars()
        }

    def refresh(self, groups: Collection[str]) -> None:
        """Bring the claims of some groups up to date, by words and by judgements."""
        members = self._members(groups)
        parted = list(_parted(members, self._rulings))
        made = [self._row(part) for part in parted]
        stale = {member.claim for member in members} - {""}
        self._forget(stale | set(groups) | {row["id"] for row in made})
        if made:
            self._connection.execute(insert(claims), made)
        self._name(zip(made, parted, strict=True))

    def _members(self, groups: Collection[str]) -> list[Member]:
        """All assertions of some groups, and of those that judgements tie to them."""
        known: dict[str, list[Any]] = {}
        waiting = set(groups) - {""}
        while waiting:
            known |= self._shelf.grouped(sorted(waiting))
            keys = {row.key for rows in known.values() for row in rows}
            waiting = self.groups_of(_merged(keys, self._rulings)) - known.keys()
        rows = [row for rows in known.values() for row in rows]
        found = self._shelf.numbered(row.number for row in rows)
        return [
            Member(found[row.number], row.grouped, row.claim, row.relation)
            for row in rows
        ]

    def _row(self, part: Sequence[Member]) -> dict[str, Any]:
        """The row of a claim, with what is derived of it."""
        ordered = [member.assertion for member in part]
        first = ordered[0]
        counting = self._rulings.counting(ordered)[:MOST_MEMBERS]
        echoes = echoes_among(self._connection, {one.article for one in counting})
        return {
            "id": claim_id(first),
            "wording": wording_of(ordered),
            "since": first.published,
            "last": max(one.published for one in ordered),
            "members": len(ordered),
            "origins": origins(counting, echoes).count,
            "standing": state_of(cast(counting, echoes)),
        }

    def _forget(self, ids: Collection[str]) -> None:
        for some in paged(sorted(ids)):
            self._connection.execute(delete(claims).where(claims.c.id.in_(some)))

    def _name(self, made: Iterable[tuple[dict[str, Any], Sequence[Member]]]) -> None:
        rows = [
            {"member": m.assertion.id, "in": row["id"], "as": relation}
            for row, part in made
            for m in part
            if (relation := relation_of(m.assertion, part[0].assertion)) != m.relation
            or m.claim != row["id"]
        ]
        if rows:
            self._connection.execute(_NAME, rows)


def wording_of(ordered: Sequence[Assertion]) -> str:
    """The content of the first assertion of a claim that asserts it."""
    told: list[Relation] = [relation_of(one, ordered[0]) for one in ordered]
    pairs = zip(ordered, told, strict=True)
    asserting = [one for one, relation in pairs if relation in {"asserts", "confirms"}]
    return (asserting or list(ordered))[0].content


def _parted(members: Iterable[Member], rulings: Rulings) -> Iterator[list[Member]]:
    """The claims that groups make, after judgements; the first member first."""
    parts: dict[str, list[Member]] = defaultdict(list)
    home: dict[str, str] = {}
    for member in members:
        name = _part_of(member, rulings)
        parts[name].append(member)
        home[member.assertion.id] = name
    for one, other in rulings.merges:
        here, there = home.get(one), home.get(other)
        if here and there and here != there:
            parts[here] += parts.pop(there)
            home |= {member.assertion.id: here for member in parts[here]}
    for part in parts.values():
        yield sorted(part, key=lambda member: order_of(member.assertion))


def _part_of(member: Member, rulings: Rulings) -> str:
    """The group of an assertion, or the part that was split off with it."""
    for number, split in enumerate(rulings.splits):
        if member.assertion.id in split:
            return f"split {number}"
    return member.grouped


def _merged(keys: Collection[str], rulings: Rulings) -> set[str]:
    """The assertions whose claims judgements make one with those of these."""
    ends = [end for end in rulings.merges if end.one in keys or end.other in keys]
    return {name for end in ends for name in end} - set(keys)


def _within(ties: Iterable[Any], members: Collection[str]) -> list[Any]:
    return [tie for tie in ties if tie.one in members and tie.other in members]


_KEY = assertions.c.key == bindparam("member")
_GROUP = update(assertions).where(_KEY).values(grouped=bindparam("group"))
_NAME = (
    update(assertions)
    .where(_KEY)
    .values(claim=bindparam("in"), relation=bindparam("as"))
)
