"""The mere report that something was said.

    Die Ministerin forderte schnellere Entscheidungen.

Only for verbs that say so without more (`bericht` in `cues.tsv`), and only in a
sentence that holds no other quotation: its content is the whole sentence, or that half
of it that reports.
"""

from laut.reading.clauses import is_verb_like
from laut.reading.cues import Cue, Voice
from laut.reading.draft import Draft, with_quotations
from laut.reading.outline import Outline, Passage
from laut.reading.rendering import Rendering, quotation_of
from laut.reading.roles import Matrix, matrices_of, opening_of, roles_of
from laut.reading.sides import is_refused
from laut.reading.spoken import spoken_of
from laut.reading.words import words_of


def reported(draft: Draft) -> Draft:
    """Add the sentences that only report that somebody said something."""
    spoken = spoken_of(draft)
    renderings = (
        _in_passage(draft.outline, passage)
        for passage in draft.outline.passages
        if spoken.is_free(passage.first, passage.last)
    )
    return with_quotations(draft, [quotation_of(draft, r) for r in renderings if r])


def _in_passage(outline: Outline, passage: Passage) -> Rendering | None:
    for matrix in matrices_of(outline, passage):
        if not _reports(outline, matrix) or _quotes(outline, matrix):
            continue
        roles = roles_of(outline, matrix, passage.first, passage.last)
        if roles.speaker:
            return Rendering(
                rule="reported-by-words" if matrix.found.cue.beside else "reported",
                kind="reported",
                content=((_conjunct(outline, matrix), passage.last),),
                speaker=roles.speaker,
                addressee=roles.addressee,
                medium=matrix.found.cue.medium,
            )
    return None


def _conjunct(outline: Outline, matrix: Matrix) -> int:
    """Where the report begins: „Sie kam an und | äußerte sich besorgt über …“."""
    clause = matrix.passage.clauses[matrix.clause]
    joined = [
        at + 1
        for at in range(clause.first + 1, matrix.found.parts[0])
        if outline.lows[at] == "und" and is_verb_like(outline, at + 1)
    ]
    return joined[-1] if joined else matrix.passage.first


def _reports(outline: Outline, matrix: Matrix) -> bool:
    """Whether the verb, where it stands, tells that something was said."""
    if matrix.found.voice is not Voice.ACTIVE or is_refused(outline, matrix):
        return False
    words = outline.lows[matrix.passage.first : matrix.passage.last]
    if (
        not words_of("death-toll").isdisjoint(words)
        and "fordern" in matrix.found.cue.verb
    ):
        return False  # „Die Flut forderte viele Todesopfer.“
    return opening_of(outline, matrix) is None and tells(matrix.found.cue, words)


def _quotes(outline: Outline, matrix: Matrix) -> bool:
    """Whether words in marks are what the verb takes: „nannte das „Unsinn““."""
    clause = matrix.passage.clauses[matrix.clause]
    after = range(matrix.found.at, clause.last)
    return "rede" in matrix.found.cue.frames and any(
        outline.pair_at[i] >= 0 for i in after
    )


def tells(cue: Cue, words: list[str]) -> bool:
    """Whether the bare report is a quotation: `bericht`, or `bericht-von` and „von“."""
    for frame in cue.frames:
        name, _, preposition = frame.partition("-")
        if name == "bericht" and (not preposition or preposition in words):
            return True
    return False
