"""What an article says about a name: offices, bodies and parties beside its mentions.

Takes an outline, returns the phrases that stand as apposition before or after a name
(„Bundeskanzler Gerhard Schröder“, „Guido Westerwelle (FDP)“, „Max Beispiel, Sprecher
der Bahn,“), and the state that the article tells most of. Made once for an article;
each question is linear in the mentions of one name.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from laut.reading.bodies import country_of_body
from laut.reading.heads import WEAK, Head, head_of
from laut.reading.nouns import speaking
from laut.reading.outline import Outline
from laut.reading.polities import code_of_word, long_places_in, place_at
from laut.reading.words import is_adjective_like, is_name_like, words_of

UNIONS = frozenset({"EU", "UN", "NATO"})
"""What stands for a country where a body is no state's."""

MOST_MENTIONS = 12
"""How many mentions of one name are looked at."""

REACH = 12
"""How many words an apposition may have."""

LEAD = 60
"""The words of the beginning; places named there count twice."""

_STOPS = frozenset({",", ".", ":", ";", "(", ")", "–", "„", "“", "”", '"', "!", "?"})
_OF = frozenset({"der", "des", "von", "vom", "für", "im"})
_JOINING = frozenset(
    {"der", "die", "das", "des", "dem", "den", "von", "vom", "für", "im", "in", "und"}
    | {"zur", "zum", "beim", "bei", "am", "a.", "d.", "aus", "&"}
)


class Phrase(NamedTuple):
    """Words that stand beside a name and say what it is."""

    words: tuple[str, ...]


class Home(NamedTuple):
    """The state that an article tells most of.

    Attributes:
        state: its code; "" where no state is named.
        seen: how often it is named.
        share: how many of the names of states are its own, 0 to 1.
        union: EU, UN or NATO, whichever is named most; "" where none is.
    """

    state: str = ""
    seen: int = 0
    share: float = 0.0
    union: str = ""


