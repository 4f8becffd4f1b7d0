"""On which side of its content a frame stands, and when a cue is none.

Takes an `Outline` and a cue in its place; answers whether what is said precedes it.
"""

from laut.reading.clauses import has_main_verb, is_subordinate, is_verb_like
from laut.reading.complements import takes
from laut.reading.frames import subject_after
from laut.reading.outline import Clause, Outline
from laut.reading.phrases import Width, phrase_end
from laut.reading.roles import Matrix, opening_of
from laut.reading.words import words_of


def is_refused(outline: Outline, matrix: Matrix) -> bool:
    """„bestätigt sich“, „wollte nicht sagen“: the verb, but nobody says anything."""
    found = matrix.found
    if outline.words[found.at][:1].isupper() and found.cue.verb != "heißen":
        return True
    after = outline.lows[found.at + 1] if found.at + 1 < len(outline.lows) else ""
    if after == "sich" and found.cue.verb not in words_of("reflexive-cue"):
        return not found.cue.beside
    if not found.final or not outline.lows[found.at].endswith("en"):
        return False
    clause = matrix.passage.clauses[matrix.clause]
    words = outline.lows[clause.first : found.at]
    return any(w in words_of("modal") for w in words) and any(
        w in words_of("negation") for w in words
    )


def is_postposed(outline: Outline, matrix: Matrix) -> bool:
    """Whether the content stands before the frame: „…, sagte X“, „…, wie X sagte“."""
    opening = opening_of(outline, matrix)
    if opening is not None:
        return outline.lows[opening.first] == "wie" and opening.first > matrix.since
    if not matrix.found.cue.frames & {"nach", "rede"}:
        return False
    first = _first_open(outline, matrix)
    if outline.lows[first] in words_of("resumer") and matrix.found.at == first + 1:
        return first > matrix.passage.first
    if first != matrix.found.at or first == matrix.passage.first:
        return False
    return _is_after_content(outline, matrix)


def _first_open(outline: Outline, matrix: Matrix) -> int:
    """The first token of the cue's clause after what stands in marks."""
    first = matrix.passage.clauses[matrix.clause].first
    while first < matrix.found.at and outline.pair_at[first] >= 0:
        first += 1
    return first


def _is_after_content(outline: Outline, matrix: Matrix) -> bool:
    """Whether something said stands before a verb that opens its clause."""
    passage, number = matrix.passage, matrix.clause
    if outline.pair_at[passage.clauses[number].first] >= 0:
        return True
    before = [c for c in passage.clauses[:number] if c.last > matrix.begun]
    if any(_may_be_said(outline, c) for c in before):
        return True
    if all(is_subordinate(outline, c) for c in before):
        return False
    if _is_bare(outline, before[0]):
        return _goes_on_with_verb(outline, matrix)
    return _ends_passage(outline, matrix)


def _may_be_said(outline: Outline, clause: Clause) -> bool:
    """Whether a clause is a main clause, or stands in marks altogether."""
    first, last = outline.pair_at[clause.first], outline.pair_at[clause.last - 1]
    if first >= 0 and last >= 0:
        return True
    return not is_subordinate(outline, clause) and has_main_verb(outline, clause)


def _goes_on_with_verb(outline: Outline, matrix: Matrix) -> bool:
    """„Die Schulen, betonte der Minister, seien …“: a verb takes the phrase up."""
    clauses, ahead = matrix.passage.clauses, last_clause(matrix) + 1
    if ahead >= len(clauses) or not is_verb_like(outline, clauses[ahead].first):
        return False
    return subject_after(outline, matrix.found.at, clauses[ahead - 1].last) is not None


def _ends_passage(outline: Outline, matrix: Matrix) -> bool:
    """Whether a subject follows the verb and no content after that."""
    passage = matrix.passage
    ahead = last_clause(matrix) + 1
    if ahead < len(passage.clauses) and takes(outline, passage, matrix.found, ahead):
        return False
    last = passage.clauses[last_clause(matrix)].last
    return subject_after(outline, matrix.found.at, last) is not None


def _is_bare(outline: Outline, clause: Clause) -> bool:
    """Whether the clause is but a phrase: „Die Vorsitzende“, „In einem Brief“."""
    first = clause.first
    while first < clause.last and (
        outline.lows[first] in words_of("clause-adverb")
        or outline.lows[first] in words_of("preposition")
    ):
        first += 1
    return phrase_end(outline, first, clause.last, Width.WIDE) == clause.last


def last_clause(matrix: Matrix) -> int:
    """The number of the clause that holds the last part of the cue."""
    number, last = matrix.clause, matrix.found.parts[-1]
    while matrix.passage.clauses[number].last <= last:
        number += 1
    return number
