"""The clauses of a sentence, with verb and subject: what the roles of events rest on.

Takes the words of one sentence with their parts of speech and its chunks, returns its
`EventClause`s. A clause is put together again where another one stands in its middle:
„Der Präsident, der gestern kam, traf …“ gives „Der Präsident traf“ and „der gestern
kam“. Linear in the sentence.
"""

from collections.abc import Sequence
from typing import NamedTuple

from laut.reading.chunks import Chunk, Words

_DIVIDERS = frozenset({",", ";", ":", "–", "—", "-", "--", "(", ")", "…"})
_HARD = frozenset({":", ";"})
_RELATIVE = frozenset(
    {"der", "die", "das", "dem", "den", "deren", "dessen", "denen"}
    | {"welcher", "welche", "welches", "welchem", "welchen", "was", "wo", "wobei"}
    | {"wodurch", "womit", "wofür", "wogegen", "wonach", "wer", "wem", "wen"}
)
_CONJUNCTIONS = frozenset({"und", "oder", "aber", "sondern", "sowie", "doch"})
_SUBORDINATE = frozenset(
    {"dass", "daß", "ob", "weil", "wenn", "falls", "nachdem", "bevor", "als", "obwohl"}
    | {"damit", "sodass", "seit", "seitdem", "sobald", "solange", "während", "wie"}
    | {"warum", "wann", "welche", "wieso", "weshalb", "indem", "sofern", "obgleich"}
    | {"bis", "da", "um", "ohne", "statt", "anstatt"}
)
_LATE = 3
"""The finite verb of a subordinate clause is among so many last words."""

MAIN, SUB, RELATIVE, INFINITIVE = "main", "sub", "relative", "infinitive"


class EventClause(NamedTuple):
    """One clause.

    Attributes:
        tokens: ascending, those of clauses within left out.
        kind: main, sub, relative or infinitive.
        finite: its finite verb, or -1.
        governs: the number of the clause before it that it depends on, or -1.
    """

    tokens: tuple[int, ...]
    kind: str
    finite: int
    governs: int


def clauses_of(
    text: Words, chunks: Sequence[Chunk], first: int, last: int
) -> list[EventClause]:
    """The clauses of a sentence."""
    joints = {chunk.first - 1 for chunk in chunks if chunk.joined >= 0}
    pieces = [
        part
        for piece in _pieces(text, joints, first, last)
        for part in _parted(text, joints, piece)
    ]
    hard = {i + 1 for i in range(first, last) if text.words[i] in _HARD}
    return _merged(text, pieces, hard)


def _pieces(text: Words, joints: set[int], first: int, last: int) -> list[list[int]]:
    """What stands between dividers, commas of enumerations aside."""
    result: list[list[int]] = [[]]
    for index in range(first, last):
        if text.words[index] in _DIVIDERS:
            if index not in joints and not _between_adjectives(text, index, last):
                result.append([])
        elif text.pos[index] != "PUNCT":
            result[-1].append(index)
    return [piece for piece in result if piece]


def _between_adjectives(text: Words, at: int, last: int) -> bool:
    return 0 < at < last - 1 and text.pos[at - 1] == "ADJ" == text.pos[at + 1]


def _parted(text: Words, joints: set[int], piece: list[int]) -> list[list[int]]:
    """A piece with two finite verbs, cut at the „und“ between them."""
    verbs = [index for index in piece if text.finite[index]]
    if len(verbs) <= 1:
        return [piece]
    for place, index in enumerate(piece):
        if (
            text.lows[index] in _CONJUNCTIONS
            and index not in joints
            and verbs[0] < index < verbs[-1]
        ):
            rest = _parted(text, joints, piece[place + 1 :])
            return [piece[:place], *rest] if place else rest
    return [piece]


