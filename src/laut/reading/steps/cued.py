"""Quotations with a verb of rendering: direct and indirect, the frame anywhere.

    Frame, content.       Die Ministerin sagte, das sei falsch.
    Content, frame.       Das sei falsch, sagte die Ministerin.
    Content, frame, rest. „Das“, sagte sie, „ist falsch.“
    Wie frame, content.   Wie die Ministerin mitteilte, ist das falsch.

Reads the cues of `cues.tsv` in every clause; what a cue takes is in its row.
"""

from collections.abc import Iterator

from laut.reading.draft import Draft, with_quotations
from laut.reading.matrix import rendering_of
from laut.reading.outline import Outline, Passage
from laut.reading.rendering import Rendering, quotation_of
from laut.reading.roles import matrices_of


def cued(draft: Draft) -> Draft:
    """Add the quotations that a verb of rendering introduces or follows."""
    renderings = (
        rendering
        for passage in draft.outline.passages
        for rendering in _in_passage(draft.outline, passage)
    )
    return with_quotations(draft, [quotation_of(draft, r) for r in renderings])


def _in_passage(outline: Outline, passage: Passage) -> Iterator[Rendering]:
    since = begun = passage.first
    for matrix in matrices_of(outline, passage):
        if matrix.found.at < since:
            continue
        placed = matrix._replace(since=since, begun=begun)
        rendering = rendering_of(outline, placed)
        if rendering is not None:
            yield rendering
            begun = rendering.frame[0][0]
            since = max(since, rendering.content[-1][1], rendering.frame[-1][1])
