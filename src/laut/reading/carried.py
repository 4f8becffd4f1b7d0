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


def speaker_before(draft: Draft, spoken: Spoken, number: int) -> Spans:
    """Who speaks in the passage before the one of this number; () where that is unsafe."""
    outline = draft.outline
    if number == 0 or outline.broken[outline.passages[number].first]:
        return ()
    before = outline.passages[number - 1]
    if spoken.is_free(before.first, before.last):
        return _subject_of(draft, before)
    for quotation in spoken.backwards(before.first, before.last):
        words = cover(draft.article.text, quotation.speaker).lower()
        if words and words not in words_of("anaphoric-speaker"):
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
