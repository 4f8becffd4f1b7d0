"""An event as it may be, before its worth is weighed."""

from typing import NamedTuple

from laut.model import Entity
from laut.reading.chunks import Chunk
from laut.reading.eventroles import Roles
from laut.reading.eventsigns import Sign
from laut.reading.prominence import Weight
from laut.reading.scenes import Scene, chunk_at, clause_at
from laut.terms import EventStatus

_NEW = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})
_KNOWN = frozenset({"der", "die", "das", "dem", "den", "des"})


class Part(NamedTuple):
    """One side of an event.

    Attributes:
        names: who it is; empty where nobody public is given.
        weight: how surely they are public actors.
        there: whether anything fills the slot at all.
    """

    names: tuple[Entity, ...] = ()
    weight: Weight = Weight.NOTHING
    there: bool = False


class Candidate(NamedTuple):
    """An event as it may be.

    Attributes:
        sentence: its number.
        form: how the word stands in its clause or phrase.
        aside: whether it stands in a relative clause or is taken as given.
        at: the chunk of a noun, -1 for a verb.
    """

    sign: Sign
    actor: Part
    target: Part
    object: str
    status: EventStatus
    passive: bool
    sentence: int
    form: str
    roles: Roles
    aside: bool
    at: int


def form_of(scene: Scene, sign: Sign) -> str:
    """How a verb stands in its clause, or a noun in its phrase."""
    if sign.verb is not None:
        if scene.text.finite[sign.token]:
            return "finite"
        clause = scene.clauses[clause_at(scene, sign.token)]
        return "participle" if sign.verb.participle else clause.kind
    at = chunk_at(scene, sign.token)
    if at < 0 or scene.chunks[at].head != sign.token:
        return "loose" if at < 0 else "within"
    return _form_of_noun(scene, scene.chunks[at])


def _form_of_noun(scene: Scene, chunk: Chunk) -> str:
    article = scene.text.lows[chunk.first] if chunk.first < chunk.head else ""
    place = "owned" if chunk.belongs >= 0 else "with prep" if chunk.prep else "bare"
    if article in _NEW:
        return f"{place} new"
    return f"{place} known" if article in _KNOWN else place
