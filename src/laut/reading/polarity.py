"""Modal verbs, negation and words of certainty in a main clause.

Each question takes an `Outline` and the tokens of one clause and is one pass over them.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from laut.reading.conjugation import forms_of, is_strong_participle
from laut.reading.outline import Outline
from laut.reading.predicates import class_of
from laut.reading.tables import rows
from laut.reading.words import is_adjective_like, is_name_like, words_of

_JOINING = frozenset({"und", "oder", "aber", "sowie"})

_BEFORE_PART = frozenset({"für", "wie", "als"})
"""„für nicht zuständig“: what follows is negated, not the predicate."""


class Sign(NamedTuple):
    """A word of certainty: "PR", "PS", "UU" or with a minus; its row and token."""

    value: str
    row: int
    at: int


class _Known(NamedTuple):
    sort: str
    value: str
    row: int
    beside: frozenset[str]


def negation_at(outline: Outline, clause: Sequence[int]) -> int | None:
    """The word that negates the predicate of a clause, if one does.

    „nicht nur“ does not, nor what stands after „und“ with a verb of its own.
    """
    for place, index in enumerate(clause):
        if place and _begins_another(outline, clause, place):
            return None
        if _is_negation(outline, clause, place):
            return index
    return None


def _begins_another(outline: Outline, clause: Sequence[int], place: int) -> bool:
    low = outline.lows[clause[place]]
    if low == "sondern" or low not in _JOINING:
        return low == "sondern"
    return any(outline.words[i].islower() for i in clause[place + 1 : place + 2])


def _is_negation(outline: Outline, clause: Sequence[int], place: int) -> bool:
    low = outline.lows[clause[place]]
    if low not in class_of("negation") and low not in class_of("negation-weak"):
        return False
    before = outline.lows[clause[place - 1]] if place else ""
    if before in _BEFORE_PART:
        return False
    return not _is_partial(outline, clause[place], clause[place + 1 : place + 2])


def _is_partial(outline: Outline, at: int, after: Sequence[int]) -> bool:
    """„nicht nur“, „nicht nachvollziehbare Gründe“: the predicate is not negated."""
    if outline.lows[at] != "nicht" or not after:
        return False
    following = outline.words[after[0]]
    if following in class_of("negation-followed"):
        return True
    noun = after[0] + 1 < len(outline.words) and is_name_like(
        outline.words[after[0] + 1]
    )
    return noun and is_adjective_like(following) and not _is_article(following)


def _is_article(word: str) -> bool:
    return word in words_of("subject-article") or word in words_of("other-article")


def modal_in(outline: Outline, clause: Sequence[int], name: str) -> int | None:
    """The first modal verb of a class of `predicates.tsv` in a clause."""
    words = class_of(name)
    return next((i for i in clause if outline.lows[i] in words), None)


def is_perfect_infinitive(outline: Outline, clause: Sequence[int]) -> bool:
    """Whether a clause ends in one: „soll gesehen haben“, „sollen gewesen sein“."""
    ends = [i for i in clause[-3:] if outline.lows[i] in class_of("perfect-end")]
    if not ends:
        return False
    place = clause.index(ends[0])
    before = outline.lows[clause[place - 1]] if place else ""
    return before == "worden" or is_participle_like(before)


def is_participle_like(low: str) -> bool:
    """Whether a word has the form of a participle of the past: gesehen, verübt."""
    return (low.startswith("ge") or "ge" in low[2:6] or low[:2] in _PREFIXES) and (
        low.endswith(("t", "en"))
    )


_PREFIXES = frozenset({"be", "er", "ve", "en", "ze", "mi", "üb", "un", "wi"})


def signs_in(outline: Outline, clause: Sequence[int]) -> list[Sign]:
    """The words of certainty in a clause, modal verbs among them."""
    lows = {outline.lows[i] for i in clause}
    return [
        Sign(known.value, known.row, index)
        for index in clause
        for known in _known().get(outline.lows[index], ())
        if known.beside <= lows
    ]


@cache
def _known() -> dict[str, tuple[_Known, ...]]:
    table: dict[str, list[_Known]] = {}
    for number, (value, sort, cell) in enumerate(rows("commitment"), start=1):
        for entry in cell.split():
            *beside, word = entry.split("+")
            for form, particle in _forms(word, sort):
                needed = frozenset([*map(str.lower, beside), *particle])
                known = _Known(sort, value, number, needed)
                table.setdefault(form, []).append(known)
    return {form: tuple(found) for form, found in table.items()}


def _forms(word: str, sort: str) -> list[tuple[str, tuple[str, ...]]]:
    """The forms of an entry, each with the particle that it needs."""
    if sort != "verb":
        return [(word.lower(), ())]
    forms = forms_of(word)
    particle = (forms.particle,) if forms.particle else ()
    return [
        *((form, particle) for form in forms.finite),
        *((form, ()) for form in forms.joined),
    ]


def is_future(outline: Outline, clause: Sequence[int]) -> bool:
    """Whether „werde“ stands with an infinitive, and is no passive."""
    last = outline.lows[clause[-1]]
    if last in class_of("future"):
        last = outline.lows[clause[-2]] if len(clause) > 1 else ""
    if not last.endswith("n") or last == "worden" or last in class_of("future"):
        return False
    return not is_strong_participle(last)
