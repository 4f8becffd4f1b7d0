"""The roles of a cue: where its clause begins, who speaks in it, and to whom.

Takes an `Outline`, a passage and a cue found in one of its clauses; gives token
ranges, None where the words do not say.
"""

from collections.abc import Iterator
from typing import NamedTuple

from laut.reading.clauses import (
    has_main_verb,
    has_verb,
    is_relative,
    is_subordinate,
    is_verb_like,
    open_tokens,
)
from laut.reading.cues import Found, Voice, cues_in
from laut.reading.frames import (
    Range,
    addressee_after,
    after_preposition,
    subject_after,
    subject_before,
)
from laut.reading.outline import ENDS, Clause, Outline, Passage
from laut.reading.phrases import Width, phrase_end
from laut.reading.words import words_of

LONGEST_SPEAKER = 30
"""How many tokens may name a speaker."""

LOOK_BACK = 3
"""How many clauses back the opening of a verb-final clause may stand."""


class Roles(NamedTuple):
    """Who speaks, to whom; empty where the words do not say."""

    speaker: tuple[Range, ...] = ()
    addressee: tuple[Range, ...] = ()


class Matrix(NamedTuple):
    """A cue in its place.

    Attributes:
        passage: the passage it stands in.
        clause: the number of the clause with its finite verb.
        since: the token before which the passage is spoken for.
        begun: where the frame begins that speaks for it, if one does.
    """

    passage: Passage
    clause: int
    found: Found
    since: int
    begun: int


AHEAD = 2
"""How many clauses further the end of a verb may stand."""


def matrices_of(outline: Outline, passage: Passage) -> Iterator[Matrix]:
    """Every cue of a passage in its place, as if nothing were spoken for yet."""
    tokens = [open_tokens(outline, clause) for clause in passage.clauses]
    for number in range(len(tokens)):
        later = tokens[number + 1 : number + 1 + AHEAD]
        for found in cues_in(outline.lows, tokens[number], later):
            yield Matrix(passage, number, found, passage.first, passage.first)


def roles_of(outline: Outline, matrix: Matrix, begin: int, end: int) -> Roles:
    """Who speaks to whom in the frame from `begin` to `end`."""
    speaker = _speaker(outline, matrix, begin, end)
    if matrix.found.voice is Voice.PASSIVE:
        return Roles(_some(speaker), _accused(outline, matrix, begin))
    if speaker is not None and _is_nobody(outline, speaker):
        speaker = None
    if speaker is not None:
        speaker = with_apposition(outline, matrix, speaker, end)
    addressee = addressee_after(outline, matrix.found.at, end, speaker)
    return Roles(_some(speaker), _some(addressee))


def _is_nobody(outline: Outline, speaker: Range) -> bool:
    """„man“, and a heap of headlines run together that is no name of anybody."""
    return (
        outline.lows[speaker[0]] == "man" or speaker[1] - speaker[0] > LONGEST_SPEAKER
    )


def _some(one: Range | None) -> tuple[Range, ...]:
    return () if one is None else (one,)


def _accused(outline: Outline, matrix: Matrix, begin: int) -> tuple[Range, ...]:
    """Who is told to do, or blamed: the subject of „wird aufgefordert“."""
    if "zu" not in matrix.found.cue.frames:
        return ()
    return _some(subject_before(outline, begin, matrix.found.at))


def _speaker(outline: Outline, matrix: Matrix, begin: int, end: int) -> Range | None:
    found = matrix.found
    if found.cue.verb in words_of("impersonal-cue"):
        return after_preposition(outline, begin, end, words_of("origin"))
    if found.voice is Voice.PASSIVE:
        return _agent(outline, begin, end)
    if opening_of(outline, matrix) is not None:
        return _subject_of_final(outline, matrix)
    return _subject_of_main(outline, matrix, begin, end)


def _agent(outline: Outline, begin: int, end: int) -> Range | None:
    """Who stands behind a passive: „von X“, „in einem Bericht“."""
    return after_preposition(outline, begin, end, words_of("agent")) or (
        _saying_place(outline, begin, end)
    )


def _saying_place(outline: Outline, begin: int, end: int) -> Range | None:
    place = after_preposition(outline, begin, end, words_of("place-preposition"))
    if place is None:
        return None
    named = any(outline.lows[i] in words_of("text-word") for i in range(*place))
    return place if named else None


def opening_of(outline: Outline, matrix: Matrix) -> Clause | None:
    """The clause that opens the subordinate clause which the verb closes, if any."""
    if not matrix.found.final:
        return None
    for number in range(matrix.clause, max(-1, matrix.clause - LOOK_BACK), -1):
        clause = matrix.passage.clauses[number]
        if is_subordinate(outline, clause) or is_relative(outline, clause):
            return clause
        if _opens_relative(outline, clause) and number < matrix.clause:
            return clause
        if number < matrix.clause and has_verb(outline, clause):
            return None
    return None


def _opens_relative(outline: Outline, clause: Clause) -> bool:
    return clause.divider == "," and outline.lows[clause.first] in words_of("relative")


