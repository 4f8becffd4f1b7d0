"""Whether an event has happened, from tense, modal verbs, negation and what governs it.

Takes a scene and the token of an event, returns one of the statuses, by the table
`event-status`. The quotation around it is for others. Linear in the sentence.
"""

from functools import cache
from itertools import pairwise

from laut.reading.conjugation import forms_of
from laut.reading.eventclauses import INFINITIVE
from laut.reading.eventwords import noun_of
from laut.reading.scenes import Scene, chunk_at, clause_at, lows_in
from laut.reading.tables import rows
from laut.terms import EventStatus, EventType

_SHALL = frozenset({"soll", "sollen", "solle"})
_PERFECT = frozenset({"haben", "worden"})
_FUTURE = frozenset({"wird", "werden", "werde"})
_GIVEN = frozenset(
    {"nach", "seit", "bei", "beim", "während", "wegen", "für", "durch", "trotz"}
    | {"gegen", "aus", "über", "infolge", "aufgrund"}
)
"""Prepositions whose noun is taken as given, whatever the verb says."""

_WOULD = frozenset({"würde", "würden"})
_UNREAL = _WOULD | {"hätte", "hätten", "wäre", "wären"}
_CONDITIONS = frozenset({"wenn", "falls", "sofern", "sonst", "sollte", "sollten"})
_SINCE = frozenset({"seit", "noch", "weiter", "immer"})
_TRIED: frozenset[EventType] = frozenset({"CONSULT", "REQUEST", "REJECT"})
"""Types whose deed is done though it may fail: „Die Verhandlungen scheiterten“."""

_MOMENTS: frozenset[EventType] = frozenset({"REQUEST", "THREATEN", "ACCUSE", "AGREE"})
"""Types whose verbs in the present tell of a moment: „Die Partei fordert …“."""


def status_of_verb(scene: Scene, token: int, kind: EventType | None) -> EventStatus:
    """The status of an event of some type that a verb tells."""
    number = clause_at(scene, token)
    clause = scene.clauses[number]
    lows = lows_in(scene, number)
    known = _words("adverb")
    if _is_denied(scene, number) and not _only_partly(lows):
        return "happened" if kind == "REJECT" else "denied"
    opener = _words("opener").get(lows[0])
    if opener is not None and clause.kind != "main":
        return opener
    modal = _of_modal(scene, token, lows)
    if modal is not None:
        return modal
    if clause.kind == INFINITIVE and clause.governs >= 0:
        governed = _governing(scene, clause.governs)
        if governed is not None:
            return governed
    told = next((known[low] for low in lows if low in known), None)
    return told or ("ongoing" if _lasts(scene, token, lows, kind) else "happened")


def _lasts(scene: Scene, token: int, lows: list[str], kind: EventType | None) -> bool:
    """Whether a verb tells what goes on: in the present, and no act of a moment."""
    finite = scene.clauses[clause_at(scene, token)].finite
    if finite < 0 or is_past(scene.text.lows[finite]):
        return False
    now = finite == token or scene.text.lows[finite] in _FUTURE
    return now and (kind not in _MOMENTS or bool(_SINCE & set(lows)))


@cache
def _pasts() -> frozenset[str]:
    strong = [row[2] for row in rows("strong")]
    return frozenset(form + end for form in strong for end in ("", "en", "n"))


def is_past(low: str) -> bool:
    """Whether a finite form is a past: „forderte“, „griff“, „bezog“."""
    if low.endswith(("te", "ten")):
        return True
    return any(low[start:] in _pasts() for start in range(len(low) - 2))


def _is_denied(scene: Scene, number: int) -> bool:
    """Whether a clause is negated; „aus nicht ganz klaren Gründen“ negates a word."""
    tokens = scene.clauses[number].tokens
    for place, index in enumerate(tokens):
        low = scene.text.lows[index]
        if _words("adverb").get(low) == "denied":
            after = [scene.text.pos[i] for i in tokens[place + 1 : place + 3]]
            if low != "nicht" or "ADJ" not in after:
                return True
    return False


def _only_partly(lows: list[str]) -> bool:
    """„nicht nur“ denies nothing."""
    return any(
        a == "nicht" and b in {"nur", "zuletzt", "allein"} for a, b in pairwise(lows)
    )


def _of_modal(scene: Scene, token: int, lows: list[str]) -> EventStatus | None:
    """What modal verb and future make of an infinitive."""
    word = scene.text.lows[token]
    if not word.endswith(("n", "t")) or scene.text.finite[token]:
        return None
    modal = next((low for low in lows if low in _words("modal")), None)
    if modal is None:
        return _of_future(scene, word, lows)
    told = modal in _SHALL and bool(_PERFECT & set(lows[-3:]))
    return "possible" if told else _words("modal")[modal]


