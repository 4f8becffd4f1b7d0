"""Verbs of rendering: the table of cues, and finding one in a clause.

`cues.tsv` gives each verb with its parts and frames; `cues_in` looks for a verb with
all its parts in a clause: finite and particle ("teilte … mit"), auxiliary and
participle ("hat … mitgeteilt"), passive ("wurde … bekannt"), or at the end of a
clause ("…, mitteilte"). Pure look-up; one pass over the clause.
"""

from enum import Enum
from functools import cache
from typing import NamedTuple

from laut.reading.tables import rows
from laut.reading.words import swiss, words_of
from laut.terms import Medium


class Cue(NamedTuple):
    """One verb of rendering; see `cues.tsv`."""

    verb: str
    particle: str
    beside: frozenset[str]
    optional: frozenset[str]
    frames: frozenset[str]
    medium: tuple[Medium, ...]


class Voice(Enum):
    """Whether the subject of the cue speaks, or is spoken to."""

    ACTIVE = "active"
    PASSIVE = "passive"


class Found(NamedTuple):
    """A cue in the text.

    Attributes:
        cue: the row of the table.
        at: the token of the finite verb.
        parts: all its tokens, in order, the finite verb among them.
        final: whether the finite verb stands at the end of the clause.
    """

    cue: Cue
    voice: Voice
    at: int
    parts: tuple[int, ...]
    final: bool


class _Forms(NamedTuple):
    finite: dict[str, tuple[Cue, ...]]
    joined: dict[str, tuple[Cue, ...]]
    participles: dict[str, tuple[Cue, ...]]


@cache
def _forms() -> _Forms:
    finite: dict[str, list[Cue]] = {}
    joined: dict[str, list[Cue]] = {}
    participles: dict[str, list[Cue]] = {}
    for row in rows("cues"):
        cue, present, past, participle = _cue(row), row[1], row[2], row[3]
        for form in _finite_forms(row[0], present, past, cue.particle):
            finite.setdefault(form, []).append(cue)
            if cue.particle:
                joined.setdefault(cue.particle + form, []).append(cue)
        for form in sorted({participle, swiss(participle)}):
            participles.setdefault(form, []).append(cue)
    return _Forms(_frozen(finite), _frozen(joined), _frozen(participles))


def _frozen(table: dict[str, list[Cue]]) -> dict[str, tuple[Cue, ...]]:
    """Those with more parts come first: „forderte … auf“ before „forderte“."""
    return {
        form: tuple(sorted(cues, key=lambda cue: not (cue.particle or cue.beside)))
        for form, cues in table.items()
    }


def _cue(row: tuple[str, ...]) -> Cue:
    beside = "" if row[5] == "-" else row[5]
    optional = frozenset({beside[1:]}) if beside.startswith("?") else frozenset[str]()
    needed = frozenset() if optional else frozenset(beside.split("+") if beside else ())
    media: dict[str, Medium] = {m: m for m in ("speech", "thought", "writing")}
    return Cue(
        verb=row[0],
        particle="" if row[4] == "-" else row[4],
        beside=frozenset(needed),
        optional=optional,
        frames=frozenset(row[6].split()),
        medium=tuple(media[m] for m in row[7].split()),
    )


def _finite_forms(verb: str, present: str, past: str, particle: str) -> set[str]:
    plural_past = past + ("n" if past.endswith("e") else "en")
    base = verb.removeprefix(particle)
    forms = {present, past, plural_past}
    if base.isalpha() and base.endswith("n") and base[:1].islower():
        forms.add(base)
    return forms | {swiss(form) for form in forms}


def is_cue(low: str) -> bool:
    """Whether a lower-case token is a finite form of a verb of rendering."""
    return low in _forms().finite


def cues_in(lows: list[str], tokens: list[int], later: list[list[int]]) -> list[Found]:
    """The cues that begin in a clause, in order.

    Args:
        lows: the tokens of the text in lower case.
        tokens: the numbers of the clause's tokens outside quotation marks.
        later: the same for the next clauses, which may hold the end of a verb.
    """
    found: list[Found] = []
    for place in range(len(tokens)):
        one = _at(lows, tokens, place, later)
        if one is not None and not (found and set(found[-1].parts) & set(one.parts)):
            found.append(one)
    return found


