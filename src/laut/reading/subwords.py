"""Static vectors of words, from hashed character n-grams.

Any string has a vector: the mean of the rows that its n-grams hash to, as floret
computes it (MurmurHash3, 128 bits, seed 2166136261; n-grams of 3 to 5 characters of
the word between `<` and `>`, and the whole; two rows each). Rows are whole numbers, so
small that float32 adds them without loss: a vector is the same whatever else was asked
for, before or with it.
"""

from collections.abc import Sequence
from itertools import accumulate, repeat

import mmh3
import numpy as np
from numpy.typing import NDArray

SEED = 2166136261
HASHES = 2
SHORTEST, LONGEST = 3, 5
LONGEST_WORD = 60
"""Characters of a word that count; what is longer is no word."""

AT_ONCE = 256
"""New words added up together; bounds the memory that a text of any length takes."""

MOST_KNOWN = 60_000
"""Words whose vectors are kept, about 40 MB; then they are forgotten, all of them."""


def subword_rows(word: str, buckets: int) -> list[int]:
    """The rows of a word in a table of so many rows.

    Raises:
        UnicodeEncodeError: the word holds half a character (a lone surrogate).
    """
    rows: list[int] = _rows([grams(word)], buckets).tolist()
    return rows


def grams(word: str) -> list[str]:
    """The n-grams of a word, itself first."""
    marked = f"<{word[:LONGEST_WORD]}>"
    found = [marked]
    for length in range(SHORTEST, LONGEST + 1):
        ends = range(length, len(marked) + 1)
        found += [marked[end - length : end] for end in ends]
    return found


def _rows(words: Sequence[Sequence[str]], buckets: int) -> NDArray[np.uint32]:
    """The rows of all n-grams of some words, `HASHES` each."""
    joined = [gram for of_word in words for gram in of_word]
    digests = b"".join(map(mmh3.hash_bytes, joined, repeat(SEED)))
    hashed = np.frombuffer(digests, "<u4").reshape(-1, 4)[:, :HASHES]
    return hashed.ravel() % np.uint32(buckets)


class Subwords:
    """A table of int8 rows [buckets, width] with one scale.

    Vectors of words seen before are kept, as bytes. Safe to use from several threads:
    what is kept is only ever added to, or exchanged as a whole.
    """

    def __init__(self, table: NDArray[np.int8], scale: float) -> None:
        self.table = table
        self.scale = scale
        self._known: dict[str, bytes] = {}

    def vectors(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Vectors [words, width], float32."""
        known = self._known
        new = [word for word in dict.fromkeys(words) if word not in known]
        if len(known) + len(new) > MOST_KNOWN:
            known, new = {}, list(dict.fromkeys(words))
        for begin in range(0, len(new), AT_ONCE):
            some = new[begin : begin + AT_ONCE]
            known.update(zip(some, map(bytes, self._vectors(some)), strict=True))
        self._known = known
        joined = b"".join([known[word] for word in words])
        return np.frombuffer(joined, np.float32).reshape(-1, self.table.shape[1])

    def _vectors(self, words: Sequence[str]) -> NDArray[np.float32]:
        split = [grams(word) for word in words]
        rows = self.table[_rows(split, len(self.table))].astype(np.float32)
        sizes = [HASHES * len(of_word) for of_word in split]
        sums = np.empty((len(words), rows.shape[1]), np.float32)
        ones = np.ones(max(sizes), np.float32)
        ends = accumulate(sizes)
        for at, (size, last) in enumerate(zip(sizes, ends, strict=True)):
            np.dot(ones[:size], rows[last - size : last], out=sums[at])
        means = sums.astype(np.float64) / np.array(sizes)[:, None]
        vectors: NDArray[np.float32] = (means * self.scale).astype(np.float32)
        return vectors
