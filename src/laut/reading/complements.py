"""What a cue takes: whether a clause after it is its content.

Pure questions about an `Outline`, a passage and a cue; each looks a few clauses ahead.
"""

from laut.reading.clauses import (
    has_infinitive,
    has_konjunktiv,
    has_verb,
    is_main,
    is_relative,
    is_subordinate,
    open_tokens,
)
from laut.reading.cues import Found, is_cue
from laut.reading.outline import Clause, Outline, Passage
from laut.reading.words import words_of

AHEAD = 4
"""How many clauses further a Konjunktiv may stand that marks the first of them."""


def takes(outline: Outline, passage: Passage, found: Found, number: int) -> bool:
    """Whether the clause of this number may be what the cue frames."""
    clause, frames = passage.clauses[number], found.cue.frames
    if clause.divider == ":":
        return bool(frames & {"rede", "satz"})
    if outline.pair_at[clause.first] >= 0:
        within = outline.lows[min(clause.first + 1, clause.last - 1)]
        return "rede" in frames or within in words_of("complement")
    if "satz" in frames and opens_complement(outline, clause):
        return True
    if "zu" in frames and _is_infinitive(outline, passage, number):
        return True
    return "satz" in frames and _is_reported(outline, passage, found, number)


def opens_complement(outline: Outline, clause: Clause) -> bool:
    """Whether it opens with dass, ob or a question word, and is no „wie X sagte“."""
    low = outline.lows[clause.first]
    if low == "wie":
        tokens = open_tokens(outline, clause)
        return not (tokens and is_cue(outline.lows[tokens[-1]]))
    return low in words_of("question") or low in words_of("complement")


def _is_infinitive(outline: Outline, passage: Passage, number: int) -> bool:
    clause = passage.clauses[number]
    if outline.lows[clause.first] in words_of("subordinator"):
        return False
    if is_relative(outline, clause):
        return False
    return any(has_infinitive(outline, c) for c in passage.clauses[number : number + 2])


def _is_reported(outline: Outline, passage: Passage, found: Found, number: int) -> bool:
    """A main clause in the Konjunktiv, here or after a subordinate clause."""
    clause = passage.clauses[number]
    low = outline.lows[clause.first]
    if is_relative(outline, clause) or low in words_of("coordinator"):
        return False
    ahead = passage.clauses[number : number + AHEAD]
    if any(has_konjunktiv(outline, c) for c in ahead) and (
        has_konjunktiv(outline, clause)
        or not has_verb(outline, clause)
        or low in words_of("condition")
    ):
        return True
    return (
        "frei" in found.cue.frames
        and is_main(outline, clause)
        and not is_subordinate(outline, clause)
    )
