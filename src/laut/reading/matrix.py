"""The matrix clause: where the frame of a cue reaches, and what it frames.

Takes an `Outline`, a passage and a cue found in one of its clauses; gives the
`Rendering`, or None where the cue frames nothing here.
"""

from typing import NamedTuple

from laut.reading.clauses import (
    has_infinitive,
    has_konjunktiv,
    has_verb,
    is_main,
    is_relative,
    is_subordinate,
    is_verb_like,
    konjunktiv_at,
    open_tokens,
)
from laut.reading.cues import Found, Voice, is_cue
from laut.reading.frames import (
    Range,
    Roles,
    addressee_of,
    after_preposition,
    has_subject_pronoun_after,
    subject_after,
    subject_before,
)
from laut.reading.outline import ENDS, Clause, Outline, Passage, trimmed
from laut.reading.rendering import Rendering, ranges_of
from laut.reading.words import words_of

ORIGIN = frozenset({"von", "vom", "aus", "in", "im", "bei", "beim", "seitens"})
BY = frozenset({"von", "vom", "durch", "seitens"})


class Matrix(NamedTuple):
    """A cue in its place: passage, clause, and what is spoken for before it."""

    passage: int
    clause: int
    found: Found
    since: int


# --- which side ---


def is_postposed(outline: Outline, passage: Passage, matrix: Matrix) -> bool:
    """Whether the content stands before the frame: „…, sagte X“, „…, wie X sagte“."""
    clause, found = passage.clauses[matrix.clause], matrix.found
    first = clause.first
    if outline.lows[first] == "wie" and found.final:
        return matrix.clause > 0
    if not _opens_with(outline, passage, matrix):
        return False
    if not found.cue.frames & {"nach", "rede"}:
        return False
    before = passage.clauses[: matrix.clause]
    if found.at > clause.first and outline.pair_at[clause.first] >= 0:
        return True
    return any(is_main(outline, c) for c in before) or any(
        outline.pair_at[c.first] >= 0 and outline.pair_at[c.last - 1] >= 0
        for c in before
    )


def _opens_with(outline: Outline, passage: Passage, matrix: Matrix) -> bool:
    """Whether the verb is the first word of its clause, „so“ and marks aside."""
    at = matrix.found.at
    first = passage.clauses[matrix.clause].first
    while first < at and (
        outline.pair_at[first] >= 0 or outline.lows[first] == "so"
    ):
        first += 1
    return first == at and (at > passage.first)


# --- content before the frame ---


def preceding(outline: Outline, passage: Passage, matrix: Matrix) -> Rendering | None:
    """The rendering whose frame follows, or interrupts, its content."""
    begin, end, last_clause = _postposed_frame(outline, passage, matrix)
    content = [trimmed(outline, matrix.since, begin)]
    rest = _continuation(outline, passage, last_clause, end)
    if rest is not None:
        content.append(rest)
    content = [c for c in content if c[0] < c[1]]
    if not content:
        return None
    roles = roles_of(outline, matrix.found, begin, end)
    return _rendering(outline, matrix.found, content, (begin, end), roles, "nach")


def _postposed_frame(
    outline: Outline, passage: Passage, matrix: Matrix
) -> tuple[int, int, int]:
    clause = passage.clauses[matrix.clause]
    begin = clause.first
    while outline.pair_at[begin] >= 0:
        begin += 1
    if begin == clause.first and clause.divider:
        begin -= 1
    number = matrix.clause
    while passage.clauses[number].last <= matrix.found.parts[-1]:
        number += 1
    end = _frame_cut(outline, passage.clauses[number], matrix.found)
    if end == passage.clauses[number].last:
        while number + 1 < len(passage.clauses) and _is_aside(
            outline, passage.clauses[number + 1]
        ):
            number += 1
        end = passage.clauses[number].last
    while end > begin + 1 and outline.words[end - 1] in ENDS:
        end -= 1
    if end < passage.last and outline.words[end] == "," and number + 1 < len(
        passage.clauses
    ):
        end += 1
    return begin, end, number


