"""The mood of every token: what the model says, held to the forms that German has.

Takes what the model says and the words, returns one of `MOODS` a token. Forms that only
the Konjunktiv has are Konjunktiv. A verb in -e („gehe“, „habe“) is either that or a
first person: the latter where `ich` stands in the same clause. Pasts that look like a
Konjunktiv („sollte“) are one only where the model is sure.
"""

from collections.abc import Iterator, Sequence

from laut.reading.labels import MOODS, POS
from laut.reading.tagger import Tagged
from laut.reading.verbs import is_first_konjunktiv
from laut.reading.words import words_of

VERBAL = 0.5
"""How probably a word in -e must be a verb."""

SURE = 0.9
"""How sure the model must be of a Konjunktiv that looks like a past."""

_IND, _SUB = MOODS.index("Ind"), MOODS.index("Sub")
_VERB, _AUX = POS.index("VERB"), POS.index("AUX")
_ENDS = frozenset(",;:.!?–—()„“")


def moods(said: Tagged, lows: Sequence[str]) -> list[str]:
    """The mood of each token.

    Args:
        said: what the model says of the text.
        lows: the tokens in lower case.
    """
    real = said.token >= 0
    verbal = said.pos[real][:, [_VERB, _AUX]].sum(1).tolist()
    scores = said.mood[real].tolist()
    mine = list(_with_ich(lows))
    return [
        MOODS[_mood(low, verb, score, first)]
        for low, verb, score, first in zip(lows, verbal, scores, mine, strict=True)
    ]


def _mood(low: str, verbal: float, scores: list[float], first: bool) -> int:  # noqa: FBT001 - one of four facts of a token
    best = scores.index(max(scores))
    if low in words_of("konjunktiv-only"):
        return _SUB
    if _in_e(low) and verbal > VERBAL:
        return _IND if first else _SUB
    if best == _SUB and scores[_SUB] < SURE:
        return max((n for n in range(len(scores)) if n != _SUB), key=scores.__getitem__)
    return best


def _in_e(low: str) -> bool:
    """„gehe“, „habe“, „werde“: first person, or Konjunktiv."""
    return low.endswith("e") and (
        low in words_of("first-or-konjunktiv") or is_first_konjunktiv(low)
    )


def _with_ich(lows: Sequence[str]) -> Iterator[bool]:
    """Whether `ich` stands in the clause of each token, between commas and ends."""
    begin = 0
    for end in range(len(lows) + 1):
        if end == len(lows) or lows[end] in _ENDS:
            first = "ich" in lows[begin:end]
            yield from (first for _ in range(begin, end))
            if end < len(lows):
                yield False
            begin = end + 1
