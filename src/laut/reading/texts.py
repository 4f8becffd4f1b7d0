"""Whose words a text or a word of saying gives: „eine Mitteilung des Amtes“.

Takes a scene and a telling, returns the voice of the owner; a text that one could hold
in hand is a link beside it, a mere saying („Angaben“) is none.
"""

import msgspec

from laut.model import Link
from laut.reading.frames import Range
from laut.reading.mouths import body_in
from laut.reading.nominative import bent, nominative, past_article
from laut.reading.nouns import noun_of
from laut.reading.scene import Scene, Voice, quoted
from laut.reading.telling import Telling, telling_of
from laut.reading.whom import voice_of


def whose(scene: Scene, voices: list[Voice], where: Range, telling: Telling) -> Voice:
    """Whose words a phrase tells; the text that gives them is a link."""
    if telling.owner is None or telling.noun is None or telling.owner == where:
        voice = voice_of(scene, voices, telling.owner or where)
        return _compound(scene, telling) or _author(scene, voice, telling)
    voice = voice_of(scene, voices, telling.owner)
    return with_document(scene, voice, telling)


def _author(scene: Scene, voice: Voice, telling: Telling) -> Voice:
    """„die Autoren | der Studie“: the text is a link too."""
    outline = scene.outline
    if telling.owner is None or voice.figure is not None:
        return voice
    first = past_article(outline, *telling.owner)
    noun = noun_of(outline.words[first])
    if noun is None or noun.head not in {"autor", "autorin"}:
        return voice
    inner = telling_of(outline, first + 1, telling.owner[1])
    return with_document(scene, voice, inner)


def with_document(scene: Scene, voice: Voice, telling: Telling) -> Voice:
    """A voice with the text that gives its words as a link."""
    if telling.document is None or not voice.name:
        return voice
    link = Link(
        name=nominative(scene.outline, *telling.document),
        how="document",
        span=scene.draft.tokens.span(*telling.document),
    )
    return msgspec.structs.replace(voice, links=(*voice.links, link))


def _compound(scene: Scene, telling: Telling) -> Voice | None:
    """„Polizeiangaben“, „israelische Militärangaben“: the body in the compound."""
    if telling.noun is None or telling.owner is None:
        return None
    outline = scene.outline
    noun = noun_of(outline.words[telling.noun])
    body = body_in(noun) if noun is not None and noun.sort == "saying" else None
    if body is None or body == "-":
        return None
    other = noun_of(body)
    adjective = nominative(outline, telling.owner[0], telling.noun)
    before = (
        adjective if telling.owner[0] < telling.noun and adjective.islower() else ""
    )
    name = f"{bent(before, other.gender)} {body}".strip() if before and other else body
    return Voice(
        name=name,
        because=f"{quoted(scene, *telling.owner)} sind die von „{name}“",
        gender=other.gender if other is not None else "",
        at=telling.owner,
    )
