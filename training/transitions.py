"""Tags in a row: a linear-chain conditional random field (Lafferty et al. 2001).

The loss is that of whole sequences of tags, so the network learns which tags follow one
another instead of being told afterwards. What the order of tags forbids is made
improbable in training, not impossible: annotations that lie in one another break it.
"""

import torch
from torch import Tensor, nn

OUT_OF_ORDER = -8.0
"""The log weight of a tag that may not follow another."""


class Transitions(nn.Module):
    """Learned weights of a tag following another, and of one coming first.

    Args:
        first: [tags] false where a tag may not come first.
        follows: [tags, tags] false where a tag may not follow another (rows).
    """

    bar_first: Tensor
    bar_follows: Tensor

    def __init__(self, first: Tensor, follows: Tensor) -> None:
        super().__init__()
        self.first = nn.Parameter(torch.zeros(len(first)))
        self.follows = nn.Parameter(torch.zeros(follows.shape))
        self.register_buffer("bar_first", (~first).float() * OUT_OF_ORDER)
        self.register_buffer("bar_follows", (~follows).float() * OUT_OF_ORDER)

    def loss(self, scores: Tensor, tags: Tensor) -> Tensor:
        """Negative log likelihood of tags, a mean over places.

        Args:
            scores: [rows, places, tags] logits.
            tags: [rows, places]; below zero beyond the end of a row, and only there.
        """
        known = tags >= 0
        told = self._weight(scores, tags.clamp(min=0), known)
        return (self._total(scores, known) - told).sum() / known.sum()

    def _weight(self, scores: Tensor, tags: Tensor, known: Tensor) -> Tensor:
        """The log weight of the tags given, [rows]."""
        first, follows = self.first + self.bar_first, self.follows + self.bar_follows
        single = scores.gather(-1, tags[..., None])[..., 0]
        pairs = follows[tags[:, :-1], tags[:, 1:]]
        weight = (single * known).sum(1) + (pairs * known[:, 1:]).sum(1)
        return weight + first[tags[:, 0]]

    def _total(self, scores: Tensor, known: Tensor) -> Tensor:
        """The log of the summed weights of all sequences, [rows]; Rabiner's scaling."""
        follows = (self.follows + self.bar_follows).exp()
        highest = scores.detach().amax(-1, keepdim=True)
        single = (scores - highest).exp()
        state = single[:, 0] * (self.first + self.bar_first).exp()
        scales = []
        for place in range(scores.shape[1]):
            if place:
                here = (state @ follows) * single[:, place]
                state = torch.where(known[:, place, None], here, state)
            scale = state.sum(-1, keepdim=True)
            state = state / scale
            scales.append(scale)
        logs = torch.cat(scales, -1).log() + highest[..., 0]
        return (logs * known).sum(1)
