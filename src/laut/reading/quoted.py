"""Somebody whom a medium quotes: „Die Rundschau zitiert einen Augenzeugen“.

Takes a scene, a quotation and the tokens of its speaker; where that is a medium beside
which another one speaks, returns the tokens of the other one.
"""

import numpy as np

from laut.model import Quotation
from laut.reading.cues import is_cue
from laut.reading.draft import Draft
from laut.reading.frames import Range, subject_after
from laut.reading.labels import POS
from laut.reading.links import chain_words
from laut.reading.media import LONGEST_MARKED, media_names, medium_around, medium_at
from laut.reading.nominative import head_of, is_plural, past_article
from laut.reading.nouns import noun_of
from laut.reading.outline import Outline, passage_at
from laut.reading.people import first_names
from laut.reading.phrases import Width, phrase_end
from laut.reading.scene import Scene, apposed_name
from laut.reading.spoken import tokens_of
from laut.reading.words import is_name_like

_QUOTES = frozenset({"zitiert", "zitierte", "zitieren", "zitierten"})


def quoted_person(scene: Scene, quotation: Quotation, speaker: Range) -> Range | None:
    """The one who really speaks, beside a medium."""
    if medium_at(scene.outline, *speaker) is None or not quotation.frame:
        return None
    frame = _frame(scene, quotation)
    return (
        _object(scene, speaker, frame)
        or _learnt(scene, speaker, frame)
        or _subject(scene, speaker, frame)
    )


def _frame(scene: Scene, quotation: Quotation) -> Range:
    pieces = [tokens_of(scene.draft, span) for span in quotation.frame]
    first, last = min(p[0] for p in pieces), max(p[1] for p in pieces)
    passage = scene.outline.passages[passage_at(scene.outline, first)]
    return first, min(last, passage.last)


def _object(scene: Scene, speaker: Range, frame: Range) -> Range | None:
    """Whom the medium quotes: what stands after „zitiert“."""
    outline = scene.outline
    for index in range(frame[0], frame[1]):
        if outline.lows[index] in _QUOTES and index >= speaker[1]:
            end = phrase_end(outline, index + 1, frame[1], Width.NARROW)
            return (index + 1, end) if end > index + 1 else None
    return None


def _learnt(scene: Scene, speaker: Range, frame: Range) -> Range | None:
    """From whom the medium knows: „wie die dpa aus | Kreisen | erfuhr“."""
    outline = scene.outline
    lows = outline.lows[speaker[1] : frame[1]]
    if not any(low in chain_words("learnt") for low in lows) or "aus" not in lows:
        return None
    at = speaker[1] + lows.index("aus") + 1
    end = phrase_end(outline, at, frame[1], Width.WIDE)
    if end < frame[1] and outline.lows[end] == "nahe":
        end = max(phrase_end(outline, end + 1, frame[1], Width.NARROW), end)
    return (at, end) if end > at else None


def _subject(scene: Scene, speaker: Range, frame: Range) -> Range | None:
    """Who speaks to the medium: „Der Zeitung | sagte Karma“, „X zufolge sagte Y“."""
    outline = scene.outline
    first = outline.lows[speaker[0]]
    oblique = first in {"der", "dem", "einer", "einem"}
    if not oblique:
        return None
    for index in range(speaker[1], min(frame[1], speaker[1] + 3)):
        if is_cue(outline.lows[index]) and outline.words[index][:1].islower():
            found = subject_after(outline, index, frame[1])
            return found if found and medium_at(outline, *found) is None else None
    return None


def without_listener(scene: Scene, speaker: Range) -> Range:
    """„das Militär | der Agentur Reuters“: a medium behind the speaker only listens."""
    outline = scene.outline
    for index in range(speaker[0] + 1, speaker[1]):
        if outline.lows[index] not in {"der", "dem"}:
            continue
        word = medium_at(outline, index + 1, min(index + 4, speaker[1]))
        if word is None:
            continue
        before = outline.lows[index - 1]
        around = medium_around(outline, word, speaker)
        hangs = before.endswith(tuple(chain_words("of-medium"))) or any(
            outline.lows[i] in {"von", "und", ","} for i in range(*speaker)
        )
        said = noun_of(outline.words[index - 1])
        ends = around[1] == speaker[1] and not hangs
        if ends and (said is None or said.sort not in {"saying", "document"}):
            return speaker[0], index
    return speaker


