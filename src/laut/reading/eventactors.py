"""Who acts and who is acted on: chunks as entities with a name.

Takes the words of an article and its mentions, returns for a chunk the entities that
it names: a person by the full name that the article gives, a capital or seat as the
state that acts through it, all else by its own words without article. `Weight` says
how surely somebody is a public actor. Pronouns are for others.
"""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from laut.model import Entity
from laut.reading.chunks import Case, Chunk, Words
from laut.reading.heads import WEAK, head_of
from laut.reading.polities import code_of_word, genitive, metonym, names, place_at
from laut.reading.tables import rows
from laut.reading.words import is_number

LONGEST = 12
"""More words than a name has."""

_OF = frozenset({"von", "vom", "für"})
_PLACES = frozenset({"in", "im", "aus"})
_STATES = frozenset({"staat", "staats", "land", "regime", "regimes", "republik"})
_MASCULINE = frozenset({"der", "dem", "des", "vom", "einem", "einen"})
_DEFINITE = frozenset({"der", "die", "dem", "den", "des"})
_USUAL = {"US": "USA", "GB": "Großbritannien"}
_THINGS = frozenset({"document", "unknown", None})
_PAPER = frozenset({"document", "unknown", "media"})
_SPEAKERS = ("sprecher", "sprecherin", "sprechers", "sprechern")
_PUBLIC = frozenset({"ORG", "ORGpart"})
_UNIONS = (
    ("EU", "Europäischen Union", "Europäische Union"),
    ("EU", "Europäische Union", "Europäische Union"),
    ("UN", "", "Vereinte Nationen"),
    ("UNO", "", "Vereinte Nationen"),
)
"""Acronyms, by the words that show that an article writes them out; "" for always."""

_ALONE = "="
_LETTERS = 2
"""A capital letter alone names nobody."""


class Weight(IntEnum):
    """How surely a chunk names a public actor."""

    NOTHING = 0
    CROWD = 1
    PUBLIC = 2


