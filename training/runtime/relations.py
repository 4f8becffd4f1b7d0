"""How the places of a window stand to the quotation that is read there.

The model reads the roles of one quotation at a time, from a window around it, and must
know which quotation is meant: each place is told whether it lies before the content,
inside, in a gap or behind, and how far from its edges.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

BEFORE, AFTER = 90, 60
"""Places of the window on either side of a content."""
BUCKETS = (1, 2, 3, 5, 8, 12, 20, 32, 50, 80, 120)
STEPS = len(BUCKETS) + 1
PADDING = 4 * STEPS - 1
BEFORE_IT, INSIDE, IN_GAP, BEHIND = range(4)


def relations(content: Sequence[int], start: int, stop: int) -> NDArray[np.int64]:
    """How each place from `start` up to `stop` stands to a content: where, how far."""
    places = np.arange(start, stop)
    first, last = content[0], content[-1]
    where = np.where(places < first, BEFORE_IT, np.where(places > last, BEHIND, IN_GAP))
    far = np.where(where == IN_GAP, 1, np.maximum(first - places, places - last))
    own = np.asarray(content)
    where[own - start] = INSIDE
    far[own - start] = np.minimum(own - first, last - own)
    return where * STEPS + np.searchsorted(BUCKETS, far, side="right")