def _frame_cut(outline: Outline, clause: Clause, found: Found) -> int:
    """Where the frame ends in its clause: before „und nannte …“, before a mark."""
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


def _continuation(
    outline: Outline, passage: Passage, last_clause: int, end: int
) -> Range | None:
    """What goes on after a frame in the middle of the passage."""
    if last_clause + 1 >= len(passage.clauses):
        return None
    follows = passage.clauses[last_clause + 1]
    begin, stop = trimmed(outline, max(end, follows.first), passage.last)
    return (begin, stop) if begin < stop else None


# --- content after the frame ---


def following(outline: Outline, passage: Passage, matrix: Matrix) -> Rendering | None:
    """The rendering whose frame comes first."""
    begin = _content_begin(outline, passage, matrix)
    if begin is None:
        return None
    content = trimmed(outline, begin, _content_end(outline, passage, matrix, begin))
    if content[0] >= content[1]:
        return None
    frame = (_frame_begin(outline, passage, matrix), begin)
    roles = roles_of(outline, matrix.found, frame[0], begin)
    return _rendering(outline, matrix.found, [content], frame, roles, "vor")


def _content_begin(
    outline: Outline, passage: Passage, matrix: Matrix
) -> int | None:
    """Where the content of a frame begins, if its cue takes what follows."""
    found = matrix.found
    number = matrix.clause
    while passage.clauses[number].last <= found.parts[-1]:
        number += 1
    inside = _inside_clause(outline, passage.clauses[number], found)
    if inside is not None:
        return inside
    for ahead in range(number + 1, min(number + 3, len(passage.clauses))):
        clause = passage.clauses[ahead]
        if _takes(outline, passage, found, ahead):
            return clause.first
        if not _is_aside(outline, clause):
            return None
    return None


def _inside_clause(outline: Outline, clause: Clause, found: Found) -> int | None:
    """Content without a comma before it: „sagte dass …“, „sagte „…““."""
    for index in range(found.parts[-1] + 1, clause.last):
        if outline.lows[index] in words_of("complement") and "satz" in found.cue.frames:
            return index
        if outline.pair_at[index] >= 0 and "rede" in found.cue.frames:
            pair = outline.outer[outline.pair_at[index]]
            if pair.last >= clause.last and pair.last - pair.first > 5:
                return index
            return None
    return None


def _takes(outline: Outline, passage: Passage, found: Found, number: int) -> bool:
    """Whether the clause may be what the cue frames."""
    clause, frames = passage.clauses[number], found.cue.frames
    low = outline.lows[clause.first]
    opens_marks = outline.pair_at[clause.first] >= 0
    if clause.divider == ":":
        return bool(frames & {"rede", "satz"})
    if opens_marks and "rede" in frames:
        return True
    if "satz" in frames and (low in words_of("question") or low in words_of("complement")):
        return not (low == "wie" and _is_wie_frame(outline, clause))
    if outline.lows[passage.clauses[found_clause(passage, found)].first] == "wie":
        return True
    if "zu" in frames and any(
        has_infinitive(outline, c) for c in passage.clauses[number : number + 2]
    ):
        return not is_relative(outline, clause) and low not in words_of("purpose")
    return "satz" in frames and _is_reported_clause(outline, passage, found, number)


def found_clause(passage: Passage, found: Found) -> int:
    """The number of the clause that holds the finite verb of a cue."""
    return next(n for n, c in enumerate(passage.clauses) if found.at < c.last)


def _is_wie_frame(outline: Outline, clause: Clause) -> bool:
    tokens = open_tokens(outline, clause)
    return bool(tokens) and is_cue(outline.lows[tokens[-1]])


def _is_reported_clause(
    outline: Outline, passage: Passage, found: Found, number: int
) -> bool:
    """A main clause in the Konjunktiv, here or after a subordinate clause."""
    clause = passage.clauses[number]
    if is_relative(outline, clause):
        return False
    ahead = passage.clauses[number : number + 4]
    if outline.lows[clause.first] in words_of("coordinator"):
        return False
    if any(has_konjunktiv(outline, c) for c in ahead):
        return konjunktiv_at(outline, clause) is not None or not has_verb(
            outline, clause
        ) or is_subordinate(outline, clause)
    return "frei" in found.cue.frames and is_main(outline, clause) and (
        outline.lows[clause.first] not in words_of("coordinator")
    )


