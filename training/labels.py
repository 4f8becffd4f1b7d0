"""Names, parts of speech and mood: their layer fitted with all else at rest.

Beside quotations the layer learns too little: it sees as many batches as quotations
do and needs more, and what is known of words (`training.lore`) comes after. Here it
begins anew on states of an encoder that no longer changes, so that quotations lose
nothing: first on names that a machine marked and some by hand, then by hand alone. In
the end its weights are the running mean of those of all steps. Deterministic by seed.
"""

import random
import time
from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.joint import LabelledBatch, SideTasks, label_loss
from training.network import Labeller, Reader
from training.report import Report

SHOWN_EVERY = 250


class LabelPlan(NamedTuple):
    """How long and how hard to fit.

    Attributes:
        early, late: steps with names that a machine marked, and without.
        rate: the highest learning rate of both, one cycle each (Smith & Topin 2019).
        decay: how much of the mean of weights stays at each step.
        seed: decides whatever chance decides.
    """

    early: int = 1400
    late: int = 1500
    rate: float = 2e-3
    decay: float = 0.99
    seed: int = 1


EARLY = ("silver",) * 4 + ("names",) + ("silver",) * 4 + ("syntax",)
LATE = ("names", "names", "names", "syntax", "syntax")


def fit_labels(
    reader: Reader, side: SideTasks, plan: LabelPlan, report: Report
) -> None:
    """Fit a new layer of the labels, in place of the reader's."""
    torch.manual_seed(plan.seed)
    sizes = reader.encoder.sizes
    reader.labels = Labeller(2 * sizes.hidden + sizes.word, sizes.label)
    reader.train()
    reader.drop.p = 0.2
    mean = AveragedModel(reader.labels, multi_avg_fn=get_ema_multi_avg_fn(plan.decay))
    for turns, steps in ((EARLY, plan.early), (LATE, plan.late)):
        _Phase(reader, side, mean, plan).run(turns, steps, report)
    reader.labels.load_state_dict(mean.module.state_dict())


class _Phase:
    """Some steps with a learning rate that rises and falls."""

    def __init__(
        self, reader: Reader, side: SideTasks, mean: AveragedModel, plan: LabelPlan
    ) -> None:
        self.reader, self.side, self.mean, self.plan = reader, side, mean, plan
        self.weights = list(reader.labels.parameters())
        self.optimizer = torch.optim.AdamW(
            self.weights, plan.rate, weight_decay=0.01, fused=True
        )

    def run(self, turns: Sequence[str], steps: int, report: Report) -> None:
        schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer, self.plan.rate, total_steps=steps + 1, pct_start=0.1
        )
        batches = self.side.turns(random.Random(self.plan.seed), turns)  # noqa: S311 - no secret
        began = time.monotonic()
        for step in range(1, steps + 1):
            loss = self._step(next(batches))
            schedule.step()
            if step % SHOWN_EVERY == 0:
                spent = time.monotonic() - began
                report(f"labels, step {step} of {steps}: {loss:.3f}, {spent:.0f} s")

    def _step(self, batch: LabelledBatch) -> float:
        loss = self._loss(batch)
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.weights, 1.0)
        self.optimizer.step()
        self.mean.update_parameters(self.reader.labels)
        return loss.item()

    def _loss(self, batch: LabelledBatch) -> Tensor:
        with torch.no_grad():
            mixed = self.reader.mixed(*self.side.lexicon.inputs(batch.ids, 0))
        said = self.reader.labels(self.reader.drop(mixed), batch.shapes)
        return label_loss(self.reader, said, batch)
