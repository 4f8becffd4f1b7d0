"""The parts of what names a speaker: whose words, in what text, by whose mouth.

    „einer Mitteilung | des Innenministeriums“       document, owner
    „Ein Sprecher | der Stadt“, „X, Sprecher der Stadt“   spokesperson, owner
    „Angaben | der Polizei“                          owner alone

Takes an outline and the tokens of the speaker, returns a `Telling`. Looks at nothing
else; who „er“ or „das Ministerium“ is stays open.
"""

from enum import Enum
from typing import NamedTuple

from laut.reading.frames import Range
from laut.reading.nominative import head_of, past_article
from laut.reading.nouns import Noun, noun_of, speaking
from laut.reading.outline import Outline
from laut.reading.people import first_names
from laut.reading.words import is_name_like, words_of


class Stance(Enum):
    """How the speaker is named."""

    WHO = "who"
    PRONOUN = "pronoun"
    POSSESSIVE = "possessive"
    OWN = "own"
    THAT = "that"
    NOBODY = "nobody"


class Telling(NamedTuple):
    """The parts of a speaker; ranges of tokens, None where a part is missing.

    Attributes:
        owner: the words for the source.
        document: the words for a text that gives the words.
        spokes: the words for somebody who speaks for the source.
        noun: the noun that tells of saying, text or spokesperson, with its place.
    """

    stance: Stance
    owner: Range | None = None
    document: Range | None = None
    spokes: Range | None = None
    noun: int | None = None


def telling_of(outline: Outline, first: int, last: int) -> Telling:
    """The parts of the words that name a speaker."""
    while first < last and outline.lows[first] in _SKIPPED:
        first += 1
    if first >= last:
        return Telling(Stance.NOBODY)
    low = outline.lows[first]
    if last - first == 1 and not is_name_like(outline.words[first]):
        return _lone(low, first)
    if last - first == 1 and low in _PRONOUNS:
        return _lone(low, first)
    return _phrase(outline, first, last)


_SKIPPED = frozenset({"laut", "nach", "von", "vom", "aus", "in", "so", ",", "gemäß"})
_PRONOUNS = (
    speaking("man-pronoun")
    | speaking("woman-pronoun")
    | speaking("relative-pronoun")
    | words_of("according-to-that")
    | speaking("nobody")
    | frozenset({"danach", "wir", "ich", "ihr"})
)


def _lone(low: str, first: int) -> Telling:
    if low in words_of("according-to-that") or low == "danach":
        return Telling(Stance.THAT)
    if low in speaking("nobody"):
        return Telling(Stance.NOBODY)
    if low in _PRONOUNS:
        return Telling(Stance.PRONOUN, owner=(first, first + 1))
    return Telling(Stance.WHO, owner=(first, first + 1))


def _phrase(outline: Outline, first: int, last: int) -> Telling:
    head = head_of(outline, past_article(outline, first, last), last)
    if head is None:
        return Telling(Stance.WHO, owner=(first, last))
    noun = noun_of(outline.words[head])
    spoken = _appended_spokes(outline, head, last)
    if spoken is not None:
        return spoken._replace(spokes=(first, _comma(outline, first, last)))
    if noun is None or noun.sort not in {"saying", "document", "spokes"}:
        return _owned(outline, first, head, last)
    if noun.sort == "spokes":
        return _by_spokes(outline, head, last)
    return _said(outline, first, head, last, noun)


def _owned(outline: Outline, first: int, head: int, last: int) -> Telling:
    """„Kirbys | Worten“: the name of the owner stands before the word of saying."""
    said = noun_of(outline.words[head + 1]) if head + 1 < last else None
    owned = said is not None and said.sort in {"saying", "document"}
    if said is None or not owned or not _is_genitive_name(outline.words[head]):
        return Telling(Stance.WHO, owner=(first, last))
    document = (head + 1, head + 2) if said.sort == "document" else None
    return Telling(Stance.WHO, (first, head + 1), document, noun=head + 1)


