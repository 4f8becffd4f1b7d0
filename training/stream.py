"""Raw text as word numbers: what the language models read.

Takes the tokenised text that `training.raw_text` wrote, returns a `Stream`. Words are
numbered by frequency, so that the first so many are the frequent ones; number 0 is the
break between paragraphs, number 1 a word not seen often enough. Deterministic: words
of equal frequency come in the order of the text.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from training.storage import replacing

BREAK, UNSEEN = "\n", "\0"
BREAK_ID, UNSEEN_ID = 0, 1
MARKS = 2
"""How many numbers are no words."""


class Stream(NamedTuple):
    """Raw text as word numbers, and what the numbers mean.

    Attributes:
        ids: [tokens] int32, the number of each word.
        words: the words by number, most frequent first after the two marks.
        counts: [words] how often each occurs.
    """

    ids: NDArray[np.int32]
    words: list[str]
    counts: NDArray[np.int64]


def numbered(path: Path, least: int) -> Stream:
    """Number the words of a tokenised text; those seen under `least` times are one."""
    counts: Counter[str] = Counter()
    with path.open(encoding="utf8") as file:
        for line in file:
            counts.update(line.split())
    words = [BREAK, UNSEEN, *(w for w, n in counts.most_common() if n >= least)]
    tally = np.array([1, 1, *(counts[w] for w in words[MARKS:])], np.int64)
    number = {word: i for i, word in enumerate(words)}
    return Stream(np.concatenate(list(_lines(path, number))), words, tally)


def _lines(path: Path, number: dict[str, int]) -> Iterator[NDArray[np.int32]]:
    yield np.zeros(0, np.int32)
    with path.open(encoding="utf8") as file:
        for line in file:
            ids = [number.get(word, UNSEEN_ID) for word in line.split()]
            yield np.array([*ids, BREAK_ID], np.int32)


def write_stream(stream: Stream, folder: Path) -> None:
    """Write `ids.npy`, `counts.npy` and `words.txt`, which lacks the two marks."""
    for name, values in (("ids", stream.ids), ("counts", stream.counts)):
        with replacing(folder / f"{name}.npy") as path, path.open("wb") as file:
            np.save(file, values)
    with replacing(folder / "words.txt") as path:
        path.write_text("\n".join(stream.words[MARKS:]), encoding="utf8")


def read_stream(folder: Path) -> Stream:
    """What `write_stream` wrote; the numbers stay on disk until they are used."""
    return Stream(
        np.load(folder / "ids.npy", mmap_mode="r"),
        read_words(folder / "words.txt"),
        np.load(folder / "counts.npy"),
    )


def read_words(path: Path) -> list[str]:
    """The words by number, the two marks first."""
    return [BREAK, UNSEEN, *path.read_text(encoding="utf8").split("\n")]
