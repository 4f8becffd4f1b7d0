"""Claims: which assertions, over all articles, say the same.

`added` takes an assertion and a `Store`, and returns what changes; it writes nothing.
Ties are made of pairs alone, and only of pairs worth comparing. Assertions that ties
join, one through another, are a *neighbourhood*; `settled` parts it into claims. It is
a function of the neighbourhood as a set: the same articles give the same claims, in
whatever order they were added (as long as no assertion has more than
`candidates.MOST` worth comparing), and adding touches one neighbourhood only.

A claim is called after its earliest member, so those that join later leave its id as it
is. A denial is of the claim that it denies, tied to it by its relation.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, Protocol

import msgspec

from laut.trace.assertions import Assertion
from laut.trace.candidates import Key, keys_of
from laut.trace.gists import gist_of
from laut.trace.likeness import ENOUGH, likeness, mood_of, side_of
from laut.trace.why import why

Relation = Literal["asserts", "confirms", "denies", "mentions"]
"""What a member does to the claim."""

SURE = 0.75
"""The least score of a tie."""

MOST_OF = 0.6
"""The least share of the members of a claim that one who joins is tied to."""

UNDATED = "9999"


class Tie(NamedTuple):
    """Two assertions that say, or deny, the same; or that all but do.

    Attributes:
        one, other: their ids, the lesser first.
        score: 0 to 1.
        barred: whether something forbids that both are of one claim.
        why: the reason, one German sentence.
    """

    one: str
    other: str
    score: float
    barred: bool
    why: str


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """An assertion as part of a claim.

    Attributes:
        score: of the tie to the member that it is most like; 1.0 where it is alone.
        why: the reason of that tie; "" of the first member.
    """

    assertion: Assertion
    relation: Relation
    score: float = 1.0
    why: str = ""


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What is asserted, apart from who asserts it.

    Attributes:
        id: made of the id of the earliest member.
        wording: the content of the first member that asserts it.
        members: by time of publication.
    """

    id: str
    wording: str
    members: tuple[Member, ...]


class Store(Protocol):
    """What keeps assertions, their keys and their ties."""

    def near(self, keys: Iterable[Key]) -> Iterable[Assertion]:
        """The assertions worth comparing with one that has these keys."""

    def ties_of(self, name: str) -> Iterable[Tie]:
        """The ties of the assertion of this id."""

    def assertion(self, name: str) -> Assertion:
        """The assertion of this id."""


class Change(NamedTuple):
    """What adding an assertion changes.

    Attributes:
        ties: to be kept.
        claims: those of the neighbourhood, as they are now.
        gone: ids of claims that are no more.
    """

    ties: tuple[Tie, ...]
    claims: tuple[Claim, ...]
    gone: frozenset[str]


def added(new: Assertion, store: Store) -> Change:
    """What changes when an assertion is added that the store does not yet hold."""
    rivals = store.near(keys_of(gist_of(new)))
    ties = tuple(filter(None, (tie_of(new, rival) for rival in rivals)))
    members, known = _neighbourhood(ties, new, store)
    before = {claim.id for claim in settled(members, known)}
    claims = settled([*members, new], [*known, *ties])
    return Change(ties, claims, frozenset(before - {claim.id for claim in claims}))


def tie_of(one: Assertion, other: Assertion) -> Tie | None:
    """The tie between two assertions; None where they are not alike."""
    first, second = sorted((one, other), key=lambda assertion: assertion.id)
    ours, theirs = gist_of(first), gist_of(second)
    found = likeness(ours, theirs)
    if found.score < SURE or found.evidence < ENOUGH:
        return None
    reason = why(ours, theirs, found)
    return Tie(first.id, second.id, round(found.score, 4), bool(found.bar), reason)


