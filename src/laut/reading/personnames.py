"""Persons and acronyms of one article: the full name behind a surname or an office.

Takes the words of an article and the names found in it; answers which chunk is a
person, by which full name, who holds an office that stands without a name, and what
an acronym stands for.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from laut.reading.chunks import Chunk, Words
from laut.reading.heads import WEAK, head_of

_DEFINITE = frozenset({"der", "die", "dem", "den", "des"})
_HELD = frozenset({"office", WEAK})
"""Sorts of head nouns that a person holds."""

_SIBILANTS = "sxzß"
_FEWEST = 2
"""Letters that an acronym has at least."""

_UNIONS = (
    ("EU", "Europäischen Union", "Europäische Union"),
    ("EU", "Europäische Union", "Europäische Union"),
    ("UN", "", "Vereinte Nationen"),
    ("UNO", "", "Vereinte Nationen"),
)
"""Acronyms, by the words that show that an article writes them out; "" for always."""


class Persons:
    """One article's persons; made once, asked for each chunk."""

    def __init__(
        self, text: Words, full: Mapping[str, str], labels: Mapping[int, str]
    ) -> None:
        """Take the words, full names by surname, and the label of each name's token."""
        self._text = text
        self._full = full
        self._labels = labels

    def is_person(self, index: int) -> bool:
        """Whether a word is a person's name, here or elsewhere in the article."""
        if self._labels.get(index) == "PER":
            return True
        word = self._text.words[index]
        return word in self._full and self._labels.get(index) is None

    def of(self, chunk: Chunk) -> str:
        """The full name of the person that a chunk ends with; "" for anybody else."""
        text = self._text
        at = [i for i in range(chunk.first, chunk.last) if self.is_person(i)]
        if not at or at[-1] != chunk.head:
            return ""
        first = at[-1]
        while first - 1 in at and text.inside[first]:
            first -= 1
        while first < at[-1] and head_of(text.words[first]) is not None:
            first += 1
        name = " ".join(text.words[first : chunk.last])
        if first == chunk.head:
            return self._full.get(name, self._full.get(name.removesuffix("s"), name))
        owns = chunk.belongs >= 0 and name.endswith("s") and name[-2] not in _SIBILANTS
        return name.removesuffix("s") if owns else name

    def beside(self, chunks: Sequence[Chunk], number: int) -> str:
        """The person right behind an office: „der Präsident des Landes, X,“."""
        text = self._text
        head = head_of(text.words[chunks[number].head])
        if head is None or head.sort not in _HELD:
            return ""
        last = chunks[number].last
        for chunk in chunks[number + 1 : number + 4]:
            gap = list(text.words[last : chunk.first])
            if gap in ([], [","]) and not chunk.prep and text.starts[chunk.first]:
                return self.of(chunk)
            if gap and gap != [chunk.prep]:
                return ""
            last = chunk.last
        return ""

    def holder(self, chunk: Chunk) -> str:
        """The one person whom the article gives an office: „der Präsident“."""
        head = head_of(self._text.words[chunk.head])
        if head is None or head.sort not in _HELD:
            return ""
        if self._text.lows[chunk.first] not in _DEFINITE:
            return ""
        persons = self._offices.get(f"{head.rest.lower()}{head.ending}", set())
        return next(iter(persons)) if len(persons) == 1 else ""

    @cached_property
    def _offices(self) -> dict[str, set[str]]:
        """The persons of the article by the office right before their names."""
        text = self._text
        result: dict[str, set[str]] = {}
        for index, label in self._labels.items():
            if label != "PER" or text.inside[index]:
                continue
            last = self._end(index)
            for first in range(max(1, index), last):
                head = head_of(text.words[first - 1])
                if head is not None and head.sort in _HELD:
                    name = " ".join(text.words[first:last])
                    key = f"{head.rest.lower()}{head.ending}"
                    result.setdefault(key, set()).add(self._full.get(name, name))
        return result

    def _end(self, first: int) -> int:
        """Past the name that begins at a token."""
        last = first + 1
        while last < len(self._text.words) and self._text.inside[last]:
            last += 1
        return last

    @cached_property
    def acronyms(self) -> dict[str, str]:
        """What acronyms stand for: „Gewerkschaft der Polizei (GdP)“."""
        words = self._text.words
        unions = {" ".join(pair) for pair in pairwise(words) if pair[1] == "Union"}
        result = {
            short: name
            for short, shown, name in _UNIONS
            if not shown or shown in unions
        }
        for index in range(len(words) - 2):
            if words[index] == "(" and words[index + 2] == ")":
                name = self._body_before(index)
                if name and _is_acronym(words[index + 1]):
                    result[words[index + 1]] = name
        return result

    def _body_before(self, bracket: int) -> str:
        """The name of several words that ends right before a bracket."""
        begin = bracket
        while begin and self._labels.get(begin - 1) == "ORG":
            if begin != bracket and not self._text.inside[begin]:
                break
            begin -= 1
        several = bracket - begin > 1
        return " ".join(self._text.words[begin:bracket]) if several else ""


def _is_acronym(word: str) -> bool:
    return sum(letter.isupper() for letter in word) >= _FEWEST