def _subject_of_final(outline: Outline, matrix: Matrix) -> Range | None:
    """The subject of a clause with its verb at the end."""
    opening = opening_of(outline, matrix)
    if opening is None:
        return None
    first = opening.first
    verb = matrix.found.parts[0] if matrix.found.final else matrix.found.at
    inside = subject_after(outline, first, verb)
    if is_subordinate(outline, opening):
        return inside
    if outline.lows[first] in words_of("preposition"):
        return inside
    return (first, first + 1)


def _subject_of_main(
    outline: Outline, matrix: Matrix, begin: int, end: int
) -> Range | None:
    at = matrix.found.at
    if at + 1 < end and outline.lows[at + 1] in words_of("sure-subject"):
        return at + 1, at + 2
    if at > begin and outline.lows[at - 1] in words_of("coordinator"):
        return _shared_subject(outline, matrix)
    return _subject_of_vorfeld(outline, matrix, begin) or subject_after(
        outline, at, end
    )


def _subject_of_vorfeld(outline: Outline, matrix: Matrix, begin: int) -> Range | None:
    """The subject before the verb, with the commas of its apposition."""
    at = matrix.found.at
    start = max(matrix.passage.clauses[matrix.clause].first, begin)
    conjunct = conjunct_before(outline, start, at)
    if conjunct is not None:
        return subject_before(outline, conjunct + 1, at)
    opening = _opening_phrase(outline, matrix, begin)
    if opening is None:
        return None if at == start else subject_before(outline, start, at)
    if at == start:
        return opening
    inner = phrase_end(outline, start, at, Width.WIDE)
    if inner > start and not is_relative(
        outline, matrix.passage.clauses[matrix.clause]
    ):
        return opening[0], inner
    return opening


def conjunct_before(outline: Outline, start: int, verb: int) -> int | None:
    """The „und“ of „…, und die Polizei sagt“, if only a subject follows it."""
    for index in range(verb - 1, start, -1):
        if outline.lows[index] in words_of("coordinator"):
            end = phrase_end(outline, index + 1, verb, Width.WIDE)
            whole = end == verb and has_word(
                outline, start, index, words_of("plain-verb")
            )
            return index if whole else None
    return None


def has_word(outline: Outline, start: int, stop: int, words: frozenset[str]) -> bool:
    """Whether one of these words stands in a range."""
    return any(outline.lows[i] in words for i in range(start, stop))


def _opening_phrase(outline: Outline, matrix: Matrix, begin: int) -> Range | None:
    """A phrase that commas cut off from its verb: „Ein Sprecher, Lars B., sagte“."""
    clauses = matrix.passage.clauses
    if clauses[matrix.clause].divider != ",":
        return None
    for clause in clauses[: matrix.clause]:
        if clause.last <= begin:
            continue
        if is_subordinate(outline, clause) or has_main_verb(outline, clause):
            return None
        first = max(begin, clause.first)
        subject = subject_before(outline, first, clause.last)
        return subject if subject and subject[1] == clause.last else None
    return None


def _shared_subject(outline: Outline, matrix: Matrix) -> Range | None:
    """The subject of the conjunct before: „X kam und sagte …“."""
    first, at = matrix.passage.first, matrix.found.at
    subject = subject_before(outline, first, at)
    if subject is not None:
        return subject
    clause = matrix.passage.clauses[0]
    tokens = [i for i in open_tokens(outline, clause) if i < at - 1]
    verb = next((i for i in tokens if is_verb_like(outline, i)), None)
    if verb is None or is_subordinate(outline, clause):
        return None
    return subject_after(outline, verb, tokens[-1] + 1)


def with_apposition(
    outline: Outline, matrix: Matrix, phrase: Range, stop: int
) -> Range:
    """The phrase with the apposition after it: „der Leiter, Andreas Huber“."""
    end = _before_comma(outline, phrase, stop)
    if end >= stop or outline.words[end] != ",":
        return phrase
    for clause in matrix.passage.clauses:
        if clause.first != end + 1:
            continue
        last = clause.last - (outline.words[clause.last - 1] in ENDS)
        if last <= stop and is_apposition(outline, clause):
            return phrase[0], _before_verb_end(outline, matrix, clause.first, last)
    return phrase


def _before_comma(outline: Outline, phrase: Range, stop: int) -> int:
    """Past a place that stands before the apposition: „der Chef im Amt, Udo Kern“."""
    end = phrase_end(outline, phrase[0], stop, Width.WIDE)
    wider = end < stop and outline.words[end] == ","
    return end if wider else phrase[1]


def _before_verb_end(outline: Outline, matrix: Matrix, first: int, last: int) -> int:
    """The end of an apposition that the end of the verb shares a clause with.

    „Das gaben der Bund, die Länder und die Städte am Montag bekannt.“
    """
    if not first <= matrix.found.parts[-1] < last:
        return last
    return phrase_end(outline, first, last, Width.NARROW)


def is_apposition(outline: Outline, clause: Clause) -> bool:
    """A clause that only names: no verb, no opening of another kind."""
    if outline.pair_at[clause.first] >= 0 or is_subordinate(outline, clause):
        return False
    low = outline.lows[clause.first]
    if low in words_of("coordinator") or low in words_of("clause-adverb"):
        return False
    named = outline.words[clause.first][:1].isupper() or low in words_of(
        "subject-article"
    )
    return named and not has_verb(outline, clause)