def _said(outline: Outline, first: int, head: int, last: int, noun: Noun) -> Telling:
    """„Angaben der Polizei“, „einer Mitteilung des Amtes“, „seiner Ansicht“."""
    document = (first, head + 1) if noun.sort == "document" else None
    owner = _genitive(outline, head + 1, last)
    if owner is not None:
        return _inside(outline, owner, document, head)
    openings = outline.lows[first:head]
    if any(low in speaking("own") for low in openings):
        return Telling(Stance.OWN, document=document, noun=head)
    if any(low in speaking("his") | speaking("her") for low in openings):
        return Telling(Stance.POSSESSIVE, (first, head), document, noun=head)
    known = openings[:1] in _KNOWN and head + 1 == last
    if known and noun.head in speaking("taking-up"):
        return Telling(Stance.THAT, (first, last), noun=head)
    return Telling(Stance.WHO, (first, last), document, noun=head)


_KNOWN = (["den"], ["dem"], ["diesen"], ["diesem"])
"""Articles behind which a word for what was said takes up what somebody said."""


def _inside(
    outline: Outline, owner: Range, document: Range | None, head: int
) -> Telling:
    """What the owner of words is itself: „Angaben eines Sprechers der Stadt“."""
    inner = telling_of(outline, *owner)
    if inner.spokes is not None or inner.document is not None:
        return inner._replace(document=document or inner.document)
    if inner.stance in {Stance.OWN, Stance.POSSESSIVE}:
        return inner._replace(document=document)
    return Telling(Stance.WHO, owner, document, noun=head)


def _by_spokes(outline: Outline, head: int, last: int) -> Telling:
    """„Sprecher der Stadt“, „Sprecher X“, „Sprecher der Stadt, X“."""
    owner = _genitive(outline, head + 1, last)
    comma = _comma(outline, head, last)
    if owner is None:
        end = comma if comma > head + 1 else last
        return Telling(Stance.WHO, None, spokes=(head, end), noun=head)
    owner = (owner[0], min(owner[1], comma))
    spokes = (head, owner[1])
    if comma + 1 < last and is_name_like(outline.words[comma + 1]):
        spokes = (comma + 1, last)
    return Telling(Stance.WHO, owner, spokes=spokes, noun=head)


def _appended_spokes(outline: Outline, head: int, last: int) -> Telling | None:
    """„X, Sprecher der Stadt“."""
    comma = _comma(outline, head, last)
    if comma >= last:
        return None
    at = comma + 1
    while at < last and not is_name_like(outline.words[at]):
        at += 1
    noun = noun_of(outline.words[at]) if at < last else None
    if noun is None or noun.sort != "spokes":
        return None
    owner = _genitive(outline, at + 1, last)
    return Telling(Stance.WHO, owner, noun=at) if owner else None


def _comma(outline: Outline, first: int, last: int) -> int:
    for index in range(first, last):
        if outline.words[index] == ",":
            return index
    return last


def _genitive(outline: Outline, at: int, last: int) -> Range | None:
    """What hangs on a noun that ends before `at`: a genitive or a `von`."""
    if at >= last:
        return None
    low = outline.lows[at]
    followed = at + 1 < last
    if followed and low in {"von", "vom", "aus", "durch"}:
        return at + 1, last
    hangs = followed and (
        low in words_of("genitive-article") or _is_adjective(outline, at)
    )
    return (at, last) if hangs or _is_genitive_name(outline.words[at]) else None


def _is_adjective(outline: Outline, at: int) -> bool:
    """„Berichten | verschiedener | Medien“: an adjective before a noun."""
    bare = outline.words[at][:1].islower() and outline.lows[at].endswith(("er", "en"))
    return bare and is_name_like(outline.words[at + 1])


def _is_genitive_name(word: str) -> bool:
    """„Aussagen | Gordons“; Thomas only looks like that."""
    ends = word.endswith(("s", "'", "’", "x", "z"))
    return is_name_like(word) and ends and word not in first_names()
