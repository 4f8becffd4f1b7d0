"""Words as numbers and vectors: the frequent ones first, others as they come up."""

from collections.abc import Iterable, Sequence

import torch
from torch import Tensor

from training.stream import UNSEEN_ID
from training.vectors import SubwordTable


class Lexicon:
    """Numbers of words, and their static vectors by number.

    Attributes:
        frequent: numbers below have a vector of their own in the network.
        number: the number of each word.
        vectors: [words, dimensions] bfloat16.
    """

    def __init__(self, listed: Sequence[str], table: SubwordTable) -> None:
        self.table = table
        self.frequent = len(listed)
        self.number = {word: n for n, word in enumerate(listed)}
        self.vectors = table.vectors(listed).bfloat16()

    def learn(self, words: Iterable[str]) -> None:
        """Add the vectors of words that have no number yet."""
        new = sorted({word for word in words if word not in self.number})
        if not new:
            return
        known = len(self.number)
        self.number |= {word: n for n, word in enumerate(new, start=known)}
        added = self.table.vectors(["", "", *new])[2:]
        self.vectors = torch.cat([self.vectors, added.bfloat16()])

    def ids(self, words: Iterable[str]) -> list[int]:
        """The numbers of words, 1 where they have none."""
        return [self.number.get(word, UNSEEN_ID) for word in words]

    def inputs(self, ids: Tensor, dropout: float) -> tuple[Tensor, Tensor]:
        """Numbers of frequent words, some of them hidden, and static vectors."""
        frequent = torch.where(ids < self.frequent, ids, UNSEEN_ID)
        if dropout:
            hidden = (torch.rand(ids.shape) < dropout) & (frequent > UNSEEN_ID)
            frequent = torch.where(hidden, UNSEEN_ID, frequent)
        return frequent, self.vectors[ids].float()
