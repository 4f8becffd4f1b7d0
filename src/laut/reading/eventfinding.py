"""Events as they may be: each sign with roles, names and status.

Takes an `Article` view (words, names, scenes) and returns `Candidate`s; which of them
are events is decided by their worth, elsewhere.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from laut.model import Entity
from laut.reading.attachments import genitive_of, group
from laut.reading.chunks import Case, Chunk, Words
from laut.reading.eventactors import Actors
from laut.reading.eventcandidates import Candidate, Part, form_of
from laut.reading.eventclauses import RELATIVE
from laut.reading.eventfillers import Filler, Placed, placed, root_of, signs_of_chunk
from laut.reading.eventroles import Roles, roles_of_noun, roles_of_verb
from laut.reading.eventsigns import Sign, may_tell_any, signs_in
from laut.reading.eventstatus import is_given, status_of_noun, status_of_verb
from laut.reading.prominence import Weight
from laut.reading.scenes import (
    Scene,
    chunk_at,
    clause_at,
    scene_of,
    subject_of,
)

MOST_NAMES = 6
"""More actors than one deed has."""

_SENT = ("truppen", "truppe", "soldaten", "kräfte", "einheiten", "armee")
_STATED = ("own", "actor", "target", "object")
_NOWHERE = Chunk(-1, -1, -1, "", Case.NONE)
"""Before every word: what stands before it is in the sentence before."""

_PRONOUNS = frozenset({"er", "sie", "dieser", "diese", "ihn", "ihm", "ihr", "beide"})
_SEVERAL = frozenset(
    {"gebiete", "gebieten", "regionen", "länder", "ländern", "staaten", "städte"}
)
_TAKEN_UP = frozenset({"die", "der", "den", "beide", "beiden", "beider"})
_SELF = frozenset({"ich", "wir", "mich", "uns", "mir"})
_OWNED = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
"""Types whose target is who owns what is criticised, praised, refused."""


class Known(NamedTuple):
    """An article as the finder of events sees it.

    Attributes:
        sentences: the first token of each and the one past its last.
        spoken: whom pronouns mean where a quotation has told it, by token.
        said_by: who says a token, in the quotation that it stands in.
    """

    text: Words
    actors: Actors
    sentences: list[tuple[int, int]]
    spoken: dict[int, Entity]
    said_by: Callable[[int], Entity | None]
    voiced: Callable[[int], Entity | None]
    home: Entity | None


class Finder:
    """Finds what may be events; keeps the scenes of one article."""

    def __init__(self, known: Known) -> None:
        """Take an article."""
        self._known = known
        self._scenes: dict[int, Scene] = {}
        self._names: dict[tuple[int, int], Entity] = {}
        self._weights: dict[tuple[int, int], Weight] = {}

    @cached_property
    def candidates(self) -> list[Candidate]:
        """All that may be events, in the order of the text."""
        text = self._known.text
        return [
            self._candidate(number, sign)
            for number, (first, last) in enumerate(self._known.sentences)
            if may_tell_any(text, first, last)
            for sign in signs_in(self._scene(number))
        ]

    def _scene(self, number: int) -> Scene:
        if number not in self._scenes:
            first, last = self._known.sentences[number]
            self._scenes[number] = scene_of(self._known.text, first, last)
        return self._scenes[number]

    def _candidate(self, number: int, sign: Sign) -> Candidate:
        scene = self._scene(number)
        if sign.verb is not None:
            roles = roles_of_verb(scene, sign.token, sign.verb)
            status = status_of_verb(scene, sign.token, sign.row.type)
        else:
            roles = roles_of_noun(scene, sign.token, sign.row)
            status = status_of_noun(scene, sign.token, sign.row.type)
        target, what = self._target(number, roles, sign)
        return Candidate(
            sign=sign,
            actor=self._actor(number, roles),
            target=target,
            object=what,
            status=status,
            passive=roles.passive,
            sentence=number,
            form=form_of(scene, sign),
            roles=roles,
            aside=scene.clauses[clause_at(scene, sign.token)].kind == RELATIVE
            or (sign.verb is None and is_given(scene, sign.token)),
            at=chunk_at(scene, sign.token) if sign.verb is None else -1,
        )

    def fillers(self, one: Candidate) -> list[Filler]:
        """All who may fill a role of a candidate."""
        scene = self._scene(one.sentence)
        at = chunk_at(scene, one.sign.token) if one.sign.verb is None else -1
        roles = one.roles
        if at >= 0 and roles.stated >= 0 and self._stated_by(scene, at) is not None:
            roles = roles._replace(actor=-1)
        event = placed(scene, one.sign, roles, at)
        return [
            *self._of_chunks(event, one.sentence),
            *self._stated(event),
            *self._before(event, one.sentence),
            *self._around(one),
        ]

    def _around(self, one: Candidate) -> Iterator[Filler]:
        """Whom the article suggests: its state, whoever speaks, who did it before."""
        kind = one.sign.row.type
        gaps = [
            f"no {role}" if not part.names else role
            for role, part in (("actor", one.actor), ("target", one.target))
        ]
        for what, entity in self._suggested(one):
            yield Filler(
                entity, -1, (what, f"{kind} {what}", *(f"{what} {g}" for g in gaps))
            )

    def _suggested(self, one: Candidate) -> Iterator[tuple[str, Entity]]:
        if self._known.home is not None:
            yield "home", self._known.home
        voice = self._known.voiced(one.sign.trigger)
        if voice is not None:
            yield "voice", voice

    def _of_chunks(self, event: Placed, sentence: int) -> Iterator[Filler]:
        stated = ["beside stated"] if next(self._stated(event), None) else []
        for number, chunk in enumerate(event.scene.chunks):
            if chunk.first <= event.sign.token < chunk.last:
                continue
            weight = self._weight(sentence, number)
            if not weight:
                continue
            signs = [*signs_of_chunk(event, number, weight), *stated]
            if chunk.pronoun:
                signs.append("pronoun")
            for entity in self._who(event, sentence, number):
                yield Filler(entity, root_of(event.scene, number), tuple(signs))

    def _who(self, event: Placed, sentence: int, number: int) -> tuple[Entity, ...]:
        """Who a chunk is; where troops leave or help, the state that sends them."""
        chunk = event.scene.chunks[number]
        sent = event.sign.row.type in {"RETREAT", "AID"} and not chunk.pronoun
        if sent and self._known.text.lows[chunk.head].endswith(_SENT):
            state = self._known.actors.adjective_state(chunk)
            if state is not None:
                return (state,)
        return self._named(sentence, number)

    def _stated(self, event: Placed) -> Iterator[Filler]:
        """The states of adjectives: „russischer Angriff“, „die polnische Politik“."""
        kind = "verb" if event.sign.verb is not None else "noun"
        roles = event.roles
        places = (event.at, roles.actor, roles.target, roles.object)
        for place, number in zip(_STATED, places, strict=True):
            if number < 0 or (number != event.at and self._weighs(event, number)):
                continue
            state = self._known.actors.adjective_state(event.scene.chunks[number])
            if state is not None:
                gap = "no actor" if roles.actor < 0 else "actor"
                signs = (f"{kind} stated {place}", f"stated {gap}")
                if place == "actor" or (place == "own" and roles.stated >= 0):
                    signs = ("weight public", f"{kind} stated as actor")
                yield Filler(state, -1, signs)

    def _stated_by(self, scene: Scene, at: int) -> Entity | None:
        return self._known.actors.adjective_state(scene.chunks[at])

    def _weighs(self, event: Placed, number: int) -> bool:
        return self._known.actors.weight(event.scene.chunks[number]) > Weight.NOTHING

    def _before(self, event: Placed, sentence: int) -> Iterator[Filler]:
        """The public subject of the sentence before."""
        if not sentence:
            return
        kind = "verb" if event.sign.verb is not None else "noun"
        for role, number in (
            ("actor", event.roles.actor),
            ("target", event.roles.target),
        ):
            if number < 0:
                found = next(self._subjects_before(sentence, _NOWHERE), ())
                for entity in found:
                    yield Filler(
                        entity, -1, (f"before no {role}", f"before {kind} no {role}")
                    )

    def _actor(self, number: int, roles: Roles) -> Part:
        scene = self._scene(number)
        if roles.stated >= 0:
            state = self._known.actors.adjective_state(scene.chunks[roles.stated])
            if state is not None:
                return Part((state,), Weight.PUBLIC, there=True)
        return self._part(number, roles.actor)

    def _target(self, number: int, roles: Roles, sign: Sign) -> tuple[Part, str]:
        """Who is acted on, and what it is about."""
        scene = self._scene(number)
        part = self._part(number, roles.target)
        what = self._thing(number, roles.object) if roles.object >= 0 else ""
        if part.weight or roles.target < 0:
            return part, what
        thing = self._thing(number, roles.target)
        owner = genitive_of(scene, roles.target)
        if owner >= 0 and self._weight(number, owner):
            return self._part(number, owner), what or thing
        state = self._known.actors.adjective_state(scene.chunks[roles.target])
        if state is not None and sign.row.type in _OWNED:
            return Part((state,), Weight.PUBLIC, there=True), what or thing
        return Part((), Weight.NOTHING, there=True), what or thing

    def _thing(self, number: int, at: int) -> str:
        """What something is called, all that „und“ joins."""
        members = group(self._scene(number), at)[:MOST_NAMES]
        return " und ".join(self._name(number, one).name for one in members)

    def _part(self, number: int, at: int) -> Part:
        if at < 0:
            return Part()
        members = group(self._scene(number), at)[:MOST_NAMES]
        named = [(one, self._weight(number, one)) for one in members]
        sure = [one for one, weight in named if weight]
        names = [name for one in sure for name in self._named(number, one)]
        weight = max(weight for _, weight in named)
        return Part(tuple(names), weight if names else Weight.NOTHING, there=True)

    def _weight(self, number: int, at: int) -> Weight:
        key = number, at
        if key not in self._weights:
            self._weights[key] = self._weighed(number, at)
        return self._weights[key]

    def _weighed(self, number: int, at: int) -> Weight:
        chunk = self._scene(number).chunks[at]
        if chunk.head in self._known.spoken:
            return Weight.PUBLIC
        if chunk.pronoun:
            return Weight.PUBLIC if self._meant(number, at) else Weight.NOTHING
        return self._known.actors.weight(chunk)

    def _name(self, number: int, at: int) -> Entity:
        key = number, at
        told = self._known.spoken.get(self._scene(number).chunks[at].head)
        if told is not None:
            return told
        if key not in self._names:
            chunks = self._scene(number).chunks
            self._names[key] = self._known.actors.name(chunks, at)
        return self._names[key]

    def _named(self, number: int, at: int) -> tuple[Entity, ...]:
        chunk = self._scene(number).chunks[at]
        if chunk.pronoun:
            return self._meant(number, at)
        low = self._known.text.lows[chunk.head]
        if low in _SEVERAL and self._known.text.lows[chunk.first] in _TAKEN_UP:
            several = self._places_before(number)
            if several:
                return several
        return (self._name(number, at),)

    def _places_before(self, number: int) -> tuple[Entity, ...]:
        """The places that „die Gebiete“ takes up: joined by „und“ right before."""
        for back in range(number - 1, max(-1, number - 3), -1):
            scene = self._scene(back)
            for at in reversed(range(len(scene.chunks))):
                members = group(scene, at)
                if len(members) > 1 and all(self._is_place(back, n) for n in members):
                    return tuple(self._name(back, one) for one in members)
        return ()

    def _is_place(self, number: int, at: int) -> bool:
        chunk = self._scene(number).chunks[at]
        return self._known.actors.is_place(chunk.head)

    def _meant(self, number: int, at: int) -> tuple[Entity, ...]:
        """Whom a pronoun means: the speaker that it names, else the subject before."""
        chunk = self._scene(number).chunks[at]
        spoken = self._known.spoken.get(chunk.head)
        if spoken is not None:
            return (spoken,)
        low = self._known.text.lows[chunk.head]
        if low in _SELF:
            own = self._known.said_by(chunk.head)
            return (own,) if own is not None else ()
        if low not in _PRONOUNS:
            return ()
        meant = self._known.actors.meant(chunk.head, self._verb_of(number, chunk))
        if meant is not None:
            return (meant,)
        return next(self._subjects_before(number, chunk), ())

    def _verb_of(self, number: int, chunk: Chunk) -> str:
        """The finite verb of the clause of a chunk, in lower case."""
        scene = self._scene(number)
        clause = clause_at(scene, chunk.head)
        finite = scene.clauses[clause].finite if clause >= 0 else -1
        return self._known.text.lows[finite] if finite >= 0 else ""

    def _subjects_before(
        self, number: int, pronoun: Chunk
    ) -> Iterator[tuple[Entity, ...]]:
        """The public subjects of the clauses before a pronoun, the nearest first."""
        for back in range(2):
            if number - back < 0:
                return
            scene = self._scene(number - back)
            for clause in reversed(range(len(scene.clauses))):
                at = subject_of(scene, clause)
                if at < 0 or scene.chunks[at].pronoun:
                    continue
                apart = back or scene.chunks[at].last <= pronoun.first
                if apart and self._weight(number - back, at):
                    yield tuple(
                        self._name(number - back, one)
                        for one in group(scene, at)
                        if self._weight(number - back, one)
                    )
