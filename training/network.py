"""The network: an encoder of four one-way LSTMs, and on it the heads of the reader.

Shapes: [batch, time, …]. The encoder's lower part (words, `Layers`) is pretrained as
two language models (`training.pretrain`), as in ELMo (Peters et al. 2018), whose mix
of layers by learned shares is taken too; the upper part learns from annotations.
`training.export` writes the same network as ONNX, by hand: a change here is one there.
"""

from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from laut.reading.decode import (
    INNER as INNER_LEVEL,
    NAMES as NAME_LEVEL,
    OUTER as OUTER_LEVEL,
    Level,
)
from laut.reading.hints import MATCH_WIDTH, WIDTH as HINT_WIDTH
from laut.reading.labels import MOODS, NAMES, POS
from laut.reading.lore import WIDTH as LORE_WIDTH
from laut.reading.pairing import INSIDE, STEPS
from laut.reading.shapes import WIDTH as SHAPE_WIDTH
from training.transitions import Transitions

KINDS = 5
OUTER = 1 + 3 * KINDS  # O, and begin, inside, resume of each kind
INNER = 1 + 2 * KINDS  # O, and begin, inside of each kind
ROLE_FLAGS = 4  # frame, speaker, cue, addressee of any quotation
PAIR = 1 + 4  # frame yes or no; none, speaker, cue, addressee
MEDIA = 6
RELATIONS = 4 * STEPS
SHAPES = SHAPE_WIDTH + LORE_WIDTH
"""What a word looks like, and what is known of it."""


class Sizes(NamedTuple):
    """Widths of the network.

    Attributes:
        vocabulary: how many words have a vector of their own, the two marks included.
        static: width of the static subword vectors.
        word: width of what enters the first layer.
        hidden: width of each LSTM of the lower part.
        top: width, each way, of the LSTM that the heads stand on.
        narrow: width of the states that roles are read from.
        label: width, each way, of the LSTM that names, tags and mood stand on.
    """

    vocabulary: int = 30_000
    static: int = 128
    word: int = 160
    hidden: int = 256
    top: int = 192
    narrow: int = 96
    label: int = 128


class HalfLSTM(nn.LSTM):
    """An LSTM layer that trains in bfloat16 and keeps its weights in float32.

    On a processor with AVX-512 BF16 that is two to four times as fast; nothing is
    lost that shows in any score. Evaluation is in float32.
    """

    def forward(self, x: Tensor, hx: Any = None) -> Any:
        """States [batch, time, ways * hidden], and the last ones."""
        if not self.training:
            return super().forward(x, hx)
        ways = 2 if self.bidirectional else 1
        start = x.new_zeros(ways, x.shape[0], self.hidden_size, dtype=torch.bfloat16)
        weights = [weight.bfloat16() for weight in self._flat_weights]
        options = (self.bias, self.num_layers, 0.0, True, self.bidirectional, True)
        # The one door to an LSTM over cast weights; the options are those of `nn.LSTM`:
        # bias, layers, dropout between layers, training, both ways, batch first.
        states, *last = torch._VF.lstm(  # noqa: SLF001 - see above
            x.bfloat16(), (start, start), weights, *options
        )
        return states.float(), last


class Layers(nn.Module):
    """Two layers of LSTM forward, two backward, that never see one another."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        widths = [(sizes.word, sizes.hidden), (sizes.hidden, sizes.hidden)]
        self.ahead = nn.ModuleList(HalfLSTM(i, h, batch_first=True) for i, h in widths)
        self.back = nn.ModuleList(HalfLSTM(i, h, batch_first=True) for i, h in widths)

    @staticmethod
    def _run(layers: nn.ModuleList, x: Tensor) -> tuple[Tensor, Tensor]:
        first = layers[0](x)[0]
        return first, layers[1](first)[0] + first

    def each(self, x: Tensor) -> list[Tensor]:
        """Lower and upper states, forward then backward, each [b, t, hidden]."""
        low, high = self._run(self.ahead, x)
        back_low, back_high = self._run(self.back, x.flip(1))
        return [low, high, back_low.flip(1), back_high.flip(1)]

    def both(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """The upper states of both ways, each [b, t, hidden]."""
        _, high, _, back_high = self.each(x)
        return high, back_high


class Encoder(nn.Module):
    """Words to states of their context."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.words = nn.Embedding(sizes.vocabulary, sizes.word)
        nn.init.normal_(self.words.weight, std=0.05)
        self.static = nn.Linear(sizes.static, sizes.word)
        self.layers = Layers(sizes)

    def embed(self, frequent: Tensor, vectors: Tensor) -> Tensor:
        """What enters the layers: own vector of frequent words plus mapped static."""
        embedded: Tensor = self.words(frequent) + self.static(vectors)
        return embedded


class Heads(NamedTuple):
    """What the network says of each token; logits [batch, time, …].

    Attributes:
        states: what the pair head reads.
    """

    states: Tensor
    outer: Tensor
    inner: Tensor
    flags: Tensor


class Labels(NamedTuple):
    """What the network says of each token beside quotations; logits [b, t, labels]."""

    pos: Tensor
    mood: Tensor
    names: Tensor


