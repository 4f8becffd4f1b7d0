"""A scene: one sentence as chunks and clauses, with the questions that roles ask.

Takes the words of a text and the bounds of a sentence; answers which clause holds a
token, what its subject is, whether it is passive, what stands with a preposition.
Chunks and clauses are named by their numbers, -1 for none. Linear in the sentence.
"""

from typing import NamedTuple

from laut.reading.chunks import Case, Chunk, Words, chunks_of, feminine
from laut.reading.eventclauses import (
    INFINITIVE,
    MAIN,
    RELATIVE,
    SUB,
    EventClause,
    clauses_of,
)
from laut.reading.prominence import is_listed
from laut.reading.words import words_of

_WERDEN = frozenset(
    {
        "werden",
        "wird",
        "wurde",
        "wurden",
        "werde",
        "würde",
        "würden",
        "worden",
        "werdet",
    }
)
_SEIN = frozenset(
    {"ist", "sind", "war", "waren", "sei", "seien", "wäre", "wären", "sein", "bin"}
    | {"bleibt", "bleiben", "blieb", "blieben", "bleibe"}
)
_FUTURE = frozenset({"werden", "wird", "werde"})
_HABEN = frozenset({"hat", "haben", "hatte", "hatten", "habe", "hätte", "hätten"})
_WHEN = frozenset({"gestern", "heute", "morgen", "mal", "jahr", "jahre", "jahren"})
_AGENTS = frozenset({"von", "vom", "durch"})
_OWNED = frozenset({"NOUN", "ADJ"})
_LINKS = frozenset({"und", "oder", "sowie", ",", "–"})
_SINGULAR = frozenset({"kann", "begann", "gewann", "schien", "erschien", "bin"})
_ONE = frozenset({"dem", "des", "das", "ein", "eine", "einem", "einen", "eines"})
_SEVERAL = frozenset(
    {"mehrere", "viele", "einige", "zwei", "drei", "vier", "fünf", "alle", "beide"}
    | {"hunderte", "tausende", "zahlreiche", "sechs", "sieben", "acht", "zehn"}
)
_MANY = frozenset({"USA", "Taliban", "Niederlande", "Philippinen", "Grünen", "Grüne"})
_BACK = 3
"""Among how many chunks before a relative clause its noun is looked for."""


class Scene(NamedTuple):
    """One sentence.

    Attributes:
        clause_of: the number of the clause of each of its tokens, from `first` on.
        held: the numbers of the chunks of each clause.
        subjects: what has been found out about subjects, by clause.
    """

    text: Words
    first: int
    last: int
    chunks: list[Chunk]
    clauses: list[EventClause]
    clause_of: list[int]
    held: list[list[int]]
    subjects: dict[int, int]


def scene_of(text: Words, first: int, last: int) -> Scene:
    """The scene of a sentence."""
    chunks = chunks_of(text, first, last)
    clauses = clauses_of(text, chunks, first, last)
    clause_of = [-1] * (last - first)
    for number, clause in enumerate(clauses):
        for token in clause.tokens:
            clause_of[token - first] = number
    held: list[list[int]] = [[] for _ in clauses]
    for at, chunk in enumerate(chunks):
        number = clause_of[chunk.head - first]
        if number >= 0:
            held[number].append(at)
    return Scene(text, first, last, chunks, clauses, clause_of, held, {})


def clause_at(scene: Scene, token: int) -> int:
    """The clause that holds a token."""
    return scene.clause_of[token - scene.first]


def lows_in(scene: Scene, number: int) -> list[str]:
    """The words of a clause in lower case."""
    return [scene.text.lows[i] for i in scene.clauses[number].tokens]


def chunks_in(scene: Scene, number: int) -> list[int]:
    """The chunks of a clause."""
    return scene.held[number] if number >= 0 else []


def chunk_at(scene: Scene, token: int) -> int:
    """The chunk that holds a token."""
    for number, chunk in enumerate(scene.chunks):
        if chunk.first <= token < chunk.last:
            return number
    return -1


def is_time(scene: Scene, chunk: Chunk) -> bool:
    """Whether a chunk tells when: „vergangene Woche“, „Anfang Mai“, „2005“."""
    low = scene.text.lows[chunk.head]
    return low in words_of("time-word") or low[:1].isdigit() or low in _WHEN


def subject_of(scene: Scene, number: int) -> int:
    """The subject of a clause; that of the clause above where it has none."""
    if number not in scene.subjects:
        scene.subjects[number] = _subject(scene, number)
    return scene.subjects[number]


