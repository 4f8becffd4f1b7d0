"""Which of the words that may tell events do: weighed signs, from two tables.

Takes the candidates of one article, returns the numbers of those that are worth it.
`event-weights.tsv` holds what each sign speaks for or against, `event-lemmas.tsv` how
often a word told an event where annotators looked; both are learned from annotated
articles. The sum over a threshold decides, so each decision can be read.
"""

from collections.abc import Iterator
from functools import cache
from math import log

from laut.reading.eventcandidates import Candidate
from laut.reading.eventtelling import Told
from laut.reading.prominence import Weight
from laut.reading.tables import rows
from laut.terms import EventType

_SMOOTH = 1.0
_SHARE = 0.45
"""How often a word tells an event that annotators never saw."""

_SIDES = {Weight.NOTHING: "none", Weight.CROWD: "crowd", Weight.PUBLIC: "public"}
_LEAD = 2
_OFTEN = 3
_DENSE = (2, 4, 6)


def chosen(found: list[Candidate], told: list[Told]) -> list[int]:
    """The numbers of the candidates that are events, in order."""
    least = _weights().get("threshold", 0.0)
    signs = signs_of(found, told)
    worthy = [n for n, one in enumerate(found) if worth(one, signs[n]) >= least]
    verbs = {
        (one.sentence, one.sign.row.type, at)
        for one in map(found.__getitem__, worthy)
        if one.at < 0
        for at in (one.roles.object, one.roles.target)
    }
    return [n for n in worthy if not _is_told_twice(found[n], verbs)]


def _is_told_twice(
    one: Candidate, verbs: set[tuple[int, EventType | None, int]]
) -> bool:
    """Whether a noun is the object of a verb of its type: „Embargo verhängt“."""
    return one.at >= 0 and (one.sentence, one.sign.row.type, one.at) in verbs


def worth(one: Candidate, signs: list[str]) -> float:
    """How much speaks for a candidate."""
    weights = _weights()
    lemma = weights.get("lemma", 0.0) * lemma_odds(*_counts(one))
    return lemma + sum(weights.get(sign, 0.0) for sign in signs)


def lemma_odds(right: float, seen: float) -> float:
    """The odds, as a logarithm, that a word tells an event."""
    return log((right + _SMOOTH * _SHARE) / (seen - right + _SMOOTH * (1 - _SHARE)))


def key_of(one: Candidate) -> str:
    """What a word is counted under: lemma and part of speech."""
    return f"{one.sign.lemma}:{'verb' if one.sign.verb else 'noun'}"


def signs_of(found: list[Candidate], told: list[Told]) -> list[list[str]]:
    """What is to be weighed of each candidate."""
    seen: set[str] = set()
    public = _public(found)
    result = []
    for number, (one, how) in enumerate(zip(found, told, strict=True)):
        names = [*_own(one), *_around(found, number, how, seen, public)]
        seen |= {key_of(one), *_pairs(one)}
        result.append(names)
    return result


def _own(one: Candidate) -> Iterator[str]:
    """What the candidate itself says."""
    kind = "verb" if one.sign.verb is not None else "noun"
    yield "any"
    yield f"{kind} {one.sign.row.grade}"
    yield f"type {one.sign.row.type}"
    yield f"{kind} actor {_side(one.actor.weight, there=one.actor.there)}"
    yield f"{kind} target {_side(one.target.weight, there=one.target.there)}"
    if one.actor.weight == one.target.weight == Weight.PUBLIC:
        yield "both public"
    if one.object:
        yield f"{kind} object"
    if one.passive:
        yield "passive"
    if one.sign.part:
        yield "compound"
    yield f"{kind} {one.status}"
    yield f"form {one.form}"


def _side(weight: Weight, *, there: bool) -> str:
    return "other" if there and not weight else _SIDES[weight]


def _around(
    found: list[Candidate], number: int, how: Told, seen: set[str], public: int
) -> Iterator[str]:
    """What the article around it says."""
    one = found[number]
    kind = "verb" if one.sign.verb is not None else "noun"
    if key_of(one) in seen:
        yield f"{kind} again"
    if seen & _pairs(one):
        yield f"{kind} same deed"
    before = found[number - 1] if number else None
    if before is not None and before.sentence == one.sentence:
        alike = before.sign.row.type == one.sign.row.type
        yield "beside alike" if alike else "beside other"
    yield from _retold(found, number)
    if how.by is not None:
        yield f"quoted {how.quotation.kind if how.quotation else ''}"
    if how.voiced:
        yield f"voiced {kind}"
    if one.sentence < _LEAD:
        yield "lead"
    yield f"dense {sum(len(found) >= bound for bound in _DENSE)}"
    yield f"public {public}"


def _retold(found: list[Candidate], number: int) -> Iterator[str]:
    """Whether events of its type stand before it: it may be one of them."""
    one = found[number]
    kind = "verb" if one.sign.verb is not None else "noun"
    told = [
        other for other in found[:number] if other.sign.row.type == one.sign.row.type
    ]
    yield f"{kind} type told {min(len(told), _OFTEN)}"
    if told and one.form.endswith("known"):
        yield "known again"
    if told and told[-1].sentence + 1 >= one.sentence:
        yield f"{kind} type told just before"


def _public(found: list[Candidate]) -> int:
    """How many quarters of what may be events have a public actor or target."""
    sure = sum(Weight.PUBLIC in {one.actor.weight, one.target.weight} for one in found)
    return 4 * sure // max(1, len(found))


def _pairs(one: Candidate) -> set[str]:
    """The deed, by type and who it is done to."""
    names = one.target.names or one.actor.names
    return {f"{one.sign.row.type}:{name.name}" for name in names}


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in rows("event-weights")}


@cache
def _lemmas() -> dict[str, tuple[float, float]]:
    return {
        name: (float(right), float(seen)) for name, right, seen in rows("event-lemmas")
    }


def _counts(one: Candidate) -> tuple[float, float]:
    return _lemmas().get(key_of(one), (0.0, 0.0))
