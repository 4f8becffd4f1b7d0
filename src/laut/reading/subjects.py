"""The subject of a sentence or clause, where one can be told by its order.

Takes an outline and a range of tokens; looks at the first finite verb of the range and
at what stands around it.
"""

from laut.reading.clauses import is_verb_like
from laut.reading.frames import Range, subject_after, subject_before
from laut.reading.outline import Outline

FARTHEST = 40
"""How many words before its verb a clause is looked through."""


def subject_of(outline: Outline, first: int, last: int) -> Range | None:
    """The subject around the first finite verb of a range of tokens."""
    for index in range(first, min(last, first + FARTHEST)):
        if outline.pair_at[index] >= 0 or not is_verb_like(outline, index):
            continue
        return subject_before(outline, first, index) or subject_after(
            outline, index, min(last, index + FARTHEST)
        )
    return None
