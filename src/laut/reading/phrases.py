"""Noun phrases: how far the words reach that name somebody.

German writes nouns with a capital, which is most of what is needed: a phrase is
articles and adjectives up to a capitalised word, more names, brackets, a genitive, a
`von`, `und`. Takes an `Outline` and token numbers, returns token numbers; each walk is
linear in the phrase it finds.
"""

from enum import Enum

from laut.reading.outline import ENDS, Outline
from laut.reading.words import (
    is_adjective_like,
    is_name_like,
    is_number,
    words_of,
)


class Width(Enum):
    """How much belongs to a phrase.

    WIDE takes a place with it („nach Angaben der Polizei in Berlin“), NARROW does not
    („sagte die Ministerin in Berlin“).
    """

    NARROW = "narrow"
    WIDE = "wide"


LONGEST_NAME = 8
"""How many tokens a name in quotation marks may have, the marks included."""

LONGEST_BRACKET = 12
"""How many tokens in brackets may stand within a phrase."""

_DOUBTFUL = frozenset({"der", "den", "zu"})
"""Particles of names that are something else nearly everywhere: „van den Berg“."""

REACH = 24
"""How many tokens a phrase may have when it is looked for from its end."""


def phrase_end(outline: Outline, start: int, stop: int, width: Width) -> int:
    """Where the noun phrase that begins at `start` ends; `start` where there is none.

    A genitive before `zufolge` is a phrase of its own: „sagte X | der Agentur zufolge“.

    Args:
        outline: the text.
        start: its first token.
        stop: the token that it cannot reach.
        width: whether a place after it belongs to it.
    """
    end = _core(outline, start, stop)
    if end == start:
        return start
    while end < stop:
        grown = _attached(outline, end, stop, width)
        if grown == end or (grown < stop and outline.lows[grown] == "zufolge"):
            return end
        end = grown
    return end


def _core(outline: Outline, start: int, stop: int) -> int:
    """Article, adjectives, noun and the names that follow it."""
    at = start
    if at < stop and _is_article(outline.lows[at]):
        at += 1
    noun = _noun_after_adjectives(outline, at, stop)
    if noun is not None:
        return _names(outline, _past_noun(outline, noun, stop), stop)
    if start < stop and outline.lows[start] in words_of("pronoun"):
        return start + 1
    return start


def _past_noun(outline: Outline, at: int, stop: int) -> int:
    if outline.pair_at[at] >= 0:
        return min(stop, outline.outer[outline.pair_at[at]].last)
    return at + 1


def _is_article(low: str) -> bool:
    return low in words_of("subject-article") or low in words_of("other-article")


def _is_noun(outline: Outline, at: int, stop: int) -> bool:
    if at >= stop:
        return False
    if outline.pair_at[at] >= 0:
        return _is_quoted_name(outline, at)
    return is_name_like(outline.words[at])


def _noun_after_adjectives(outline: Outline, at: int, stop: int) -> int | None:
    """The noun that adjectives from `at` on lead to, if they do."""
    place = at
    while place < stop and not _is_noun(outline, place, stop):
        if _modifies(outline, place):
            place += 1
        elif place == at and outline.lows[at] in words_of("preposition"):
            inner = _core(outline, at + 1, stop)
            if not _leads_on(outline, at, inner, stop):
                return None
            place = inner
        else:
            return None
    return place if place < stop else None


def _leads_on(outline: Outline, at: int, inner: int, stop: int) -> bool:
    """„der für die Region zuständige Beamte“: article before, adjective after."""
    return (
        at > 0
        and at + 1 < inner < stop
        and _is_article(outline.lows[at - 1])
        and is_adjective_like(outline.words[inner])
    )


def _modifies(outline: Outline, place: int) -> bool:
    word, low = outline.words[place], outline.lows[place]
    if any(low in words_of(name) for name in _NO_ADJECTIVE):
        return False
    return (
        is_adjective_like(word)
        or is_number(word)
        or low in words_of("inside-phrase")
        or low in words_of("number")
    )


_NO_ADJECTIVE = (
    "plain-verb",
    "konjunktiv-sure",
    "modal",
    "preposition",
    "subject-pronoun",
    "other-article",
)
"""Words that may end like adjectives and are none."""


def _names(outline: Outline, at: int, stop: int) -> int:
    """Past the noun at `at` and the names, numbers and brackets after it."""
    while at < stop:
        if _is_quoted_name(outline, at):
            at = _past_noun(outline, at, stop)
        elif outline.words[at] == "(":
            closed = _bracket_end(outline, at, stop)
            if closed == at:
                return at
            at = closed
        elif _goes_on(outline, at, stop):
            at += 1
        else:
            return at
    return at