class Labeller(nn.Module):
    """Names, parts of speech and mood, over the same encoder.

    A layer of its own: what these tasks need is near at hand, and quotations must not
    pay for them.
    """

    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.into = nn.Linear(width, hidden)
        self.lstm = HalfLSTM(
            hidden + SHAPES, hidden, batch_first=True, bidirectional=True
        )
        self.pos = nn.Linear(2 * hidden, len(POS))
        self.mood = nn.Linear(2 * hidden, len(MOODS))
        self.names = nn.Linear(2 * hidden, len(NAMES))
        self.order = transitions(NAME_LEVEL)
        self.drop = nn.Dropout(0.3)

    def forward(self, mixed: Tensor, shapes: Tensor) -> Labels:
        """Read states of the encoder [b, t, width] and shapes [b, t, SHAPES]."""
        x = torch.cat([self.drop(self.into(mixed)), shapes], -1)
        upper = self.drop(self.lstm(x)[0])
        return Labels(self.pos(upper), self.mood(upper), self.names(upper))


def transitions(level: Level) -> Transitions:
    """Transitions over the tags of a level, with its order."""
    first, follows = torch.from_numpy(level.first), torch.from_numpy(level.bounds)
    return Transitions(first == 0, follows == 0)


class Reader(nn.Module):
    """The encoder, one two-way LSTM on top with heads for quotations, and labels."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder(sizes)
        self.blend = nn.Parameter(torch.zeros(2))
        self.scale = nn.Parameter(torch.ones(()))
        entering = 2 * sizes.hidden + sizes.word + HINT_WIDTH
        self.top = HalfLSTM(entering, sizes.top, batch_first=True, bidirectional=True)
        width = 2 * sizes.top
        self.outer = nn.Linear(width, OUTER)
        self.inner = nn.Linear(width, INNER)
        self.flags = nn.Linear(width, ROLE_FLAGS)
        self.outer_order, self.inner_order = (
            transitions(OUTER_LEVEL),
            transitions(INNER_LEVEL),
        )
        self.labels = Labeller(2 * sizes.hidden + sizes.word, sizes.label)
        self.narrow = nn.Linear(width, sizes.narrow)
        self.pair = PairHead(sizes.narrow + OUTER + ROLE_FLAGS + MATCH_WIDTH)
        self.drop = nn.Dropout(0.35)
        self.drop_in = nn.Dropout(0.15)

    def forward(self, frequent: Tensor, vectors: Tensor, hints: Tensor) -> Heads:
        """Read sequences of words.

        Args:
            frequent: [batch, time] numbers of frequent words.
            vectors: [batch, time, static] static vectors.
            hints: [batch, time, width] what rules found, see `laut.reading.hints`.
        """
        entering = torch.cat([self.drop(self.mixed(frequent, vectors)), hints], -1)
        states = self.drop(self.top(entering)[0])
        outer, flags = self.outer(states), self.flags(states)
        return Heads(
            torch.cat([self.narrow(states), outer.softmax(-1), flags.sigmoid()], -1),
            outer,
            self.inner(states),
            flags,
        )

    def label(self, frequent: Tensor, vectors: Tensor, shapes: Tensor) -> Labels:
        """Names, parts of speech and mood; shapes [batch, time, SHAPES]."""
        labels: Labels = self.labels(self.drop(self.mixed(frequent, vectors)), shapes)
        return labels

    def mixed(self, frequent: Tensor, vectors: Tensor) -> Tensor:
        """States of the encoder, both ways, and words: [batch, time, width]."""
        x = self.encoder.embed(frequent, vectors)
        low, high, back_low, back_high = self.encoder.layers.each(self.drop_in(x))
        share = torch.softmax(self.blend, 0)
        ahead = share[0] * low + share[1] * high
        back = share[0] * back_low + share[1] * back_high
        return torch.cat([self.scale * ahead, self.scale * back, x], -1)


class PairHead(nn.Module):
    """Given one quotation, which tokens around it are its frame and its roles."""

    def __init__(self, width: int, hidden: int = 96) -> None:
        super().__init__()
        self.relation = nn.Embedding(RELATIONS, 24)
        self.kind = nn.Embedding(2 * (KINDS + 1), 12)
        self.lstm = HalfLSTM(width + 36, hidden, batch_first=True, bidirectional=True)
        self.out = nn.Linear(2 * hidden, PAIR)
        self.medium = nn.Linear(2 * hidden, MEDIA)
        self.drop = nn.Dropout(0.3)

    def forward(
        self, states: Tensor, relation: Tensor, kind: Tensor, match: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Scores of places and of media for each quotation.

        Args:
            states: [n, w, width] of the windows around quotations.
            relation: [n, w] how each place stands to its quotation.
            kind: [n] the kind's number plus one, 0 unknown; plus six where nested.
            match: [n, w, width] what rules found of the same quotation.

        Returns:
            Logits [n, w, 5] and [n, 6].
        """
        kinds = self.kind(kind)[:, None].expand(-1, states.shape[1], -1)
        x = torch.cat([states, self.relation(relation), kinds], -1)
        x = torch.cat([self.drop(x), match], -1)
        around = self.drop(self.lstm(x)[0])
        inside = ((relation // STEPS) == INSIDE).float()[..., None]
        pooled = (around * inside).sum(1) / inside.sum(1).clamp(min=1)
        return self.out(around), self.medium(pooled)
