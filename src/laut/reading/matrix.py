"""The matrix clause: where the frame of a cue reaches, and what it frames.

Takes an `Outline` and a cue in its place; gives the `Rendering`, or None where the cue
frames nothing here.
"""

from laut.reading.clauses import (
    has_konjunktiv,
    has_verb,
    is_relative,
    is_subordinate,
    is_verb_like,
)
from laut.reading.complements import takes
from laut.reading.cues import Found, is_cue
from laut.reading.frames import Range
from laut.reading.outline import ENDS, Clause, Outline, passage_at, trimmed
from laut.reading.rendering import Rendering, ranges_of
from laut.reading.roles import Matrix, opening_of, roles_of
from laut.reading.sides import is_postposed, is_refused, last_clause
from laut.reading.words import is_name_like, words_of

MARKED_OBJECT = 4
"""Up to how many words in marks are an object of the cue and no speech."""

ASIDES = 2
"""How many clauses after the frame may be its content; the first may be an aside."""


def rendering_of(outline: Outline, matrix: Matrix) -> Rendering | None:
    """What a cue renders, wherever its content stands."""
    if is_refused(outline, matrix):
        return None
    if is_postposed(outline, matrix):
        return preceding(outline, matrix)
    return following(outline, matrix) or resuming(outline, matrix)


def preceding(outline: Outline, matrix: Matrix) -> Rendering | None:
    """The rendering whose frame follows, or interrupts, its content."""
    begin, end, last_clause = _postposed_frame(outline, matrix)
    content = [trimmed(outline, _content_start(outline, matrix, begin), begin)]
    if last_clause + 1 < len(matrix.passage.clauses):
        rest = max(end, matrix.passage.clauses[last_clause + 1].first)
        content.append(trimmed(outline, rest, matrix.passage.last))
    content = [c for c in content if c[0] < c[1]]
    if not content:
        return None
    return _rendering(outline, matrix, content, (begin, end), "nach")


def _content_start(outline: Outline, matrix: Matrix, stop: int) -> int:
    """Where the content before a frame begins: with marks, where they open.

    A frame inside it belongs to it: „X ging davon aus, dass …, hieß es weiter“.
    """
    last = stop - 1
    while (
        last > matrix.begun
        and outline.pair_at[last] < 0
        and (outline.words[last] in ENDS or outline.words[last] == ",")
    ):
        last -= 1
    if last <= matrix.begun or outline.pair_at[last] < 0:
        return matrix.begun
    first = outline.outer[outline.pair_at[last]].first
    stands_alone = first > matrix.begun and outline.words[first - 1] in ENDS
    return first if stands_alone else matrix.begun


def _postposed_frame(outline: Outline, matrix: Matrix) -> tuple[int, int, int]:
    clauses = matrix.passage.clauses
    begin = _frame_opening(outline, matrix)
    number = last_clause(matrix)
    end = _frame_cut(outline, clauses[number], matrix.found)
    if end == clauses[number].last:
        while number + 1 < len(clauses) and _is_aside(outline, clauses[number + 1]):
            number += 1
        end = clauses[number].last
    while end > begin + 1 and outline.words[end - 1] in ENDS:
        end -= 1
    goes_on = number + 1 < len(clauses) and outline.words[end] == ","
    return begin, end + goes_on, number


def _frame_opening(outline: Outline, matrix: Matrix) -> int:
    """The first token of a frame after its content, the comma included."""
    opening = opening_of(outline, matrix)
    clause = opening or matrix.passage.clauses[matrix.clause]
    begin = clause.first
    while begin < matrix.found.at and outline.pair_at[begin] >= 0:
        begin += 1
    return begin - 1 if begin == clause.first and clause.divider else begin


def _frame_cut(outline: Outline, clause: Clause, found: Found) -> int:
    """Where the frame ends in its clause: before „und nannte …“, before marks."""
    for index in range(max(found.parts[-1], found.at) + 1, clause.last):
        if outline.pair_at[index] >= 0 and outline.words[index - 1] == ":":
            return index
        follows = index + 1 < clause.last and is_verb_like(outline, index + 1)
        if outline.lows[index] == "und" and follows:
            return index
    return clause.last


def _is_aside(outline: Outline, clause: Clause) -> bool:
    """An apposition or relative clause that still belongs to the frame."""
    if clause.divider != "," or outline.pair_at[clause.first] >= 0:
        return False
    if outline.lows[clause.first] in words_of("coordinator"):
        return False
    if has_konjunktiv(outline, clause):
        return False
    if is_relative(outline, clause):
        return True
    return not has_verb(outline, clause) and not is_subordinate(outline, clause)


def resuming(outline: Outline, matrix: Matrix) -> Rendering | None:
    """„… Das teilte die Polizei mit.“: what „das“ resumes is the sentence before."""
    passage, at = matrix.passage, matrix.found.at
    number = passage_at(outline, passage.first)
    if (
        outline.lows[passage.first] not in words_of("anaphor")
        or at != passage.first + 1
        or number == 0
        or outline.broken[passage.first]
        or not matrix.found.cue.frames & {"nach", "bericht"}
    ):
        return None
    before = outline.passages[number - 1]
    _, end, _ = _postposed_frame(outline, matrix)
    content = [trimmed(outline, before.first, before.last), (passage.first, at)]
    return _rendering(outline, matrix, content, (at, end), "davor")


