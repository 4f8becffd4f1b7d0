"""Whom a pronoun means: the one who stands out before it, and agrees.

Takes a scene, the voices so far and the token of a pronoun; returns a voice, or None
where nobody agrees or two stand out alike. What makes somebody stand out is a table of
weights below: nearness, being a subject, having just spoken.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from laut.reading.nominative import head_of, is_plural, nominative, past_article
from laut.reading.nouns import noun_of, speaking
from laut.reading.outline import passage_at
from laut.reading.scene import Scene, Voice
from laut.reading.subjects import subject_of

NEAR = (3.0, 3.0, 1.5, 0.5)
"""How much somebody stands out who is named so many passages before."""

LEADS = 1.0
"""For a name that may be a subject."""

OPENS = 1.0
"""For a name in the subject of its sentence."""

SPOKE = 1.5
"""For somebody who has just spoken."""

IN_MARKS = -2.0
"""For a name inside quotation marks."""

NEW_LINE = -0.5
"""For a name in a paragraph before."""

UNSURE = -1.0
"""For a name whose gender is not plain."""

ROLE = -1.0
"""For somebody who has no name in the article."""

MARGIN = 0.75
"""By how much the first must stand out before the second."""

LAST_VOICES = 6
"""How many of the last voices may be meant."""


class Weighed(NamedTuple):
    """A candidate and how far it stands out."""

    weight: float
    voice: Voice


def referent(
    scene: Scene, voices: Sequence[Voice], at: int, wanted: str
) -> Voice | None:
    """Whom a pronoun at a token means.

    Args:
        scene: the article.
        voices: who spoke before, in the order of the text.
        at: the token of the pronoun.
        wanted: its gender: "m", "f", "n", or "p" for several.
    """
    best: dict[str, Weighed] = {}
    for weighed in _candidates(scene, voices, at, wanted):
        name = weighed.voice.name
        if name not in best or best[name].weight < weighed.weight:
            best[name] = weighed
    ranked = sorted(best.values(), key=lambda w: -w.weight)
    if not ranked or (len(ranked) > 1 and ranked[0].weight - ranked[1].weight < MARGIN):
        return None
    return ranked[0].voice


def _candidates(
    scene: Scene, voices: Sequence[Voice], at: int, wanted: str
) -> Iterator[Weighed]:
    if wanted in {"m", "f"}:
        yield from _named(scene, at, wanted)
    yield from _spoken(scene, voices, at, wanted)
    yield from _subjects(scene, at, wanted)


def _nearness(scene: Scene, first: int, at: int) -> float | None:
    """The weight of the distance; None where it is too far."""
    here, there = passage_at(scene.outline, at), passage_at(scene.outline, first)
    if not 0 <= here - there < len(NEAR):
        return None
    lines = sum(
        scene.outline.broken[scene.outline.passages[number].first]
        for number in range(there + 1, here + 1)
    )
    return NEAR[here - there] + NEW_LINE * lines


def _named(scene: Scene, at: int, wanted: str) -> Iterator[Weighed]:
    """The figures named before."""
    shown = scene.cast.appearances
    for place in range(bisect_left(shown, (at,)) - 1, -1, -1):
        seen = shown[place]
        weight = _nearness(scene, seen.first, at)
        if weight is None:
            return
        figure = scene.cast.figures[seen.figure]
        if figure.gender not in {"", wanted}:
            continue
        weight += LEADS * seen.leads + OPENS * _opens(scene, seen.first, seen.last)
        weight += UNSURE * (not figure.gender)
        weight += IN_MARKS * (scene.outline.pair_at[seen.first] >= 0)
        yield Weighed(
            weight,
            Voice(
                name=figure.name,
                because="",
                gender=wanted,
                figure=seen.figure,
                is_person=True,
                at=(seen.first, seen.last),
            ),
        )


def _opens(scene: Scene, first: int, last: int) -> bool:
    """Whether a name stands in the subject of its sentence."""
    passage = scene.outline.passages[passage_at(scene.outline, first)]
    subject = subject_of(scene.outline, passage.first, passage.last)
    return subject is not None and subject[0] <= first and last <= subject[1]


def _spoken(
    scene: Scene, voices: Sequence[Voice], at: int, wanted: str
) -> Iterator[Weighed]:
    """Those who spoke before."""
    for voice in reversed(voices[-LAST_VOICES:]):
        weight = _nearness(scene, voice.at[0], at)
        if not voice.name or weight is None or voice.at[0] >= at:
            continue
        agrees = wanted in {voice.gender, voice.mouth}
        if agrees or (not voice.gender and voice.is_person):
            unsure = UNSURE * (not agrees)
            yield Weighed(weight + LEADS + SPOKE + unsure, voice)


def _subjects(scene: Scene, at: int, wanted: str) -> Iterator[Weighed]:
    """The subjects of the sentences before that have no name in the cast."""
    outline = scene.outline
    here = passage_at(outline, at)
    for number in range(here, max(-1, here - len(NEAR)), -1):
        passage = outline.passages[number]
        subject = subject_of(outline, passage.first, min(at, passage.last))
        if subject is None or subject[1] > at:
            continue
        voice = _as_voice(scene, subject[0], subject[1])
        weight = _nearness(scene, subject[0], at)
        if voice is not None and weight is not None and voice.gender == wanted:
            yield Weighed(weight + LEADS + OPENS + ROLE * voice.is_person, voice)


def _as_voice(scene: Scene, first: int, last: int) -> Voice | None:
    """A subject as who may be meant: a body, several people, somebody by a role."""
    outline = scene.outline
    head = head_of(outline, past_article(outline, first, last), last)
    noun = noun_of(outline.words[head]) if head is not None else None
    if head is None or noun is None or noun.sort in {"saying", "document"}:
        return None
    several = is_plural(outline, head, noun)
    person = noun.is_person and not several
    if person and any(word in scene.cast.by_word for word in outline.words[head:last]):
        return None
    return Voice(
        name=nominative(outline, first, last),
        because="",
        gender="p" if several else noun.gender,
        is_person=person,
        at=(first, last),
    )


def wanted_by(low: str, verb: str) -> str:
    """The gender a pronoun asks for; „sie“ with a plural verb asks for several."""
    if low in speaking("man-pronoun"):
        return "m"
    if low in speaking("woman-pronoun"):
        return "p" if verb.endswith("n") else "f"
    return ""
