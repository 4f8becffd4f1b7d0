"""Who acts and who is acted on: chunks as entities with a name.

Takes the words of an article and its mentions, returns for a chunk the entity that it
names: a person by the full name that the article gives, a capital or seat as the state
that acts through it, all else by its own words without article. Pronouns are for
others.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from laut.model import Entity
from laut.reading.bodies import body_of
from laut.reading.chunks import Chunk, Words
from laut.reading.heads import head_of
from laut.reading.naming import person_in
from laut.reading.nominative import nominative
from laut.reading.polities import code_of_word, genitive, iso_codes, metonym
from laut.reading.prominence import Weight, weight_of
from laut.reading.pronouns import referent, wanted_by
from laut.reading.scene import Scene, Voice
from laut.reading.statenames import (
    called,
    is_country,
    long_state,
    seat_name,
    state_name,
)
from laut.reading.tables import rows
from laut.reading.whom import voice_of

LONGEST = 12
"""More words than a name has."""

_UNIONS = (
    ("EU", "Europäischen Union", "Europäische Union"),
    ("EU", "Europäische Union", "Europäische Union"),
    ("UN", "", "Vereinte Nationen"),
    ("UNO", "", "Vereinte Nationen"),
)
"""Acronyms, by the words that show that an article writes them out; "" for always."""

_OF = frozenset({"von", "vom", "für"})
_PLACES = frozenset({"in", "im", "aus"})
_STATES = frozenset({"staat", "staats", "land", "regime", "regimes", "republik"})
_DEFINITE = frozenset({"der", "die", "das", "dem", "den", "des"})
_BACK = 80
"""How many words back „das Land“ looks for its name."""

_MASCULINE = frozenset({"der", "dem", "des", "vom", "einem", "einen"})
_SPEAKERS = ("sprecher", "sprecherin", "sprechers", "sprechern")
_SIBILANTS = "sxzß"
_PUBLIC = frozenset({"ORG", "ORGpart"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_LONG_STATE = 4
"""Words of the name of a state with its article."""

_LETTERS = 2
"""Letters of the code of a state."""


class Actors:
    """One article's names; made once, asked for each chunk."""

    def __init__(self, text: Words, scene: Scene, labels: Mapping[int, str]) -> None:
        """Take the words, who is who in the article, the labels of names by token."""
        self._text = text
        self._scene = scene
        self._labels = labels

    def weight(self, chunk: Chunk) -> Weight:
        """How surely a chunk names a public actor."""
        word = self._text.words[chunk.head]
        if chunk.pronoun:
            return Weight.NOTHING
        label = self._labels.get(chunk.head, "")
        if chunk.prep in {"in", "im"} and metonym(word) and not is_country(word):
            return Weight.NOTHING
        if label in _PUBLIC or self.is_person(chunk.head):
            return Weight.PUBLIC
        named = self._text.pos[chunk.head] == "PROPN" or label == "LOC"
        return max(weight_of(word), Weight.CROWD if named else Weight.NOTHING)

    def name(self, chunks: Sequence[Chunk], number: int) -> Entity:
        """The entity that a chunk names, its genitives with it."""
        for meaning in (
            self._as_person,
            self._as_acronym,
            self._as_generic,
            self._as_spoken_for,
            self._as_state,
            self._as_country,
            self._as_seat,
            self._as_ruled,
            self._as_of_state,
            self._as_taken_up,
        ):
            found = meaning(chunks, number)
            if found is not None:
                return found
        chunk = chunks[number]
        return Entity(name=self._words(chunks, number), country=self._country(chunk))

    def adjective_state(self, chunk: Chunk) -> Entity | None:
        """The state of an adjective or first part: „russische“, „US-“."""
        for index in range(chunk.first, chunk.last):
            word = self._text.words[index]
            derived = index < chunk.head or "-" in word
            code = code_of_word(word) if derived else ""
            if code:
                return _state(code)
        return None

    def is_person(self, index: int) -> bool:
        """Whether a word is of a person's name, here or elsewhere in the article."""
        word = self._text.words[index]
        known = self._scene.cast.by_word
        return (
            self._labels.get(index) == "PER"
            or word in known
            or (word.removesuffix("s") in known and word[-1:] == "s")
        )

    def is_place(self, index: int) -> bool:
        """Whether a word is a place or a state."""
        word = self._text.words[index]
        return self._labels.get(index) == "LOC" or bool(code_of_word(word))

    def meant(self, at: int, verb: str) -> Entity | None:
        """Whom a pronoun means; `verb` is the finite verb beside it, "" for none."""
        wanted = wanted_by(self._text.lows[at], verb)
        voice = referent(self._scene, (), at, wanted) if wanted else None
        return Entity(name=voice.name) if voice is not None else None

    def _voice(self, chunks: Sequence[Chunk], number: int) -> Voice:
        where = chunks[number].first, self._reach(chunks, number)
        return voice_of(self._scene, (), where)

    def _as_person(self, chunks: Sequence[Chunk], number: int) -> Entity | None:
        chunk = chunks[number]
        if self._is_of_state(chunk):
            return None
        voice = self._voice(chunks, number)
        if voice.figure is not None and not is_country(voice.name):
            return Entity(name=_without_s(voice.name, chunk))
        if self._labels.get(chunk.head) != "PER":
            return None
        found = person_in(list(self._text.words[chunk.first : chunk.last]))
        if not found or code_of_word(found[-1]):
            return None
        return Entity(name=_without_s(" ".join(found), chunk))

    def _is_of_state(self, chunk: Chunk) -> bool:
        """„Israels Armee“, „Israel“: no person, whoever else is called so."""
        first = self._text.words[chunk.first]
        alone = chunk.last - chunk.first == 1
        owns = first.endswith("s") and head_of(self._text.words[chunk.head]) is not None
        return is_country(first) and (alone or (owns and not self._is_held(chunk)))

    def _is_held(self, chunk: Chunk) -> bool:
        """Whether a chunk ends with a person's name."""
        return self._labels.get(chunk.head) == "PER"

    def _as_generic(self, chunks: Sequence[Chunk], number: int) -> Entity | None:
        """„die Terrormiliz“: the armed group named last."""
        chunk = chunks[number]
        if self._text.lows[chunk.first] not in _DEFINITE:
            return None
        kinds = _kinds_taken_up(self._text.lows[chunk.head])
        if not kinds or self._reach(chunks, number) != chunk.last:
            return None
        for first, name, kind in reversed(self._bodies):
            if (
                first < chunk.first
                and kind in kinds
                and not _same(name, self._text.words[chunk.head])
            ):
                return Entity(name=name)
        return None

    @cached_property
    def _bodies(self) -> list[tuple[int, str, str]]:
        """The bodies that the article names by their own names, in its order."""
        words = self._text.words
        found = []
        for index, label in self._labels.items():
            if label in _PUBLIC and not self._text.inside[index]:
                last = index + 1
                while last < len(words) and self._text.inside[last]:
                    last += 1
                body = body_of(" ".join(words[index:last])) or body_of(words[last - 1])
                if body is not None:
                    found.append((index, body.name, str(body.kind)))
        return sorted(found)

    def _as_taken_up(self, chunks: Sequence[Chunk], number: int) -> Entity | None:
        """„die Partei“: the one named before; else the words in the nominative."""
        voice = self._voice(chunks, number)
        mistaken = voice.figure is not None and is_country(voice.name)
        where = chunks[number].first, self._reach(chunks, number)
        outline = self._scene.outline
        name = nominative(outline, *where) if mistaken else voice.name
        country = self._country(chunks[number])
        return Entity(name=name, country=country) if name else None

    def _as_acronym(self, chunks: Sequence[Chunk], number: int) -> Entity | None:
        chunk = chunks[number]
        word = self._text.words[chunk.head]
        known = self._acronyms.get(word)
        if not known or self._has_more_nouns(chunk):
            return None
        return Entity(name=known, country=code_of_word(word) or None)

    @cached_property
    def _acronyms(self) -> dict[str, str]:
        """What acronyms stand for: „Gewerkschaft der Polizei (GdP)“."""
        outline = self._scene.outline
        words = self._text.words
        unions = {" ".join(pair) for pair in pairwise(words) if pair[1] == "Union"}
        written = {s: n for s, shown, n in _UNIONS if not shown or shown in unions}
        longs = self._scene.longs.items()
        return written | {short: nominative(outline, *long) for short, long in longs}

    def _as_spoken_for(self, chunks: Sequence[Chunk], number: int) -> Entity | None:
        """„ein Sprecher der Regierung“: whoever the words are of."""
        if not self._text.lows[chunks[number].head].endswith(_SPEAKERS):
            return None
        later = number + 1
        owned = later < len(chunks) and chunks[later].belongs == number
        return self.name(chunks, later) if owned else None

    def _as_state(self, chunks: Sequence[Chunk], number: int) -> Entity | None:
        """A state by its own name: „Russland“, „die USA“, „die Vereinigten Staaten“."""
        chunk = chunks[number]
        word = self._text.words[chunk.head]
        code = code_of_word(word)
        alone = "-" not in word and not self._has_more_nouns(chunk)
        if code and alone and is_country(word):
            return Entity(name=called(word, code), country=code)
        words = self._text.words[chunk.first : chunk.last]
        long = long_state(words) if len(words) <= _LONG_STATE else ""
        return _state(long) if long else None

    def _as_country(self, chunks: Sequence[Chunk], number: int) -> Entity | None:
        """„der mexikanische Staat“, „das Regime in Pjöngjang“."""
        chunk = chunks[number]
        if self._text.lows[chunk.head] not in _STATES:
            return None
        told = self.adjective_state(chunk) or self._place_after(chunks, number)
        return told or self._named_before(chunks, number)

    def _as_seat(self, chunks: Sequence[Chunk], number: int) -> Entity | None:
        """„Moskau“, „der Kreml“: who acts from there."""
        chunk = chunks[number]
        word = self._text.words[chunk.head]
        seat, code = metonym(word), code_of_word(word)
        if seat is None or chunk.head - chunk.first > 1 or code == word:
            return None
        return Entity(name=seat_name(word, code, seat.name), country=seat.code)

    def _as_ruled(self, chunks: Sequence[Chunk], number: int) -> Entity | None:
        """„die Regierung in Kiew“ → „Regierung der Ukraine“: of the state it rules."""
        own = self._text.words[chunks[number].head]
        head = head_of(own)
        state = self._place_after(chunks, number)
        if head is None or state is None or state.country is None:
            return None
        if head.kind not in {"state", "military"} or head.sort != "body":
            return None
        return Entity(name=f"{own} {genitive(state.country)}", country=state.country)

    def _as_of_state(self, chunks: Sequence[Chunk], number: int) -> Entity | None:
        """„russisches Militär“ → „Militär Russlands“, „kommunistische Führung“."""
        chunk = chunks[number]
        words = self._text.words[chunk.first : chunk.last]
        codes = {w: code_of_word(w) for w in words[:-1] if w[:1].islower()}
        code = next((found for found in codes.values() if found), "")
        if weight_of(words[-1]) is Weight.NOTHING or not iso_codes() >= {code}:
            return self._as_led(chunks, number)
        if self._reach(chunks, number) != chunk.last:
            return None
        rest = [word for word in words if codes.get(word) != code]
        own = rest[1:] if self._text.pos[chunk.first] == "DET" else rest
        return Entity(name=" ".join([*own, genitive(code)]), country=code)

    def _as_led(self, chunks: Sequence[Chunk], number: int) -> Entity | None:
        """„die kommunistische Führung“: of the state named last."""
        chunk = chunks[number]
        if self._text.lows[chunk.head] != "führung":
            return None
        alone = self._reach(chunks, number) == chunk.last
        state = self._named_before(chunks, number, seats=True) if alone else None
        if state is None or state.country is None:
            return None
        return Entity(
            name=f"{self._words(chunks, number)} {genitive(state.country)}",
            country=state.country,
        )

    def _named_before(
        self, chunks: Sequence[Chunk], number: int, *, seats: bool = False
    ) -> Entity | None:
        """„das Land“: the state that was named last."""
        first = chunks[number].first
        if self._text.lows[first] not in _DEFINITE:
            return None
        for index in range(first - 1, max(0, first - _BACK), -1):
            word = self._text.words[index]
            if is_country(word) or (seats and metonym(word) is not None):
                code = code_of_word(word)
                return _state(code) if code in iso_codes() else None
        return None

    def _place_after(self, chunks: Sequence[Chunk], number: int) -> Entity | None:
        """The state of the capital right behind a noun: „… in Pjöngjang“."""
        later = chunks[number + 1] if number + 1 < len(chunks) else None
        if later is None or later.prep not in _PLACES:
            return None
        place = self._text.words[later.head]
        near = later.first - chunks[number].last == 1
        code = code_of_word(place) if near and metonym(place) is not None else ""
        return _state(code) if code else None

    def _has_more_nouns(self, chunk: Chunk) -> bool:
        pos = self._text.pos
        return any(pos[i] in _NOUNS for i in range(chunk.first, chunk.head))

    def _country(self, chunk: Chunk) -> str | None:
        words = self._text.words[chunk.first : chunk.last]
        codes = (code_of_word(word) for word in words)
        return next((code for code in codes if len(code) == _LETTERS), None)

    def _words(self, chunks: Sequence[Chunk], number: int) -> str:
        """The words of a chunk without article, with what belongs to it."""
        text, chunk = self._text, chunks[number]
        last = self._reach(chunks, number)
        first = chunk.first
        if text.pos[first] == "DET" and first < chunk.head:
            first += 1
        own = list(text.words[first : chunk.last])
        if first < chunk.head:
            own = _nominative(own, text.lows[chunk.first], text.words[chunk.head])
        rest = text.words[chunk.last : last]
        return " ".join([*own, *rest][:LONGEST])

    def _reach(self, chunks: Sequence[Chunk], number: int) -> int:
        """Past the genitives, „von …“ and the place of a body."""
        last = chunks[number].last
        for later in range(number + 1, len(chunks)):
            chunk = chunks[later]
            gap = self._text.lows[last : chunk.first]
            owned = chunk.belongs == later - 1 and not gap
            of = list(gap) == [chunk.prep] and chunk.prep in _OF
            placed = (
                list(gap) == [chunk.prep]
                and chunk.prep in _PLACES
                and bool(code_of_word(self._text.words[chunk.head]))
                and later == number + 1
            )
            if not (owned or of or placed):
                break
            last = chunk.last
        return last


