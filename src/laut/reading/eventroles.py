"""Who does it to whom: the roles of a verb or noun that tells an event.

Takes a scene and what the tables say of the word at a token, returns the numbers of
the chunks that act, are acted on and are what it is about. The active slots of the
table are turned for the passive; what a noun lacks, the subject of its verb gives.
"""

from typing import NamedTuple

from laut.reading.attachments import after_noun, genitive_of, owner_before
from laut.reading.chunks import Case
from laut.reading.eventclauses import SUB
from laut.reading.eventwords import EventVerb, Row
from laut.reading.scenes import (
    Scene,
    agent_of,
    chunk_at,
    clause_at,
    is_passive,
    owner_in,
    subject_of,
    with_case,
    with_prep,
)

_CASES = {"nom": Case.NOM, "acc": Case.ACC, "dat": Case.DAT, "gen": Case.GEN}


class Roles(NamedTuple):
    """The numbers of chunks, -1 for none.

    Attributes:
        stated: the chunk whose adjective or first part names who acts, or -1.
        passive: whether the verb is passive.
        borrowed: whether a noun has its actor from the verb of its clause.
    """

    actor: int
    target: int
    object: int
    stated: int = -1
    passive: bool = False
    borrowed: bool = False


def roles_of_verb(scene: Scene, token: int, verb: EventVerb) -> Roles:
    """The roles of a verb at a token."""
    number = clause_at(scene, token)
    row = verb.row
    transitive = "acc" in {*row.target, *row.object}
    passive = verb.participle and is_passive(
        scene, number, token, transitive=transitive
    )
    slots = _Slots(scene, token, passive=passive)
    actor = slots.first(row.actor, set())
    taken = {actor}
    target = slots.first(row.target, taken)
    if target < 0 and row.type == "REQUEST":
        target = _asked(scene, number)
    taken = {actor, target}
    what = slots.first(row.object, taken)
    return Roles(actor, target, what, passive=passive)


def _asked(scene: Scene, number: int) -> int:
    """„fordert, dass Israel abzieht“: who is to act."""
    after = number + 1
    if after >= len(scene.clauses):
        return -1
    clause = scene.clauses[after]
    opens = scene.text.lows[clause.tokens[0]] in {"dass", "daß"}
    return subject_of(scene, after) if opens and clause.kind == SUB else -1


class _Slots:
    """What fills the slots of the table in one clause."""

    def __init__(self, scene: Scene, token: int, *, passive: bool) -> None:
        self._scene = scene
        self._token = token
        self._number = clause_at(scene, token)
        self._passive = passive
        self._subject = subject_of(scene, self._number)

    def first(self, slots: tuple[str, ...], taken: set[int]) -> int:
        """The first slot that something fills."""
        for slot in slots:
            found = self._one(slot, taken)
            if found >= 0 and found not in taken:
                return found
        return -1

    def _one(self, slot: str, taken: set[int]) -> int:
        scene, number = self._scene, self._number
        if slot in {"nom", "acc"} and (self._passive or slot == "nom"):
            return self._turned(slot)
        hidden = {*taken, self._subject}
        if slot == "gen":
            return owner_in(scene, number, hidden)
        if slot in _CASES:
            return with_case(scene, number, _CASES[slot], hidden)
        return with_prep(scene, number, slot, taken)

    def _turned(self, slot: str) -> int:
        """The subject, or, where a passive has turned the clause, who does it."""
        if self._passive and slot == "nom":
            return agent_of(self._scene, self._number, self._token)
        return self._subject


def roles_of_noun(scene: Scene, token: int, row: Row) -> Roles:
    """The roles of a noun at a token."""
    number = chunk_at(scene, token)
    if number < 0:
        return Roles(-1, -1, -1)
    actor, stated = _noun_actor(scene, number, row)
    target = _noun_slot(scene, number, row.target, {actor})
    what = _noun_slot(scene, number, row.object, {actor, target})
    borrowed = actor < 0
    if borrowed:
        actor = _subject_elsewhere(scene, token, number, target)
    return Roles(actor, target, what, stated, borrowed=borrowed)


def _noun_actor(scene: Scene, number: int, row: Row) -> tuple[int, int]:
    for slot in row.actor:
        if slot in {"adj", "part"}:
            return -1, number
        found = _noun_slot(scene, number, (slot,), set())
        if found >= 0:
            return found, -1
    return -1, -1


def _noun_slot(
    scene: Scene, number: int, slots: tuple[str, ...], taken: set[int]
) -> int:
    for slot in slots:
        if slot in {"adj", "part"}:
            continue
        if slot == "gen":
            found = genitive_of(scene, number)
            found = found if found >= 0 else owner_before(scene, number)
        else:
            found = after_noun(scene, number, slot)
        if found >= 0 and found not in taken:
            return found
    return -1


def _subject_elsewhere(scene: Scene, token: int, number: int, target: int) -> int:
    """The subject of the clause, where the noun is not the subject itself."""
    subject = subject_of(scene, clause_at(scene, token))
    return subject if subject not in {number, target} else -1