def without_object(draft: Draft, speaker: Range) -> Range:
    """„der Kanzler | Einschnitte“: a common noun behind who speaks is an object."""
    outline, last = draft.outline, speaker[1] - 1
    owned = _before_genitive(outline, speaker)
    if owned is not None:
        return owned
    before = noun_of(outline.words[last - 1]) if last > speaker[0] else None
    word = outline.words[last]
    bare = (
        word[:1].isupper() and word.isalpha() and word.endswith(("e", "en", "n", "er"))
    )
    if last <= speaker[0] or not bare or not outline.words[last - 1][:1].isupper():
        return speaker
    leads = before is not None and before.is_person and not before.plural
    end = draft.tokens.span(last - 1, last).end
    own = noun_of(word)
    listens = own is not None and own.sort == "man" and own.plural
    named = (own is None or listens) and any(
        one.span.end == end and (one.label == "LOC" or listens)
        for one in draft.mentions
    )
    cut = (leads or named) and _is_common(draft, last)
    return (speaker[0], last) if cut else speaker


def _before_genitive(outline: Outline, speaker: Range) -> Range | None:
    """„Nielsen | Trumps Ankündigung“: what is another one's is an object."""
    for index in range(speaker[0] + 1, speaker[1] - 1):
        names = outline.words[index - 1 : index + 2]
        known = [noun_of(name) for name in names]
        name, owner, _ = names
        if not all(map(is_name_like, names)) or known[0] or known[1]:
            continue
        if owner.endswith("s") and not name.endswith("s") and name != owner[:-1]:
            common = known[2] is not None or names[2].endswith(("ung", "heit", "keit"))
            if common and owner not in first_names():
                return speaker[0], index
    return None


def _is_common(draft: Draft, at: int) -> bool:
    """Whether the model takes a word for a common noun, not for a name."""
    if draft.said is None:
        return False
    place = int(np.flatnonzero(draft.said.token == at)[0])
    return int(draft.said.pos[place].argmax()) == POS.index("NOUN")


def with_name_behind(scene: Scene, speaker: Range) -> Range:
    """„der Direktor des Werks | , Anthony Lake“, „der Website | „name.de““."""
    outline = scene.outline
    last = speaker[1]
    if last < len(outline.words) and _goes_on(outline, last):
        stop = outline.passages[passage_at(outline, last - 1)].last
        return speaker[0], max(
            phrase_end(outline, speaker[0], stop, Width.NARROW), last + 1
        )
    apposed = apposed_name(outline, last)
    if apposed is not None and _tells_person(outline, speaker):
        return speaker[0], apposed[1]
    if last >= len(outline.words) or outline.pair_at[last] < 0:
        return speaker
    pair = outline.outer[outline.pair_at[last]]
    noun = noun_of(outline.words[last - 1])
    short = pair.first == last and pair.last - pair.first <= LONGEST_MARKED
    if noun is None or noun.sort != "medium" or not short:
        return speaker
    return speaker[0], pair.last


def _goes_on(outline: Outline, at: int) -> bool:
    """„die Agentur | dpa“, „der Anklage | des Staatsanwalts“: more of the name."""
    noun = noun_of(outline.words[at - 1])
    if noun is None or outline.broken[at]:
        return False
    if noun.sort == "medium":
        return outline.words[at] in media_names() and outline.words[at].islower()
    told = noun.sort in {"saying", "document"}
    return told and outline.lows[at] in {"des", "eines"}


def _tells_person(outline: Outline, speaker: Range) -> bool:
    """Whether a phrase opens with a noun for a single person."""
    head = head_of(outline, past_article(outline, *speaker), speaker[1])
    noun = noun_of(outline.words[head]) if head is not None else None
    return (
        head is not None
        and noun is not None
        and noun.is_person
        and not is_plural(outline, head, noun)
    )