class Actors:
    """One article's names; made once, asked for each chunk."""

    def __init__(
        self, text: Words, full: Mapping[str, str], labels: Mapping[int, str]
    ) -> None:
        """Take the words, full names by surname, and the label of each name's token."""
        self._text = text
        self._full = full
        self._labels = labels

    def weight(self, chunk: Chunk) -> Weight:
        """How surely a chunk names a public actor."""
        text = self._text
        word = text.words[chunk.head]
        if chunk.pronoun:
            return Weight.NOTHING
        label = self._labels.get(chunk.head, "")
        if chunk.prep in {"in", "im"} and metonym(word) and not _is_country(word):
            return Weight.NOTHING
        if label in _PUBLIC or self._is_person(chunk.head):
            return Weight.PUBLIC
        named = text.pos[chunk.head] == "PROPN" or label == "LOC"
        return max(weight_of(word), Weight.CROWD if named else Weight.NOTHING)

    def name(self, chunks: Sequence[Chunk], number: int) -> Entity:
        """The entity that a chunk names, its genitives with it."""
        text, chunk = self._text, chunks[number]
        person = self._person(chunk) or self._beside(chunks, number)
        if person:
            return Entity(name=person)
        word = text.words[chunk.head]
        known = self._short.get(word)
        if known and not any(i < chunk.head for i in self._nouns(chunk)):
            return Entity(name=known, country=code_of_word(word) or None)
        code = code_of_word(word)
        if text.lows[chunk.head].endswith(_SPEAKERS):
            owner = self._owner(chunks, number)
            if owner >= 0:
                return self.name(chunks, owner)
        if self._is_state(chunk, code):
            return Entity(name=_called(word, code), country=code)
        long = _long_state(text.words[chunk.first : chunk.last])
        if long:
            return Entity(name=_state(long), country=long)
        holder = self._holder(chunk)
        if holder:
            return Entity(name=holder)
        if text.lows[chunk.head] in _STATES:
            state = self.adjective_state(chunk) or self._seat_after(chunks, number)
            if state is not None:
                return state
        seat = metonym(word)
        if seat is not None and chunk.head - chunk.first <= 1 and code != word:
            return Entity(name=_seat(word, code, seat.name), country=seat.code)
        ruled = self._ruled(chunks, number)
        if ruled is not None:
            return ruled
        return Entity(name=self._words(chunks, number), country=self._country(chunk))

    def _ruled(self, chunks: Sequence[Chunk], number: int) -> Entity | None:
        """„die Regierung in Kiew“ → „Regierung der Ukraine“: of the state it rules."""
        chunk = chunks[number]
        head = head_of(self._text.words[chunk.head])
        later = chunks[number + 1] if number + 1 < len(chunks) else None
        if head is None or later is None or later.prep not in _PLACES:
            return None
        place = self._text.words[later.head]
        state = head.kind in {"state", "military"} and head.sort == "body"
        if not state or metonym(place) is None or later.first - chunk.last != 1:
            return None
        code = code_of_word(place)
        own = self._text.words[chunk.head]
        return Entity(name=f"{own} {genitive(code)}", country=code) if code else None

    def adjective_state(self, chunk: Chunk) -> Entity | None:
        """The state of an adjective or first part: „russische“, „US-“."""
        for index in range(chunk.first, chunk.last):
            word = self._text.words[index]
            derived = index < chunk.head or "-" in word
            code = code_of_word(word) if derived else ""
            if code:
                return Entity(name=_state(code), country=code)
        return None

    def _is_person(self, index: int) -> bool:
        """Whether a word is a person's name, here or elsewhere in the article."""
        if self._labels.get(index) == "PER":
            return True
        word = self._text.words[index]
        return word in self._full and self._labels.get(index) is None

    def _beside(self, chunks: Sequence[Chunk], number: int) -> str:
        """The person right behind an office: „der Präsident des Landes, X,“."""
        head = head_of(self._text.words[chunks[number].head])
        if head is None or head.sort not in {"office", WEAK}:
            return ""
        last = chunks[number].last
        for chunk in chunks[number + 1 : number + 4]:
            gap = list(self._text.words[last : chunk.first])
            if gap in ([], [","]) and not chunk.prep and self._text.starts[chunk.first]:
                return self._person(chunk)
            if gap and gap != [chunk.prep]:
                return ""
            last = chunk.last
        return ""

    def _seat_after(self, chunks: Sequence[Chunk], number: int) -> Entity | None:
        """„das Regime in Pjöngjang“: the state of the place."""
        later = chunks[number + 1] if number + 1 < len(chunks) else None
        if later is None or later.prep not in _PLACES:
            return None
        code = code_of_word(self._text.words[later.head])
        return Entity(name=_state(code), country=code) if code else None

    def _person(self, chunk: Chunk) -> str:
        text = self._text
        at = [i for i in range(chunk.first, chunk.last) if self._is_person(i)]
        if not at or at[-1] != chunk.head:
            return ""
        first = at[-1]
        while first - 1 in at and text.inside[first]:
            first -= 1
        while first < at[-1] and head_of(text.words[first]) is not None:
            first += 1
        name = " ".join(text.words[first : chunk.last])
        if first == chunk.head:
            word = text.words[first]
            return self._full.get(word, self._full.get(word.removesuffix("s"), name))
        owned = chunk.belongs >= 0 and name.endswith("s") and name[-2] not in "sxzß"
        return name.removesuffix("s") if owned else name

    def _is_state(self, chunk: Chunk, code: str) -> bool:
        """Whether a chunk is a state by its own name: „Russland“, „die USA“."""
        if not code or any(i < chunk.head for i in self._nouns(chunk)):
            return False
        if "-" in self._text.words[chunk.head]:
            return False
        word = self._text.words[chunk.head]
        return word.removesuffix("s") in _states() or word in _states()

    def _nouns(self, chunk: Chunk) -> list[int]:
        pos = self._text.pos
        span = range(chunk.first, chunk.last)
        return [i for i in span if pos[i] in {"NOUN", "PROPN"}]

    @cached_property
    def _short(self) -> dict[str, str]:
        """What acronyms stand for: „Gewerkschaft der Polizei (GdP)“."""
        text = self._text
        result = {
            short: name
            for short, shown, name in _UNIONS
            if not shown or shown in self._pairs
        }
        for index in range(3, len(text.words) - 1):
            word = text.words[index]
            if text.words[index - 1] != "(" or text.words[index + 1] != ")":
                continue
            if sum(letter.isupper() for letter in word) < _LETTERS:
                continue
            begin = index - 1
            while begin and self._labels.get(begin - 1) == "ORG" and (
                begin == index - 1 or text.inside[begin]
            ):
                begin -= 1
            if index - 1 - begin > 1:
                result[word] = " ".join(text.words[begin : index - 1])
        return result

    @cached_property
    def _pairs(self) -> set[str]:
        words = self._text.words
        return {" ".join(pair) for pair in pairwise(words) if pair[1] == "Union"}

    def _holder(self, chunk: Chunk) -> str:
        """The one person whom the article gives an office: „der Präsident“."""
        head = head_of(self._text.words[chunk.head])
        if head is None or head.sort != "office":
            return ""
        if self._text.lows[chunk.first] not in _DEFINITE:
            return ""
        persons = self._offices.get(f"{head.rest.lower()}{head.ending}", set())
        return next(iter(persons)) if len(persons) == 1 else ""

    @cached_property
    def _offices(self) -> dict[str, set[str]]:
        """The persons of the article by the office right before their names."""
        result: dict[str, set[str]] = {}
        for index, label in self._labels.items():
            if label != "PER" or self._text.inside[index] or not index:
                continue
            head = head_of(self._text.words[index - 1])
            if head is None or head.sort != "office":
                continue
            name = self._text.words[index]
            last = index + 1
            while last < len(self._text.words) and self._text.inside[last]:
                last += 1
            name = " ".join(self._text.words[index:last])
            name = self._full.get(name, name)
            key = f"{head.rest.lower()}{head.ending}"
            result.setdefault(key, set()).add(name)
        return result

    def _owner(self, chunks: Sequence[Chunk], number: int) -> int:
        """Whose spokesperson somebody is."""
        later = number + 1
        owned = later < len(chunks) and chunks[later].belongs == number
        return later if owned else -1

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