def settled(members: Collection[Assertion], ties: Iterable[Tie]) -> tuple[Claim, ...]:
    """The claims of some assertions with all ties between them; by their first members.

    Each in turn, the earliest first, joins the claim to whose members it is best tied,
    if it is tied to most of them and barred from none; else it begins one.
    """
    tied = _tied(ties)
    groups: list[list[Assertion]] = []
    for assertion in sorted(members, key=order_of):
        open_to = [g for g in groups if _may_join(tied.get(assertion.id, {}), g)]
        if open_to:
            max(open_to, key=lambda g: _strength(tied[assertion.id], g)).append(
                assertion
            )
        else:
            groups.append([assertion])
    return tuple(_claim(group, tied) for group in groups)


def order_of(assertion: Assertion) -> tuple[str, str]:
    """What assertions are sorted by: time of publication, then id; undated ones last."""
    return assertion.published or UNDATED, assertion.id


def claim_id(earliest: Assertion) -> str:
    """The id of the claim whose earliest member this is."""
    return hashlib.sha256(f"claim\0{earliest.id}".encode()).hexdigest()[:16]


def relation_of(assertion: Assertion, first: Assertion) -> Relation:
    """What an assertion does to the claim that another one began."""
    if assertion.act == "ask":
        return "mentions"
    if side_of(gist_of(assertion)) != sign_of(first):
        return "denies"
    if assertion.act == "confirm":
        return "confirms"
    unsaid = assertion.factuality == "UU" and mood_of(assertion) != mood_of(first)
    return "mentions" if unsaid else "asserts"


def sign_of(first: Assertion) -> int:
    """Whether a claim says that it is so (1), or that it is not (-1).

    Who denies, denies what others say: a claim that is known by a denial first says
    that it is so.
    """
    return 1 if first.act == "deny" else side_of(gist_of(first))


Tied = Mapping[str, Mapping[str, Tie]]


def _neighbourhood(
    ties: Iterable[Tie], new: Assertion, store: Store
) -> tuple[list[Assertion], list[Tie]]:
    """All that ties join to a new one, without it, and the ties between them."""
    waiting = [_far(tie, new.id) for tie in ties if not tie.barred]
    members: dict[str, Assertion] = {}
    found: set[Tie] = set()
    while waiting:
        name = waiting.pop()
        if name in members:
            continue
        members[name] = store.assertion(name)
        for tie in store.ties_of(name):
            found.add(tie)
            if not tie.barred:
                waiting.append(_far(tie, name))
    within = [tie for tie in found if {tie.one, tie.other} <= members.keys()]
    return list(members.values()), within


def _far(tie: Tie, name: str) -> str:
    return tie.other if tie.one == name else tie.one


def _tied(ties: Iterable[Tie]) -> Tied:
    """The ties by both of their ends."""
    found: dict[str, dict[str, Tie]] = {}
    for tie in ties:
        found.setdefault(tie.one, {})[tie.other] = tie
        found.setdefault(tie.other, {})[tie.one] = tie
    return found


def _may_join(tied: Mapping[str, Tie], group: Sequence[Assertion]) -> bool:
    ties = [tied[member.id] for member in group if member.id in tied]
    return len(ties) >= MOST_OF * len(group) and not any(tie.barred for tie in ties)


def _strength(tied: Mapping[str, Tie], group: Sequence[Assertion]) -> float:
    """The mean score of the ties to a group; of members without one it is 0."""
    return sum(tied[m.id].score for m in group if m.id in tied) / len(group)


def _claim(group: Sequence[Assertion], tied: Tied) -> Claim:
    first = group[0]
    members = tuple(_member(one, group, tied) for one in group)
    asserting = [m for m in members if m.relation in {"asserts", "confirms"}]
    wording = (asserting or members)[0].assertion.content
    return Claim(id=claim_id(first), wording=wording, members=members)


def _member(one: Assertion, group: Sequence[Assertion], tied: Tied) -> Member:
    relation = relation_of(one, group[0])
    ties = [tied[one.id][m.id] for m in group if m.id in tied.get(one.id, {})]
    if not ties:
        return Member(assertion=one, relation=relation)
    best = max(ties, key=lambda tie: (tie.score, tie.one, tie.other))
    reason = "" if one is group[0] else best.why
    return Member(assertion=one, relation=relation, score=best.score, why=reason)
