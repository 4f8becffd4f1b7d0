"""Hearsay: „soll“ that passes on what others say.

    Der Mann soll geflohen sein.

The auxiliary alone may also mean a plan or a duty, so only the perfect counts („soll
… haben“, „soll … sein“), and only in a sentence that nobody else speaks. Whose word
it is stands, if anywhere, in a sentence before.
"""

import re

from laut.reading.clauses import is_relative, is_subordinate, open_tokens
from laut.reading.draft import Draft, with_quotations
from laut.reading.outline import Outline, Passage
from laut.reading.rendering import Rendering, quotation_of
from laut.reading.spoken import spoken_of
from laut.reading.words import words_of

_PARTICIPLE = re.compile(
    r"ge\w{2,}(?:t|en)$|(?:be|ver|er|ent|zer|miss|über|unter)\w{2,}(?:t|en)$|iert$|^worden$"
)


def hearsay(draft: Draft) -> Draft:
    """Add the sentences that pass on hearsay with „soll“."""
    spoken = spoken_of(draft)
    renderings = [
        Rendering(
            rule="hearsay",
            kind="free_indirect",
            content=((passage.first, passage.last),),
        )
        for passage in draft.outline.passages
        if spoken.is_free(passage.first, passage.last)
        and _passes_on(draft.outline, passage)
    ]
    return with_quotations(draft, [quotation_of(draft, r) for r in renderings])


def _passes_on(outline: Outline, passage: Passage) -> bool:
    """Whether a main clause of the passage has „soll“ and ends in a perfect."""
    for clause in passage.clauses:
        if is_relative(outline, clause) or is_subordinate(outline, clause):
            continue
        lows = [outline.lows[i] for i in open_tokens(outline, clause)]
        if words_of("hearsay").intersection(lows) and _ends_in_perfect(lows):
            return True
    return False


def _ends_in_perfect(lows: list[str]) -> bool:
    """Whether the last words are a participle and „haben“ or „sein“."""
    return (
        lows[-1] in words_of("perfect-end") and _PARTICIPLE.search(lows[-2]) is not None
    )