def following(outline: Outline, matrix: Matrix) -> Rendering | None:
    """The rendering whose frame comes first."""
    begin = _content_begin(outline, matrix)
    if begin is None:
        return None
    content = trimmed(outline, begin, _content_end(outline, matrix, begin))
    if content[0] >= content[1]:
        return None
    frame = (_frame_begin(outline, matrix), begin)
    return _rendering(outline, matrix, [content], frame, "vor")


def _content_begin(outline: Outline, matrix: Matrix) -> int | None:
    """Where the content of a frame begins, if its cue takes what follows."""
    clauses, number = matrix.passage.clauses, last_clause(matrix)
    if _yields(outline, clauses[number], matrix.found):
        return None
    inside = _inside_clause(outline, clauses[number], matrix.found)
    if inside is not None:
        return inside
    if _how(outline, matrix):
        return clauses[number + 1].first if number + 1 < len(clauses) else None
    return _complement_begin(outline, matrix, number + 1)


def _complement_begin(outline: Outline, matrix: Matrix, number: int) -> int | None:
    """Where the clause begins that the cue takes, this one or past an aside."""
    clauses = matrix.passage.clauses
    for ahead in range(number, min(number + ASIDES, len(clauses))):
        if takes(outline, matrix.passage, matrix.found, ahead):
            return clauses[ahead].first
        if not _is_aside(outline, clauses[ahead]):
            return None
    return None


def _yields(outline: Outline, clause: Clause, found: Found) -> bool:
    """Whether a later verb of the clause takes what follows: „lobte ihn und sagte“."""
    places = range(found.parts[-1] + 1, clause.last)
    return any(_is_new_frame(outline, index, clause) for index in places)


def _inside_clause(outline: Outline, clause: Clause, found: Found) -> int | None:
    """Content without a comma before it: „sagte dass …“, „sagte „…““."""
    for index in range(found.parts[-1] + 1, clause.last):
        if outline.lows[index] in words_of("complement") and "satz" in found.cue.frames:
            return index
        if outline.pair_at[index] >= 0:
            pair = outline.outer[outline.pair_at[index]]
            closes = pair.last >= clause.last and "rede" in found.cue.frames
            return index if closes and pair.last - pair.first > MARKED_OBJECT else None
    return None


def _content_end(outline: Outline, matrix: Matrix, begin: int) -> int:
    """Where the content ends: the passage, or a new frame that is coordinated."""
    for clause in matrix.passage.clauses:
        if clause.first > begin and _is_later_frame(outline, clause):
            return clause.first
        for index in range(max(begin + 1, clause.first), clause.last):
            if _is_new_frame(outline, index, clause):
                return index
    return matrix.passage.last


def _is_later_frame(outline: Outline, clause: Clause) -> bool:
    """„…, hieß es weiter“: a frame after the content, around all that precedes."""
    at = clause.first
    if clause.divider != "," or outline.pair_at[at] >= 0:
        return False
    low, following = outline.lows[at], outline.lows[min(at + 1, clause.last - 1)]
    if low in {"hieß", "heißt", "hiess", "heisst"}:
        return following == "es"
    named = (
        following in words_of("subject-article")
        or is_name_like(outline.words[min(at + 1, clause.last - 1)])
        or following in words_of("subject-pronoun")
    )
    return named and low in words_of("saying-verb")


def _is_new_frame(outline: Outline, index: int, clause: Clause) -> bool:
    """„… und kündigte an“: a cue in the indicative right after „und“."""
    if outline.lows[index] not in words_of("coordinator") or index + 1 >= clause.last:
        return False
    low = outline.lows[index + 1]
    return outline.pair_at[index] < 0 and is_cue(low) and not low.endswith("en")


def _frame_begin(outline: Outline, matrix: Matrix) -> int:
    """Where the frame begins: the passage, or the conjunct that the cue stands in."""
    at, clauses = matrix.found.at, matrix.passage.clauses
    if at > matrix.passage.first and outline.lows[at - 1] in words_of("coordinator"):
        return at - 1
    for number in range(matrix.clause, 0, -1):
        clause = clauses[number]
        joined = outline.lows[clause.first] in words_of("coordinator")
        if clause.divider in {";", ":"} or (joined and clause.first >= matrix.since):
            return clause.first
    return min(matrix.since, at)


def _how(outline: Outline, matrix: Matrix) -> list[int]:
    """The „wie“ of „wie X sagte“, which belongs to the cue."""
    opening = opening_of(outline, matrix)
    told = opening is not None and outline.lows[opening.first] == "wie"
    return [opening.first] if opening is not None and told else []


def _rendering(
    outline: Outline, matrix: Matrix, content: list[Range], frame: Range, side: str
) -> Rendering:
    found = matrix.found
    roles = roles_of(outline, matrix, *frame)
    direct = all(outline.pair_at[i] >= 0 for piece in content for i in range(*piece))
    return Rendering(
        rule=f"{'rede' if direct else 'cue'}-{side}",
        kind="direct" if direct else "indirect",
        content=tuple(content),
        cue=ranges_of([*_how(outline, matrix), *found.parts]),
        speaker=roles.speaker,
        addressee=roles.addressee,
        frame=(frame,),
        medium=found.cue.medium,
    )
