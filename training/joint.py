"""Names, parts of speech and mood, learnt beside quotations on the same encoder.

After each batch of annotated documents comes one of sentences with other annotations,
the kinds of corpora taking turns. Names that a machine marked have a head of their own,
which is not exported, so that the encoder learns from them and the head for names does
not learn their mistakes. Rules leave no hints in such sentences.
"""

import random
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn

from training.batches import IGNORE, grouped, padded
from training.lexicon import Lexicon
from training.losses import tag_loss
from training.network import NAME_LABELS, Reader
from training.runtime.hints import WIDTH as HINT_WIDTH
from training.stream import BREAK_ID
from training.tasks import (
    MISSING,
    MOODS,
    POS,
    Sentence,
    names,
    silver_names,
    syntax,
)

TURNS = ("names", "syntax", "names", "silver")


class Labelled(NamedTuple):
    """One sentence in places: a break, its words, a break."""

    ids: list[int]
    pos: list[int]
    mood: list[int]
    names: list[int]


class LabelledBatch(NamedTuple):
    """Sentences of one kind of corpus, padded; all tensors are [sentences, places]."""

    ids: Tensor
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
    """The sentences of the corpora; those whose mood is marked count twice."""
    named, pud, hdt_a, hdt_b, *silver = files_of(corpora)
    with_mood = list(syntax(pud, moods=True))
    without = [s for path in (hdt_a, hdt_b) for s in syntax(path, moods=False)]
    return Corpora(
        list(names(named)),
        [*with_mood, *with_mood, *without],
        [sentence for path in silver for sentence in silver_names(path)],
    )


def labelled(sentence: Sentence, lexicon: Lexicon) -> Labelled:
    """A sentence in places."""

    def framed(labels: list[int], fill: int) -> list[int]:
        return [fill, *labels, fill]

    return Labelled(
        framed(lexicon.ids(sentence.forms), BREAK_ID),
        framed(sentence.pos, MISSING),
        framed(sentence.mood, MISSING),
        framed(sentence.names, MISSING),
    )


class SideTasks(nn.Module):
    """The sentences to learn from, and the head for names that a machine marked.

    Args:
        corpora: the sentences by kind of corpus; their words are in the lexicon.
        width: of the states that heads stand on.
        places: places of a batch, about.
    """

    def __init__(
        self, corpora: Corpora, lexicon: Lexicon, width: int, places: int = 1200
    ) -> None:
        super().__init__()
        self.silver = nn.Linear(width, NAME_LABELS)
        self.places = places
        self.lexicon = lexicon
        self.sentences = {
            name: [labelled(sentence, lexicon) for sentence in sentences]
            for name, sentences in corpora._asdict().items()
        }

    def turns(self, chance: random.Random) -> Iterator[LabelledBatch]:
        """Batches without end, the kinds of corpora taking turns."""
        there = [name for name, sentences in self.sentences.items() if sentences]
        kinds = {name: self._endless(name, chance) for name in there}
        for name in cycle([turn for turn in TURNS if turn in kinds]):
            yield next(kinds[name])

    def _endless(self, name: str, chance: random.Random) -> Iterator[LabelledBatch]:
        lessons = self.sentences[name]
        while True:
            for group in grouped(lessons, lambda s: len(s.ids), self.places, chance):
                yield LabelledBatch(
                    padded([s.ids for s in group], BREAK_ID),
                    padded([s.pos for s in group], IGNORE),
                    padded([s.mood for s in group], IGNORE),
                    padded([s.names for s in group], IGNORE),
                    name == "silver",
                )

    def loss(self, reader: Reader, batch: LabelledBatch, dropout: float) -> Tensor:
        """The loss of one batch; `dropout` is the share of words that are hidden."""
        hints = torch.zeros(*batch.ids.shape, HINT_WIDTH)
        heads = reader(*self.lexicon.inputs(batch.ids, dropout), hints)
        named = self.silver(heads.upper) if batch.silver else heads.names
        parts = (
            (heads.pos[..., : len(POS)], batch.pos),
            (heads.mood[..., : len(MOODS)], batch.mood),
            (named, batch.names),
        )
        told = [tag_loss(scores, tags) for scores, tags in parts if (tags >= 0).any()]
        return torch.stack(told).sum()
