"""One stretch of text out of scattered places.

A speaker is one phrase: what the model says of single words is made whole by taking the
stretch whose words are, together, most probably all of it. Pure, linear in the text.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Run(NamedTuple):
    """Places from `begin` up to, not with, `end`; none where both are the same."""

    begin: int
    end: int


def best_run(odds: NDArray[np.float32]) -> Run:
    """The stretch with the greatest sum of log odds (Bentley 1984); none below zero."""
    likely = np.flatnonzero(odds > 0)
    if not len(likely):
        return Run(0, 0)
    first, last = int(likely[0]), int(likely[-1]) + 1
    best, kept = 0.0, Run(0, 0)
    total, begin = 0.0, first
    for place, value in enumerate(odds[first:last].tolist(), start=first):
        total += value
        if total > best:
            best, kept = total, Run(begin, place + 1)
        if total <= 0:
            total, begin = 0.0, place + 1
    return kept
