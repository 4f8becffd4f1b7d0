"""The voice of a quotation whose speaker stands in the text, by how it is named.

Takes what was heard so far and a quotation, returns a voice: a pronoun looks for whom
it means, „eigenen Angaben“ for the subject, „demnach“ for who spoke last, a
spokesperson for the body; all other words name somebody themselves.
"""

import msgspec

from laut.model import Quotation
from laut.reading.anaphora import fuller
from laut.reading.frames import Range
from laut.reading.hearing import NOBODY, Hearing
from laut.reading.links import chain_words, known_medium, medium_link
from laut.reading.media import medium_around, medium_at
from laut.reading.mouths import spoken_by
from laut.reading.nominative import nominative
from laut.reading.nouns import noun_of, speaking
from laut.reading.offices import figure_voice
from laut.reading.outline import passage_at
from laut.reading.pronouns import referent, wanted_by
from laut.reading.quoted import quoted_person, with_name_behind, without_listener
from laut.reading.scene import Scene, Voice, quoted
from laut.reading.spoken import tokens_of
from laut.reading.subjects import subject_of
from laut.reading.telling import Stance, Telling, telling_of
from laut.reading.texts import whose, with_document
from laut.reading.whom import voice_of
from laut.reading.words import words_of
from laut.spans import cover

REACH = 2
"""How many passages back the voice may stand that „demnach“ takes up."""

TEXT_REACH = 4
"""How many passages back the one spoke whose text „in der Erklärung“ means."""


def named_voice(hearing: Hearing, quotation: Quotation) -> Voice:
    """Whom the words of the speaker of a quotation name."""
    scene, voices = hearing.scene, hearing.voices
    where = tokens_of(hearing.draft, quotation.speaker[0])
    if where[0] >= where[1]:
        return NOBODY
    if where[1] - where[0] == 1 and scene.outline.lows[where[0]] in _no_speaker():
        return in_frame(hearing, quotation) or voice_of(scene, voices, where)
    other = quoted_person(scene, quotation, where)
    if other is not None:
        return _carried(scene, voices, where, other)
    where = without_listener(scene, with_name_behind(scene, where))
    telling = telling_of(scene.outline, *where)
    voice = _by_stance(hearing, quotation, where, telling)
    if voice.figure is not None and not voice.links:
        voice = hearing.mouths.get(voice.figure, voice)
    return msgspec.structs.replace(voice, at=where)


def _no_speaker() -> frozenset[str]:
    return speaking("no-speaker") | words_of("time-word")


def _carried(scene: Scene, voices: list[Voice], medium: Range, person: Range) -> Voice:
    """Somebody whose words a medium gives: the medium is a link."""
    voice = voice_of(scene, voices, person)
    word = medium_at(scene.outline, *medium)
    around = medium_around(scene.outline, word or medium[0], medium)
    link = known_medium(scene, around)
    return msgspec.structs.replace(voice, links=(link, *voice.links), at=person)


def _by_stance(
    hearing: Hearing, quotation: Quotation, where: Range, telling: Telling
) -> Voice:
    match telling.stance:
        case Stance.PRONOUN:
            voice = _pronoun(hearing, quotation, where)
        case Stance.THAT:
            voice = _taken_up(hearing, where, REACH)
        case Stance.OWN:
            voice = _own(hearing, where, telling)
        case Stance.POSSESSIVE:
            voice = _possessive(hearing, where, telling)
        case Stance.NOBODY:
            voice = NOBODY
        case Stance.WHO:
            voice = _who(hearing, quotation, where, telling)
    return voice


def _who(
    hearing: Hearing, quotation: Quotation, where: Range, telling: Telling
) -> Voice:
    if telling.spokes is not None:
        return _by_mouth(hearing, quotation, where, telling)
    if telling.document is not None and telling.owner == where:
        return _by_document(hearing, quotation, where, telling)
    return whose(hearing.scene, hearing.voices, where, telling)