class Surroundings:
    """One article's mentions of names, and its places."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._at: dict[str, list[int]] = {}
        for index, word in enumerate(outline.words):
            self._at.setdefault(word, []).append(index)
        self._places: Counter[str] | None = None

    def phrases(self, name: str) -> Iterator[Phrase]:
        """What stands beside the mentions of a person's name, in the text's order."""
        surname = name.rsplit(maxsplit=1)[-1] if name else ""
        for form in (surname, f"{surname}s"):
            for index in self._at.get(form, ())[:MOST_MENTIONS]:
                first = self._first_of(name, index)
                yield from _beside(self._outline, first, index + 1)

    def keeps_name_back(self, noun: str) -> bool:
        """Whether an article says so: „Ein Mitarbeiter, der anonym bleiben will, …“."""
        return any(
            not clause.isdisjoint(speaking("anonymous"))
            or ("nicht" in clause and not clause.isdisjoint(speaking("by-name")))
            for index in self._at.get(noun, ())[:MOST_MENTIONS]
            for clause in (_relative(self._outline.lows, index + 1),)
        )

    def home(self) -> Home:
        """The state named most often, and how often; the union named most often."""
        if self._places is None:
            self._places = _places(self._outline.words)
        return _home(self._places)

    def _first_of(self, name: str, index: int) -> int:
        """Where a mention begins that ends with the surname at `index`."""
        words, first = self._outline.words, index
        for part in reversed(name.split()[:-1]):
            if first and words[first - 1] == part:
                first -= 1
        return first


def _relative(lows: Sequence[str], start: int) -> frozenset[str]:
    """The words of the relative clause that a noun before `start` has."""
    near = lows[start : start + REACH]
    for at, low in enumerate(near[:-1]):
        if low == "," and near[at + 1] in speaking("relative-pronoun"):
            begin = start + at + 1
            clause = lows[begin : begin + REACH]
            end = clause.index(",") if "," in clause else len(clause)
            return frozenset(clause[:end])
        if low in _STOPS:
            break
    return frozenset()


def _home(places: Counter[str]) -> Home:
    states = [entry for entry in places.most_common() if entry[0] not in UNIONS]
    unions = [code for code, _ in places.most_common() if code in UNIONS]
    state, seen = states[0] if states else ("", 0)
    share = seen / sum(count for _, count in states) if states else 0.0
    return Home(state, seen, share, unions[0] if unions else "")


def _places(words: Sequence[str]) -> Counter[str]:
    """How often every state and union is named, those of the beginning twice."""
    counted: Counter[str] = Counter()
    for part in (words, words[:LEAD]):
        for word, times in Counter(part).items():
            code = code_of_word(word) or country_of_body(word) or _union(word)
            counted[code] += times
        counted.update(place.code for place in long_places_in(part))
    del counted[""]
    return counted


def _union(word: str) -> str:
    first, hyphen, _ = word.partition("-")
    return country_of_body(first) if hyphen else ""


def _beside(outline: Outline, first: int, last: int) -> Iterator[Phrase]:
    for words in (
        _before(outline, first),
        _in_brackets(outline, last),
        _after(outline, last),
        _before_comma(outline, first),
    ):
        if words:
            yield Phrase(words)


def _before(outline: Outline, first: int) -> tuple[str, ...]:
    """„der russische Präsident | Putin“, „Chef der Behörde | Putin“."""
    start = _left(outline, first)
    if start == first:
        return ()
    if head_of(outline.words[first - 1]) is not None:
        start = _phrase_begin(outline, start, first - 1)
    return tuple(outline.words[start:first])


def _phrase_begin(outline: Outline, start: int, noun: int) -> int:
    """Where the phrase of a noun begins: „Minister der Russischen Föderation“."""
    begin = _noun_begin(outline, start, noun)
    while begin - 1 > start and outline.lows[begin - 1] in _OF:
        head = head_of(outline.words[begin - 2])
        if head is None or not _is_office(head):
            break
        begin = _noun_begin(outline, start, begin - 2)
    return begin


def _is_office(head: Head) -> bool:
    return head.sort == "office" or (head.sort == WEAK and head.kind != "document")


def _noun_begin(outline: Outline, start: int, noun: int) -> int:
    """Where the adjectives of a noun begin."""
    while noun > start and _is_adjective(outline, noun - 1):
        noun -= 1
    return noun


def _is_adjective(outline: Outline, index: int) -> bool:
    low = outline.lows[index]
    if low in _JOINING:
        return False
    return is_adjective_like(low) and (
        outline.words[index].islower() or place_at(outline.words, index) is not None
    )


def _left(outline: Outline, first: int) -> int:
    """How far back a phrase can reach that ends right before `first`."""
    at = first
    while at > max(0, first - REACH) and _belongs(outline, at - 1):
        if outline.broken[at] or _is_verb(outline, at - 1):
            break
        at -= 1
    while at < first and outline.lows[at] in _JOINING:
        at += 1
    return at


def _belongs(outline: Outline, index: int) -> bool:
    word, low = outline.words[index], outline.lows[index]
    if word in _STOPS or low in words_of("saying-verb"):
        return False
    return low in _JOINING or is_name_like(word) or is_adjective_like(word)


def _is_verb(outline: Outline, index: int) -> bool:
    """Whether what looks like an adjective has an article after it: „stellte der“."""
    following = outline.lows[index + 1] if index + 1 < len(outline.lows) else ""
    low = outline.words[index]
    return low.islower() and low not in _JOINING and following in _JOINING - {"und"}


def _in_brackets(outline: Outline, last: int) -> tuple[str, ...]:
    words = outline.words
    if last >= len(words) or words[last] != "(":
        return ()
    for end in range(last + 1, min(len(words), last + REACH)):
        if words[end] == ")":
            return tuple(w for w in words[last + 1 : end] if w not in _STOPS)
    return ()


def _after(outline: Outline, last: int) -> tuple[str, ...]:
    """„Beispiel, Sprecher der Bahn,“ and „Beispiel von der Bahn“."""
    words = outline.words
    if last < len(words) and outline.lows[last] in {"von", "vom"}:
        return tuple(words[last + 1 : _right(outline, last + 1)])
    if last >= len(words) or words[last] != ",":
        return ()
    if outline.lows[last + 1 : last + 2] in (["den"], ["dem"]):
        return ()  # „sagte Beispiel, den Zeitungen“: whom they told
    end = _right(outline, last + 1)
    closed = end < len(words) and words[end] in _STOPS
    there = tuple(words[last + 1 : end])
    return there if closed and _opens_with_head(there) else ()


def _right(outline: Outline, first: int) -> int:
    end = first
    while end < min(len(outline.words), first + REACH) and _belongs(outline, end):
        end += 1
    return end


def _opens_with_head(words: Sequence[str]) -> bool:
    """Whether the first noun is one that says what somebody is."""
    noun = next((word for word in words if is_name_like(word)), None)
    return noun is not None and head_of(noun) is not None


def _before_comma(outline: Outline, first: int) -> tuple[str, ...]:
    """„der Sprecher der Bahn, | Max Beispiel,“."""
    if not first or outline.words[first - 1] != ",":
        return ()
    start = _left(outline, first - 1)
    for at in range(start, first - 1):
        head = head_of(outline.words[at]) if is_name_like(outline.words[at]) else None
        if head is not None and _is_office(head):
            return tuple(outline.words[_noun_begin(outline, start, at) : first - 1])
    return ()
