"""How often a quotation like this one is right.

A quotation's raw score is the mean of three: how probable its tags are, how probable
that it begins and ends there, and how much of it a rule has found as well. The table
`german/model/confidence.tsv`, made by `python -m evaluation calibrate`, says for some
raw scores which share of such quotations was right: kind right, and at least 0.8 of
the content shared. What lies between is interpolated. Pure.
"""

from bisect import bisect_right

from laut.reading.decode import Piece
from laut.reading.hints import Hint
from laut.reading.tables import rows

LEAST, MOST = 0.02, 0.98
"""Nothing is certain."""


def raw_score(piece: Piece, hint: Hint | None) -> float:
    """The raw score of a content, 0 to 1.

    Args:
        piece: the content.
        hint: what a rule found there, in places.
    """
    agreed = 0.0
    if hint is not None and hint.kind == piece.kind:
        shared = len({*hint.content}.intersection(piece.places))
        agreed = shared / max(len(hint.content), len(piece.places))
    return (2 * piece.score + agreed) / 3


def share_right(raw: float) -> float:
    """The share of quotations of this raw score that are right."""
    knots = [(float(at), float(share)) for at, share in rows("model/confidence")]
    return interpolated(knots, raw)


def interpolated(knots: list[tuple[float, float]], raw: float) -> float:
    """The value at a place, between knots in ascending order; flat beyond them."""
    after = bisect_right(knots, (raw, MOST + 1))
    if after in {0, len(knots)}:
        share = knots[min(after, len(knots) - 1)][1]
    else:
        (begin, low), (end, high) = knots[after - 1], knots[after]
        share = low + (high - low) * (raw - begin) / (end - begin)
    return round(min(max(share, LEAST), MOST), 3)