def _is_quoted_name(outline: Outline, at: int) -> bool:
    """Whether marks open here around what may be a name: „Die Welt“."""
    number = outline.pair_at[at]
    if number < 0 or outline.outer[number].first != at:
        return False
    pair = outline.outer[number]
    return (
        pair.last - pair.first <= LONGEST_NAME
        and is_name_like(outline.words[at + 1])
        and outline.words[pair.last - 2] not in ENDS
        and not any(
            outline.lows[i] in words_of("first-person") for i in range(at, pair.last)
        )
    )


def _goes_on(outline: Outline, at: int, stop: int) -> bool:
    word, low = outline.words[at], outline.lows[at]
    if is_name_like(word) or is_number(word):
        return low not in words_of("time-word") and low not in words_of("number-noun")
    if "." in word or low.startswith(("al-", "el-")):
        return word[:1].isalpha()
    following = at + 1 < stop and is_name_like(outline.words[at + 1])
    if low in _DOUBTFUL and outline.lows[at - 1] not in words_of("before-particle"):
        return False
    return low in words_of("name-particle") and following


def _bracket_end(outline: Outline, at: int, stop: int) -> int:
    """Past the bracket that opens at `at`; `at` where it is long or never closed."""
    for place in range(at + 1, min(stop, at + LONGEST_BRACKET)):
        if outline.words[place] == ")":
            return place + 1
    return at


def _attached(outline: Outline, at: int, stop: int, width: Width) -> int:
    """Past a genitive, a preposition's phrase or a second conjunct at `at`."""
    low = outline.lows[at]
    if low in words_of("genitive-article") or _is_genitive_adjective(outline, at, stop):
        told = width is Width.NARROW and _is_medium_told(outline, at, stop)
        return at if told else _grown(outline, at, at, stop)
    if low in words_of("connector") or _joins(outline, at, stop, width):
        return _grown(outline, at, at + 1, stop)
    return at


def _is_medium_told(outline: Outline, at: int, stop: int) -> bool:
    """„sagte das Militär der Agentur AFP“: whom they told, no genitive.

    Only what belongs to a medium takes one: „ein Bericht der Agentur AFP“.
    """
    before = outline.lows[at - 1] if at else ""
    if before.endswith(tuple(words_of("of-medium"))):
        return False
    near = range(at + 1, min(at + 4, stop))
    return any(outline.lows[i].endswith(tuple(words_of("media-word"))) for i in near)


def _joins(outline: Outline, at: int, stop: int, width: Width) -> bool:
    """Whether a preposition at `at` goes with the noun before it."""
    low = outline.lows[at]
    if low == "für":
        return at + 1 < stop and not _is_article(outline.lows[at + 1])
    if low in words_of("place-preposition"):
        named = at + 1 < stop and is_name_like(outline.words[at + 1])
        return width is Width.WIDE and named
    return low in words_of("speaker-preposition") and _names_after(outline, at, stop)


def _names_after(outline: Outline, at: int, stop: int) -> bool:
    """Whether „von“ goes on a name: „von der Bahn“, not „von weniger Gewalt“."""
    low = outline.lows[at + 1] if at + 1 < stop else ""
    named = at + 1 < stop and _is_noun(outline, at + 1, stop)
    article = low in words_of("definite-article") or low in words_of("whose")
    return named or article


def _is_genitive_adjective(outline: Outline, at: int, stop: int) -> bool:
    """„Angaben politischer Beobachter“: an adjective in -er before a noun."""
    return (
        at + 1 < stop
        and outline.words[at][:1].islower()
        and outline.lows[at].endswith("er")
        and len(outline.lows[at]) > len("über")
        and outline.lows[at] not in words_of("clause-adverb")
        and outline.lows[at] not in words_of("preposition")
        and is_name_like(outline.words[at + 1])
    )


def _grown(outline: Outline, at: int, start: int, stop: int) -> int:
    """Past the phrase at `start`, or still `at` where none follows or it is a time."""
    end = _core(outline, start, stop)
    if end == start or any(
        outline.lows[i] in words_of("time-word") for i in range(start, end)
    ):
        return at
    return end


def phrase_begin(outline: Outline, start: int, stop: int) -> int:
    """Where the noun phrase begins that ends right before `stop`: `X zufolge`.

    The longest phrase that begins at or after `start` and reaches `stop`.
    """
    for at in range(max(start, stop - REACH), stop):
        if _may_begin(outline, at) and (
            phrase_end(outline, at, stop, Width.WIDE) == stop
        ):
            return at
    return stop


def _may_begin(outline: Outline, at: int) -> bool:
    low = outline.lows[at]
    if low in words_of("preposition") or low in words_of("connector"):
        return False
    return at == 0 or not _is_article(outline.lows[at - 1])