@lru_cache(maxsize=4096)
def _kinds_taken_up(low: str) -> frozenset[str]:
    """The kinds of bodies that a noun may take up."""
    return frozenset(
        kind
        for kind, cell in rows("event-generics")
        if low.endswith(tuple(cell.split()))
    )


def _without_s(name: str, chunk: Chunk) -> str:
    """A name without the s of the genitive, where it belongs to a noun."""
    owns = chunk.belongs >= 0 and name[-1:] == "s" and name[-2:-1] not in _SIBILANTS
    return name[:-1] if owns else name


def _same(name: str, word: str) -> bool:
    return word in name.split()


def _state(code: str) -> Entity:
    return Entity(name=state_name(code), country=code)


def _nominative(own: list[str], article: str, noun: str) -> list[str]:
    """„nordkoreanischen Botschafter“ → „nordkoreanischer Botschafter“: offices only."""
    if article == "der" and own[0][:1].isupper() and own[0].endswith("en") and own[1:]:
        return [own[0].removesuffix("n"), *own[1:]]
    head = head_of(noun)
    masculine = head is not None and head.sort == "office"
    if not masculine or article not in _MASCULINE or noun.endswith("in"):
        return own
    return [
        f"{word.removesuffix('n')}r"
        if word[:1].islower() and word.endswith(("e", "en"))
        else word
        for word in own
    ]
