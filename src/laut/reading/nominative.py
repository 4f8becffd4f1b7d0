"""A name in the nominative, from the words of a phrase as they stand.

Takes tokens of an outline, returns a string: the article goes, adjectives and the head
are bent by the gender of the head (`german/nouns.tsv`), what follows the head stays:
„des russischen Verteidigungsministeriums“ → „russisches Verteidigungsministerium“.
"""

import re
from functools import cache

from laut.reading.frames import Range
from laut.reading.names import cleaned
from laut.reading.nouns import Noun, noun_of, speaking
from laut.reading.outline import Outline
from laut.reading.tables import rows
from laut.reading.words import is_adjective_like, is_name_like, is_number, words_of

_ENDING = re.compile(r"(?:e|en|er|es|em)$")
_ADJECTIVE = re.compile(r"(?:isch|lich|ig)(?:e|en|er|es|em)$")
SHORT = 4
"""A word of fewer letters is no adjective that bends."""

_AND = re.compile(r"( und |, )")
_WEAK = re.compile(r"(?<=\w)en\b")
_BENT = {"m": "er", "f": "e", "n": "es", "p": "e"}
_TIES = re.compile(r" (?=[,;:.)\]”“»’])|(?<=[(\[„‚«]) ")


def head_of(outline: Outline, first: int, last: int) -> int | None:
    """The first noun of a phrase; None where there is none."""
    for index in range(first, last):
        if is_name_like(outline.words[index]) and not is_proper_adjective(
            outline, index, last
        ):
            return index
    return None


def is_proper_adjective(outline: Outline, index: int, last: int) -> bool:
    """„Weiße Haus“, „Europäischen Kommission“: a capital on what is bent."""
    if index + 1 >= last or not is_name_like(outline.words[index + 1]):
        return False
    word = outline.lows[index]
    if _ENDING.sub("", word) in speaking("name-adjective") and _ENDING.search(word):
        return True
    return _ADJECTIVE.search(word) is not None


def past_article(outline: Outline, first: int, last: int) -> int:
    """Past the prepositions and articles that open a phrase."""
    while first + 1 < last and (
        outline.lows[first] in words_of("preposition")
        or outline.lows[first] in words_of("name-opening")
        or outline.lows[first] in words_of("other-article")
        or outline.lows[first] in words_of("subject-article")
    ):
        if is_number(outline.words[first]):
            break
        if outline.lows[first] in speaking("count"):
            break
        first += 1
    return first


MARKS = frozenset({'"', "„", "“", "”", "»", "«", "‚", "‘", "'", "''"})
"""Marks of quotation: around a whole name they go."""


def phrase_until_comma(outline: Outline, first: int, last: int) -> int:
    """Where the first part of a phrase ends: before a comma, dash or bracket."""
    for index in range(first + 1, last):
        if outline.words[index] in {",", "–", "-", "(", ";", ":"}:
            return index
    return last


def nominative(outline: Outline, first: int, last: int) -> str:
    """The name of whoever a phrase tells of."""
    first = past_article(outline, first, last)
    last = phrase_until_comma(outline, first, last)
    marked = last - first > len(("„", "”"))
    if marked and outline.words[first] in MARKS:
        first, last = first + 1, last - (outline.words[last - 1] in MARKS)
    head = head_of(outline, first, last)
    if head is None:
        return cleaned(_joined(outline, (first, last)))
    noun = noun_of(outline.words[head])
    if noun is None:
        whole = _joined(outline, (max(0, _with_article(outline, first)), last))
        return _as_party(cleaned(_without_s(outline, (first, head, last), whole)))
    plural = is_plural(outline, head, noun)
    letter = "p" if plural else _gender(outline, first, noun)
    words = [bent(outline.words[index], letter) for index in range(first, head)]
    either = letter != noun.gender and not plural
    words.append(noun.lemma if plural or either else noun.single)
    return " ".join([*words, _joined(outline, (head + 1, last))]).strip()


def _as_party(name: str) -> str:
    """„Grünen und SPD“ → „Grüne und SPD“; „Freien Wähler“ → „Freie Wähler“."""
    parts = _AND.split(name)
    forms = [_WEAK.sub("e", part, count=1) for part in parts]
    return "".join(
        form if form in _parties() else part
        for part, form in zip(parts, forms, strict=True)
    )


@cache
def _parties() -> frozenset[str]:
    return frozenset(row[0] for row in rows("parties"))


def _without_s(outline: Outline, where: tuple[int, int, int], whole: str) -> str:
    """„des ARD-Hauptstadtstudios“: the s of the genitive goes after `des`."""
    first, head, last = where
    before = outline.lows[first - 1] if first else ""
    word = outline.words[head]
    genitive = before in {"des", "eines"} and word.endswith("s")
    if not genitive or head + 1 != last or word.endswith(("ss", "us", "is")):
        return whole
    return whole[:-1]


def _with_article(outline: Outline, first: int) -> int:
    before = outline.lows[first - 1] if first else ""
    return first - 1 if before in words_of("name-opening") else first


def is_plural(outline: Outline, head: int, noun: Noun) -> bool:
    """Whether a phrase means several: by the form of its noun, less by its article."""
    at = article_before(outline, head)
    low = outline.lows[at] if at is not None else ""
    if not noun.plural:
        several = noun.single.endswith("er") and noun.gender == "m"
        bare = at is None and outline.lows[head - 1][-1:] == "e" and head > 0
        adjective = bare and is_adjective_like(outline.words[head - 1])
        many = adjective or low in {"die", "alle"} or low in speaking("count")
        return noun.gender == "p" or (several and many)
    if low in speaking("singular-article"):
        return False
    if low == "der" and at is not None and noun.is_person and noun.gender == "m":
        return not _opens(outline, at)
    either = noun.is_person and noun.lemma.endswith("e") and noun.gender == "m"
    return not (either and low == "die" and "-" in noun.lemma)


def article_before(outline: Outline, head: int) -> int | None:
    """The article of a noun, before its adjectives; None where there is none."""
    for at in range(head - 1, max(-1, head - 5), -1):
        low = outline.lows[at]
        if low in words_of("name-opening") or low in words_of("other-article"):
            return at
        if low in words_of("subject-article"):
            return at
        if not is_adjective_like(outline.words[at]):
            return None
    return None


def _opens(outline: Outline, at: int) -> bool:
    """Whether a phrase may be a nominative: no noun and no preposition before it."""
    before = outline.words[at - 1] if at else ""
    noun = is_name_like(before) and before.isalpha()
    return not noun and before.lower() not in words_of("preposition")


def _gender(outline: Outline, first: int, noun: Noun) -> str:
    """The gender, „die 57-Jährige“ by its article."""
    before = outline.lows[first - 1] if first else ""
    female = before in {"die", "eine"} and noun.is_person and noun.gender == "m"
    return "f" if female else noun.gender


def bent(word: str, letter: str) -> str:
    """An adjective as it stands without an article before a noun of this gender."""
    low = word.lower()
    plain = low in speaking("count") or low[-1:].isdigit() or len(low) < SHORT
    proper = _ENDING.sub("", low) in speaking("name-adjective")
    name = word[:1].isupper() and not proper and not _ADJECTIVE.search(low)
    if plain or name or not _ENDING.search(low):
        return word
    return _ENDING.sub("", word) + _BENT[letter]


def _joined(outline: Outline, where: Range) -> str:
    return _TIES.sub("", " ".join(outline.words[where[0] : where[1]]))
