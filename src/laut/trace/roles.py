"""What each assertion does for the standing of its claim: alleges, confirms, denies.

Takes the assertions of one claim and their echoes; returns each with its role, by the
table `roles`: its side, act and factuality, whether its source is the first, the
subject of the claim, or another, whether it knows by itself, and whether its figures
are the claim's. Pure.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from laut.trace.assertions import Assertion
from laut.trace.credits import plain_name
from laut.trace.firsts import Echo
from laut.trace.origins import Judged, cited_by, judged
from laut.trace.sides import (
    Polarity,
    Side,
    fits,
    in_time,
    polarity_of,
    side_of,
    sign_of,
)
from laut.trace.sources import PUBLIC, is_medium, same_source, state_name
from laut.trace.tables import rows

Role = Literal["alleges", "confirms", "denies", "nothing"]

BOTH_SIDES = frozenset({"AGREE", "CONSULT", "COOPERATE", "AID", "SUPPORT"})
"""Deeds with two parties, each of whom can admit them."""

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


class Cast(msgspec.Struct, frozen=True, kw_only=True):
    """An assertion in its role.

    Attributes:
        assertion: the assertion.
        side: where it stands to the claim.
        role: what it does for the standing.
        because: the sentence of the row that says so.
    """

    assertion: Assertion
    side: Side
    role: Role
    because: str


def cast(
    assertions: Iterable[Assertion], echoes: Iterable[Echo] = ()
) -> tuple[Cast, ...]:
    """Every assertion of a claim in its role, in the order of publication."""
    ordered = in_time(assertions)
    keys = {one.assertion.id: one for one in judged(ordered, echoes)}
    polarity = polarity_of(ordered)
    first = first_of(ordered, polarity)
    claim = _Claim(ordered, polarity, first, keys)
    return tuple(claim.cast(one) for one in ordered)


def first_of(ordered: Sequence[Assertion], polarity: Polarity) -> Assertion | None:
    """The assertion that a claim began with: in its first article, no confirmation."""
    told = [one for one in ordered if side_of(one, polarity) == "for"]
    article = [one for one in told if one.article == told[0].article]
    plain = [one for one in article if one.act != "confirm"]
    return next(iter(plain or article), None)


class _Claim:
    """What the roles ask of a claim."""

    def __init__(
        self,
        ordered: Sequence[Assertion],
        polarity: Polarity,
        first: Assertion | None,
        keys: dict[str, Judged],
    ) -> None:
        self._polarity = polarity
        self._first = first
        self._keys = keys
        self._for = [one for one in ordered if side_of(one, polarity) == "for"]
        self._amounts = _union(map(figures_in, self._for))
        self._dates = _union(map(dates_in, self._for))

    def cast(self, one: Assertion) -> Cast:
        """An assertion in its role: the first row that fits."""
        side = side_of(one, self._polarity)
        given = (
            *(side, one.act, sign_of(one), self._who(one)),
            "other" if self._is_other_matter(one) else "same",
            "borrowed" if any(map(is_medium, cited_by(one))) else "own",
        )
        for *conditions, role, sentence in rows("roles"):
            if all(map(fits, conditions, given)):
                return Cast(assertion=one, side=side, role=role, because=sentence)  # type: ignore[arg-type]  # a test checks the table
        raise LookupError(given)

    def _who(self, one: Assertion) -> str:
        if self._first is None:
            return "other"
        if same_source(one.source, self._first.source) or self._one_beginning(one):
            return "first"
        return "subject" if self._is_subject(one) else "other"

    def _one_beginning(self, one: Assertion) -> bool:
        first = self._keys[self._first.id].key if self._first else ""
        return bool(first) and self._keys[one.id].key == first

    def _is_subject(self, one: Assertion) -> bool:
        """Whether the claim tells of a deed of the source, or of its state."""
        deeds = (deed for other in self._for for deed in other.events)
        names = {
            plain_name(name)
            for deed in deeds
            for name in (
                *deed.actors,
                *(deed.targets if deed.type in BOTH_SIDES else ()),
            )
        }
        if plain_name(one.source.name) in names:
            return True
        if one.source.kind not in PUBLIC or not one.source.country:
            return False
        return plain_name(state_name(one.source.country)) in names

    def _is_other_matter(self, one: Assertion) -> bool:
        """Whether it has figures or dates, and shares none with the claim."""
        figures, dates = figures_in(one), dates_in(one)
        if figures and self._amounts and not figures & self._amounts:
            return True
        near = (a.startswith(b) or b.startswith(a) for a in dates for b in self._dates)
        return bool(dates and self._dates) and not any(near)


def figures_in(one: Assertion) -> frozenset[str]:
    """The figures of the content, with no dots between their digits."""
    return frozenset(
        found.replace(".", "").rstrip(",") for found in _FIGURE.findall(one.content)
    )


def dates_in(one: Assertion) -> frozenset[str]:
    """The days and months that the content tells."""
    return frozenset(value for value in one.times if _DATE.fullmatch(value))


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
