"""The standing of a claim: alleged, confirmed, denied, disputed; by whom, since when.

Takes the assertions of one claim and the echoes of their articles; returns `Standing`
with its history, article by article. Derived by the tables `sides`, `roles` and
`standing`, which anyone can read; it never says what is true. Pure; the order of what
is given does not matter.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal

import msgspec

from laut.tongues import say
from laut.trace.assertions import Assertion
from laut.trace.firsts import Echo
from laut.trace.roles import Cast, Role, cast
from laut.trace.sources import speaks_for
from laut.trace.tables import rows

State = Literal["alleged", "confirmed", "denied", "disputed"]

_ROLES: dict[State, tuple[Role, ...]] = {
    "alleged": ("alleges",),
    "confirmed": ("confirms",),
    "denied": ("denies",),
    "disputed": ("confirms", "denies"),
}
"""By which roles a claim has its standing."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A claim comes to another standing.

    Attributes:
        date: when the article appeared that brought it about.
        article: the id of that article.
        standing: what the claim is from then on.
        by: the names of the sources in it by whom.
        because: why, in sentences.
    """

    date: str
    article: str
    standing: State
    by: tuple[str, ...]
    because: str


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a claim so far.

    Attributes:
        standing: alleged, confirmed, denied or disputed.
        since: since when.
        by: the names of all sources whose word makes it so.
        because: why, in one sentence.
        history: every change, the first one first.
    """

    standing: State
    since: str
    by: tuple[str, ...]
    because: str
    history: tuple[Change, ...]


def standing(assertions: Iterable[Assertion], echoes: Iterable[Echo] = ()) -> Standing:
    """The standing of the claim that these assertions make."""
    roles = cast(assertions, echoes)
    history = tuple(_changes(roles))
    state = state_of(roles)
    return Standing(
        standing=state,
        since=history[-1].date if history else "",
        by=_names(one for one in standing_of(roles) if one.role in _ROLES[state]),
        because=say(_sentence(state)),
        history=history,
    )


def state_of(roles: Sequence[Cast]) -> State:
    """What a claim is by the words that stand, by the table."""
    stand = {one.role for one in standing_of(roles)}
    given = tuple("yes" if role in stand else "no" for role in ("confirms", "denies"))
    states: dict[tuple[str, ...], State] = {
        row[:2]: row[2]  # type: ignore[misc]  # a test checks the table
        for row in rows("standing")
    }
    return states[given]


def standing_of(roles: Sequence[Cast]) -> tuple[Cast, ...]:
    """The words that stand: nobody who may has taken them back since."""
    return tuple(
        one
        for number, one in enumerate(roles)
        if not any(_takes_back(later, one) for later in roles[number + 1 :])
    )


def _takes_back(later: Cast, one: Cast) -> bool:
    """Whether a source, its state or its head later says the contrary."""
    contrary = {"for": "against", "against": "for"}.get(one.side)
    if later.side != contrary or "nothing" in {later.role, one.role}:
        return False
    return speaks_for(later.assertion.source, one.assertion.source)


def _changes(roles: Sequence[Cast]) -> Iterable[Change]:
    """What every article changes, in the order of publication."""
    seen: list[Cast] = []
    before: State | None = None
    for _, group in groupby(roles, key=lambda one: one.assertion.article):
        article = list(group)
        seen += article
        now = state_of(seen)
        if now != before and any(one.role != "nothing" for one in article):
            yield _change(now, article, standing_of(seen))
            before = now


def _change(state: State, article: Sequence[Cast], stand: Sequence[Cast]) -> Change:
    wanted = _ROLES[state]
    here = [one for one in article if one in stand and one.role in wanted]
    makers = here or [one for one in stand if one.role in wanted]
    reasons = dict.fromkeys(say(one.because) for one in makers)
    return Change(
        date=article[0].assertion.published,
        article=article[0].assertion.article,
        standing=state,
        by=_names(makers),
        because=" ".join((*reasons, say(_sentence(state)))),
    )


def _names(casts: Iterable[Cast]) -> tuple[str, ...]:
    names = (one.assertion.source.name or say("ohne Quelle") for one in casts)
    return tuple(dict.fromkeys(names))


def _sentence(state: State) -> str:
    return next(row[3] for row in rows("standing") if row[2] == state)
