"""Whose mouth a spokesperson is: the body behind „Außenamtssprecher X“.

Takes a scene and a telling, returns the voice of the body, with the spokesperson as a
link; and the bodies in compounds such as „Polizeiangaben“.
"""

from collections.abc import Sequence
from functools import cache

import msgspec

from laut.model import Link
from laut.reading.anaphora import fuller, phrase_around
from laut.reading.frames import Range
from laut.reading.nominative import head_of, nominative, past_article
from laut.reading.nouns import Noun, noun_of, speaking
from laut.reading.outline import passage_at
from laut.reading.scene import Scene, Voice, quoted
from laut.reading.subjects import subject_of
from laut.reading.tables import rows
from laut.reading.telling import Telling
from laut.reading.whom import voice_of

NEARBY = 3
"""How many passages back the body of „eine Sprecherin“ may stand."""


@cache
def _mouths() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("mouths")}


@cache
def _alone() -> dict[str, str]:
    """What a body is called where nothing more is known of it."""
    return {row[1]: row[2] for row in rows("mouths") if row[2]}


def first_part(noun: Noun) -> str:
    """What stands before the noun of the table: „Polizei“ in „Polizeiangaben“."""
    part = noun.single[: len(noun.single) - len(noun.head)]
    return part.rstrip("-")


def body_in(noun: Noun) -> str | None:
    """The body in a compound; None where there is none, „-“ where it is nobody's."""
    whole = _mouths().get(noun.single.lower())
    if whole is not None:
        return whole
    part = first_part(noun)
    low = part.rpartition("-")[2].lower() or part.lower()
    for form in (low, low.removesuffix("s"), low.removesuffix("en")):
        if form in _mouths():
            return _mouths()[form]
    tied = noun.single[: -len(noun.head)].endswith("-")
    spoken = tied and (noun.sort == "spokes" or noun.head == "angabe")
    if spoken or _is_press(noun, part) or part.isupper():
        return part
    word = part.removesuffix("s")
    other = noun_of(word) if word else None
    return word if other is not None and other.sort == "body" else None


def _is_press(noun: Noun, part: str) -> bool:
    """„US-Medien|berichte“: whose press it is."""
    told = noun.head in {"bericht", "information"}
    return told and part.lower().endswith(("-medien", "-presse"))


def spoken_by(
    scene: Scene, voices: Sequence[Voice], telling: Telling, content: Range
) -> Voice | None:
    """The body that a spokesperson speaks for; None where it is not plain.

    Args:
        scene: the article.
        voices: who spoke before.
        telling: the parts of the speaker.
        content: what is said, which may be about the body.
    """
    body = _body(scene, voices, telling, content)
    if body is None or telling.spokes is None or not body.name:
        return None
    link = _link(scene, telling.spokes, body)
    known = next((one for one in body.links if one.how == "spokesperson"), None)
    return msgspec.structs.replace(
        body,
        mouth=_mouth(scene, telling),
        links=(known if known is not None and _is_bare(telling) else link,),
        at=telling.spokes,
    )


def _mouth(scene: Scene, telling: Telling) -> str:
    """The gender of the spokesperson."""
    noun = noun_of(scene.outline.words[telling.noun]) if telling.noun else None
    return noun.gender if noun is not None else ""


def _is_bare(telling: Telling) -> bool:
    """„der Sprecher“, with nothing that says more."""
    return (
        telling.owner is None
        and telling.spokes is not None
        and telling.spokes[1] - telling.spokes[0] == 1
    )


def _body(
    scene: Scene, voices: Sequence[Voice], telling: Telling, content: Range
) -> Voice | None:
    if telling.owner is not None:
        return voice_of(scene, voices, telling.owner)
    at = telling.noun
    noun = noun_of(scene.outline.words[at]) if at is not None else None
    if at is None or noun is None:
        return None
    part = body_in(noun)
    if first_part(noun):
        return None if part in {"-", None} else _by_part(scene, at, part or "")
    return (
        _speaking_before(scene, voices, at)
        or _body_in(scene, voices, content)
        or _body_before(scene, voices, at)
    )


def _body_in(scene: Scene, voices: Sequence[Voice], content: Range) -> Voice | None:
    """„Eine Sprecherin sagte, | das Ministerium | …“: what her words are about."""
    subject = subject_of(scene.outline, *content)
    if subject is None or noun_of_body(scene, subject) is None:
        return None
    return voice_of(scene, voices, subject)


def noun_of_body(scene: Scene, where: Range) -> Noun | None:
    """The noun of a phrase, where it is a body."""
    head = head_of(scene.outline, past_article(scene.outline, *where), where[1])
    noun = noun_of(scene.outline.words[head]) if head is not None else None
    return noun if noun is not None and noun.sort == "body" else None


def _by_part(scene: Scene, at: int, part: str) -> Voice:
    """„Ministeriumssprecher“: the ministry named before, else the part itself."""
    noun = noun_of(part)
    body = fuller(scene, at, noun) if noun is not None else None
    first = phrase_around(scene.outline, at)[0]
    opened = past_article(scene.outline, first, at + 1)
    adjective = nominative(scene.outline, opened, at) if opened < at else ""
    known = f"{adjective} {part}" if adjective else _alone().get(part, part)
    name = body.name if body is not None else known
    return Voice(
        name=name,
        because=f"{quoted(scene, at, at + 1)} spricht für „{name}“ (Tabelle mouths)",
        gender=noun.gender if noun is not None else "",
    )


def _speaking_before(scene: Scene, voices: Sequence[Voice], at: int) -> Voice | None:
    """The body whose spokesperson spoke before: „die Sprecherin“, with no name."""
    noun = noun_of(scene.outline.words[at])
    before = scene.outline.lows[at - 1] if at else ""
    if noun is None or before not in speaking("known-article"):
        return None
    for voice in reversed(voices):
        if any(link.how == "spokesperson" for link in voice.links):
            return msgspec.structs.replace(
                voice, because=f"„{noun.single}“ spricht weiter für „{voice.name}“"
            )
    return None


def _body_before(scene: Scene, voices: Sequence[Voice], at: int) -> Voice | None:
    """The body that spoke last, or is named last, right before."""
    for voice in reversed(voices[-1:]):
        near = scene.passages_between(voice.at[0], at) <= NEARBY
        if near and not voice.is_person and voice.gender in {"f", "n", "m"}:
            return voice
    for index in scene.bodies_before(at):
        if passage_at(scene.outline, at) - passage_at(scene.outline, index) > NEARBY:
            return None
        noun = noun_of(scene.outline.words[index])
        if noun is not None and not noun.plural and noun.sort != "medium":
            return voice_of(scene, voices, phrase_around(scene.outline, index))
    return None


def _link(scene: Scene, spokes: Range, body: Voice) -> Link:
    """The spokesperson by name, else by role."""
    voice = voice_of(scene, (), spokes)
    name = voice.name if voice.figure is not None else _name_behind(scene, spokes)
    return Link(
        name=name or nominative(scene.outline, *spokes) or body.name,
        how="spokesperson",
        span=scene.draft.tokens.span(*spokes),
    )


def _name_behind(scene: Scene, spokes: Range) -> str:
    """„Sprecher | Mark Toner“."""
    first = past_article(scene.outline, *spokes)
    noun = noun_of(scene.outline.words[first])
    rest = (first + 1, spokes[1])
    bare = noun is not None and noun.sort == "spokes" and rest[0] < rest[1]
    if bare and scene.outline.words[rest[0]][:1].isupper():
        return nominative(scene.outline, *rest)
    return ""
