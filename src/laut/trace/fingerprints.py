"""Fingerprints of a text: a few numbers that every copy of a passage shares.

Winnowing (Schleimer, Wilkerson, Aiken 2003): every run of `K` words has a hash; of the
hashes in every window of `W` the least is kept. So whoever shares `K + W - 1` words in
a row shares a fingerprint, wherever they stand, and about two in five hashes are kept.

Takes text, returns words and `Print`s. Pure; the same on every machine, in every run,
as a ledger keeps them: a change here is a change of its content. Words are compared
without case, ß as ss, and without anything between them.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import mmh3
import numpy as np
import numpy.typing as npt

K = 5
"""How many words a hash covers."""

W = 4
"""Of how many hashes that follow one another the least is kept."""

Hashes = npt.NDArray[np.uint64]
Mask = npt.NDArray[np.bool_]

_WORD = re.compile(r"[^\W_]+(?:[.,:](?=\d)\d+)*")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""Soft hyphens and joiners: in some copies of a text and not in others."""

_FACTOR = 0x9E3779B97F4A7C15
_MIXERS = (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53)


class Print(NamedTuple):
    """A fingerprint: a signed number of 64 bits, and the word that it begins at."""

    hash: int
    position: int


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return _WORD.findall(_UNSEEN.sub("", text).casefold())


def fingerprints(words: Sequence[str]) -> tuple[Print, ...]:
    """The fingerprints of some words, in their order; none of fewer than `K`."""
    hashes = grams(words)
    places = _winnowed(hashes, min(W, len(hashes)))
    numbers = hashes[places].astype(np.int64).tolist()
    return tuple(map(Print, numbers, places.tolist()))


def grams(words: Sequence[str], size: int = K) -> Hashes:
    """A hash for every run of `size` words, in their order."""
    count = len(words) - size + 1
    if count < 1:
        return np.empty(0, np.uint64)
    each = hashes_of(words)
    whole = np.zeros(count, np.uint64)
    for step in range(size):
        whole = whole * np.uint64(_FACTOR) + each[step : step + count]
    return _mixed(whole)


def hashes_of(words: Sequence[str]) -> Hashes:
    """A hash for every word."""
    known = {word: mmh3.hash64(word, signed=False)[0] for word in set(words)}
    return np.array([known[word] for word in words], np.uint64)


def key(*parts: str) -> int:
    """A fingerprint that stands for names rather than words, signed."""
    return int(mmh3.hash64("\0".join(parts))[0])


def covered(begins: Mask, words: int, size: int = K) -> Mask:
    """Which of so many words lie in a run of `size` that begins where it says so."""
    mask = np.zeros(words, np.bool_)
    for step in range(min(size, words)):
        mask[step : step + len(begins)] |= begins
    return mask


def _mixed(numbers: Hashes) -> Hashes:
    """Every bit of the result depends on every bit of the number."""
    for mixer in _MIXERS:
        numbers = (numbers ^ (numbers >> np.uint64(33))) * np.uint64(mixer)
    return numbers ^ (numbers >> np.uint64(33))


def _winnowed(hashes: Hashes, window: int) -> npt.NDArray[np.intp]:
    """Where the least hash of every window stands, the last of equals."""
    if not len(hashes):
        return np.empty(0, np.intp)
    windows = np.lib.stride_tricks.sliding_window_view(hashes, window)
    back = windows[:, ::-1].argmin(axis=1)
    return np.unique(np.arange(len(windows)) + window - 1 - back)