def _subject(scene: Scene, number: int) -> int:
    for _ in range(len(scene.clauses)):
        clause = scene.clauses[number]
        own = -1 if clause.kind == INFINITIVE else _own_subject(scene, number)
        if own >= 0:
            return _antecedent(scene, number, own)
        above = _above(scene, number)
        if above < 0:
            return -1
        number = above
    return -1


def _above(scene: Scene, number: int) -> int:
    """The clause that lends its subject: the one governing, or the one before „und“."""
    clause = scene.clauses[number]
    if clause.kind == INFINITIVE:
        return clause.governs
    if clause.kind == MAIN and clause.finite == clause.tokens[0]:
        mains = [n for n in range(number) if scene.clauses[n].kind == MAIN]
        return mains[-1] if mains else number - 1
    return number - 1


def _own_subject(scene: Scene, number: int) -> int:
    """The first chunk of a clause that may be a nominative, one sure before others."""
    found = [
        at
        for at in chunks_in(scene, number)
        if Case.NOM in scene.chunks[at].case
        and scene.chunks[at].belongs < 0
        and scene.chunks[at].joined < 0
        and not is_time(scene, scene.chunks[at])
        and not _is_apposed(scene, at)
        and not _owns_next(scene, at)
    ]
    found = _agreeing(scene, number, found)
    sure = [at for at in found if _only_nominative(scene, at)]
    if _goes_on(scene, number):
        return sure[0] if sure else -1
    if sure and found[0] != sure[0] and not _before_verb(scene, number, found[0]):
        return sure[0]
    if sure and scene.chunks[found[0]].pronoun:
        return sure[0] if Case.ACC in scene.chunks[found[0]].case else found[0]
    return found[0] if found else -1


def _owns_next(scene: Scene, at: int) -> bool:
    """„Trumps Gesandter“: a name in -s right before a noun without article."""
    chunk = scene.chunks[at]
    if at + 1 >= len(scene.chunks) or Case.GEN not in chunk.case:
        return False
    after = scene.chunks[at + 1]
    return after.first == chunk.last and scene.text.pos[after.first] in _OWNED


def _agreeing(scene: Scene, number: int, found: list[int]) -> list[int]:
    """Those that may agree with the finite verb in number; all where none does."""
    finite = scene.clauses[number].finite
    if finite < 0 or len(found) < len(("one", "other")):
        return found
    plural = _is_plural_verb(scene.text.lows[finite])
    fits = [
        at
        for at in found
        if not (_must_be_one(scene, at) if plural else _must_be_many(scene, at))
    ]
    return fits or found


def _is_plural_verb(low: str) -> bool:
    return low == "sind" or (low.endswith("n") and low not in _SINGULAR)


def _goes_on(scene: Scene, number: int) -> bool:
    """„… und forderten Geld“: a verb right after „und“ has the subject before it."""
    clause = scene.clauses[number]
    first = clause.tokens[0]
    if number == 0 or clause.finite < 0 or clause.kind != MAIN:
        return False
    if clause.finite == first:
        return first > scene.first and scene.text.lows[first - 1] in _LINKS
    last = clause.finite == clause.tokens[-1]
    return last and scene.clauses[number - 1].kind in {RELATIVE, SUB}


def _only_nominative(scene: Scene, at: int) -> bool:
    case = scene.chunks[at].case
    return Case.ACC not in case and Case.DAT not in case


def _before_verb(scene: Scene, number: int, at: int) -> bool:
    clause = scene.clauses[number]
    return clause.finite >= 0 and scene.chunks[at].head < clause.finite


def _is_apposed(scene: Scene, at: int) -> bool:
    """„als Vorsitzender“, „wie Russland“: no subject."""
    before = scene.chunks[at].first - 1
    if before < scene.first or scene.text.lows[before] not in {"als", "wie"}:
        return False
    number = clause_at(scene, scene.chunks[at].head)
    clause = scene.clauses[number] if number >= 0 else None
    return clause is None or clause.kind != SUB or clause.tokens[0] != before


def _antecedent(scene: Scene, number: int, own: int) -> int:
    """Whom a relative pronoun stands for: the noun right before its clause."""
    chunk = scene.chunks[own]
    clause = scene.clauses[number]
    if clause.kind != RELATIVE or not chunk.pronoun:
        return own
    before = [
        at
        for at, other in enumerate(scene.chunks)
        if other.last <= clause.tokens[0] and not other.pronoun
    ]
    plural = clause.finite >= 0 and _is_plural_verb(scene.text.lows[clause.finite])
    near = before[-_BACK:]
    if plural:
        fits = [at for at in near if not _must_be_one(scene, at)]
    else:
        fits = [at for at in near if not _must_be_many(scene, at)]
    return (fits or before or [own])[-1]


