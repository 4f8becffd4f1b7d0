"""A speaker is a whole noun phrase.

The model marks words one by one and may stop short: at an article, at a preposition.
What lacks its noun is given it; an article that leads nowhere names nobody. Pure.
"""

from laut.reading.nominative import is_proper_adjective
from laut.reading.outline import Outline
from laut.reading.phrases import Width, phrase_end
from laut.reading.words import is_adjective_like, words_of

_RELATIVE = frozenset({"der", "die", "das", "dem", "den", "deren", "dessen"})


def whole(outline: Outline, speaker: list[int]) -> list[int]:
    """The tokens of a speaker, up to the end of the phrase that they begin.

    Args:
        outline: the text.
        speaker: token numbers, ascending, no gaps.
    """
    if not speaker or not _is_open(outline, speaker[-1]):
        return speaker
    first, end = speaker[0], speaker[-1] + 1
    stop = min(len(outline.words), end + 8)
    reached = phrase_end(outline, first, stop, Width.NARROW)
    if reached > end:
        return list(range(first, reached))
    lone = len(speaker) == 1
    return speaker if lone and _is_relative(outline, first) else _shut(outline, speaker)


def _is_open(outline: Outline, at: int) -> bool:
    """Whether a phrase cannot end here: an article, a preposition, an adjective."""
    low = outline.lows[at]
    if is_proper_adjective(outline, at, min(at + 2, len(outline.words))):
        return True
    return (
        low in words_of("definite-article")
        or low in words_of("preposition")
        or (outline.words[at].islower() and is_adjective_like(low) and _leads(low))
    )


def _leads(low: str) -> bool:
    return low not in words_of("pronoun") and low not in words_of("according-to-that")


def _is_relative(outline: Outline, at: int) -> bool:
    """„…, der sagte“: a relative pronoun speaks for whom it takes up."""
    before = outline.words[at - 1] if at else "."
    return outline.lows[at] in _RELATIVE and before == ","


def _shut(outline: Outline, speaker: list[int]) -> list[int]:
    """The speaker without what leads on at its end."""
    while speaker and _is_open(outline, speaker[-1]):
        speaker = speaker[:-1]
    return speaker
