"""Who speaks where no words were found that name the speaker.

    hatte das Amt die Forderung abgelehnt, …     the subject of the frame
    hieß es in einem Schreiben der Botschaft     whose text, or house, the frame names
    Das Amt hat einen Bericht vorgelegt. Darin heißt es, …   whose text stands before
    Ein Gericht setzte sie ab. Die Wahl sei ungültig.        of whom it was told

Takes what was heard so far and a quotation, returns a voice or None. Nobody is given
who is neither a person nor a body nor a state.
"""

import msgspec

from laut.model import Link, Quotation
from laut.reading.bodies import body_at
from laut.reading.frames import Range
from laut.reading.hearing import Hearing
from laut.reading.links import medium_link
from laut.reading.media import medium_around, medium_at
from laut.reading.metonyms import metonym_of
from laut.reading.nominative import head_of, nominative, past_article
from laut.reading.nouns import noun_of, speaking
from laut.reading.outline import passage_at
from laut.reading.phrases import Width, phrase_end
from laut.reading.predicates import class_of
from laut.reading.pronouns import referent, wanted_by
from laut.reading.scene import Scene, Voice, quoted
from laut.reading.spoken import tokens_of
from laut.reading.subjects import subject_of
from laut.reading.telling import Stance, telling_of
from laut.reading.texts import whose
from laut.reading.whom import voice_of

_SORTS = frozenset({"office", "man", "body", "medium", "spokes"})


def in_clause(hearing: Hearing, quotation: Quotation) -> Voice | None:
    """The subject of the frame's verb, where it is active: „hatte X abgelehnt“."""
    ranges = [tokens_of(hearing.draft, span) for span in quotation.frame]
    content = [tokens_of(hearing.draft, span) for span in quotation.content]
    lows = hearing.scene.outline.lows
    frame = [index for first, last in ranges for index in range(first, last)]
    if any(lows[index] in class_of("passive") for index in frame):
        return None
    for first, last in ranges:
        subject = subject_of(hearing.scene.outline, first, last)
        if subject is None or any(
            a < subject[1] and subject[0] < b for a, b in content
        ):
            continue
        voice = of_subject(hearing, subject)
        if voice is not None:
            return voice
    return None


def of_subject(hearing: Hearing, subject: Range) -> Voice | None:
    """Whom a subject names, if it is one who can speak."""
    scene, voices = hearing.scene, hearing.voices
    telling = telling_of(scene.outline, *subject)
    if telling.stance is Stance.PRONOUN:
        verb = scene.outline.lows[subject[0] - 1] if subject[0] else ""
        wanted = wanted_by(scene.outline.lows[subject[0]], verb)
        return referent(scene, voices, subject[0], wanted) if wanted else None
    if telling.stance is not Stance.WHO or telling.document is not None:
        return None
    voice = voice_of(scene, voices, subject)
    if not can_speak(scene, voice, subject):
        return None
    reason = f"{quoted(scene, *subject)} ist der Satzgegenstand"
    return msgspec.structs.replace(voice, because=reason, at=subject)


def can_speak(scene: Scene, voice: Voice, where: Range) -> bool:
    """A person of the article, a state, or a noun for a person or a body."""
    if voice.figure is not None or voice.is_state:
        return True
    outline = scene.outline
    head = head_of(outline, past_article(outline, *where), where[1])
    if head is None:
        return False
    noun = noun_of(outline.words[head])
    if noun is not None:
        return noun.sort in _SORTS and noun.head not in speaking("no-body")
    known = body_at(outline.words[head : where[1]], 0)
    return known is not None or metonym_of(outline.words[head]) is not None


def in_house(hearing: Hearing, quotation: Quotation) -> Voice | None:
    """Whose text or house the frame names: „hieß es aus dem Auswärtigen Amt“."""
    outline = hearing.scene.outline
    for first, last in (tokens_of(hearing.draft, span) for span in quotation.frame):
        for index in range(first, last):
            if outline.lows[index] not in speaking("house"):
                continue
            end = phrase_end(outline, index + 1, last, Width.WIDE)
            if end > index + 1:
                voice = _of_phrase(hearing, (index + 1, end))
                if voice is not None:
                    return voice
    return None