def _merged(text: Words, pieces: list[list[int]], hard: set[int]) -> list[EventClause]:
    """The clauses, with what an inserted one had torn apart put together."""
    result: list[EventClause] = []
    open_main, begin = -1, 0
    for number, piece in enumerate(pieces):
        new = piece[0] in hard
        open_main, begin = (-1, len(result)) if new else (open_main, begin)
        kind = _kind(text, piece, opens=number == 0 or new)
        finite = next((i for i in piece if text.finite[i]), -1)
        if _is_participle_of(text, result[open_main:], piece, finite):
            finite = -1
        home = _home(result, begin, kind, finite, open_main)
        if home >= 0:
            result[home] = _with(result[home], piece, finite)
            continue
        governs = len(result) - 1 if kind != MAIN else -1
        if kind in {INFINITIVE, SUB}:
            governs = open_main if open_main >= 0 else governs
        result.append(EventClause(tuple(piece), kind, finite, governs))
        if kind == MAIN:
            open_main = len(result) - 1
    return result


def _is_participle_of(
    text: Words, found: list[EventClause], piece: list[int], finite: int
) -> bool:
    """Whether what looks finite ends a clause that was torn apart: „…, enthauptet“."""
    if len(found) < len(("main", "aside")) or finite < 0 or finite != piece[-1]:
        return False
    main = found[0]
    return (
        main.kind == MAIN
        and found[-1].kind in {SUB, RELATIVE}
        and main.finite >= 0
        and text.pos[main.finite] == "AUX"
        and not any(text.pos[i] == "VERB" for i in main.tokens)
    )


def _home(
    found: list[EventClause], begin: int, kind: str, finite: int, open_main: int
) -> int:
    """The number of the clause that a piece goes on, or -1."""
    if kind != MAIN or not found:
        return -1
    waiting = [
        number
        for number, clause in enumerate(found)
        if number >= begin and clause.kind in {SUB, RELATIVE} and clause.finite < 0
    ]
    if waiting and finite >= 0:
        return waiting[-1]
    if open_main >= 0 and (found[open_main].finite < 0 or finite < 0):
        return open_main
    return -1


def _with(clause: EventClause, piece: list[int], finite: int) -> EventClause:
    known = clause.finite if clause.finite >= 0 else finite
    return clause._replace(tokens=(*clause.tokens, *piece), finite=known)


def _kind(text: Words, piece: list[int], *, opens: bool) -> str:
    start = _opening(text, piece)
    low = text.lows[start]
    has_finite = any(text.finite[i] for i in piece)
    if not has_finite and _has_zu(text, piece):
        return INFINITIVE
    late = not has_finite or any(text.finite[i] for i in piece[-_LATE:])
    if (low in _SUBORDINATE or text.pos[start] == "SCONJ") and late:
        return SUB if has_finite or text.pos[start] == "SCONJ" else MAIN
    if opens or not late:
        return MAIN
    return RELATIVE if _is_relative(text, piece, start, has_finite) else MAIN


def _opening(text: Words, piece: list[int]) -> int:
    """The token that says what a piece is: past „und“, past „auch“ before „wenn“."""
    start = piece[0]
    if len(piece) > 1 and (
        text.lows[start] in _CONJUNCTIONS
        or (text.pos[start] == "ADV" and text.pos[piece[1]] == "SCONJ")
    ):
        return piece[1]
    return start


def _is_relative(text: Words, piece: list[int], start: int, finite: bool) -> bool:  # noqa: FBT001 - a fact of the piece
    """Whether a piece opens with a relative pronoun: „die …“, „mit der …“."""
    at = start + 1 if text.pos[start] == "ADP" else start
    if at > piece[-1] or text.lows[at] not in _RELATIVE:
        return False
    if text.pos[at] == "DET" and text.lows[at] not in {"deren", "dessen"}:
        return False
    second = len(piece) > 2 and text.finite[piece[1]]  # noqa: PLR2004 - „das sagte er“
    return (finite and not second) or (text.pos[at] == "PRON" and not finite)


def _has_zu(text: Words, piece: list[int]) -> bool:
    """Whether a piece holds an infinitive with zu: „zu liefern“, „abzuziehen“."""
    for index in piece:
        if text.lows[index] == "zu" and text.pos[index] == "PART":
            return True
        low = text.lows[index]
        if text.pos[index] == "VERB" and "zu" in low[2:7] and low.endswith("n"):
            return True
    return False
