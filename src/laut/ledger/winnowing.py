"""Fingerprints of a text: few of its word sequences, chosen so that copies share them.

Every run of `RUN` words is hashed, and of any `WINDOW` neighbouring runs the one with
the least hash is kept. So two texts that share `RUN + WINDOW - 1` words in a row share
a fingerprint, wherever these stand, and no text keeps much more than two in five of
its words' number. Case, marks and spaces do not count. Pure.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import mmh3

RUN = 5
WINDOW = 4
_WORD = re.compile(r"\w+")
_BITS = 48
"""Of a hash that are kept: among ten million, chance makes less than one pair equal."""


class Fingerprint(NamedTuple):
    """The hash of a run of words, and the number of the word it begins with."""

    hash: int
    position: int


def words_of(text: str) -> list[str]:
    """The words of a text as fingerprints compare them; positions count these."""
    return _WORD.findall(text.casefold())


def fingerprints(text: str) -> list[Fingerprint]:
    """The fingerprints of a text, in its order; a short text has one, of all words."""
    words = words_of(text)
    if not words:
        return []
    hashes = list(_hashes(words))
    return [Fingerprint(hashes[at], at) for at in _kept(hashes)]


def _hashes(words: Sequence[str]) -> Iterator[int]:
    for at in range(max(1, len(words) - RUN + 1)):
        run = " ".join(words[at : at + RUN])
        yield mmh3.hash64(run, signed=False)[0] >> (64 - _BITS)


def _kept(hashes: Sequence[int]) -> Iterator[int]:
    """The places of the least hash in each window; of equal ones the last."""
    last = -1
    for begin in range(max(1, len(hashes) - WINDOW + 1)):
        end = min(begin + WINDOW, len(hashes))
        if last < begin:
            last = min(range(begin, end), key=lambda at: (hashes[at], -at))
            yield last
        elif hashes[end - 1] <= hashes[last]:
            last = end - 1
            yield last
