"""The words of a sentence that may tell events, by the tables.

Takes a scene, returns a `Sign` for each verb or noun of the tables that stands in it
with all that it needs: particle, reflexive, words beside it. Whether it tells an event
of public actors is decided elsewhere.
"""

from collections.abc import Iterator
from typing import NamedTuple

from laut.reading.chunks import Words
from laut.reading.eventwords import EventVerb, Row, noun_of, stands, verbs_of
from laut.reading.scenes import Scene, clause_at
from laut.reading.words import words_of

_REFLEXIVE = frozenset({"sich", "mich", "uns", "dich", "euch"})
_PARTICLES = frozenset({"gefangen", "heim", "mobil", "gut", "nieder", "bereit"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBAL = frozenset({"VERB", "AUX", "ADJ"})


class Sign(NamedTuple):
    """A word that may tell an event.

    Attributes:
        token: the word that its roles and its status hang on.
        verb: what it is a form of; None for a noun.
        part: the first part of a compound noun.
        trigger: the word that tells it: the noun of „Klage einreichen“.
    """

    token: int
    lemma: str
    row: Row
    verb: EventVerb | None
    part: str = ""
    trigger: int = -1


def signs_in(scene: Scene) -> Iterator[Sign]:
    """The words of a scene that may tell events, in order."""
    found = list(_each(scene))
    light = {sign.trigger for sign in found if sign.trigger != sign.token}
    for sign in found:
        if sign.verb is not None or sign.token not in light:
            yield sign


def _each(scene: Scene) -> Iterator[Sign]:
    text = scene.text
    for token in range(scene.first, scene.last):
        pos = text.pos[token]
        if pos == "NOUN" or (pos == "PROPN" and not text.inside[token]):
            yield from _noun(scene, token)
        elif pos in _VERBAL and clause_at(scene, token) >= 0:
            yield from _verb(scene, token)


def may_tell_any(text: Words, first: int, last: int) -> bool:
    """Whether a sentence may tell an event at all: asked before a scene is made."""
    joined = ""
    for index in range(first, last):
        low, pos = text.lows[index], text.pos[index]
        if pos in _NOUNS:
            found = noun_of(low)
            if found is not None and found.row.type is not None:
                return True
        elif pos in _VERBAL and (known := verbs_of(low)):
            joined = joined or " ".join(text.lows[first:last])
            if any(_may_have(verb.beside, joined) for verb in known):
                return True
    return False


def _may_have(beside: tuple[str, ...], joined: str) -> bool:
    return all(word == "sich" or word in joined for word in beside)


def _noun(scene: Scene, token: int) -> Iterator[Sign]:
    found = noun_of(scene.text.lows[token])
    if found is not None and found.row.type is not None:
        yield Sign(token, found.lemma, found.row, None, found.part, token)


def _verb(scene: Scene, token: int) -> Iterator[Sign]:
    known = verbs_of(scene.text.lows[token])
    if not known or _is_adjective(scene, token) or _is_attribute(scene, token):
        return
    clause = scene.clauses[clause_at(scene, token)]
    lows = [scene.text.lows[i] for i in clause.tokens]
    joined = " ".join(lows)
    finite = scene.text.finite[token]
    apart = particle_of(scene, token) if finite else ""
    for verb in sorted(known, key=lambda one: one.participle is finite):
        alike = verb.particle == apart if finite else not verb.particle
        if alike and _has_all(verb.beside, lows, joined):
            if verb.row.type is not None:
                trigger = _content_of(scene, clause.tokens, verb, token)
                yield Sign(token, verb.lemma, verb.row, verb, trigger=trigger)
            return


def _content_of(
    scene: Scene, tokens: tuple[int, ...], verb: EventVerb, token: int
) -> int:
    """The noun that a light verb goes with, named first in the table; else the verb."""
    first = verb.lemma.partition("+")[0]
    if not first[:1].isupper() or first == verb.lemma:
        return token
    low = first.lower()
    return next((i for i in tokens if stands(low, scene.text.lows[i])), token)


def _is_adjective(scene: Scene, token: int) -> bool:
    """„die getötete Frau“, „ein besetztes Haus“: an adjective before a noun."""
    after = scene.text.pos[token + 1 : token + 2]
    low = scene.text.lows[token]
    return scene.text.pos[token] == "ADJ" and (
        list(after) in (["NOUN"], ["PROPN"], ["ADJ"]) or not low.endswith(("t", "en"))
    )


def _is_attribute(scene: Scene, token: int) -> bool:
    """„die von Moskau unterstützte Regierung“: article, preposition, verb, noun."""
    text = scene.text
    if text.pos[token + 1 : token + 2] != ["NOUN"]:
        return False
    before = next((c for c in reversed(scene.chunks) if c.last == token), None)
    if before is None or not before.prep:
        return False
    prep = before.first - 1
    return prep > scene.first and text.pos[prep - 1] == "DET"


def particle_of(scene: Scene, token: int) -> str:
    """The particle that ends the clause of a finite verb: „wies … aus“."""
    clause = scene.clauses[clause_at(scene, token)]
    for place, index in reversed([*enumerate(clause.tokens)]):
        low = scene.text.lows[index]
        known = low in words_of("separable-prefix") or low in _PARTICLES
        if index <= token or not known:
            continue
        after = clause.tokens[place + 1 : place + 2]
        if not after or after[0] != index + 1 or _ends_here(scene, after[0]):
            return low
    return ""


def _ends_here(scene: Scene, after: int) -> bool:
    """Whether what follows a particle shows that it is no preposition."""
    return scene.text.pos[after] in {"CCONJ", "VERB", "AUX", "ADP", "SCONJ"}


def _has_all(beside: tuple[str, ...], lows: list[str], joined: str) -> bool:
    """Whether all words stand in a clause; given whole too, which is soon looked at."""
    return _may_have(beside, joined) and all(_beside(word, lows) for word in beside)


def _beside(word: str, lows: list[str]) -> bool:
    if word == "sich":
        return any(low in _REFLEXIVE for low in lows)
    return any(stands(word, low) for low in lows)
