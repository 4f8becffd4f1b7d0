"""How alike two assertions are: what speaks for the same claim, and what forbids it.

`likeness` takes two gists and returns a `Likeness`: named measures, a score made of
them by the weights of `claim-weights.tsv`, and the bar between the two, if there is
one. A bar forbids that both belong to one claim, whatever the score. A pure, symmetric
function of the pair.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

import numpy as np

from laut.reading.tables import rows
from laut.terms import Act
from laut.trace.amounts import Amount, clash
from laut.trace.assertions import Assertion, Deed
from laut.trace.dates import days_apart, other_dates
from laut.trace.gists import Floats, Gist, is_state

Bar = Literal["", "figure", "date", "participants", "roles"]

MEASURES = (
    "shared", "held", "amount", "core", "core_amount", "alike", "alike_less", "whole",
    "names", "names_amount", "rarest", "run", "figures", "deeds", "near", "same_side",
    "same_mood", "no_other_names",
)  # fmt: skip
"""The measures, each greater the more speaks for the same claim."""

DISTANT = 0.5
"""Words less alike than this have nothing to do with one another."""

HALF = 0.5
"""What a state counts as evidence, of its weight."""

ENOUGH = 8.0
"""Evidence less than this ties nothing, whatever the score: it is about two words."""

_NO_TERMS = 5.0
"""Added to what is divided by, so that contents of a word or two prove little."""

_MOODS: dict[Act, str] = {
    "demand": "wish",
    "ask": "question",
    "promise": "plan",
    "announce": "plan",
    "threaten": "plan",
    "predict": "outlook",
    "warn": "outlook",
}


class Likeness(NamedTuple):
    """What a comparison found.

    Attributes:
        score: 0 to 1, greater the surer that both assert or deny the same.
        measures: the value of every one of `MEASURES`, in their order.
        evidence: what the words weigh that both have; names of people and offices
            do not count, states half.
        bar: what forbids that both are of one claim; "" where nothing does.
        clash: what stands against what, as it is written, where there is a bar.
        opposed: whether one says that it is so, the other that it is not.
    """

    score: float
    measures: tuple[float, ...]
    evidence: float
    bar: Bar
    clash: tuple[str, str]
    opposed: bool


class Weights(NamedTuple):
    """What every measure weighs, and what is added."""

    weights: tuple[float, ...]
    bias: float


def likeness(one: Gist, other: Gist) -> Likeness:
    """How alike two assertions are, by the weights of the package."""
    measures = measured(one, other)
    bar, against = _bar(one, other)
    opposed = side_of(one) * side_of(other) < 0
    score = scored(measures, weights())
    return Likeness(score, measures, evidence(one, other), bar, against, opposed)


def evidence(one: Gist, other: Gist) -> float:
    """What the words weigh that both have, but for names of people and offices."""
    common = one.terms.keys() & other.terms.keys()
    aside = one.aside | other.aside
    return sum(
        min(one.terms[term], other.terms[term]) * (HALF if is_state(term) else 1)
        for term in common
        if is_state(term) or term not in aside
    )


def scored(measures: Sequence[float], given: Weights) -> float:
    """The score that weights make of measures."""
    total = given.bias + sum(
        weight * value for weight, value in zip(given.weights, measures, strict=True)
    )
    return 1 / (1 + math.exp(-total))


@cache
def weights() -> Weights:
    """The weights of the package.

    Raises:
        KeyError: a measure has none.
    """
    table = {row[0]: float(row[1]) for row in rows("claim-weights")}
    return Weights(tuple(table[name] for name in MEASURES), table["bias"])


def side_of(gist: Gist) -> int:
    """Whether the source says that it is so (1), that it is not (-1)."""
    assertion = gist.assertion
    denied = assertion.factuality.endswith("-")
    if assertion.act == "deny" and gist.negated and not denied:
        return 1
    return -1 if denied or gist.negated or assertion.act == "deny" else 1


def mood_of(assertion: Assertion) -> str:
    """What the source means its words to be: a fact, a wish, a plan, …"""
    return _MOODS.get(assertion.act, "fact")


def measured(one: Gist, other: Gist) -> tuple[float, ...]:
    """The measures of a pair, in the order of `MEASURES`."""
    common = one.terms.keys() & other.terms.keys()
    least = {term: min(one.terms[term], other.terms[term]) for term in common}
    names = one.names & other.names
    aside = one.aside | other.aside
    core = sum(weight for term, weight in least.items() if term not in aside)
    alike = sorted((_found(one, other), _found(other, one)))
    return (
        *_overlap(one.terms, other.terms, sum(least.values())),
        2 * core / (_core(one) + _core(other) + _NO_TERMS),
        math.log1p(core),
        alike[1],
        alike[0],
        float(one.whole @ other.whole),
        _share(one.names, other.names),
        math.log1p(sum(least[name] for name in names)),
        max(least.values(), default=0.0),
        math.log(max(longest_run(one.lows, other.lows), 1)),
        float(_same_figures(one.amounts, other.amounts)),
        float(_same_deeds(one.assertion.events, other.assertion.events)),
        -_apart(one.assertion, other.assertion),
        float(side_of(one) == side_of(other)),
        float(mood_of(one.assertion) == mood_of(other.assertion)),
        float(bool(names) or not (one.names and other.names)),
    )


def _overlap(
    one: Mapping[str, float], other: Mapping[str, float], common: float
) -> tuple[float, float, float]:
    """What is shared, of both, of the shorter, and how much it is."""
    ours, theirs = sum(one.values()), sum(other.values())
    both = 2 * common / (ours + theirs + _NO_TERMS)
    return both, common / (min(ours, theirs) + _NO_TERMS), math.log1p(common)


def _core(gist: Gist) -> float:
    """The weight of the terms that are neither names nor offices."""
    return sum(w for term, w in gist.terms.items() if term not in gist.aside)


def _found(one: Gist, other: Gist) -> float:
    """Which share of the words of one has a word like it in the other; names and
    offices apart."""
    own = np.array([word.term not in one.aside for word in one.words], bool)
    if not own.any() or not other.words:
        return 0.0
    best: Floats = (one.vectors[own] @ other.vectors.T).max(axis=1)
    near = np.maximum(best - DISTANT, 0) / (1 - DISTANT)
    return float((near * one.weights[own]).sum() / (one.weights[own].sum() + 1))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest run of words that both have."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(other):
        places.setdefault(word, []).append(at)
    before: dict[int, int] = {}
    longest = 0
    for word in one:
        before = {at: before.get(at - 1, 0) + 1 for at in places.get(word, ())}
        longest = max(longest, *before.values(), 0)
    return longest


def _same_figures(one: Sequence[Amount], other: Sequence[Amount]) -> bool:
    return bool({(a.value, a.of) for a in one} & {(a.value, a.of) for a in other})


def _same_deeds(one: Sequence[Deed], other: Sequence[Deed]) -> bool:
    """Whether both tell of a deed of one type by, or to, the same."""
    return any(
        deed.type == rival.type
        and bool({*deed.actors, *deed.targets} & {*rival.actors, *rival.targets})
        for deed in one
        for rival in other
    )


def _apart(one: Assertion, other: Assertion) -> float:
    """The days between two articles, by their logarithm; none where one is unknown."""
    days = days_apart(one.published, other.published)
    return 0.0 if days is None else math.log1p(days)


def _bar(one: Gist, other: Gist) -> tuple[Bar, tuple[str, str]]:
    """What forbids that two assertions are of one claim, the first that is found."""
    figures = clash(one.amounts, other.amounts)
    if figures:
        return "figure", (figures[0].shown, figures[1].shown)
    dates = other_dates(one.assertion.times, other.assertion.times)
    if dates:
        return "date", dates
    states = _other_states(one, other)
    if states:
        return "participants", states
    roles = _swapped(one, other)
    return ("roles", roles) if roles else ("", ("", ""))


def _other_states(one: Gist, other: Gist) -> tuple[str, str] | None:
    """A state that only one names and one that only the other names."""
    ours = one.states - _present(other)
    theirs = other.states - _present(one)
    return (min(ours), min(theirs)) if ours and theirs else None


def _present(gist: Gist) -> frozenset[str]:
    """The states that a content names, and that of its source."""
    country = gist.assertion.source.country
    return gist.states | ({country} if country else set())


def _swapped(one: Gist, other: Gist) -> tuple[str, str] | None:
    """Two states that have each the part of the other."""
    for code, role in sorted(one.roles):
        for rival, same in sorted(other.roles):
            if role != same or code == rival:
                continue
            if {code, rival} <= one.states & other.states and not (
                (rival, role) in one.roles or (code, role) in other.roles
            ):
                return code, rival
    return None
