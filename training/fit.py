"""Fitting the reader to annotations.

Takes documents, a `Reader` whose encoder was pretrained, and a plan; changes the
reader in place. In the end its weights are the running mean of those of all steps
(Polyak & Juditsky 1992). What chance decides in an epoch depends on seed and epoch
alone, so that a run that was stopped goes on as if it had not been.
"""

import random
import time
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.batches import Batch, batches
from training.documents import Document
from training.joint import EARLY, EARLY_TURNS, TURNS, LabelledBatch, SideTasks
from training.lexicon import Lexicon
from training.losses import Dropout, batch_loss
from training.network import Reader
from training.report import Report
from training.storage import Checkpoint

SLACK = 50
"""Steps by which the schedule of the learning rate is longer than the run."""


class FitPlan(NamedTuple):
    """How long and how hard to fit.

    Attributes:
        epochs: passes over the documents.
        places: places of a batch, about.
        rate, encoder_rate: the highest learning rates, above and in the encoder.
        dropout: what is not shown; drop: the share of states dropped.
        task_weight: how much names, parts of speech and mood count; 0 for not at all.
        decay: how much of the mean of weights stays at each step.
        seed: decides whatever chance decides.
    """

    epochs: int = 10
    places: int = 2000
    rate: float = 2e-3
    encoder_rate: float = 5e-4
    dropout: Dropout = Dropout()
    drop: float = 0.35
    decay: float = 0.99
    task_weight: float = 1.0
    seed: int = 1


Watch = Callable[[int, Reader], None]


def unwatched(epoch: int, mean: Reader) -> None:
    """Do nothing after an epoch."""
    del epoch, mean


class Lessons(NamedTuple):
    """What a reader is fitted to: annotated documents, and perhaps other tasks."""

    documents: Sequence[Document]
    lexicon: Lexicon
    side: SideTasks | None = None


def fit(
    lessons: Lessons,
    reader: Reader,
    plan: FitPlan,
    report: Report,
    kept: Checkpoint,
    watch: Watch = unwatched,
) -> None:
    """Fit a reader in place, from the checkpoint where there is one.

    `watch` is called after every epoch with its number and the mean so far.
    """
    run = Run(lessons, reader, plan)
    state = kept.read()
    if state:
        run.restore(state)
        report(f"goes on after epoch {run.epoch}")
    while run.epoch < plan.epochs:
        began = time.monotonic()
        loss = run.advance()
        spent = time.monotonic() - began
        report(f"epoch {run.epoch} of {plan.epochs}: loss {loss:.3f}, {spent:.0f} s")
        kept.write(run.state())
        watch(run.epoch, run.mean.module)
    reader.load_state_dict(run.mean.module.state_dict())


class Run:
    """A fit under way.

    Attributes:
        epoch: epochs done so far.
        mean: the running mean of the reader's weights.
    """

    def __init__(self, lessons: Lessons, reader: Reader, plan: FitPlan) -> None:
        self.lessons, self.reader, self.plan = lessons, reader, plan
        reader.drop.p = plan.drop
        self.optimizer = _optimizer(reader, plan)
        count = sum(1 for _ in batches(lessons.documents, plan.places, None))
        self.steps = plan.epochs * count
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer,
            [plan.encoder_rate, plan.rate],
            total_steps=self.steps + SLACK,
            pct_start=0.1,
        )
        self.mean = AveragedModel(reader, multi_avg_fn=get_ema_multi_avg_fn(plan.decay))
        self.epoch = 0

    def advance(self) -> float:
        """One pass over the documents; returns the mean loss of a batch."""
        chance, asides = _chances(self.plan.seed, self.epoch)
        side = self.lessons.side
        early = self.epoch < EARLY * self.plan.epochs
        order = EARLY_TURNS if early else TURNS
        turns = side.turns(asides, order) if side else repeat(None)
        self.reader.train()
        losses = [
            self._step(self._loss(batch, next(turns), chance))
            for batch in batches(self.lessons.documents, self.plan.places, chance)
        ]
        self.epoch += 1
        return sum(losses) / len(losses)

    def _loss(
        self, batch: Batch, aside: LabelledBatch | None, chance: random.Random
    ) -> Tensor:
        dropout, lexicon = self.plan.dropout, self.lessons.lexicon
        loss = batch_loss(self.reader, batch, lexicon, dropout, chance)
        if self.lessons.side and aside:
            other = self.lessons.side.loss(self.reader, aside, dropout.words)
            loss = loss + self.plan.task_weight * other
        return loss

    def _step(self, loss: Tensor) -> float:
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
        self.optimizer.step()
        self.mean.update_parameters(self.reader)
        if self.schedule.last_epoch < self.steps + SLACK - 1:
            self.schedule.step()
        return loss.item()

    def state(self) -> dict[str, Any]:
        """All that changes."""
        return {name: part.state_dict() for name, part in self._parts().items()} | {
            "epoch": self.epoch
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go back to a state."""
        for name, part in self._parts().items():
            part.load_state_dict(state[name])
        self.epoch = state["epoch"]

    def _parts(self) -> dict[str, Any]:
        return {
            "reader": self.reader,
            "mean": self.mean,
            "optimizer": self.optimizer,
            "schedule": self.schedule,
        }


class _Chances(NamedTuple):
    """What decides an epoch: over documents, and over other sentences."""

    documents: random.Random
    asides: random.Random


def _chances(seed: int, epoch: int) -> _Chances:
    """The chances of an epoch; PyTorch's is set."""
    of = random.Random(f"{seed} {epoch}")  # noqa: S311 - no secret
    torch.manual_seed(of.getrandbits(62))
    return _Chances(of, random.Random(of.getrandbits(62)))  # noqa: S311 - no secret


def _optimizer(reader: Reader, plan: FitPlan) -> torch.optim.Optimizer:
    """AdamW with one learning rate for the encoder and one for all above it."""
    lower = list(reader.encoder.parameters())
    known = {id(weight) for weight in lower}
    upper = [weight for weight in reader.parameters() if id(weight) not in known]
    groups = [
        {"params": lower, "lr": plan.encoder_rate},
        {"params": upper, "lr": plan.rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
