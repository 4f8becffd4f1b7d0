"""The voice of a quotation whose speaker stands in the text, by how it is named.

Takes what was heard so far and a quotation, returns a voice: a pronoun looks for whom
it means, „eigenen Angaben“ for the subject, „demnach“ for who spoke last, a
spokesperson for the body; all other words name somebody themselves.
"""

import msgspec

from laut.model import Quotation
from laut.reading.anaphora import fuller
from laut.reading.behind import asked_by, carried_in, contradicted, is_patient
from laut.reading.frames import Range
from laut.reading.hearing import NOBODY, Hearing
from laut.reading.links import chain_words, known_medium, medium_link, tells_first
from laut.reading.media import medium_around, medium_at
from laut.reading.mouths import spoken_by
from laut.reading.nominative import head_of, nominative
from laut.reading.nouns import Noun, noun_of, speaking
from laut.reading.offices import figure_voice
from laut.reading.outline import passage_at
from laut.reading.pronouns import referent, wanted_by
from laut.reading.quoted import (
    quoted_person,
    with_name_behind,
    without_listener,
    without_object,
)
from laut.reading.scene import Scene, Voice, quoted
from laut.reading.spoken import tokens_of
from laut.reading.subjects import subject_of
from laut.reading.telling import Stance, Telling, telling_of
from laut.reading.texts import whose, with_document
from laut.reading.untold import in_clause, in_house, told_before, told_in_clause
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
    voice = _not_who_speaks(hearing, quotation, where)
    if voice is not None:
        return voice
    where = with_name_behind(scene, where)
    voice = _of_another(hearing, quotation, where)
    if voice is not None:
        return voice
    where = without_object(hearing.draft, without_listener(scene, where))
    known = carried_in(scene, quotation, where)
    if known is not None:
        return _carried(scene, voices, where, known)
    voice = _by_stance(hearing, quotation, where, telling_of(scene.outline, *where))
    if voice.figure is not None and not voice.links:
        voice = hearing.mouths.get(voice.figure, voice)
    return msgspec.structs.replace(voice, at=where)


def _not_who_speaks(
    hearing: Hearing, quotation: Quotation, where: Range
) -> Voice | None:
    """The voice, where the words for the speaker do not name who speaks."""
    scene, voices = hearing.scene, hearing.voices
    if where[1] - where[0] == 1 and scene.outline.lows[where[0]] in _no_speaker():
        return _instead(hearing, quotation, where)
    if not quotation.frame and voices and _only_told(scene, where):
        reason = f"„{voices[-1].name}“ spricht weiter"
        return msgspec.structs.replace(voices[-1], because=reason)
    if not _is_beside(scene, where):
        return None
    meant = _instead(hearing, quotation, where)
    return meant if meant.name else None


def _of_another(hearing: Hearing, quotation: Quotation, where: Range) -> Voice | None:
    """The voice, where the one named answers, passes on or is spoken to."""
    scene, voices, draft = hearing.scene, hearing.voices, hearing.draft
    other = quoted_person(scene, quotation, where)
    if other is not None:
        return _carried(scene, voices, where, other)
    if is_patient(draft, quotation, where):
        return in_house(hearing, quotation) or NOBODY
    claimed = contradicted(draft, quotation) or asked_by(draft, quotation)
    return None if claimed is None else voice_of(scene, voices, claimed)


def _no_speaker() -> frozenset[str]:
    return speaking("no-speaker") | words_of("time-word")


def _only_told(scene: Scene, where: Range) -> bool:
    """Whether a speaker is but the medium that told first what others say."""
    outline = scene.outline
    passage = outline.passages[passage_at(outline, where[0])]
    return tells_first(outline, passage) and medium_at(outline, *where) is not None


def _is_beside(scene: Scene, where: Range) -> bool:
    """„wegen der Nachricht aus Oslo“: words that say why or where, not who."""
    outline = scene.outline
    first = where[0]
    low = outline.lows[first]
    lead = outline.lows[first - 1] if first else ""
    if low in speaking("beside") and where[1] - first > 1:
        lead, first = low, first + 1
    elif first > 1 and lead in words_of("definite-article") | words_of("name-opening"):
        lead = outline.lows[first - 2]
    if lead not in speaking("beside"):
        return False
    head = head_of(outline, first, where[1])
    return head is None or noun_of(outline.words[head]) is None


