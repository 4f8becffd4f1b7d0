"""Static subword vectors: trained by floret, read back as one table.

floret (Boyd & Warmerdam 2022, after Bojanowski et al. 2017) keeps the sum of hashed
character n-grams only, so any word has a vector and the table stays small.
`SubwordTable` gives the rows of a word exactly as floret hashes them
(`laut.reading.subwords`). floret's seed is fixed. With one thread
the table depends on the text alone; with more, threads race for the same rows, and no
two runs are the same to the last bit.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from laut.reading.subwords import HASHES, LONGEST, SHORTEST, subword_rows
from training.errors import TrainingError
from training.storage import replacing
from training.stream import MARKS


class VectorPlan(NamedTuple):
    """How large the table is, and how long it is trained.

    Attributes:
        dimensions, buckets: width and rows of the table.
        epochs: passes over the text.
        least: words seen less often are left out of training.
        sampling: of words whose share of the text is larger, some are passed over.
    """

    dimensions: int = 128
    buckets: int = 60_000
    epochs: int = 2
    least: int = 8
    sampling: float = 1e-4


class SubwordTable(NamedTuple):
    """A table of rows [buckets, dimensions], float32, and the scale of its vectors.

    Attributes:
        scale: what vectors are multiplied by, so that they vary by about one.
    """

    rows: NDArray[np.float32]
    scale: float = 1.0

    def vector(self, word: str) -> NDArray[np.float32]:
        """The vector of a word: the mean of its rows, scaled."""
        mean = self.rows[subword_rows(word, len(self.rows))].mean(axis=0)
        return np.asarray(mean * np.float32(self.scale))

    def vectors(self, words: Sequence[str]) -> Tensor:
        """Vectors [words, dimensions], float32; the two marks at first have zeros."""
        made = np.zeros((len(words), self.rows.shape[1]), np.float32)
        for number, word in enumerate(words[MARKS:], start=MARKS):
            made[number] = self.vector(word)
        return torch.from_numpy(made)

    def write(self, path: Path) -> None:
        """Keep the table in a NumPy archive."""
        with replacing(path) as unfinished, unfinished.open("wb") as file:
            np.savez(file, rows=self.rows, scale=np.float64(self.scale))

    @classmethod
    def read(cls, path: Path) -> "SubwordTable":
        """What `write` wrote."""
        with np.load(path) as archive:
            return cls(archive["rows"], float(archive["scale"]))


def trained_table(text: Path, plan: VectorPlan, *, threads: int) -> SubwordTable:
    """Skip-gram vectors of tokenised text, unscaled.

    Raises:
        TrainingError: no word of the text is frequent enough.
    """
    import floret  # noqa: PLC0415 - only this step needs it

    try:
        model = floret.train_unsupervised(
            str(text),
            model="skipgram",
            mode="floret",
            dim=plan.dimensions,
            bucket=plan.buckets,
            hashCount=HASHES,
            minn=SHORTEST,
            maxn=LONGEST,
            epoch=plan.epochs,
            minCount=plan.least,
            lr=0.05,
            t=plan.sampling,
            thread=threads,
            verbose=0,
        )
    except (RuntimeError, ValueError) as error:
        raise TrainingError(f"{text}: no vectors from this text: {error}") from error
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "vectors.floret"
        model.save_floret_vectors(str(path))
        return read_floret(path)


def read_floret(path: Path) -> SubwordTable:
    """The table in a `.floret` file, unscaled."""
    with path.open(encoding="utf8") as file:
        buckets, dimensions = (int(x) for x in file.readline().split()[:2])
        rows = np.empty((buckets, dimensions), np.float32)
        for line in file:
            number, values = line.rstrip().split(" ", 1)
            rows[int(number)] = np.array(values.split(" "), np.float32)
    return SubwordTable(rows)
