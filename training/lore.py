"""Lore: what texts tell of a word before it is read in its sentence.

Of words in the raw text of the training, and of those marked as names elsewhere: as
which names they were marked (`marked`), and what stands before and after them
(`surroundings`), in rows of shares, 0 to 1; `lore_of` joins both into the table that
the package ships, see `laut.reading.lore`. Linear in the text, deterministic.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from laut.reading.labels import NAMES
from laut.reading.lore import FULL, WIDTH, Lore, hashed
from training.tasks import Sentence

Floats = NDArray[np.float32]
Rows = dict[str, Floats]

CLASSES = ("PER", "LOC", "ORG", "OTH")
NAMED = 1 + 2 * len(CLASSES)
"""Columns of what a word is called: none of these, then begin and inside of each."""

MARKED = NAMED + 1
AROUND = WIDTH - MARKED
SEEN = 5.0
"""The logarithm of how often, at which the column that tells it is full."""

LEAST = 3
"""Words seen less often in the raw text have no surroundings."""

_ARTICLES = (
    "der die das den dem des ein eine einen einem einer eines kein keine keinen diese "
    "dieser dieses seine seiner seinen ihre ihrer ihren alle viele einige mehrere"
)
_TITLES = (
    "Herr Herrn Frau Präsident Kollege Kollegen Kollegin Minister Dr. Kanzlerin Papst "
    "Abgeordnete Abgeordneter Bundesrat Professor Prof. König"
)
_BEFORE = (_ARTICLES, "in nach aus", "bei von über für mit", _TITLES)
_AFTER = ("sagte sagt erklärte hat hatte wurde will war", "der des die", ", und .")
"""Words that tell, by standing beside a word, what it is."""


def _numbered(groups: Sequence[str], first: int) -> dict[str, int]:
    return {word: n for n, group in enumerate(groups, first) for word in group.split()}


_COLUMN_BEFORE = _numbered(_BEFORE, 1)
_CAPITAL_BEFORE, _ENDING_BEFORE, _CAPITAL_AFTER = 5, 6, 7
_COLUMN_AFTER = _numbered(_AFTER, 8)
_SMALL = AROUND - 1
_ENDINGS = ("e", "en", "er", "es", "em")


def _columns() -> Floats:
    """[tags, NAMED] which column a tag of names counts for."""
    result = np.zeros((len(NAMES), NAMED), np.float32)
    for number, name in enumerate(NAMES):
        known = name[2:] in CLASSES
        column = 1 + 2 * CLASSES.index(name[2:]) + (name[0] == "I") if known else 0
        result[number, column] = 1
    return result


COLUMNS = _columns()


def _shares(counts: Floats, past: float = 0.0) -> Floats:
    """Counts [NAMED] as shares, and how many there are."""
    total = float(counts.sum())
    often = min(1.0, math.log1p(total) / SEEN)
    return np.append(counts / (total + past), np.float32(often))


def marked(sentences: Iterable[Sentence]) -> Rows:
    """As what words were marked, [MARKED] each."""
    counts: Rows = {}
    for sentence in sentences:
        for form, tag in zip(sentence.forms, sentence.names, strict=True):
            row = counts.setdefault(form, np.zeros(NAMED, np.float32))
            row += COLUMNS[tag]
    return {word: _shares(row, past=1.0) for word, row in counts.items()}


def surroundings(lines: Iterable[str]) -> Rows:
    """What stands around words with a capital, [AROUND] each."""
    around: dict[str, list[int]] = {}
    small: Counter[str] = Counter()
    for line in lines:
        words = line.split()
        small.update(word for word in words if word[0].islower())
        for before, word, after in zip(
            words, words[1:], [*words[2:], "."], strict=False
        ):
            if word[0].isupper():
                row = around.setdefault(word, [0] * AROUND)
                _count(row, before, after)
    return {
        word: _of_counts(np.array(row, np.float32), small[word.lower()])
        for word, row in around.items()
        if row[0] >= LEAST
    }


def _count(row: list[int], before: str, after: str) -> None:
    """Count a place where a word stands; lists, for they count faster than arrays."""
    row[0] += 1
    column = _COLUMN_BEFORE.get(before)
    if column is None and before[0].isupper():
        column = _CAPITAL_BEFORE
    elif column is None and before.endswith(_ENDINGS):
        column = _ENDING_BEFORE
    if column is not None:
        row[column] += 1
    column = _CAPITAL_AFTER if after[0].isupper() else _COLUMN_AFTER.get(after)
    if column is not None:
        row[column] += 1


def _of_counts(row: Floats, small: int) -> Floats:
    """Counts as shares; how often it stands, and how often without its capital."""
    total = float(row[0])
    result = row / np.float32(total)
    result[0] = min(1.0, math.log10(total) / SEEN)
    result[_SMALL] = small / (small + total)
    return result


def lore_of(marks: Rows, around: Rows) -> Lore:
    """The table of all that is known."""
    words = sorted({*marks, *around}, key=lambda word: (hashed(word), word))
    rows = np.zeros((len(words), WIDTH), np.float32)
    for at, word in enumerate(words):
        if word in marks:
            rows[at, :MARKED] = marks[word]
        if word in around:
            rows[at, MARKED:] = around[word]
    steps = np.round(np.clip(rows, 0, 1) * FULL).astype(np.uint8)
    return Lore(np.array([hashed(word) for word in words], np.uint32), steps)


def no_lore() -> Lore:
    """The table of one who knows nothing."""
    return Lore(np.zeros(1, np.uint32), np.zeros((1, WIDTH), np.uint8))


def read_lore(path: Path) -> Lore:
    """What `write_lore` wrote."""
    with np.load(path) as stored:
        return Lore(stored["words"], stored["rows"])


def write_lore(lore: Lore, path: Path) -> None:
    """Keep a table."""
    with path.open("wb") as file:
        np.savez(file, words=lore.words, rows=lore.rows)


def crossed(lore: Lore, sentences: Sequence[Sentence]) -> Iterator[Floats]:
    """What is known of the words of sentences that were counted themselves.

    The marks of one half of the sentences are looked up in those of the other, for no
    word may be told by its own mark.
    """
    middle = len(sentences) // 2
    halves = (sentences[:middle], sentences[middle:])
    for half, other in zip(halves, reversed(halves), strict=True):
        marks = marked(other)
        nothing = np.zeros(MARKED, np.float32)
        for sentence in half:
            rows = lore.of(sentence.forms)
            for at, form in enumerate(sentence.forms):
                rows[at, :MARKED] = marks.get(form, nothing)
            yield rows
