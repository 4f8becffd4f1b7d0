"""The cast of an article: its people, and everywhere they are named.

Takes the names that were found, groups those that mean one person, and then looks for
every word of these names in the text. A word that two people share names nobody.
Linear in the text.
"""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from laut.reading.outline import Outline
from laut.reading.people import Figure, Found, names_in, stem
from laut.reading.words import words_of

SHORT = 4
"""An adjective has so many letters; what is shorter is an article."""


class Appearance(NamedTuple):
    """A place where a figure is named.

    Attributes:
        figure: its number in the cast.
        leads: whether the name may be a subject: no genitive, no preposition.
    """

    first: int
    last: int
    figure: int
    leads: bool


class Cast(NamedTuple):
    """The figures of an article.

    Attributes:
        by_word: for each word of their names the number of the one who bears it.
        appearances: in the order of the text.
    """

    figures: tuple[Figure, ...]
    by_word: dict[str, int]
    appearances: tuple[Appearance, ...]

    def last_before(self, at: int) -> Appearance | None:
        """The last place before a token where anybody is named."""
        place = bisect_left(self.appearances, (at,))
        return self.appearances[place - 1] if place else None

    def shown_in(self, first: int, last: int) -> tuple[Appearance, ...]:
        """The places within a range of tokens."""
        shown = self.appearances
        return shown[bisect_left(shown, (first,)) : bisect_left(shown, (last,))]

    def bearer(self, words: Iterable[str]) -> int | None:
        """The one figure whose name has all these words; None where there is none."""
        numbers = {self.by_word.get(stem(word, self.by_word)) for word in words}
        return numbers.pop() if len(numbers) == 1 else None


class _Group:
    """Names that mean one person, while they are gathered."""

    def __init__(self, found: Found) -> None:
        self.name = found.words
        self.genders: list[str] = []
        self.offices: set[str] = set()
        self.add(found)

    def add(self, found: Found) -> None:
        if len(found.words) > len(self.name):
            self.name = found.words
        if found.gender:
            self.genders.append(found.gender)
        if found.office:
            self.offices.add(found.office)

    def figure(self) -> Figure:
        genders = set(self.genders)
        gender = genders.pop() if len(genders) == 1 else ""
        return Figure(" ".join(self.name), gender, frozenset(self.offices))


def cast_of(
    outline: Outline, named: Iterable[Found], titles: Iterable[Outline]
) -> Cast:
    """The cast of a text.

    Args:
        outline: the text.
        named: names of people known from elsewhere, as from who speaks.
        titles: more texts of the same article.
    """
    found = [*names_in(outline), *named]
    for title in titles:
        found += names_in(title)
    groups = _grouped(_without_genitives(found, set(outline.words)))
    by_word = _by_word(groups)
    appearances = tuple(_appearances(outline, by_word))
    return Cast(tuple(group.figure() for group in groups), by_word, appearances)


def _without_genitives(found: list[Found], words: set[str]) -> list[Found]:
    """The names, „Husseins“ as „Hussein“ where that stands somewhere too."""
    known = words | {one.words[-1] for one in found}
    return [_nominative(one, known) for one in found]


def _nominative(found: Found, known: set[str]) -> Found:
    """A name without its genitive; „Anwältin Samanis“ is not Samani."""
    last = stem(found.words[-1], known)
    if last == found.words[-1]:
        return found
    words = (*found.words[:-1], last)
    if len(words) == 1:
        return found._replace(words=words, gender="", office="")
    return found._replace(words=words)


def _grouped(found: list[Found]) -> list[_Group]:
    """Groups of names: the long ones first, then short ones that fit just one."""
    groups: list[_Group] = []
    holders: dict[str, list[_Group]] = {}
    for one in sorted(found, key=lambda f: -len(f.words)):
        fits = _fitting(holders, one.words)
        if len(fits) == 1:
            fits[0].add(one)
        elif not fits:
            group = _Group(one)
            groups.append(group)
            for word in set(one.words):
                holders.setdefault(word, []).append(group)
    return groups


def _fitting(holders: dict[str, list[_Group]], words: tuple[str, ...]) -> list[_Group]:
    """The groups whose name holds all these words."""
    rarest = min((holders.get(word, []) for word in words), key=len)
    wanted = set(words)
    return [group for group in rarest if wanted <= set(group.name)]


def _by_word(groups: list[_Group]) -> dict[str, int]:
    """Who bears a word; a surname counts before a first name."""
    lasts = _unshared((group.name[-1:], n) for n, group in enumerate(groups))
    others = _unshared((group.name[:-1], n) for n, group in enumerate(groups))
    surnames = {group.name[-1] for group in groups}
    firsts = {word: n for word, n in others.items() if word not in surnames}
    return {
        word: number
        for word, number in (firsts | lasts).items()
        if word.lower() not in words_of("name-particle") and word[-1] != "."
    }


def _unshared(names: Iterable[tuple[tuple[str, ...], int]]) -> dict[str, int]:
    found: dict[str, set[int]] = {}
    for words, number in names:
        for word in words:
            found.setdefault(word, set()).add(number)
    return {word: min(several) for word, several in found.items() if len(several) == 1}


def _appearances(outline: Outline, by_word: dict[str, int]) -> Iterable[Appearance]:
    words = outline.words
    index, end = 0, len(words)
    while index < end:
        number = _bearer_at(words[index], by_word)
        if number is None:
            index += 1
            continue
        last = index + 1
        while last < end and _bearer_at(words[last], by_word) == number:
            last += 1
        yield Appearance(index, last, number, _leads(outline, index, last, by_word))
        index = last


def _bearer_at(word: str, by_word: dict[str, int]) -> int | None:
    number = by_word.get(word)
    if number is None and word[-1] == "s":
        return by_word.get(word[:-1])
    return number


def _leads(outline: Outline, first: int, last: int, by_word: dict[str, int]) -> bool:
    """Whether a name may be a subject, by what stands before it and by its ending."""
    if outline.words[last - 1] not in by_word:
        return False
    at = first - 1
    while at >= 0 and at > first - 5 and outline.words[at][:1].isupper():
        at -= 1
    while at >= 0 and at > first - 7 and outline.lows[at].endswith(("e", "en", "er")):
        if outline.lows[at] in words_of("preposition") or len(outline.lows[at]) < SHORT:
            break
        at -= 1
    if at < 0:
        return True
    low = outline.lows[at]
    return low not in words_of("preposition") and low not in _OBLIQUE


_OBLIQUE = frozenset({"des", "dem", "den", "einem", "einen", "eines", "zum", "vom"})