def _instead(hearing: Hearing, quotation: Quotation, where: Range) -> Voice:
    """Who speaks where words that say when, where or why were taken for the speaker."""
    if hearing.scene.outline.lows[where[0]] == "danach":
        return in_frame(hearing, quotation) or _taken_up(hearing, where, REACH)
    return (
        in_frame(hearing, quotation)
        or in_clause(hearing, quotation)
        or told_before(hearing, tokens_of(hearing.draft, quotation.content[0])[0])
        or NOBODY
    )


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
            voice = _told_again(hearing, quotation, where, telling)
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
    again = _by_known_text(hearing, where)
    if again is not None:
        return again
    if telling.document is not None and telling.owner == where:
        return _by_document(hearing, quotation, where, telling)
    return whose(hearing.scene, hearing.voices, where, telling)


def _by_known_text(hearing: Hearing, where: Range) -> Voice | None:
    """„im Entwurf des Papiers“, once somebody has spoken by this paper."""
    outline = hearing.scene.outline
    nouns = map(noun_of, outline.words[where[0] : where[1]])
    texts = {noun.single for noun in nouns if noun and noun.sort == "document"}
    if not texts:
        return None
    for voice in reversed(hearing.voices):
        for link in voice.links:
            if link.how == "document" and link.name.split()[-1] in texts:
                reason = f"{quoted(hearing.scene, *where)} nimmt „{link.name}“ auf"
                return msgspec.structs.replace(voice, because=reason)
    return None


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
    outline = hearing.scene.outline
    noun = noun_of(outline.words[telling.noun or where[0]])
    voice: Voice | None = None
    if noun is not None and telling.noun is not None:
        if noun.head in chain_words("court-text"):
            voice = _of_court(hearing, where, telling)
        elif noun.head in chain_words("own-text") and _is_told(hearing, quotation):
            voice = _of_last(hearing, where, telling)
        elif noun.head in chain_words("own-text") | chain_words("drafted"):
            voice = _drafted_by(hearing, where, telling, noun)
    return voice or voice_of(hearing.scene, hearing.voices, where)


def _of_court(hearing: Hearing, where: Range, telling: Telling) -> Voice | None:
    """„laut dem Urteil“: the court that was named."""
    scene, court = hearing.scene, noun_of("Gericht")
    body = fuller(scene, telling.noun or 0, court) if court is not None else None
    if body is None:
        return None
    voice = Voice(
        name=body.name,
        because=f"{quoted(scene, *where)} ist ein Text von „{body.name}“",
        gender="n",
    )
    return with_document(scene, voice, telling)


def _of_last(hearing: Hearing, where: Range, telling: Telling) -> Voice | None:
    """„…, hieß es in der Erklärung“: the text of the one who has just spoken."""
    noun = where[0] if telling.noun is None else telling.noun
    last = _taken_up(hearing, (noun, where[1]), TEXT_REACH)
    told = with_document(hearing.scene, last, telling)
    return told if told.links else None


def _is_told(hearing: Hearing, quotation: Quotation) -> bool:
    """„…, hieß es in der Erklärung“: what stands before it is said, by whom is open."""
    cue = cover(hearing.draft.article.text, quotation.cue).lower()
    return any(word.startswith(("hieß", "heißt")) for word in cue.split())


def _drafted_by(
    hearing: Hearing, where: Range, telling: Telling, noun: Noun
) -> Voice | None:
    """Of whom the sentence is, or of whom the sentence before tells."""
    own = _own(hearing, where, telling)
    if own.links:
        return own
    drafted = noun.head in chain_words("drafted")
    before = told_before(hearing, where[0]) if drafted else None
    return None if before is None else with_document(hearing.scene, before, telling)


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


def _told_again(
    hearing: Hearing, quotation: Quotation, where: Range, telling: Telling
) -> Voice:
    """„in dem Bericht“: of whoever spoke before the quotation, else the words."""
    begin = tokens_of(hearing.draft, quotation.content[0])[0]
    last = hearing.voices[-1] if hearing.voices else NOBODY
    inside = begin <= last.at[0] < where[0]
    voice = NOBODY if telling.noun and inside else _taken_up(hearing, where, REACH)
    if telling.noun is None or voice.name:
        return voice
    return voice_of(hearing.scene, hearing.voices, where)


def _taken_up(hearing: Hearing, where: Range, reach: int) -> Voice:
    """Whom „demnach“ takes up: the voice named last, if that is close by."""
    scene = hearing.scene
    said = scene.outline.words[where[0]]
    if said.lower() == "wonach":
        return told_in_clause(hearing, where[0]) or NOBODY
    last = hearing.voices[-1] if hearing.voices else NOBODY
    far = scene.passages_between(last.at[0], where[0]) > reach
    if far or not last.name:
        return told_before(hearing, where[0]) or NOBODY
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
    shown = scene.outline.lows[where[0] - 1] if where[0] else ""
    return voice if shown == "mit" else with_document(scene, voice, telling)


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
