"""Quotations with a verb of rendering: direct and indirect, the frame anywhere.

    Frame, content.       Die Ministerin sagte, das sei falsch.
    Content, frame.       Das sei falsch, sagte die Ministerin.
    Content, frame, rest. „Das“, sagte sie, „ist falsch.“
    Wie frame, content.   Wie die Ministerin mitteilte, ist das falsch.

Reads the cues of `cues.tsv` in every clause; what a cue takes is in its row.
"""

from collections.abc import Iterator

from laut.reading.clauses import open_tokens
from laut.reading.cues import Found, cues_in
from laut.reading.draft import Draft, with_quotations
from laut.reading.outline import Outline, Passage
from laut.reading.rendering import Rendering, quotation_of
from laut.reading.matrix import Matrix, following, is_postposed, preceding

LOOK_AHEAD = 2
"""How many clauses further the end of a verb may stand."""


def cued(draft: Draft) -> Draft:
    """Add the quotations that a verb of rendering introduces or follows."""
    renderings = [
        rendering
        for number in range(len(draft.outline.passages))
        for rendering in _in_passage(draft.outline, number)
    ]
    return with_quotations(draft, (quotation_of(draft, r) for r in renderings))


def _in_passage(outline: Outline, number: int) -> Iterator[Rendering]:
    passage = outline.passages[number]
    tokens = [open_tokens(outline, clause) for clause in passage.clauses]
    done = passage.first
    for place in range(len(tokens)):
        later = tokens[place + 1 : place + 1 + LOOK_AHEAD]
        for found in cues_in(outline.lows, tokens[place], later):
            if found.at < done:
                continue
            matrix = Matrix(number, place, found, done)
            rendering = _rendering(outline, passage, matrix)
            if rendering is not None:
                yield rendering
                done = max(done, rendering.content[-1][1], rendering.frame[-1][1])


def _rendering(outline: Outline, passage: Passage, matrix: Matrix) -> Rendering | None:
    if is_postposed(outline, passage, matrix):
        return preceding(outline, passage, matrix)
    return following(outline, passage, matrix)