def _at(
    lows: list[str], tokens: list[int], place: int, later: list[list[int]]
) -> Found | None:
    low, before = lows[tokens[place]], lows[tokens[place - 1]] if place else ""
    if before == "zu":
        return None
    forms, last = _forms(), place >= len(tokens) - 1
    for cue in forms.finite.get(low, ()):
        parts = _finite_parts(cue, lows, tokens, place, later)
        if parts is not None:
            return Found(cue, Voice.ACTIVE, tokens[place], parts, final=last)
    if last:
        for cue in forms.joined.get(low, ()):
            return Found(cue, Voice.ACTIVE, tokens[place], (tokens[place],), final=True)
    if low in _auxiliaries():
        return _compound(lows, tokens, place, later) or _final(lows, tokens, place)
    return None


@cache
def _auxiliaries() -> frozenset[str]:
    return words_of("auxiliary-have") | words_of("auxiliary-passive")


def _finite_parts(
    cue: Cue, lows: list[str], tokens: list[int], place: int, later: list[list[int]]
) -> tuple[int, ...] | None:
    parts = [tokens[place]]
    if cue.particle:
        end = _bracket_end(frozenset({cue.particle}), lows, tokens[place + 1 :], later)
        if end is None:
            return None
        parts.append(end)
    beside = _beside(cue, lows, [*tokens, *(c[-1] for c in later if c)])
    return None if beside is None else tuple(sorted({*parts, *beside}))


def _beside(cue: Cue, lows: list[str], tokens: list[int]) -> list[int] | None:
    """The tokens that must or may stand beside the verb; None if one is missing."""
    result: list[int] = []
    for words in cue.beside:
        choice = words.lower().split("|")
        place = next((i for i in tokens if lows[i] in choice), None)
        if place is None:
            return None
        result.append(place)
    result += [i for i in tokens if lows[i] in cue.optional]
    return result


def _bracket_end(
    wanted: frozenset[str], lows: list[str], rest: list[int], later: list[list[int]]
) -> int | None:
    """Where the second half of a verb stands: at the end of this or a near clause."""
    for place, index in enumerate(rest):
        if lows[index] in wanted and _ends_here(lows, rest, place):
            return index
    for clause in later:
        if clause and lows[clause[0]] in words_of("complement"):
            return None
        if clause and lows[clause[-1]] in wanted:
            return clause[-1]
    return None


def _ends_here(lows: list[str], rest: list[int], place: int) -> bool:
    """Whether the verb may end here: clause, marks, „und“ or a preposition follow."""
    if place + 1 == len(rest) or rest[place + 1] != rest[place] + 1:
        return True
    following = lows[rest[place + 1]]
    return (
        following in words_of("connector")
        or following in words_of("after-verb")
        or following in words_of("complement")
    )


def _compound(
    lows: list[str], tokens: list[int], place: int, later: list[list[int]]
) -> Found | None:
    participles = _forms().participles
    end = _bracket_end(frozenset(participles), lows, tokens[place + 1 :], later)
    if end is None:
        return None
    for cue in participles[lows[end]]:
        voice = _voice(cue, lows[tokens[place]], lows, end)
        beside = _beside(cue, lows, tokens)
        if voice is None or beside is None:
            continue
        parts = tuple(sorted({tokens[place], end, *beside}))
        return Found(cue, voice, tokens[place], parts, final=False)
    return None


def _voice(cue: Cue, auxiliary: str, lows: list[str], end: int) -> Voice | None:
    if auxiliary in words_of("auxiliary-passive"):
        return Voice.PASSIVE if "passiv" in cue.frames else None
    if auxiliary in words_of("auxiliary-be"):
        if end + 1 < len(lows) and lows[end + 1] == "worden":
            return Voice.PASSIVE
        return Voice.ACTIVE if lows[end] in words_of("participle-be") else None
    return Voice.ACTIVE


def _final(lows: list[str], tokens: list[int], place: int) -> Found | None:
    """Participle and auxiliary at the end: „erklärt hatte“, „bekannt wurde“."""
    if place == 0 or place < len(tokens) - 1:
        return None
    end = place - 1
    if lows[tokens[end]] == "worden" and end:
        end -= 1
    for cue in _forms().participles.get(lows[tokens[end]], ()):
        voice = _voice(cue, lows[tokens[place]], lows, tokens[end])
        beside = _beside(cue, lows, tokens)
        if voice is not None and beside is not None:
            parts = tuple(sorted({*tokens[end : place + 1], *beside}))
            return Found(cue, voice, tokens[place], parts, final=True)
    return None
