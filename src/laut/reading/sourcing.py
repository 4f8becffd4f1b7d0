"""Who stands behind each quotation: one voice for every quotation of a draft.

Those whose speaker stands in the text come first, in its order, so that names come
before their pronouns; then those without a speaker take it from the quotation around
them or before them. Returns voices by the id of the quotation.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from laut.model import Quotation
from laut.reading.behind import heading_of
from laut.reading.cues import is_cue
from laut.reading.draft import Draft
from laut.reading.hearing import NOBODY, Hearing
from laut.reading.nouns import speaking
from laut.reading.scene import Voice
from laut.reading.spoken import tokens_of
from laut.reading.stances import in_frame, named_voice
from laut.reading.subjects import subject_of
from laut.reading.untold import (
    can_speak,
    in_clause,
    in_house,
    in_text_before,
    told_before,
)
from laut.reading.verbs import is_konjunktiv
from laut.reading.whom import voice_of
from laut.reading.words import words_of
from laut.spans import cover

GOES_ON = 2
"""How many passages on somebody is still speaking, within a paragraph."""


class _Ended(NamedTuple):
    """The outer quotations in the order in which they end."""

    ends: list[int]
    quotations: list[Quotation]


def voices_of(draft: Draft) -> dict[int, Voice]:
    """The voice behind each quotation, by the id of the quotation."""
    hearing = Hearing(draft)
    ended = _ended(draft)
    for _, _, quotation in sorted(_anchored(draft)):
        headed = _headed(hearing, quotation)
        if headed is not None:
            hearing.by_id[quotation.id] = headed
        elif quotation.speaker:
            _hear(hearing, quotation)
        else:
            _overhear(hearing, ended, quotation)
    for quotation in draft.quotations:
        if quotation.id not in hearing.by_id:
            hearing.by_id[quotation.id] = _unnamed(hearing, ended, quotation)
    return hearing.by_id


def _headed(hearing: Hearing, quotation: Quotation) -> Voice | None:
    """Who stands before the colon of a heading, or of a line of a ticker."""
    where = heading_of(hearing.draft, quotation)
    if where is None:
        return None
    voice = voice_of(hearing.scene, hearing.voices, where)
    timed = hearing.scene.outline.lows[max(0, where[0] - 2) : where[0]][:1] == ["uhr"]
    return voice if timed or can_speak(hearing.scene, voice, where) else None


def _anchored(draft: Draft) -> Iterator[tuple[int, int, Quotation]]:
    """The quotations with a speaker or a frame, and where in the text that stands."""
    for quotation in draft.quotations:
        anchor = quotation.speaker or (quotation.frame if not quotation.parent else ())
        if anchor:
            yield anchor[0].begin, quotation.id, quotation


def _overhear(hearing: Hearing, ended: _Ended, quotation: Quotation) -> None:
    """Find the voice of a quotation that only its frame may tell."""
    voice = _unnamed(hearing, ended, quotation)
    if voice.name:
        hearing.by_id[quotation.id] = voice
        hearing.voices.append(voice)


def _hear(hearing: Hearing, quotation: Quotation) -> None:
    """Find the voice of a quotation with a speaker, once for each speaker."""
    span = quotation.speaker[0]
    voice = hearing.by_span.get(span) if not quotation.frame else None
    if voice is None:
        voice = named_voice(hearing, quotation)
        hearing.by_span.setdefault(span, voice)
        hearing.voices.append(voice)
    hearing.by_id[quotation.id] = voice


def _unnamed(hearing: Hearing, ended: _Ended, quotation: Quotation) -> Voice:
    """Who speaks where no speaker is named: whoever speaks around or right before."""
    around = (
        hearing.by_id.get(quotation.parent) if quotation.parent is not None else None
    )
    if around is not None:
        return around
    told = _telling_itself(hearing, quotation)
    if told is not None:
        return told
    frame = cover(hearing.draft.article.text, quotation.frame).lower().split()
    goes_on = any(word.strip(",.") in words_of("resumed") for word in frame)
    if quotation.frame and not goes_on:
        return _by_frame(hearing, ended, quotation, frame) or NOBODY
    return _before(hearing, ended, quotation) or _told(hearing, quotation) or NOBODY


def _by_frame(
    hearing: Hearing, ended: _Ended, quotation: Quotation, frame: list[str]
) -> Voice | None:
    """Whom the frame names in any way; a bare „hieß es“ goes on with who spoke."""
    found = (
        in_text_before(hearing, quotation)
        or in_frame(hearing, quotation)
        or in_house(hearing, quotation)
        or in_clause(hearing, quotation)
    )
    if found is not None:
        return found
    if any(is_konjunktiv(word.strip(",.:")) for word in frame):
        return _before(hearing, ended, quotation)
    if not _is_bare(frame):
        return None
    at = tokens_of(hearing.draft, quotation.content[0])[0]
    return _before(hearing, ended, quotation) or told_before(hearing, at)


def _is_bare(frame: list[str]) -> bool:
    """Whether a frame is nothing but „hieß es“ and small words."""
    bare = [word.strip(",.:") for word in frame]
    return "es" in bare and not any(word in speaking("house") for word in bare)


def _told(hearing: Hearing, quotation: Quotation) -> Voice | None:
    """„Ein Gericht setzte sie ab. Die Wahl sei ungültig.“: whose reason it is."""
    if quotation.kind != "indirect_free_indirect":
        return None
    return told_before(hearing, tokens_of(hearing.draft, quotation.content[0])[0])


def _telling_itself(hearing: Hearing, quotation: Quotation) -> Voice | None:
    """„Minister X sagte, …“ inside what is given as said: X says it."""
    scene = hearing.scene
    first, last = tokens_of(hearing.draft, quotation.content[0])
    subject = subject_of(scene.outline, first, last)
    if quotation.frame or subject is None or subject[1] >= last:
        return None
    if subject[0] != first or not is_cue(scene.outline.lows[subject[1]]):
        return None
    voice = voice_of(scene, hearing.voices, subject)
    return voice if voice.figure is not None else None


def _ended(draft: Draft) -> _Ended:
    outer = [q for q in draft.quotations if q.parent is None]
    outer.sort(key=lambda q: q.content[-1].end)
    return _Ended([q.content[-1].end for q in outer], outer)


def _before(hearing: Hearing, ended: _Ended, quotation: Quotation) -> Voice | None:
    """The voice of the last quotation before, if it ends close by."""
    place = bisect_right(ended.ends, quotation.content[0].begin)
    last = ended.quotations[place - 1] if place else None
    if last is None or last.id not in hearing.by_id:
        return None
    if not _is_near(hearing, last, quotation):
        return None
    voice = hearing.by_id[last.id]
    return msgspec.structs.replace(voice, because=f"„{voice.name}“ spricht weiter")


def _is_near(hearing: Hearing, last: Quotation, quotation: Quotation) -> bool:
    scene = hearing.scene
    here, _ = tokens_of(hearing.draft, quotation.content[0])
    there, end = tokens_of(hearing.draft, last.content[-1])
    last_word = max(there, end - 1)
    far = scene.passages_between(last_word, here)
    if far > GOES_ON:
        return False
    return far <= 1 or not any(scene.outline.broken[last_word + 1 : here + 1])