def _long_state(words: Sequence[str]) -> str:
    """The code of a state whose name ends a phrase: „die Vereinigten Staaten“."""
    for at in range(len(words) - 1):
        place = place_at(words, at)
        if place is not None and place.words > 1 and at + place.words == len(words):
            return place.code
    return ""


def _is_country(word: str) -> bool:
    return word in _states() or word.removesuffix("s") in _states()


def _called(word: str, code: str) -> str:
    """A state by its German name, a part of one by its own."""
    own = word if word in _states() else word.removesuffix("s")
    usual = own in names().values() or code in _USUAL
    return _state(code) if usual else own


def _state(code: str) -> str:
    return _USUAL.get(code) or names().get(code, code)


def _seat(word: str, code: str, fallback: str) -> str:
    """A capital acts for its state; another seat for whom the table says."""
    return _state(code) if code and metonym(word) is not None else fallback


@lru_cache(maxsize=8192)
def weight_of(word: str) -> Weight:
    """How public a noun is, by the tables."""
    low = word.lower()
    known, alone = _people()
    if low in alone:
        return alone[low]
    for start in range(len(low) if len(low) < 60 else 0):  # noqa: PLR2004 - no longer word
        if low[start:] in known:
            return known[low[start:]]
    head = head_of(word)
    if head is not None and head.sort == WEAK and head.kind not in _PAPER:
        return Weight.PUBLIC
    if head is not None and head.kind not in _THINGS:
        crowd = head.kind == "person" or head.sort == "crowd"
        return Weight.CROWD if crowd else Weight.PUBLIC
    return Weight.PUBLIC if code_of_word(word) and word[:1].isupper() else Weight.NOTHING


@cache
def _people() -> tuple[dict[str, Weight], dict[str, Weight]]:
    ends: dict[str, Weight] = {}
    alone: dict[str, Weight] = {}
    for sort, cell in rows("event-people"):
        weight = Weight.CROWD if sort == "crowd" else Weight.PUBLIC
        for word in cell.split():
            (alone if word.startswith(_ALONE) else ends)[word.removeprefix("=")] = weight
    return ends, alone


@cache
def _states() -> frozenset[str]:
    """Names of states, not of their capitals."""
    others = (row[5].split("|") for row in rows("state_words"))
    own = frozenset(name for cell in others for name in cell if name)
    return own | frozenset(names().values()) | {"USA", "EU", "UNO"}


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


def is_counted(text: Words, chunk: Chunk) -> bool:
    """Whether a chunk begins with a number: „98 Menschen“."""
    return is_number(text.words[chunk.first])
