"""The record of a source: what became of its claims, and by whose word.

Takes the name of a source and claims as groups of assertions; returns an `Entry` for
each claim that the source made or denied. It lists what others said later; it never
sums this up to a score. Pure.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from laut.model import Source
from laut.trace.assertions import Assertion
from laut.trace.clock import rank
from laut.trace.credits import plain_name
from laut.trace.firsts import Echo
from laut.trace.roles import Cast, cast
from laut.trace.sources import same_source
from laut.trace.standing import State, standing, standing_of

Outcome = Literal["confirmed", "denied", "disputed", "open"]

_OUTCOMES: dict[tuple[bool, bool], Outcome] = {
    (True, True): "disputed",
    (True, False): "confirmed",
    (False, True): "denied",
    (False, False): "open",
}
"""What became of a word, by whether others confirmed it, and denied it."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one claim of a source.

    Attributes:
        claim: the id of the claim.
        content: what the source said, in the words of the first article.
        said: whether it asserted the claim, or denied it.
        since: when it first did so.
        outcome: what others made of its word later; open where nobody did.
        confirmed_by: the names of those who say the same from knowledge of their own.
        denied_by: the names of those who say the contrary.
        standing: of the claim today, whoever made it.
    """

    claim: str
    content: str
    said: Literal["asserted", "denied"]
    since: str
    outcome: Outcome
    confirmed_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    standing: State


def record(
    name: str,
    claims: Mapping[str, Iterable[Assertion]],
    echoes: Iterable[Echo] = (),
) -> tuple[Entry, ...]:
    """The claims of a source and what became of them, the earliest first.

    Args:
        name: of the source, in full or its last word.
        claims: the assertions of each claim, by its id.
        echoes: among the articles.
    """
    known = tuple(echoes)
    found = (_entry(name, id_, tuple(all_), known) for id_, all_ in claims.items())
    entries = (entry for entry in found if entry is not None)
    return tuple(sorted(entries, key=lambda entry: rank(entry.since, entry.claim)))


def _entry(
    name: str, claim: str, assertions: Sequence[Assertion], echoes: Sequence[Echo]
) -> Entry | None:
    roles = cast(assertions, echoes)
    mine = [one for one in roles if _is_by(name, one) and one.side != "open"]
    if not mine:
        return None
    first = mine[0]
    own = first.assertion.source
    others = _others(roles, own, roles.index(first))
    with_it = [o for o in others if o.side == first.side and _weighs(o)]
    against = [o for o in others if o.side != first.side and _weighs(o)]
    return Entry(
        claim=claim,
        content=first.assertion.content,
        said="asserted" if first.side == "for" else "denied",
        since=first.assertion.published,
        outcome=_OUTCOMES[bool(with_it), bool(against)],
        confirmed_by=_names(with_it),
        denied_by=_names(against),
        standing=standing(assertions, echoes).standing,
    )


def _others(roles: Sequence[Cast], own: Source, begin: int) -> list[Cast]:
    """What others said after that, as far as it stands."""
    stand = set(standing_of(roles))
    later = (one for one in roles[begin + 1 :] if one in stand)
    return [one for one in later if not same_source(one.assertion.source, own)]


def _weighs(one: Cast) -> bool:
    return one.role in {"confirms", "denies"}


def _is_by(name: str, one: Cast) -> bool:
    asked, known = plain_name(name), plain_name(one.assertion.source.name)
    return bool(asked) and (asked == known or known.split()[-1:] == [asked])


def _names(casts: Iterable[Cast]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.assertion.source.name for one in casts))