def _must_be_one(scene: Scene, at: int) -> bool:
    """Whether a chunk is a singular: a single name, or by its article."""
    chunk = scene.chunks[at]
    if chunk.joined >= 0 or _is_joined_to(scene, at):
        return False
    article, word = scene.text.lows[chunk.first], scene.text.words[chunk.head]
    if word in _MANY:
        return False
    if article in _ONE or (article in {"der", "die"} and _is_feminine(word.lower())):
        return True
    named = scene.text.pos[chunk.head] == "PROPN" and not is_listed(word)
    return named and article != "die"


def _must_be_many(scene: Scene, at: int) -> bool:
    """Whether a chunk is a plural: joined by „und“, or by its article."""
    chunk = scene.chunks[at]
    if _is_joined_to(scene, at):
        return True
    article = scene.text.lows[chunk.first]
    counted = article in _SEVERAL or scene.text.pos[chunk.first] == "NUM"
    return counted and chunk.first < chunk.head


def _is_joined_to(scene: Scene, at: int) -> bool:
    return at + 1 < len(scene.chunks) and scene.chunks[at + 1].joined == at


def _is_feminine(low: str) -> bool:
    return low.endswith(feminine())


def is_passive(scene: Scene, number: int, token: int, *, transitive: bool) -> bool:
    """Whether a participle at `token` is passive: „wurde verhaftet“, „verhaftet“."""
    lows = set(lows_in(scene, number))
    if lows & _HABEN:
        return False
    if lows & _FUTURE and "worden" not in lows and _is_infinitive(scene, token):
        return agent_of(scene, number, token) >= 0
    if lows & _WERDEN:
        return True
    clause = scene.clauses[number]
    bare = clause.finite < 0 or clause.finite == token
    return transitive and bool(bare or lows & _SEIN)


def _is_infinitive(scene: Scene, token: int) -> bool:
    """Whether a participle looks like an infinitive: „werden beraten“."""
    low = scene.text.lows[token]
    return low.endswith("en") and not low.startswith("ge") and "ge" not in low[2:6]


def agent_of(scene: Scene, number: int, token: int) -> int:
    """The „von“ or „durch“ of a passive: the nearest before the verb."""
    found = [
        at
        for at in chunks_in(scene, number)
        if scene.chunks[at].prep in _AGENTS and not is_time(scene, scene.chunks[at])
    ]
    before = [at for at in found if scene.chunks[at].head < token]
    return (before[-1:] or found[:1] or [-1])[0]


def with_case(scene: Scene, number: int, case: Case, taken: set[int]) -> int:
    """The first chunk of a clause that may have a case and is not taken yet."""
    for at in chunks_in(scene, number):
        chunk = scene.chunks[at]
        if (
            at not in taken
            and case in chunk.case
            and chunk.belongs < 0
            and (chunk.joined < 0 or chunk.joined not in taken)
            and not is_time(scene, chunk)
            and not _is_apposed(scene, at)
            and scene.text.lows[chunk.head] != "sich"
        ):
            return at
    return -1


def owner_in(scene: Scene, number: int, taken: set[int]) -> int:
    """The first genitive of a clause: „das Vermögen der Taliban“."""
    for at in chunks_in(scene, number):
        chunk = scene.chunks[at]
        if chunk.belongs >= 0 and chunk.belongs not in taken and at not in taken:
            return at
    return with_case(scene, number, Case.GEN, taken)


def with_prep(scene: Scene, number: int, prep: str, taken: set[int]) -> int:
    """The first chunk of a clause with a preposition."""
    wanted = forms_of_prep(prep)
    for at in chunks_in(scene, number):
        chunk = scene.chunks[at]
        if chunk.prep in wanted and at not in taken and not is_time(scene, chunk):
            return at
    return -1


def forms_of_prep(prep: str) -> frozenset[str]:
    """A preposition with its forms that hold an article."""
    return _FUSED.get(prep, frozenset({prep}))


_FUSED = {
    "von": frozenset({"von", "vom"}),
    "zu": frozenset({"zu", "zum", "zur"}),
    "in": frozenset({"in", "im", "ins"}),
    "an": frozenset({"an", "am", "ans"}),
    "bei": frozenset({"bei", "beim"}),
    "auf": frozenset({"auf", "aufs"}),
    "für": frozenset({"für", "fürs"}),
    "um": frozenset({"um", "ums"}),
}