def _of_future(scene: Scene, word: str, lows: list[str]) -> EventStatus | None:
    """What „würde“ and „wird“ make of an infinitive."""
    sentence = scene.text.lows[scene.first : scene.last]
    if _UNREAL & set(lows) and _CONDITIONS & set(sentence):
        return "hypothetical"
    future = _FUTURE & set(lows) and word.endswith("n") and not _is_participle(word)
    return "planned" if future or _WOULD & set(lows) else None


def _is_participle(low: str) -> bool:
    return low.startswith("ge") or "ge" in low[2:6]


def _governing(scene: Scene, number: int) -> EventStatus | None:
    """What the clause above makes of an infinitive: „fordert, …“, „Pläne, …“."""
    tokens = scene.clauses[number].tokens
    lows = {scene.text.lows[i] for i in tokens}
    for index in reversed(tokens):
        low = scene.text.lows[index]
        found = _verbs().get(low) or _apart(low, lows)
        if found is None and scene.text.pos[index] == "NOUN":
            found = _words("noun").get(low)
        if found is not None:
            return found
    return None


def is_given(scene: Scene, token: int) -> bool:
    """Whether a noun is taken as given: „nach dem Angriff“."""
    at = chunk_at(scene, token)
    return at >= 0 and scene.chunks[at].prep in _GIVEN


def status_of_noun(scene: Scene, token: int, kind: EventType | None) -> EventStatus:
    """The status of an event of some type that a noun tells."""
    found = _of_noun(scene, token)
    if found == "happened" and _is_lasting(scene, token):
        return "ongoing"
    return "happened" if found == "denied" and kind in _TRIED else found


def _is_lasting(scene: Scene, token: int) -> bool:
    """Whether a noun tells what goes on: „Der Krieg dauert an“."""
    found = noun_of(scene.text.lows[token])
    if found is None or found.lemma not in _words("lasting"):
        return False
    number = clause_at(scene, token)
    finite = scene.clauses[number].finite if number >= 0 else -1
    return finite < 0 or not is_past(scene.text.lows[finite])


def _of_noun(scene: Scene, token: int) -> EventStatus:
    at = chunk_at(scene, token)
    lows = lows_in(scene, clause_at(scene, token))
    if at >= 0:
        own = _of_chunk(scene, at)
        if own is not None:
            return own
        if scene.chunks[at].prep in _GIVEN:
            return "happened"
    modal = next((low for low in lows if low in _words("modal")), None)
    if modal is not None:
        rumoured = modal in _SHALL and bool(_PERFECT & set(lows[-3:]))
        return "possible" if rumoured else _words("modal")[modal]
    known = set(lows)
    found = (_verbs().get(low) or _apart(low, known) for low in lows)
    told = next((status for status in found if status is not None), None)
    return told or "happened"


def _of_chunk(scene: Scene, at: int) -> EventStatus | None:
    """What article, adjective or the noun that owns it make of a noun."""
    chunk = scene.chunks[at]
    for index in range(chunk.first, chunk.head):
        low = scene.text.lows[index]
        if low.startswith("kein"):
            return "denied"
        found = _adjective(low)
        if found is not None:
            return found
    owner = scene.chunks[at - 1] if at else None
    owned = owner is not None and (
        chunk.belongs == at - 1 or chunk.prep in {"zu", "zum", "zur", "nach", "auf"}
    )
    if owner is not None and owned:
        return _words("noun").get(scene.text.lows[owner.head])
    return None


def _adjective(low: str) -> EventStatus | None:
    for cut in range(3):
        found = _words("adjective").get(low[: len(low) - cut])
        if found is not None:
            return found
    return None


@cache
def _words(where: str) -> dict[str, EventStatus]:
    result: dict[str, EventStatus] = {}
    for place, status, cell in rows("event-status"):
        if place == where:
            known: EventStatus = status  # type: ignore[assignment]  # a test checks it
            result.update(dict.fromkeys(cell.split(), known))
    return result


def _apart(low: str, lows: set[str]) -> EventStatus | None:
    """What a verb with its particle apart says: „kündigte … an“."""
    for particle, status in _parted().get(low, ()):
        if particle in lows:
            return status
    return None


@cache
def _parted() -> dict[str, tuple[tuple[str, EventStatus], ...]]:
    """The finite forms of verbs that lose their particle."""
    result: dict[str, tuple[tuple[str, EventStatus], ...]] = {}
    for verb, status in _words("verb").items():
        forms = forms_of(verb)
        for form in forms.finite if forms.particle else ():
            result[form] = (*result.get(form, ()), (forms.particle, status))
    return result


@cache
def _verbs() -> dict[str, EventStatus]:
    """The forms of the verbs that govern an event."""
    result: dict[str, EventStatus] = {}
    for verb, status in _words("verb").items():
        forms = forms_of(verb)
        finite = () if forms.particle else forms.finite
        for form in (*finite, *forms.joined):
            result.setdefault(form, status)
    return result
