"""Who may fill a role of an event, and what speaks for each: weighed, not guessed.

Takes a scene, the roles that grammar gives and the article's names, returns for actor
and target those whose signs, by the table `event-fillers`, weigh enough. Grammar is
the weightiest sign, so that this mostly keeps what it finds, drops what is seldom
right, and fills a gap with somebody near who usually fits.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from laut.model import Entity
from laut.reading.attachments import group
from laut.reading.chunks import Chunk
from laut.reading.eventroles import Roles
from laut.reading.eventsigns import Sign
from laut.reading.prominence import Weight
from laut.reading.scenes import Scene, clause_at, subject_of
from laut.reading.tables import rows

ACTOR, TARGET = "actor", "target"
_AGENTS = frozenset({"von", "vom", "durch"})
_NEAR, _FAR = 2, 5


class Filler(NamedTuple):
    """Somebody who may fill a role.

    Attributes:
        root: the chunk that it is joined to by „und“, or its own; -1 for somebody
            of another sentence.
        signs: what is to be weighed.
    """

    entity: Entity
    root: int
    signs: tuple[str, ...]


class Placed(NamedTuple):
    """An event in its scene, as the signs of fillers see it."""

    scene: Scene
    sign: Sign
    roles: Roles
    at: int
    subject: int
    rank: int


def placed(scene: Scene, sign: Sign, roles: Roles, at: int) -> Placed:
    """An event with the subject of its clause; `at` is the chunk of a noun."""
    number = clause_at(scene, sign.token)
    subject = subject_of(scene, number) if number >= 0 else -1
    rank = sum(1 for chunk in scene.chunks if chunk.head < sign.token)
    return Placed(scene, sign, roles, at, subject, rank)


def signs_of_chunk(event: Placed, number: int, weight: Weight) -> Iterator[str]:
    """What speaks for a chunk of the sentence, for any role."""
    scene, chunk = event.scene, event.scene.chunks[number]
    kind = "verb" if event.sign.verb is not None else "noun"
    yield from _slots(event, number, kind)
    yield f"weight {weight.name.lower()}"
    yield f"{event.sign.row.type} weight {weight.name.lower()}"
    yield f"{kind} {_place(event, number)}"
    yield f"{kind} {_standing(event, chunk)}"
    if number == event.subject:
        yield from _as_subject(event, kind)
    if clause_at(scene, chunk.head) != clause_at(scene, event.sign.token):
        yield f"{kind} other clause"
    if scene.text.pos[chunk.head] == "PROPN":
        yield "name"


def _as_subject(event: Placed, kind: str) -> Iterator[str]:
    """The subject acts, save in the passive and with verbs like „erhalten“."""
    turned = kind == "verb" and "nom" not in event.sign.row.actor
    if event.roles.passive or turned:
        yield "passive subject"
    else:
        yield f"{kind} subject"
        yield f"{event.sign.row.type} subject"


def _slots(event: Placed, number: int, kind: str) -> Iterator[str]:
    roles, scene = event.roles, event.scene
    yield from _slot(event, number, ACTOR, roles.actor)
    yield from _slot(event, number, TARGET, roles.target)
    if number == roles.object:
        yield f"{kind} slot object"
        if kind == "verb" and "acc" not in event.sign.row.target:
            yield "thing"
    elif roles.object >= 0 and scene.chunks[number].belongs == roles.object:
        yield "owner of object"


def _slot(event: Placed, number: int, role: str, chosen: int) -> Iterator[str]:
    """What a chunk is to the one that grammar gives a role."""
    kind = "verb" if event.sign.verb is not None else "noun"
    if chosen < 0:
        yield f"{kind} no {role}"
    elif number == chosen and role == ACTOR and event.roles.borrowed:
        yield "borrowed actor"
        yield f"{event.sign.row.type} borrowed actor"
    elif number == chosen:
        yield f"{kind} slot {role}"
        yield f"{event.sign.row.type} slot {role}"
        if event.roles.passive:
            yield f"passive slot {role}"
    elif number in group(event.scene, chosen):
        yield f"joined slot {role}"
    elif event.scene.chunks[number].belongs == chosen:
        yield f"owner of {role}"


def _place(event: Placed, number: int) -> str:
    """Where a chunk stands by the word that tells the event."""
    chunk = event.scene.chunks[number]
    token = event.sign.token
    side = "before" if chunk.head < token else "after"
    passed = abs(number - event.rank) - (side == "after")
    return f"{side} {'near' if passed < _NEAR else 'off' if passed < _FAR else 'far'}"


def _standing(event: Placed, chunk: Chunk) -> str:
    if chunk.belongs >= 0:
        own = event.at >= 0 and chunk.belongs == event.at
        return "own genitive" if own else "genitive"
    if chunk.prep in _AGENTS:
        return "agent"
    return (
        f"prep {chunk.prep}"
        if chunk.prep in _PREPS
        else ("prep" if chunk.prep else f"case {int(chunk.case) & 3}")
    )


_PREPS = frozenset({"gegen", "mit", "in", "im", "an", "auf", "für", "zwischen", "nach"})


def fitting(role: str, fillers: list[Filler]) -> list[Filler]:
    """Those who fill a role: the best one, and who is joined to it; each name once."""
    weights = _weights()
    least = weights.get((role, "threshold"), 0.0)
    weighed = [
        (sum(weights.get((role, sign), 0.0) for sign in one.signs), one)
        for one in united(fillers)
    ]
    sure = [entry for entry in weighed if entry[0] >= least]
    ranked = [one for _, one in sorted(sure, key=lambda entry: -entry[0])]
    best = ranked[:1]
    return [
        one
        for _, one in sure
        if one in best or (best and one.root == best[0].root >= 0)
    ]


def united(fillers: list[Filler]) -> list[Filler]:
    """Each name once, with all that speaks for it."""
    found: dict[str, Filler] = {}
    for one in fillers:
        known = found.get(one.entity.name)
        signs = one.signs if known is None else (*known.signs, *one.signs)
        root = one.root if known is None or known.root < 0 else known.root
        found[one.entity.name] = Filler(one.entity, root, tuple(dict.fromkeys(signs)))
    return list(found.values())


def root_of(scene: Scene, number: int) -> int:
    """The first of the chunks that „und“ joins."""
    while scene.chunks[number].joined >= 0:
        number = scene.chunks[number].joined
    return number


@cache
def _weights() -> dict[tuple[str, str], float]:
    return {(role, sign): float(weight) for role, sign, weight in rows("event-fillers")}
