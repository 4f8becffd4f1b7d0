"""Subjects and objects: who speaks to whom around a finite verb.

Takes an `Outline` and token numbers; returns token ranges. Order tells the subject in
German news well enough: what stands before the verb, if it may be a nominative; else
the first phrase that may be one after it.
"""

from laut.reading.clauses import is_verb_like
from laut.reading.outline import Outline
from laut.reading.phrases import Width, phrase_end
from laut.reading.words import (
    is_adjective_like,
    is_adverb_like,
    is_name_like,
    is_number,
    words_of,
)

Range = tuple[int, int]
"""Token numbers, half-open."""


def subject_before(outline: Outline, start: int, verb: int) -> Range | None:
    """The subject that opens at `start`, if what stands before the verb may be one."""
    first = _past_adverbs(outline, start, verb)
    if first >= verb or not may_be_subject(outline, first):
        return None
    end = phrase_end(outline, first, verb, Width.WIDE)
    if end == first or is_time(outline, first, end):
        return None
    return first, end


def is_time(outline: Outline, first: int, end: int) -> bool:
    """Whether a phrase says when: „zwei Tage“, „kommenden Montag“."""
    return any(
        outline.lows[i] in words_of("time-word") for i in range(first, end)
    ) and (end - first <= len(("a", "time", "phrase")))


def _past_adverbs(outline: Outline, start: int, stop: int) -> int:
    while start < stop and (
        outline.lows[start] in words_of("clause-adverb")
        or outline.lows[start] in words_of("reflexive")
        or outline.words[start] in {",", "–", "-"}
    ):
        start += 1
    return start


def may_be_subject(outline: Outline, at: int) -> bool:
    """Whether a phrase that is a nominative may open at a token."""
    low = outline.lows[at]
    if outline.pair_at[at] >= 0:
        return True
    if low in words_of("subject-article") or low in words_of("pronoun"):
        return True
    if any(low in words_of(name) for name in _NO_SUBJECT):
        return False
    word = outline.words[at]
    if is_name_like(word):
        return low not in words_of("time-word") and not is_adverb_like(low)
    return is_number(word) or _is_bare_adjective(outline, at)


_NO_SUBJECT = (
    "other-article",
    "preposition",
    "object-pronoun",
    "subordinator",
    "clause-adverb",
)


def _is_bare_adjective(outline: Outline, at: int) -> bool:
    """„kritische Stimmen“: an adjective that no article opens."""
    return (
        is_adjective_like(outline.words[at])
        and at + 1 < len(outline.words)
        and is_name_like(outline.words[at + 1])
        and not is_verb_like(outline, at)
    )


def subject_after(outline: Outline, verb: int, stop: int) -> Range | None:
    """The first noun phrase after a finite verb that may be its subject."""
    at = verb + 1
    while at < stop:
        if may_be_subject(outline, at):
            end = phrase_end(outline, at, stop, Width.NARROW)
            if end > at and not _is_object(outline, at, end):
                return at, end
            at = max(end, at + 1)
        else:
            at = _past_other(outline, at, stop)
    return None


def _is_object(outline: Outline, at: int, end: int) -> bool:
    """A lone „das“ or „es“, or a phrase of time."""
    lone = end == at + 1 and outline.lows[at] in words_of("object-pronoun")
    return lone or is_time(outline, at, end)


def _past_other(outline: Outline, at: int, stop: int) -> int:
    """Past a word that is no subject, or past the phrase of a preposition."""
    low = outline.lows[at]
    if low in words_of("preposition"):
        end = phrase_end(outline, at + 1, stop, Width.WIDE)
        return max(end, at + 1)
    if low in words_of("other-article"):
        return max(phrase_end(outline, at, stop, Width.NARROW), at + 1)
    return at + 1


def after_preposition(
    outline: Outline, start: int, stop: int, prepositions: frozenset[str]
) -> Range | None:
    """The noun phrase after the first of these prepositions that hangs on no noun."""
    for index in range(start, stop):
        if outline.lows[index] not in prepositions or outline.pair_at[index] >= 0:
            continue
        before = outline.words[index - 1] if index > start else ""
        if is_name_like(before) and index - 1 > start:
            continue
        end = phrase_end(outline, index + 1, stop, Width.WIDE)
        if end > index + 1:
            return index + 1, end
    return None


def addressee_after(
    outline: Outline, verb: int, stop: int, speaker: Range | None
) -> Range | None:
    """Whom the words are said to: `gegenüber X`, or a dative beside the verb."""
    for index in range(verb + 1, stop):
        if outline.lows[index] == "gegenüber":
            return _phrase_at(outline, index + 1, stop)
        if speaker is not None and speaker[0] <= index < speaker[1]:
            continue
        if _opens_dative(outline, index, speaker):
            return _phrase_at(outline, index, stop)
    return None


def _phrase_at(outline: Outline, at: int, stop: int) -> Range | None:
    end = phrase_end(outline, at, stop, Width.NARROW)
    return (at, end) if end > at else None


def _opens_dative(outline: Outline, index: int, speaker: Range | None) -> bool:
    low, before = outline.lows[index], outline.lows[index - 1]
    if outline.pair_at[index] >= 0 or before in words_of("preposition"):
        return False
    if low in words_of("sure-dative"):
        return True
    media = range(index + 1, min(index + 4, len(outline.words)))
    after_speaker = speaker is not None and index >= speaker[1]
    return (
        after_speaker
        and low in {"der", "einer"}
        and any(outline.lows[i] in words_of("media-word") for i in media)
    )