def _by_mouth(
    hearing: Hearing, quotation: Quotation, where: Range, telling: Telling
) -> Voice:
    """The body that a spokesperson speaks for; the person where there is none."""
    scene, voices = hearing.scene, hearing.voices
    content = tokens_of(hearing.draft, quotation.content[0])
    voice = spoken_by(scene, voices, telling, content)
    person = voice_of(scene, voices, telling.spokes or where)
    if voice is None:
        return person if person.figure is not None else voice_of(scene, voices, where)
    if person.figure is not None:
        hearing.mouths[person.figure] = voice
    return voice


def _by_document(
    hearing: Hearing, quotation: Quotation, where: Range, telling: Telling
) -> Voice:
    """„einer Mitteilung zufolge“, „laut dem Urteil“: a text whose source is plain."""
    scene, at = hearing.scene, telling.noun
    noun = noun_of(scene.outline.words[at]) if at is not None else None
    voice = NOBODY
    if noun is not None and noun.head in chain_words("court-text"):
        voice = _of_court(scene, where, telling)
    elif noun is not None and noun.head in chain_words("own-text"):
        told = _is_told(hearing, quotation)
        voice = (_of_last if told else _own)(hearing, where, telling)
    return voice if voice.links else voice_of(scene, hearing.voices, where)


def _of_court(scene: Scene, where: Range, telling: Telling) -> Voice:
    """„laut dem Urteil“: the court that was named."""
    court = noun_of("Gericht")
    if court is None or telling.noun is None:
        return NOBODY
    body = fuller(scene, telling.noun, court)
    if body is None:
        return NOBODY
    reason = f"{quoted(scene, *where)} ist ein Text von „{body.name}“"
    voice = Voice(name=body.name, because=reason, gender="n")
    return with_document(scene, voice, telling)


def _of_last(hearing: Hearing, where: Range, telling: Telling) -> Voice:
    """„…, hieß es in der Erklärung“: the text of the one who has just spoken."""
    noun = where[0] if telling.noun is None else telling.noun
    last = _taken_up(hearing, (noun, where[1]), TEXT_REACH)
    return with_document(hearing.scene, last, telling)


def _is_told(hearing: Hearing, quotation: Quotation) -> bool:
    """„…, hieß es in der Erklärung“: what stands before it is said, by whom is open."""
    cue = cover(hearing.draft.article.text, quotation.cue).lower()
    return any(word.startswith(("hieß", "heißt")) for word in cue.split())


def _pronoun(hearing: Hearing, quotation: Quotation, where: Range) -> Voice:
    """Whom a pronoun means; the pronoun itself where that is open."""
    scene = hearing.scene
    low = scene.outline.lows[where[0]]
    verb = cover(hearing.draft.article.text, quotation.cue[:1]).split()
    wanted = wanted_by(low, verb[0] if verb else "")
    if low in speaking("relative-pronoun") and scene.outline.words[where[0] - 1] == ",":
        found = _related(scene, hearing.voices, where[0])
    else:
        found = referent(scene, hearing.voices, where[0], wanted) if wanted else None
    if not found:
        name = scene.outline.words[where[0]]
        return Voice(name=name, because=f"wen „{name}“ meint, bleibt offen", at=where)
    said = scene.outline.words[where[0]]
    return msgspec.structs.replace(
        found,
        because=f"„{said}“ nimmt „{found.name}“ auf",
        gender=wanted or found.gender,
    )


def _related(scene: Scene, voices: list[Voice], at: int) -> Voice | None:
    """„John Edwards dagegen, | der …“: the subject of the clause before."""
    passage = scene.outline.passages[passage_at(scene.outline, at)]
    seen = scene.cast.last_before(at)
    if seen is None or seen.first < passage.first:
        return None
    return voice_of(scene, voices, (seen.first, seen.last))


