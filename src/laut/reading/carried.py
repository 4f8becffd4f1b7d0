"""Who goes on speaking: the speaker whom a sentence without a frame takes over.

Takes a draft and the number of a passage; gives the speaker of the passage right
before it in the same paragraph, or nobody. From further away a speaker would be a
guess, and wrong more often than right.
"""

from laut.reading.cues import Voice
from laut.reading.draft import Draft
from laut.reading.outline import Passage
from laut.reading.rendering import spans_of
from laut.reading.roles import matrices_of, roles_of
from laut.reading.spoken import Spoken
from laut.reading.words import words_of
from laut.spans import Spans, cover

REACH = 3
"""How many passages back a speaker may stand whom „demnach“ takes up."""


def speaker_before(draft: Draft, spoken: Spoken, number: int) -> Spans:
    """Who speaks right before the passage of this number; () where that is unsafe.

    A new paragraph ends it, unless „demnach“ has just told that a report goes on:
    whose report that is, the sentences before it say.
    """
    outline = draft.outline
    for place in range(number - 1, max(-1, number - 1 - REACH), -1):
        passage = outline.passages[place]
        speaker = _last_speaker(draft, spoken, passage)
        goes_on = cover(draft.article.text, speaker).lower() in words_of(
            "according-to-that"
        )
        if goes_on and (place + 1 == number or not outline.broken[passage.last]):
            continue
        return () if outline.broken[passage.last] else speaker
    return ()


def _last_speaker(draft: Draft, spoken: Spoken, passage: Passage) -> Spans:
    """The last one who is named in a passage, by more than „man“ or „dieser“."""
    if spoken.is_free(passage.first, passage.last):
        return _subject_of(draft, passage)
    for quotation in spoken.backwards(passage.first, passage.last):
        words = cover(draft.article.text, quotation.speaker).lower()
        that = words in words_of("according-to-that")
        if words and (that or words not in words_of("anaphoric-speaker")):
            return quotation.speaker
    return ()


def _subject_of(draft: Draft, passage: Passage) -> Spans:
    """Whoever did something with words in a sentence: „X kritisierte …“."""
    outline = draft.outline
    for matrix in matrices_of(outline, passage):
        roles = roles_of(outline, matrix, passage.first, passage.last)
        if roles.speaker and matrix.found.voice is Voice.ACTIVE:
            return spans_of(draft, roles.speaker)
    return ()
