"""What forbids that two assertions are of one claim, however alike they are.

`barred` takes two gists and returns the first bar between them: another figure, another
date, other participants, swapped roles, another word where all else is the same, or
something planned against something done. A pure, symmetric question; what is missing
in one of them bars nothing.
"""

from collections.abc import Callable
from functools import cache
from typing import Literal, NamedTuple

from laut.reading.tables import rows
from laut.trace.amounts import clash, is_month
from laut.trace.dates import other_dates
from laut.trace.gists import STATE, Floats, Gist, shown_of
from laut.trace.stems import stem_of

Bar = Literal["figure", "date", "participants", "roles", "word", "status"]

ODD = 0.5
"""A word less like than this to all that only the other has is about something else."""

Clash = tuple[str, str]


class Barred(NamedTuple):
    """A bar, and what stands against what, as it is written."""

    bar: Bar
    one: str
    other: str


def barred(one: Gist, other: Gist) -> Barred | None:
    """The first bar between two assertions; None where there is none."""
    for bar, question in _QUESTIONS.items():
        found = question(one, other)
        if found:
            return Barred(bar, *found)
    return None


def _figures(one: Gist, other: Gist) -> Clash | None:
    found = clash(one.amounts, other.amounts)
    return (found[0].shown, found[1].shown) if found else None


def _dates(one: Gist, other: Gist) -> Clash | None:
    return other_dates(one.assertion.times, other.assertion.times)


def _words(one: Gist, other: Gist) -> Clash | None:
    """Words that say the contrary, or the one word that is not alike."""
    return _opposites(one, other) or _odd_words(one, other)


def _status(one: Gist, other: Gist) -> Clash | None:
    """What is yet to come against what has happened."""
    if one.ahead and other.done:
        return "geplant", "geschehen"
    return ("geschehen", "geplant") if one.done and other.ahead else None


def _opposites(one: Gist, other: Gist) -> Clash | None:
    """A word of each that says the contrary of the other's."""
    for at in _only(one, other):
        for place in _only(other, one):
            ours, theirs = one.words[at], other.words[place]
            if (ours.term, theirs.term) in _contrary():
                return ours.shown, theirs.shown
    return None


@cache
def _contrary() -> frozenset[tuple[str, str]]:
    """The stems of opposites, either first."""
    pairs = [(stem_of(one), stem_of(other)) for one, other in rows("claim-opposites")]
    return frozenset(pairs) | {(other, one) for one, other in pairs}


def _odd_words(one: Gist, other: Gist) -> Clash | None:
    """The one word of each that the other has nothing like, where all else is alike."""
    ours, theirs = _odd(one, other), _odd(other, one)
    return (ours[0], theirs[0]) if len(ours) == len(theirs) == 1 else None


def _odd(one: Gist, other: Gist) -> list[str]:
    """The words of one that are like none of those that only the other has."""
    own, rest = _only(one, other), _only(other, one)
    if not own or not rest:
        return []
    cosines: Floats = (one.vectors[own] @ other.vectors[rest].T).max(axis=1)
    return [
        one.words[at].shown
        for at, cosine in zip(own, cosines.tolist(), strict=True)
        if cosine < ODD
    ]


def _only(one: Gist, other: Gist) -> list[int]:
    """The numbers of the words of one that the other lacks.

    Names and offices apart, and months, which are held against one another as times.
    """
    return [
        at
        for at, word in enumerate(one.words)
        if word.term not in other.terms
        and word.term not in one.aside
        and not is_month(word.shown)
    ]


def _other_names(one: Gist, other: Gist) -> Clash | None:
    """A state that only one names and one that only the other names.

    Or whom something is done to, where they are others.
    """
    ours = one.states - _present(other)
    theirs = other.states - _present(one)
    if ours and theirs:
        return shown_of(one, STATE + min(ours)), shown_of(other, STATE + min(theirs))
    ours, theirs = _targets(one), _targets(other)
    if not ours or not theirs or ours & theirs:
        return None
    return shown_of(one, min(ours)), shown_of(other, min(theirs))


def _targets(gist: Gist) -> frozenset[str]:
    return frozenset(name for name, role in gist.roles if role == "target")


def _present(gist: Gist) -> frozenset[str]:
    """The states that a content names, and that of its source."""
    country = gist.assertion.source.country
    return gist.states | ({country} if country else set())


_PARTS = {"target": "Ziel", "origin": "Herkunft"}


def _swapped(one: Gist, other: Gist) -> Clash | None:
    """A name that has a part in one and in the other that of another name."""
    for name, role in sorted(one.roles):
        for rival, same in sorted(other.roles):
            if name == rival and role != same:
                return _PARTS[role], _PARTS[same]
            swapped = role == same and name != rival
            if swapped and {name, rival} <= one.names & other.names:
                return shown_of(one, name), shown_of(other, rival)
    return None


_QUESTIONS: dict[Bar, Callable[[Gist, Gist], Clash | None]] = {
    "figure": _figures,
    "date": _dates,
    "participants": _other_names,
    "roles": _swapped,
    "word": _words,
    "status": _status,
}
"""The bars in the order in which they are asked for."""
