"""The mere report that something was said: „X forderte schnellere Entscheidungen.“

Only for verbs that say so without more (`bericht` in `cues.tsv`), and only in a
sentence that holds no other quotation: its content is the whole sentence.
"""

from collections.abc import Iterator

from laut.reading.clauses import open_tokens
from laut.reading.cues import Found, Voice, cues_in
from laut.reading.draft import Draft, with_quotations
from laut.reading.matrix import is_refused
from laut.reading.outline import Outline, Passage
from laut.reading.rendering import Rendering, quotation_of
from laut.reading.roles import Matrix, opening_of, roles_of
from laut.reading.spoken import spoken_of

LOOK_AHEAD = 2
"""How many clauses further the end of a verb may stand."""


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
    for matrix in _matrices(outline, passage):
        found = matrix.found
        if not _reports(outline, passage, found) or is_refused(outline, matrix):
            continue
        if opening_of(outline, matrix) is not None:
            continue
        roles = roles_of(outline, matrix, passage.first, passage.last)
        if not roles.speaker:
            continue
        return Rendering(
            rule="reported:"+found.cue.verb,
            kind="reported",
            content=((passage.first, passage.last),),
            speaker=roles.speaker,
            addressee=roles.addressee,
            medium=found.cue.medium,
        )
    return None


def _matrices(outline: Outline, passage: Passage) -> Iterator[Matrix]:
    tokens = [open_tokens(outline, clause) for clause in passage.clauses]
    for number in range(len(tokens)):
        later = tokens[number + 1 : number + 1 + LOOK_AHEAD]
        for found in cues_in(outline.lows, tokens[number], later):
            yield Matrix(passage, number, found, passage.first)


def _reports(outline: Outline, passage: Passage, found: Found) -> bool:
    if found.voice is not Voice.ACTIVE:
        return False
    for frame in found.cue.frames:
        name, _, preposition = frame.partition("-")
        if name == "bericht" and (not preposition or preposition in outline.lows[passage.first:passage.last]):
            return True
    return False
