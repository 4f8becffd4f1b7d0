"""What people decided about claims and sources, as far as it stands.

Takes judgements as the ledger keeps them, returns `Rulings`, which `grouping` and those
who ask obey. What a judgement is about is named by assertions, for the ids of claims
may change: a claim by its first member. Pure; made anew from what stands, so taking a
judgement back undoes it.

- `merge`: the claims of the assertions `subject` and `object` are one.
- `split`: the assertions of `body["members"]` leave the claim, together.
- `reject`: the assertion `subject` counts for nothing, or, with `body["of"]` claim, the
  claim whose first member it is is not listed; `accept`: somebody has looked at it.
- `correct`: of the assertion `subject` holds what `body` says instead (see
  `laut.ledger.corrections`); with `body["of"]` source, every source of the name
  `subject` is `object`, with the kind, identity and country in `body`.

Of several judgements on one assertion, claim or name that weigh it the last counts.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from laut.ledger.corrections import reattributed
from laut.ledger.records import Judgement
from laut.model import Attribution, Source
from laut.trace.assertions import Assertion
from laut.trace.credits import plain_name

CLAIM, ATTRIBUTION, SOURCE = "claim", "attribution", "source"
"""What a judgement can be about."""


class Merge(NamedTuple):
    """Two assertions whose claims are one."""

    one: str
    other: str


class Rulings(msgspec.Struct, frozen=True, kw_only=True):
    """What stands.

    Attributes:
        merges: claims that are one.
        splits: groups of assertions that are claims of their own.
        rejected: assertions that count for nothing.
        hidden: first members of claims that are not listed.
        accepted: assertions, or first members of claims, that somebody has looked at.
        names: sources by the plain names that they are corrected from.
        own: what is corrected of single assertions, by the names of
            `laut.ledger.corrections`.
    """

    merges: tuple[Merge, ...] = ()
    splits: tuple[frozenset[str], ...] = ()
    rejected: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    names: dict[str, Source] = {}
    own: dict[str, dict[str, str]] = {}

    def corrected(self, assertion: Assertion) -> Assertion:
        """The assertion with the source that it has by what was decided."""
        source = self.names.get(plain_name(assertion.source.name))
        named = msgspec.structs.replace(assertion, source=source or assertion.source)
        body = self.own.get(assertion.id)
        return named if body is None else _corrected(named, body)

    def counting(self, assertions: Iterable[Assertion]) -> list[Assertion]:
        """Those that count, with the sources that they have."""
        return [self.corrected(a) for a in assertions if a.id not in self.rejected]

    def names_of(self, name: str) -> tuple[str, ...]:
        """A source's name, and the names that are corrected to it."""
        wanted = plain_name(name)
        others = (
            old for old, new in self.names.items() if plain_name(new.name) == wanted
        )
        return name, *others


def rulings_of(judgements: Iterable[Judgement]) -> Rulings:
    """What stands of some judgements; of two that contradict one another the later."""
    standing = [one for one in judgements if not one.retired]
    last = {(one.subject, _of(one)): one for one in standing if _weighs(one)}
    looked_at = list(last.values())
    corrections = [one for one in looked_at if one.kind == "correct"]
    return Rulings(
        merges=tuple(
            Merge(one.subject, one.object) for one in standing if one.kind == "merge"
        ),
        splits=tuple(
            frozenset(one.body.get("members", one.object).split(","))
            for one in standing
            if one.kind == "split"
        ),
        rejected=_subjects(looked_at, "reject", ATTRIBUTION),
        hidden=_subjects(looked_at, "reject", CLAIM),
        accepted=frozenset(one.subject for one in looked_at if one.kind == "accept"),
        names={
            plain_name(one.subject): _source(one)
            for one in corrections
            if _of(one) == SOURCE
        },
        own={one.subject: one.body for one in corrections if _of(one) != SOURCE},
    )


def _weighs(one: Judgement) -> bool:
    return one.kind in {"accept", "reject", "correct"}


def _of(one: Judgement) -> str:
    """What a judgement is about."""
    return one.body.get("of", ATTRIBUTION)


def _subjects(looked_at: Iterable[Judgement], kind: str, of: str) -> frozenset[str]:
    return frozenset(
        one.subject for one in looked_at if one.kind == kind and _of(one) == of
    )


def _source(one: Judgement) -> Source:
    return msgspec.convert(
        {
            "name": one.object,
            "kind": one.body.get("source_kind") or None,
            "identity": one.body.get("identity") or None,
            "country": one.body.get("country") or None,
        },
        Source,
    )


def _corrected(assertion: Assertion, body: Mapping[str, str]) -> Assertion:
    """The assertion with what holds of it instead; its words stay."""
    said = reattributed(
        Attribution(
            source=assertion.source,
            via=assertion.via,
            act=assertion.act,
            factuality=assertion.factuality,
            distanced=assertion.distanced,
        ),
        body,
    )
    return msgspec.structs.replace(
        assertion,
        source=said.source,
        via=said.via,
        act=said.act or assertion.act,
        factuality=said.factuality or assertion.factuality,
        distanced=bool(said.distanced),
    )
