"""Where an assertion stands to its claim: for it, against it, or neither.

Decided by the table `sides` from act and factuality; the claim itself says that
something is so, or, where nobody says so, that it is not. Pure.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from laut.trace.assertions import Assertion
from laut.trace.clock import rank
from laut.trace.tables import rows

Side = Literal["for", "against", "open"]

Polarity = Literal["+", "-"]
"""Of a claim: something is so, or it is not."""

ANY = "*"


def in_time(assertions: Iterable[Assertion]) -> list[Assertion]:
    """Assertions in the order of their publication, then of their articles and ids."""
    return sorted(
        assertions, key=lambda a: (*rank(a.published, a.article), _natural(a.id))
    )


def polarity_of(assertions: Sequence[Assertion]) -> Polarity:
    """What a claim says: that it is so, unless all that is told is that it is not."""
    told = [a for a in assertions if a.act != "deny"]
    signs = [sign_of(a) for a in told if a.act not in {"ask", "demand"}]
    return "-" if "-" in signs and "+" not in signs else "+"


def side_of(assertion: Assertion, polarity: Polarity) -> Side:
    """Where an assertion stands to a claim of this polarity."""
    given = polarity, assertion.act, sign_of(assertion)
    for *conditions, side in rows("sides"):
        if all(map(fits, conditions, given)):
            return side  # type: ignore[return-value]  # a test checks the table
    raise LookupError(given)


def sign_of(assertion: Assertion) -> str:
    """+ or - or UU: whether it is so, as the source commits to it."""
    return "UU" if assertion.factuality == "UU" else assertion.factuality[-1]


def fits(condition: str, value: str) -> bool:
    """Whether a cell of a table allows a value."""
    return condition == ANY or value in condition.split("|")


def _natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Ids with numbers in them in the order of the numbers."""
    parts = "".join(c if c.isdecimal() else f" {c} " for c in name).split()
    return tuple((p.isdecimal(), int(p) if p.isdecimal() else 0, p) for p in parts)