def _content_end(
    outline: Outline, passage: Passage, matrix: Matrix, begin: int
) -> int:
    """Where the content ends: the passage, or a new frame that is coordinated."""
    for clause in passage.clauses:
        if clause.last <= begin:
            continue
        for index in range(max(begin + 1, clause.first), clause.last):
            if _new_frame_at(outline, index, clause):
                return index
    return passage.last


def _new_frame_at(outline: Outline, index: int, clause: Clause) -> bool:
    """„… und kündigte an“: a cue in the indicative right after „und“."""
    if outline.lows[index] not in words_of("coordinator") or outline.pair_at[index] >= 0:
        return False
    following = index + 1
    if following >= clause.last:
        return False
    low = outline.lows[following]
    return is_cue(low) and not low.endswith("en")


def _frame_begin(outline: Outline, passage: Passage, matrix: Matrix) -> int:
    """Where the frame begins: the passage, or the conjunct that the cue stands in."""
    at = matrix.found.at
    clause = passage.clauses[matrix.clause]
    if at > passage.first and outline.lows[at - 1] in words_of("coordinator"):
        return at - 1
    for number in range(matrix.clause, 0, -1):
        one = passage.clauses[number]
        if one.divider in {";", ":"} or (
            outline.lows[one.first] in words_of("coordinator")
            and one.first >= matrix.since
        ):
            return one.first
    del clause
    return max(passage.first, min(matrix.since, at))


# --- roles ---


def roles_of(outline: Outline, found: Found, begin: int, end: int) -> Roles:
    """Who speaks to whom in the frame."""
    speaker = _speaker(outline, found, begin, end)
    if found.voice is Voice.PASSIVE:
        subject = subject_before(outline, begin, found.at)
        return Roles(speaker, subject if found.cue.frames & {"zu"} else None)
    return Roles(speaker, addressee_of(outline, found, begin, end, speaker))


def _speaker(outline: Outline, found: Found, begin: int, end: int) -> Range | None:
    if found.cue.verb == "heißen":
        return after_preposition(outline, begin, end, ORIGIN)
    if found.voice is Voice.PASSIVE:
        return after_preposition(outline, begin, end, BY)
    if found.cue.verb == "bekannt-werden":
        return None
    if has_subject_pronoun_after(outline, found.at, end):
        return found.at + 1, found.at + 2
    return (
        _before(outline, found, begin)
        or subject_after(outline, found.at, end)
    )


def _before(outline: Outline, found: Found, begin: int) -> Range | None:
    """The subject before the verb; in a subordinate clause, after its opening."""
    start = begin
    for index in range(found.at, begin - 1, -1):
        low = outline.lows[index]
        if (low in words_of("subordinator") or low == "wie") and index < found.at and (
            found.final or index == begin
        ):
            start = index + 1
            break
    return subject_before(outline, start, found.parts[0] if found.final else found.at)


def _rendering(
    outline: Outline,
    found: Found,
    content: list[Range],
    frame: Range,
    roles: Roles,
    side: str,
) -> Rendering:
    direct = all(_all_marked(outline, piece) for piece in content)
    return Rendering(
        rule=f"{'rede' if direct else 'cue'}-{side}",
        kind="direct" if direct else "indirect",
        content=tuple(content),
        cue=ranges_of(found.parts),
        speaker=(roles.speaker,) if roles.speaker else (),
        addressee=(roles.addressee,) if roles.addressee else (),
        frame=(frame,),
        medium=found.cue.medium,
    )


def _all_marked(outline: Outline, piece: Range) -> bool:
    """Whether a range is one marked passage, from mark to mark."""
    first, last = piece
    number = outline.pair_at[first]
    return number >= 0 and outline.pair_at[last - 1] >= 0 and all(
        outline.pair_at[i] >= 0 for i in range(first, last)
    )
