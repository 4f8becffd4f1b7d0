"""How surely a noun names a public actor: people, bodies, places, things.

Takes one word, returns its `Weight`: by the table `event-people`, by the head nouns of
offices and bodies, by the names of states.
"""

from enum import IntEnum
from functools import cache, lru_cache

from laut.reading.heads import LONGEST, WEAK, head_of
from laut.reading.nouns import noun_of
from laut.reading.polities import code_of_word
from laut.reading.tables import rows

_THINGS = frozenset({"document", "unknown", None})
_PAPER = frozenset({"document", "unknown", "media"})
_ALONE = "="


class Weight(IntEnum):
    """How surely somebody is a public actor."""

    NOTHING = 0
    CROWD = 1
    PUBLIC = 2


@lru_cache(maxsize=8192)
def weight_of(word: str) -> Weight:
    """How public a noun is, by the tables."""
    listed = _listed(word.lower())
    if listed is not None:
        return listed
    head = head_of(word)
    if head is not None and head.sort == WEAK and head.kind not in _PAPER:
        return Weight.PUBLIC
    if head is not None and head.kind not in _THINGS:
        crowd = head.kind == "person" or head.sort == "crowd"
        return Weight.CROWD if crowd else Weight.PUBLIC
    noun = noun_of(word) if word[:1].isupper() else None
    if noun is not None and noun.is_person:
        return Weight.CROWD
    named = bool(code_of_word(word)) and word[:1].isupper()
    return Weight.PUBLIC if named else Weight.NOTHING


def is_listed(word: str) -> bool:
    """Whether a word is a noun for people, whatever it looks like: „Rebellen“."""
    return _listed(word.lower()) is not None


def _listed(low: str) -> Weight | None:
    """The weight by the table `event-people`: of the word, or of its last part."""
    ends, alone = _people()
    if low in alone or len(low) > LONGEST:
        return alone.get(low)
    return next((ends[low[at:]] for at in range(len(low)) if low[at:] in ends), None)


@cache
def _people() -> tuple[dict[str, Weight], dict[str, Weight]]:
    """The forms that may end a compound, and those that stand alone."""
    ends: dict[str, Weight] = {}
    alone: dict[str, Weight] = {}
    for sort, cell in rows("event-people"):
        weight = Weight.CROWD if sort == "crowd" else Weight.PUBLIC
        for word in cell.split():
            into = alone if word.startswith(_ALONE) else ends
            into[word.removeprefix(_ALONE)] = weight
    return ends, alone