def _taken_up(hearing: Hearing, where: Range, reach: int) -> Voice:
    """Whom „demnach“ takes up: the voice named last, if that is close by."""
    scene = hearing.scene
    said = scene.outline.words[where[0]]
    if said.lower() == "wonach" or not hearing.voices:
        return NOBODY
    last = hearing.voices[-1]
    if scene.passages_between(last.at[0], where[0]) > reach or not last.name:
        return NOBODY
    return msgspec.structs.replace(
        last, because=f"„{said}“ nimmt auf, was „{last.name}“ sagt"
    )


def _own(hearing: Hearing, where: Range, telling: Telling) -> Voice:
    """„nach eigenen Angaben“: the subject of the sentence."""
    scene = hearing.scene
    outline = scene.outline
    passage = outline.passages[passage_at(outline, where[0])]
    clause = next(
        (c for c in passage.clauses if c.first <= where[0] < c.last), passage.clauses[0]
    )
    for first, last in ((clause.first, clause.last), (passage.first, passage.last)):
        subject = subject_of(outline, first, last)
        if subject is None or subject[0] <= where[0] < subject[1]:
            continue
        voice = _subject_voice(hearing, subject)
        if voice is not None:
            return with_document(scene, voice, telling)
    return Voice(name=nominative(outline, *where), because="wessen Angaben, ist offen")


def _subject_voice(hearing: Hearing, subject: Range) -> Voice | None:
    scene = hearing.scene
    telling = telling_of(scene.outline, *subject)
    if telling.stance is Stance.PRONOUN:
        low = scene.outline.lows[subject[0]]
        wanted = wanted_by(low, "")
        return referent(scene, hearing.voices, subject[0], wanted) if wanted else None
    if telling.stance is not Stance.WHO:
        return None
    voice = voice_of(scene, hearing.voices, subject)
    reason = f"eigene Angaben von {quoted(scene, *subject)}"
    return msgspec.structs.replace(voice, because=reason)


def _possessive(hearing: Hearing, where: Range, telling: Telling) -> Voice:
    """„seiner Ansicht nach“, „ihren Angaben zufolge“."""
    scene = hearing.scene
    lows = scene.outline.lows[where[0] : where[1]]
    wanted = "m" if any(low in speaking("his") for low in lows) else "f"
    found = referent(scene, hearing.voices, where[0], wanted)
    if found is None:
        words = nominative(scene.outline, *where)
        return Voice(name=words, because=f"wessen „{words}“, bleibt offen", at=where)
    voice = msgspec.structs.replace(
        found, because=f"{quoted(scene, *where)} nimmt „{found.name}“ auf"
    )
    return with_document(scene, voice, telling)


def _medium_in(scene: Scene, ranges: list[Range]) -> Voice | None:
    """„wie unter anderem der Sender Nordfunk berichtete“: the medium itself."""
    outline = scene.outline
    for first, last in ranges:
        at = medium_at(outline, first, last)
        if at is None or at == first:
            continue
        around = medium_around(outline, at, (first, last))
        told = any(low in chain_words("told") for low in outline.lows[around[1] : last])
        if told and outline.lows[around[0] - 1] in {"der", "die", "das"}:
            name = medium_link(scene, around).name
            reason = f"{quoted(scene, *around)} berichtet es"
            return Voice(name=name, because=reason, at=around)
    return None


def in_frame(hearing: Hearing, quotation: Quotation) -> Voice | None:
    """The one person whom a frame without a speaker names."""
    scene = hearing.scene
    ranges = [tokens_of(hearing.draft, span) for span in quotation.frame]
    seen = [
        appearance
        for a, b in ranges
        for appearance in scene.cast.shown_in(a, b)
        if appearance.leads
    ]
    if not seen:
        return _medium_in(scene, ranges)
    if len({appearance.figure for appearance in seen}) != 1:
        return None
    return figure_voice(scene, seen[0].figure, (seen[0].first, seen[0].last))
