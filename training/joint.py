"""Names, parts of speech and mood, learnt beside quotations on the same encoder.

After each batch of annotated documents come some of sentences with other annotations,
the kinds of corpora taking turns. Names that a machine marked count for less, and only
early on: they show what names look like, and mark what the guidelines leave out.
"""

import random
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from laut.reading.lore import Lore
from laut.reading.shapes import shapes
from training.batches import IGNORE, grouped, padded
from training.lexicon import Lexicon
from training.lore import crossed
from training.losses import level_loss, tag_loss
from training.network import Labels, Reader
from training.stream import BREAK_ID
from training.tasks import (
    MISSING,
    Sentence,
    derived_mood,
    marked_mood,
    names,
    silver_names,
    syntax,
)

EARLY_TURNS = ("silver", "names", "silver", "syntax")
TURNS = ("names", "syntax")
EARLY = 0.4
"""The share of a run in which names that a machine marked are shown."""

SILVER_WEIGHT = 0.5
MOOD_WEIGHT = 2.0


class Labelled(NamedTuple):
    """One sentence in places: a break, its words, a break.

    Attributes:
        shapes: what its words look like, and what is known of them.
    """

    ids: list[int]
    shapes: NDArray[np.float32]
    pos: list[int]
    mood: list[int]
    names: list[int]


class LabelledBatch(NamedTuple):
    """Sentences of one kind of corpus, padded; all tensors are [sentences, places]."""

    ids: Tensor
    shapes: Tensor
    pos: Tensor
    mood: Tensor
    names: Tensor
    silver: bool


class Corpora(NamedTuple):
    """Sentences by what is annotated in them."""

    names: list[Sentence]
    syntax: list[Sentence]
    silver: list[Sentence]


def files_of(corpora: Path) -> list[Path]:
    """The files that `read_corpora` reads."""
    syntactic = ("de_pud", "de_hdt-extra-a", "de_hdt-extra-b")
    return [
        corpora / "names" / "germeval14-test-part.tsv",
        *(corpora / "syntax" / f"{name}.conllu" for name in syntactic),
        *(corpora / "names" / f"wikineural-{part}.conllu" for part in ("val", "test")),
    ]


def read_corpora(corpora: Path) -> Corpora:
    """The sentences of the corpora."""
    named, pud, hdt_a, hdt_b, *silver = files_of(corpora)
    derived = [s for path in (hdt_a, hdt_b) for s in syntax(path, derived_mood)]
    return Corpora(
        list(names(named)),
        [*syntax(pud, marked_mood), *derived],
        [sentence for path in silver for sentence in silver_names(path)],
    )


def labelled(
    sentence: Sentence, lexicon: Lexicon, known: NDArray[np.float32]
) -> Labelled:
    """A sentence in places; `known` is the lore of its words."""

    def framed(labels: list[int], fill: int) -> list[int]:
        return [fill, *labels, fill]

    return Labelled(
        framed(lexicon.ids(sentence.forms), BREAK_ID),
        framed_features(sentence.forms, known),
        framed(sentence.pos, MISSING),
        framed(sentence.mood, MISSING),
        framed(sentence.names, MISSING),
    )


def framed_features(
    forms: Sequence[str], known: NDArray[np.float32]
) -> NDArray[np.float32]:
    """What words look like and what is known of them, zeros for the breaks around."""
    seen = np.concatenate([shapes(forms), known], axis=1)
    return np.pad(seen, ((1, 1), (0, 0)))


class SideTasks:
    """The sentences to learn from.

    Args:
        corpora: the sentences by kind of corpus; their words are in the lexicon.
        lore: what is known of words.
        places: places of a batch, about.
    """

    def __init__(
        self, corpora: Corpora, lexicon: Lexicon, lore: Lore, places: int = 1500
    ) -> None:
        self.places = places
        self.lexicon = lexicon
        self.sentences = {
            "names": [labelled(s, lexicon, lore.of(s.forms)) for s in corpora.names],
            "syntax": [labelled(s, lexicon, lore.of(s.forms)) for s in corpora.syntax],
            "silver": [
                labelled(sentence, lexicon, known)
                for sentence, known in zip(
                    corpora.silver, crossed(lore, corpora.silver), strict=True
                )
            ],
        }

    def turns(
        self, chance: random.Random, turns: Sequence[str] = TURNS
    ) -> Iterator[LabelledBatch]:
        """Batches without end, the kinds of corpora taking turns."""
        kinds = {name: self._endless(name, chance) for name in sorted({*turns})}
        there = [turn for turn in turns if self.sentences[turn]]
        for name in cycle(there):
            yield next(kinds[name])

    def _endless(self, name: str, chance: random.Random) -> Iterator[LabelledBatch]:
        lessons = self.sentences[name]
        while True:
            for group in grouped(lessons, lambda s: len(s.ids), self.places, chance):
                yield LabelledBatch(
                    padded([s.ids for s in group], BREAK_ID),
                    padded([s.shapes for s in group], 0.0),
                    padded([s.pos for s in group], IGNORE),
                    padded([s.mood for s in group], IGNORE),
                    padded([s.names for s in group], IGNORE),
                    name == "silver",
                )

    def loss(self, reader: Reader, batch: LabelledBatch, dropout: float) -> Tensor:
        """The loss of one batch; `dropout` is the share of words that are hidden."""
        inputs = self.lexicon.inputs(batch.ids, dropout)
        return label_loss(reader, reader.label(*inputs, batch.shapes), batch)


def label_loss(reader: Reader, said: Labels, batch: LabelledBatch) -> Tensor:
    """The loss of what the reader says of a batch."""
    if (batch.names >= 0).any():
        weight = SILVER_WEIGHT if batch.silver else 1.0
        # A break bears no name, and the first place must be known.
        names = batch.names.clone()
        names[:, 0] = 0
        return weight * level_loss(said.names, names, reader.labels.order)
    mood = tag_loss(said.mood, batch.mood)
    return tag_loss(said.pos, batch.pos) + MOOD_WEIGHT * mood
