"""A quotation as token numbers, for the steps that judge how it is rendered.

Made once from a draft and a quotation. `cued` is the word of rendering that decides;
for a report, which has no cue, it is looked for in the content.
"""

from typing import NamedTuple

from laut.model import Quotation
from laut.reading.actwords import (
    IN_CONTENT,
    IN_CUE,
    IN_FRAME,
    IN_REPORT,
    ActWordFound,
    found_in,
)
from laut.reading.behind import contradicted
from laut.reading.draft import Draft
from laut.reading.frames import Range
from laut.reading.outline import Outline
from laut.reading.polarity import is_participle_like, modal_in, negation_at
from laut.reading.predicate import Proposition, proposition_of
from laut.reading.predicates import class_of
from laut.reading.spoken import tokens_of
from laut.spans import Spans

_NAME = 3
"""Letters of the shortest word that may name the speaker again."""

_SUBJECT = 6
"""Among how many first words of a clause its subject stands."""


class Rendered(NamedTuple):
    """One quotation as the judges see it.

    Attributes:
        cue, frame, content: token numbers.
        said: what the content asserts.
        cued: the word of rendering that tells most.
        own: whether the source is the subject of what is said.
        source: who it is; "" where nobody is named.
    """

    outline: Outline
    quotation: Quotation
    cue: list[int]
    frame: list[int]
    content: list[int]
    said: Proposition
    cued: ActWordFound | None
    own: bool
    source: str


def rendered_of(draft: Draft, quotation: Quotation) -> Rendered:
    """What the judges need to know of a quotation."""
    outline = draft.outline
    ranges = _ranges(draft, quotation.content)
    cue, frame = _tokens(draft, quotation.cue), _tokens(draft, quotation.frame)
    said = proposition_of(outline, ranges)
    cued = None if contradicted(draft, quotation) else _cued(outline, cue, frame)
    if cued is None and quotation.kind == "reported":
        cued = _in_report(outline, said)
    attribution = quotation.attribution
    source = attribution.source.name if attribution else ""
    speaker = {outline.words[i] for i in _tokens(draft, quotation.speaker)}
    names = {
        w for w in (*speaker, *source.split()) if len(w) >= _NAME and w[0].isupper()
    }
    return Rendered(
        outline=outline,
        quotation=quotation,
        cue=cue,
        frame=frame,
        content=[i for first, last in ranges for i in range(first, last)],
        said=said,
        cued=cued,
        own=_is_own(outline, said, names),
        source=source,
    )


def _cued(outline: Outline, cue: list[int], frame: list[int]) -> ActWordFound | None:
    """The word of the cue; of „nach Ansicht von X“ the noun; else one of the frame."""
    if len(cue) == 1 and outline.lows[cue[0]] in class_of("preposition-cue"):
        return found_in(outline, frame, IN_CUE) or found_in(outline, cue, IN_CUE)
    found = found_in(outline, cue, IN_CUE)
    around = found_in(outline, frame, IN_FRAME)
    if found is None:
        return around
    toned = around is not None and around.word.sort == "word"
    return around if toned and found.word.act == "say" else found


def _in_report(outline: Outline, said: Proposition) -> ActWordFound | None:
    """The word of rendering in a report: in its main clause, else past it."""
    found = found_in(outline, said.main, IN_REPORT)
    return found or found_in(outline, (*said.main, *said.rest), IN_REPORT)


def _is_own(outline: Outline, said: Proposition, names: set[str]) -> bool:
    """Whether a pronoun or the speaker's name is the subject of the main clause."""
    opening = said.main[:_SUBJECT]
    bodies = {outline.lows[i] for i in opening} & class_of("own-body")
    if bodies and outline.lows[opening[0]] in class_of("possessive"):
        return True
    return any(
        outline.lows[index] in class_of("own-subject") or outline.words[index] in names
        for index in opening
    )


def _ranges(draft: Draft, spans: Spans) -> list[Range]:
    return [tokens_of(draft, span) for span in spans]


def _tokens(draft: Draft, spans: Spans) -> list[int]:
    return [i for first, last in _ranges(draft, spans) for i in range(first, last)]


def is_cue_negated(rendered: Rendered) -> bool:
    """Whether the clause of the cue is negated: „schloss nicht aus“."""
    beside = rendered.frame or rendered.cue or rendered.said.main
    return negation_at(rendered.outline, beside) is not None


def own_word(rendered: Rendered) -> ActWordFound | None:
    """A verb of rendering in the content that the source does: „er gehe davon aus“.

    None in a report, in the passive („sei nie gefunden worden“), and under the
    source's own „werde“ or „wolle“, for then it is only going to.
    """
    kind, outline = rendered.quotation.kind, rendered.outline
    if kind == "reported" or not (rendered.own or kind == "indirect_free_indirect"):
        return None
    found = found_in(outline, rendered.said.main, IN_CONTENT)
    return None if found is None or _is_not_done(rendered, found) else found


def _is_not_done(rendered: Rendered, found: ActWordFound) -> bool:
    outline, main = rendered.outline, rendered.said.main
    low = outline.lows[found.at]
    passive = modal_in(outline, main, "passive") is not None
    if is_participle_like(low) and passive:
        return True
    intends = modal_in(outline, main, "will") or modal_in(outline, main, "future")
    return low.endswith("n") and intends is not None and intends != found.at
