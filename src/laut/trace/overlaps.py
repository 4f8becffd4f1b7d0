"""How much of one text stands in another, word by word.

Takes texts, returns masks over their words and the shares that follow. Words count as
copied where `RUN` of them in a row stand in the other text too, wherever. Pure.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq

from laut.trace.fingerprints import (
    Hashes,
    K,
    Mask,
    Print,
    covered,
    fingerprints,
    grams,
    words_of,
)

RUN = 4
"""How many words in a row are no chance."""

GAP = 4
"""How many changed words a passage may hold between words that are copied."""

FILLED = 20
"""How many words a gap in a form may hold."""

FIGURES = 4
"""How many figures must be changed before texts count as forms filled anew."""

STEM = 6
"""The letters of a word that stay when it is inflected, for a rough count."""

_QUOTED = re.compile(
    '„[^“”„]{1,2000}[“”]|»[^»«]{1,2000}«|«[^»«]{1,2000}»|"[^"]{1,2000}"'
)
_KEPT = 4096
"""How many texts are kept prepared."""


class Worded(NamedTuple):
    """A text, prepared for comparing.

    Attributes:
        words: as they are compared.
        runs: a hash for every run of `RUN` words.
        quoted: which words stand in quotation marks.
        prints: its fingerprints.
    """

    words: tuple[str, ...]
    runs: Hashes
    quoted: Mask
    prints: tuple[Print, ...]


@lru_cache(maxsize=_KEPT)
def worded(text: str) -> Worded:
    """A text, prepared for comparing."""
    pieces = list(_pieces(text))
    words = tuple(word for piece, _ in pieces for word in piece)
    quoted = [inside for piece, inside in pieces for _ in piece]
    mask = np.array(quoted, np.bool_)
    return Worded(words, grams(words, RUN), mask, fingerprints(words))


def _pieces(text: str) -> Iterator[tuple[list[str], bool]]:
    """The words of a text, piece by piece, and whether they are quoted."""
    at = 0
    for found in _QUOTED.finditer(text):
        yield words_of(text[at : found.start()]), False
        yield words_of(found[0]), True
        at = found.end()
    yield words_of(text[at:]), False


def copied(text: Worded, other: Worded) -> Mask:
    """Which words of a text stand in another, in runs."""
    return covered(np.isin(text.runs, other.runs), len(text.words), RUN)


def common(text: Worded, hashes: Collection[int]) -> Mask:
    """Which words of a text lie in fingerprints of these hashes alone."""
    known = np.zeros(len(text.words), np.bool_)
    begins = [found.position for found in text.prints if found.hash in hashes]
    known[begins] = True
    return covered(known[: -K + 1], len(text.words))


def longest_passage(mask: Mask) -> int:
    """The words of the longest passage of a mask, small gaps within it left out."""
    return _longest(mask, GAP)


def longest_run(mask: Mask) -> int:
    """The words of the longest passage of a mask without any gap."""
    return _longest(mask, 1)


def is_form(text: Worded, other: Worded, mask: Mask) -> bool:
    """Whether two texts fill the same form with figures of their own.

    So do the reports of two months. Among the words copied, and those in small gaps
    between them, most figures are changed.
    """
    known, where = frozenset(other.words), np.flatnonzero(mask)
    gaps = zip(where.tolist(), where[1:].tolist(), strict=False)
    small = ((a + 1, b) for a, b in gaps if 1 < b - a <= FILLED)
    between = (word for a, b in small for word in text.words[a:b])
    changed = sum(word[0].isdigit() and word not in known for word in between)
    kept = sum(text.words[i][0].isdigit() for i in where.tolist())
    return changed >= FIGURES and changed > kept


def in_order(one: Worded, other: Worded) -> float:
    """The share of words that both have in the same order, edits between them."""
    return float(LCSseq.normalized_similarity(one.words, other.words))


def shared_matter(one: Worded, other: Worded) -> float:
    """The share of the shorter one's longer words, less their endings, in the other."""
    mine, theirs = _matter(one), _matter(other)
    least = min(len(mine), len(theirs))
    return len(mine & theirs) / least if least else 0.0


def _matter(text: Worded) -> frozenset[str]:
    return frozenset(word[:STEM] for word in text.words if len(word) >= STEM)


def _longest(mask: Mask, gap: int) -> int:
    where = np.flatnonzero(mask)
    if not len(where):
        return 0
    cuts = np.flatnonzero(np.diff(where) > gap) + 1
    return max(len(part) for part in np.split(where, cuts))
