"""Who and what the text names: people, bodies, and seats of governments.

The same person under several names is one entity, by the longest name; a bare noun
(„das Ministerium“) is the body that it takes up; a capital is the state it stands for.
Names that only the model finds stand for themselves.
"""

from collections.abc import Iterator

import msgspec

from laut.model import Mention
from laut.reading.anaphora import phrase_around, taken_up
from laut.reading.draft import Draft
from laut.reading.entities import entity_of
from laut.reading.frames import Range
from laut.reading.metonyms import metonym_of
from laut.reading.nominative import nominative
from laut.reading.nouns import Noun, noun_of, speaking
from laut.reading.scene import Scene, scene_of
from laut.reading.words import words_of
from laut.spans import cover
from laut.terms import MentionLabel


def mentions(draft: Draft) -> Draft:
    """Add the names that the text gives, in its order."""
    scene = scene_of(draft)
    found = [*_people(scene), *_bodies(scene), *_seats(scene)]
    taken = {place for one in found for place in range(*one.span)}
    found += [
        msgspec.structs.replace(one, entity=entity_of(cover(text, [one.span])))
        for text in (draft.article.text,)
        for one in draft.mentions
        if taken.isdisjoint(range(*one.span))
    ]
    return msgspec.structs.replace(
        draft, mentions=tuple(sorted(found, key=lambda m: m.span))
    )


def _mention(scene: Scene, where: Range, label: MentionLabel, name: str) -> Mention:
    span = scene.draft.tokens.span(*where)
    return Mention(span=span, label=label, entity=entity_of(name))


def _people(scene: Scene) -> Iterator[Mention]:
    for seen in scene.cast.appearances:
        name = scene.cast.figures[seen.figure].name
        yield _mention(scene, (seen.first, seen.last), "PER", name)


def _seats(scene: Scene) -> Iterator[Mention]:
    for index, word in enumerate(scene.outline.words):
        state = metonym_of(word)
        if state is None or "egierung" in state:
            continue
        if word not in scene.cast.by_word:
            yield _mention(scene, (index, index + 1), "LOC", state)


def _bodies(scene: Scene) -> Iterator[Mention]:
    """The bodies by name; a bare noun by the name it takes up, if there is one."""
    names: dict[str, str] = {}
    for index in scene.bodies:
        noun = noun_of(scene.outline.words[index])
        if noun is None or noun.plural or noun.head in speaking("no-body"):
            continue
        where = phrase_around(scene.outline, index)
        first = _past_article(scene, where, index)
        if noun.is_bare and (first, where[1]) == (index, index + 1):
            seated = scene.outline.lows[where[1] : where[1] + 1] == ["in"]
            name = "" if seated else _taken_up(names, noun)
        else:
            name = nominative(scene.outline, *where)
            names.pop(noun.head, None)
            names[noun.head] = name
        if name:
            yield _mention(scene, (first, where[1]), "ORG", name)


def _past_article(scene: Scene, where: Range, index: int) -> int:
    """The first word of a phrase that is no article."""
    opens = scene.outline.lows[where[0]] in words_of("name-opening")
    return min(where[0] + 1, index) if opens else where[0]


def _taken_up(names: dict[str, str], noun: Noun) -> str:
    """The body named last that a bare noun may take up; "" where there is none."""
    heads = taken_up(noun.head)
    return next((names[head] for head in reversed(names) if head in heads), "")
