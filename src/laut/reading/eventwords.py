"""The words that tell events, from `event-verbs.tsv` and `event-nouns.tsv`.

Takes a word in lower case, returns what the tables say of the verbs whose form it is,
or of the noun that it ends with. Pure look-ups; what a text makes of them is decided
elsewhere.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from laut.reading.conjugation import Forms, forms_of
from laut.reading.tables import rows
from laut.terms import EventContext, EventType

NOTHING = "-"
"""Marks, in the tables, words that look like events and are none."""

LONGEST = 60
"""Longer words are none of a language."""

_SHORTEST_STEM = 4
"""A word beside a verb with fewer letters stands as written: „auf“, „für“."""

_NO_WORD = range(1, 3)
"""So many letters before a noun make no compound: „K|reise“."""

_JOINT: frozenset[EventType] = frozenset({"CONSULT", "AGREE"})
_ALONE = "="
_ENDINGS = ("", "s", "es", "e", "en", "n", "se", "ses", "sen")


class Row(NamedTuple):
    """One row of a table.

    Attributes:
        grade: how surely the words tell an event: a, b or c.
        actor, target, object: where each stands, the first that is there.
        number: counted from 1 without remarks, in `table`.
    """

    grade: str
    type: EventType | None
    context: EventContext
    actor: tuple[str, ...]
    target: tuple[str, ...]
    object: tuple[str, ...]
    table: str
    number: int


class EventVerb(NamedTuple):
    """A verb that one form may be of.

    Attributes:
        particle: what must stand apart in the clause; "" where nothing must.
        beside: words that must stand in the clause too, in lower case.
        participle: whether the form is the participle of the past.
    """

    lemma: str
    row: Row
    particle: str
    beside: tuple[str, ...]
    participle: bool


class EventNoun(NamedTuple):
    """A noun.

    Attributes:
        lemma: as the table has it, in lower case.
        part: what stands before it in a compound, without hyphen, in lower case.
    """

    lemma: str
    row: Row
    part: str


def verbs_of(low: str) -> tuple[EventVerb, ...]:
    """The verbs that a word in lower case may be a form of."""
    return _verbs().get(low, ())


@lru_cache(maxsize=8192)
def noun_of(low: str) -> EventNoun | None:
    """The noun that a word in lower case is or ends with, the longest one."""
    known, alone = _nouns()
    if len(low) > LONGEST:
        return None
    if low in alone:
        lemma, row = alone[low]
        return EventNoun(lemma, row, "")
    for start in range(len(low)):
        found = known.get(low[start:])
        first = low[:start].rpartition("-")[2]
        if found is not None and len(first) not in _NO_WORD:
            part = low[:start].removesuffix("-")
            return EventNoun(found[0], found[1], part)
    return None


def stands(word: str, low: str) -> bool:
    """Whether a word of the table is a word of the text, in a form or compound."""
    if len(word) < _SHORTEST_STEM:
        return word == low
    return low.startswith(word) or (len(word) > _SHORTEST_STEM and low.endswith(word))


def is_joint(row: Row) -> bool:
    """Whether all who take part are actors: „X traf Y“, „Gespräche mit Y“."""
    return row.type in _JOINT and "mit" in row.target


@cache
def _rows(table: str) -> tuple[tuple[Row, tuple[str, ...]], ...]:
    return tuple(
        (_row(table, number, cells), tuple(cells[6].split()))
        for number, cells in enumerate(rows(table), start=1)
    )


def _row(table: str, number: int, cells: tuple[str, ...]) -> Row:
    grade, kind, context, actor, target, what, _ = cells
    known: EventType | None = kind if kind != NOTHING else None  # type: ignore[assignment]  # tested
    around: EventContext = context  # type: ignore[assignment]  # tested
    slots = (_slots(actor), _slots(target), _slots(what))
    return Row(grade, known, around, *slots, table, number)


def _slots(cell: str) -> tuple[str, ...]:
    return tuple(slot for slot in cell.split("|") if slot)


@cache
def _verbs() -> dict[str, tuple[EventVerb, ...]]:
    """Every form of every verb; those that need more words stand first."""
    result: dict[str, list[EventVerb]] = {}
    for row, entries in _rows("event-verbs"):
        for entry in entries:
            for form, verb in _forms(entry, row):
                result.setdefault(form, []).append(verb)
    for found in result.values():
        found.sort(key=lambda verb: -len(verb.beside))
    return {form: tuple(found) for form, found in result.items()}


def _forms(entry: str, row: Row) -> list[tuple[str, EventVerb]]:
    words = entry.split("+")
    verb = next((w for w in reversed(words) if w.islower() and w.endswith("n")), "")
    beside = tuple(word.lower() for word in words if word != verb)
    forms = forms_of(verb)
    parts = participles(forms, verb)
    apart = EventVerb(entry, row, forms.particle, beside, participle=False)
    whole = apart._replace(particle="")
    return [
        *((form, apart) for form in forms.finite),
        *((form, whole) for form in forms.joined - parts),
        *((form, whole._replace(participle=True)) for form in parts),
    ]


def participles(forms: Forms, verb: str) -> frozenset[str]:
    """The participles among the forms of a verb: what is neither finite nor with zu."""
    particle, base = forms.particle, verb.rpartition("|")[2]
    other = {particle + form for form in forms.finite} | {f"{particle}zu{base}"}
    found = forms.joined - other
    return frozenset(found) or forms.joined


@cache
def _nouns() -> tuple[dict[str, tuple[str, Row]], dict[str, tuple[str, Row]]]:
    """The forms of nouns that may end a compound, and of those that stand alone."""
    ends: dict[str, tuple[str, Row]] = {}
    alone: dict[str, tuple[str, Row]] = {}
    for row, entries in _rows("event-nouns"):
        for entry in entries:
            lemma = entry.removeprefix(_ALONE).lower()
            into = alone if entry.startswith(_ALONE) else ends
            for ending in _ENDINGS:
                into.setdefault(lemma + ending, (lemma, row))
    return ends, alone
