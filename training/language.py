"""Two language models over one encoder: each predicts the neighbour it has not seen.

The softmax runs over the words of the batch and a sample of others (Jean et al. 2015),
with its keys tied to the input vectors of frequent words (Press & Wolf 2017).
"""

from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from training.network import Encoder, Sizes
from training.stream import UNSEEN_ID

WORD_DROPOUT = 0.05
INPUT_DROPOUT = 0.1


class Sample(NamedTuple):
    """Words that a softmax runs over.

    Attributes:
        words: [k] ascending numbers.
        expected: [k] the logarithm of how often each was to be expected.
    """

    words: Tensor
    expected: Tensor


class Sampler:
    """Draws candidate words by their frequency to the power of three quarters."""

    def __init__(self, counts: NDArray[np.int64], size: int) -> None:
        weight = counts.astype(np.float64) ** 0.75
        self.share = weight / weight.sum()
        self.ladder = self.share.cumsum()
        self.size = size

    def draw(self, targets: Tensor, chance: np.random.Generator) -> Sample:
        """Candidates that include all targets."""
        drawn = np.searchsorted(self.ladder, chance.random(self.size))
        drawn = np.minimum(drawn, len(self.share) - 1)
        chosen = np.union1d(drawn, targets.unique().numpy())
        expected = -np.expm1(self.size * np.log1p(-self.share[chosen]))
        return Sample(
            torch.from_numpy(chosen), torch.from_numpy(np.log(expected)).float()
        )


class LanguageModel(nn.Module):
    """The encoder's lower layers, with a softmax over neighbours each way."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder(sizes)
        self.out = nn.ModuleList(nn.Linear(sizes.hidden, sizes.word) for _ in range(2))
        self.bias = nn.Parameter(torch.zeros(sizes.vocabulary))

    def forward(self, frequent: Tensor, vectors: Tensor) -> tuple[Tensor, Tensor]:
        """States of both ways, [rows, length, hidden]; some words are hidden."""
        hidden = torch.rand(frequent.shape) < WORD_DROPOUT
        seen = torch.where(hidden & (frequent > UNSEEN_ID), UNSEEN_ID, frequent)
        embedded = self.encoder.embed(seen, vectors)
        embedded = functional.dropout(embedded, INPUT_DROPOUT, self.training)
        return self.encoder.layers.both(embedded)

    def loss(
        self,
        frequent: Tensor,
        vectors: Tensor,
        sampler: Sampler,
        chance: np.random.Generator,
    ) -> Tensor:
        """The mean loss of a word, summed over both ways.

        Numbers of frequent words [rows, length], 1 for others; static vectors
        [rows, length, static].
        """
        forward, backward = self(frequent, vectors)
        sides = (forward[:, :-1], frequent[:, 1:]), (backward[:, 1:], frequent[:, :-1])
        total = forward.sum() * 0
        for side, (states, targets) in enumerate(sides):
            known = targets > UNSEEN_ID
            if known.any():
                sample = sampler.draw(targets[known], chance)
                total = total + self._side(side, states[known], targets[known], sample)
        return total

    def _side(
        self, side: int, states: Tensor, targets: Tensor, sample: Sample
    ) -> Tensor:
        """Mean loss of one way; states [n, hidden], targets [n]."""
        keys = self.encoder.words(sample.words)
        with torch.autocast("cpu", torch.bfloat16):
            scores = self.out[side](states) @ keys.T
        scores = scores.float() + self.bias[sample.words] - sample.expected
        place = torch.searchsorted(sample.words, targets)
        return functional.cross_entropy(scores, place)
