"""What is known of a word before it is read: how it stands in other texts.

`training/lore.py` counts as which name a word was marked elsewhere, and what stands
before and after it in the raw text of the training. Here the counts are looked up:
`Lore.of` takes forms as the model sees them and returns one row each. Words are kept as
hashes (MurmurHash3, 32 bits), for so a table of hundreds of thousands is loaded at
once; what is unknown has zeros. Pure, linear in the text.
"""

from collections.abc import Sequence
from typing import NamedTuple

import mmh3
import numpy as np
from numpy.typing import NDArray

SEED = 2166136261
WIDTH = 22
"""Columns: as what it was marked (10), what stands around it (12)."""

FULL = 255
"""What a share of one is kept as."""


class Lore(NamedTuple):
    """A table of words.

    Attributes:
        words: [words] hashes, ascending, uint32.
        rows: [words, WIDTH] shares in steps of 1/255, uint8.
    """

    words: NDArray[np.uint32]
    rows: NDArray[np.uint8]

    def of(self, forms: Sequence[str]) -> NDArray[np.float32]:
        """What is known of each form, [forms, WIDTH] of 0 to 1.

        A form in -s that is not known is taken for a genitive: „Kiews“.
        """
        at = self._at([hashed(form) for form in forms])
        cut = self._at([hashed(form[:-1]) if form[-1:] == "s" else 0 for form in forms])
        at = np.where(at < 0, cut, at)
        rows = self.rows[at].astype(np.float32) / np.float32(FULL)
        rows[at < 0] = 0
        return rows

    def _at(self, hashes: Sequence[int]) -> NDArray[np.int64]:
        """The rows of hashes, -1 where there is none."""
        wanted = np.array(hashes, np.uint32)
        at = np.minimum(np.searchsorted(self.words, wanted), len(self.words) - 1)
        return np.where(self.words[at] == wanted, at, -1)


def hashed(word: str) -> int:
    """The number that a word is kept as."""
    return mmh3.hash(word, SEED, signed=False)
