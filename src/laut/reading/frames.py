"""Frames: who speaks to whom in a clause with a cue.

Takes an `Outline`, the clause and the cue found there; returns token ranges. Order
tells the subject in German news well enough: what stands before the verb, if it may be
a nominative; else the first that may be one after it.
"""

from typing import NamedTuple

from laut.reading.clauses import is_verb_like
from laut.reading.cues import Found
from laut.reading.outline import Outline
from laut.reading.phrases import phrase_end
from laut.reading.words import is_adjective_like, is_name_like, is_number, words_of

Range = tuple[int, int]
"""Token numbers, half-open."""


class Roles(NamedTuple):
    """Who speaks, to whom; None where the words do not say."""

    speaker: Range | None
    addressee: Range | None


def subject_before(outline: Outline, start: int, verb: int) -> Range | None:
    """The subject in front of a finite verb, if what stands there may be one."""
    first = _past_adverbs(outline, start, verb)
    if first >= verb or not _may_be_subject(outline, first):
        return None
    end = phrase_end(outline, first, verb, near=False)
    if end == first:
        return None
    last = verb
    while last > end and _trails(outline, last - 1):
        last -= 1
    return first, last


def _trails(outline: Outline, index: int) -> bool:
    return outline.lows[index] in words_of("trailing") or outline.words[index] == ","


def _past_adverbs(outline: Outline, start: int, stop: int) -> int:
    while start < stop and (
        outline.lows[start] in words_of("clause-adverb")
        or outline.lows[start] in words_of("reflexive")
        or outline.words[start] in {",", "–", "-"}
    ):
        start += 1
    return start


def _may_be_subject(outline: Outline, at: int) -> bool:
    low = outline.lows[at]
    if outline.pair_at[at] >= 0:
        return True
    if low in words_of("subject-article") or low in words_of("pronoun"):
        return True
    if low in words_of("other-article") or low in words_of("preposition"):
        return False
    if low in words_of("object-pronoun") or low in words_of("subordinator"):
        return False
    word = outline.words[at]
    if is_name_like(word):
        return low not in words_of("time-word")
    return is_number(word) or (
        is_adjective_like(word)
        and at + 1 < len(outline.words)
        and is_name_like(outline.words[at + 1])
        and not is_verb_like(outline, at)
    )


def subject_after(outline: Outline, verb: int, stop: int) -> Range | None:
    """The first noun phrase after a finite verb that may be its subject."""
    at = verb + 1
    while at < stop:
        low = outline.lows[at]
        if low in words_of("object-pronoun"):
            at += 1
            continue
        if _may_be_subject(outline, at):
            end = phrase_end(outline, at, stop, near=True)
            if end > at:
                return at, end
        at = _past_other(outline, at, stop)
    return None


def _past_other(outline: Outline, at: int, stop: int) -> int:
    """Past a word that is no subject, or past the phrase of a preposition."""
    low = outline.lows[at]
    if low in words_of("preposition"):
        end = phrase_end(outline, at + 1, stop, near=False)
        return max(end, at + 1)
    if low in words_of("other-article"):
        return max(phrase_end(outline, at, stop, near=True), at + 1)
    return at + 1


def after_preposition(
    outline: Outline, start: int, stop: int, prepositions: frozenset[str]
) -> Range | None:
    """The noun phrase after the first of these prepositions."""
    for index in range(start, stop):
        if outline.lows[index] in prepositions and outline.pair_at[index] < 0:
            end = phrase_end(outline, index + 1, stop, near=False)
            if end > index + 1:
                return index + 1, end
    return None


def has_subject_pronoun_after(outline: Outline, verb: int, stop: int) -> bool:
    """Whether a pronoun right after the verb must be its subject."""
    at = verb + 1
    return at < stop and outline.lows[at] in words_of("sure-subject")


def addressee_of(
    outline: Outline, found: Found, start: int, stop: int, speaker: Range | None
) -> Range | None:
    """Whom the words are said to: `gegenüber X`, or a dative beside the cue."""
    direct = after_preposition(outline, start, stop, frozenset({"gegenüber"}))
    if direct is not None:
        return direct
    for index in range(found.at + 1, stop):
        if speaker is not None and speaker[0] <= index < speaker[1]:
            continue
        if _opens_dative(outline, index, speaker):
            end = phrase_end(outline, index, stop, near=True)
            if end > index + 1:
                return index, end
    return None


def _opens_dative(outline: Outline, index: int, speaker: Range | None) -> bool:
    low = outline.lows[index]
    if outline.pair_at[index] >= 0 or outline.lows[index - 1] in words_of("preposition"):
        return False
    if low in {"dem", "einem", "ihrem", "seinem", "diesem"}:
        return True
    if low in {"der", "einer"} and speaker is not None and index >= speaker[1]:
        return index + 1 < len(outline.words) and any(
            outline.lows[i] in words_of("media-word")
            for i in range(index + 1, min(index + 4, len(outline.words)))
        )
    return False