def _of_phrase(hearing: Hearing, where: Range) -> Voice | None:
    scene = hearing.scene
    telling = telling_of(scene.outline, *where)
    if telling.stance is not Stance.WHO or telling.owner is None:
        return None
    if telling.owner == where and telling.document is not None:
        return None
    voice = whose(scene, hearing.voices, where, telling)
    return voice if can_speak(scene, voice, telling.owner) else None


def in_text_before(hearing: Hearing, quotation: Quotation) -> Voice | None:
    """„Darin heißt es“: the text of the sentence before, and whose it is."""
    outline = hearing.scene.outline
    begins = [tokens_of(hearing.draft, span)[0] for span in quotation.frame]
    at = next((i for i in begins if outline.lows[i] in speaking("in-it")), None)
    if at is None:
        return None
    number = passage_at(outline, at)
    for place in range(number, max(-1, number - 2), -1):
        passage = outline.passages[place]
        text = _text_in(hearing.scene, (passage.first, min(passage.last, at)))
        if text is not None:
            return _author(hearing, (passage.first, min(passage.last, at)), text)
    return None


def _text_in(scene: Scene, where: Range) -> Range | None:
    """The last text that some words name, with what hangs on it."""
    outline = scene.outline
    for index in range(where[1] - 1, where[0] - 1, -1):
        if not outline.words[index][:1].isupper():
            continue
        noun = noun_of(outline.words[index])
        text = noun is not None and (
            noun.sort == "document" or noun.head in speaking("text")
        )
        if text:
            end = phrase_end(outline, index, where[1], Width.NARROW)
            return index, max(end, index + 1)
    return None


def _author(hearing: Hearing, sentence: Range, text: Range) -> Voice | None:
    """Whose text it is: of the genitive behind it, else of the sentence's subject."""
    scene = hearing.scene
    telling = telling_of(scene.outline, *text)
    owned = telling.owner is not None and telling.owner != text
    subject = None if owned else subject_of(scene.outline, *sentence)
    if owned:
        voice: Voice | None = whose(scene, hearing.voices, text, telling)
    else:
        voice = of_subject(hearing, subject) if subject is not None else None
    name = nominative(scene.outline, text[0], text[0] + 1)
    carrier = None if owned or subject is None else _carrier(scene, subject)
    if voice is None or carrier is not None:
        reason = f"„{name}“ ist der Text, der vorher genannt ist"
        links = () if carrier is None else (carrier,)
        return Voice(name=name, because=reason, links=links, at=text)
    link = Link(
        name=name,
        how="document",
        span=scene.draft.tokens.span(text[0], text[0] + 1),
    )
    linked = any(one.how == "document" for one in voice.links)
    return (
        voice if linked else msgspec.structs.replace(voice, links=(*voice.links, link))
    )


def _carrier(scene: Scene, subject: Range) -> Link | None:
    """A medium, which only passes on the text of another one."""
    at = medium_at(scene.outline, *subject)
    if at is None:
        return None
    return medium_link(scene, medium_around(scene.outline, at, subject))


def told_in_clause(hearing: Hearing, at: int) -> Voice | None:
    """„Das Amt legte einen Plan vor, | wonach …“: the subject before, of its text."""
    outline = hearing.scene.outline
    passage = outline.passages[passage_at(outline, at)]
    text = _text_in(hearing.scene, (passage.first, at))
    if text is None or at - text[1] > len(("vor", ",")):
        return None
    return _author(hearing, (passage.first, at), text)


def told_before(hearing: Hearing, at: int) -> Voice | None:
    """Of whom the sentence right before tells, in the same paragraph."""
    outline = hearing.scene.outline
    number = passage_at(outline, at)
    here = outline.passages[number]
    if number == 0 or outline.broken[here.first]:
        return None
    passage = outline.passages[number - 1]
    subject = subject_of(outline, passage.first, passage.last)
    return of_subject(hearing, subject) if subject is not None else None
