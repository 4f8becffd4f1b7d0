"""Names that the tables know, beside those that the model finds.

Takes words and the stretches of them that bear a name already, returns more names:
compounds with a known name in front („EU-Budget“, „US-Präsident“), bodies, states and
cities, and words derived from places. Pure look-ups, linear in the text.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from laut.reading.bodies import body_at, body_of
from laut.reading.polities import code_of_word, derived_words, place_at
from laut.terms import MentionLabel

_BEFORE_A_SENTENCE = frozenset('.!?:„“"»«–-')


class Name(NamedTuple):
    """A name in the words `first` up to, not including, `last`."""

    first: int
    last: int
    label: MentionLabel


def known_names(words: Sequence[str], taken: Sequence[bool]) -> Iterator[Name]:
    """The names that tables know among words that bear none, in order.

    Args:
        words: of a text.
        taken: whether a word is part of a name already.
    """
    free_from = 0
    for index, word in enumerate(words):
        small = word[:1].islower() and word not in derived_words()
        if small or taken[index] or index < free_from:
            continue
        name = _name_at(words, index, word)
        if name is not None and not any(taken[name.first : name.last]):
            free_from = name.last
            yield name


def _name_at(words: Sequence[str], index: int, word: str) -> Name | None:
    label = label_of_compound(word) if "-" in word else None
    if label is not None:
        return Name(index, index + 1, label)
    place = place_at(words, index) if "-" not in word else None
    if place is not None:
        return _place(words, index, place.words)
    body = body_at(words, index) if word[:1].isupper() else None
    if body is None or body.alone or body.name[:1] != word[:1]:
        return None
    if body.words == 1 and not word.isupper() and _begins(words, index):
        return None
    return Name(index, index + body.words, "ORG")


def _begins(words: Sequence[str], index: int) -> bool:
    """Whether a sentence begins here: „Mehr“ has its capital from there."""
    return index == 0 or words[index - 1] in _BEFORE_A_SENTENCE


def _place(words: Sequence[str], index: int, size: int) -> Name | None:
    """A place; a „Kölner“ only before a noun, for else it may be a surname."""
    if words[index] not in derived_words():
        return Name(index, index + size, "LOC")
    after = words[index + 1][:1] if index + 1 < len(words) else ""
    if words[index][:1].isupper() and words[index].endswith("er"):
        return Name(index, index + 1, "LOCderiv") if after.isupper() else None
    return Name(index, index + 1, "LOCderiv")


def label_of_compound(word: str) -> MentionLabel | None:
    """What a compound holds: „EU-Budget“ a body, „US-Präsident“ a place.

    None where nothing in front of the last hyphen is known, or where the whole names a
    body itself.
    """
    front, hyphen, rest = word.rpartition("-")
    if not hyphen or not front or not rest[:1].isupper() or body_of(word) is not None:
        return None
    first = front.partition("-")[0]
    if code_of_word(front) or code_of_word(f"{first}-"):
        return "LOCpart"
    return "ORGpart" if body_of(front) or body_of(first) else None
