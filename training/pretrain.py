"""Pretraining: the encoder as two language models over raw text.

Takes a `Stream` and the static vectors of its words, returns a `LanguageModel`. The
LSTMs compute in bfloat16, the weights are kept and updated in float32. What chance
decides in a step depends on seed and step alone, so that a run that was stopped and
goes on from its checkpoint is the run that was not stopped. A run that ends by the
clock is as long as the machine is fast; one that ends by steps is the same anywhere.
"""

import math
import time
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.errors import TrainingError
from training.language import LanguageModel, Sampler
from training.network import Sizes
from training.report import Report
from training.storage import Checkpoint
from training.stream import UNSEEN_ID, Stream

SHOWN_EVERY = 100
LEAST_RATE = 0.05
"""The share of the learning rate that the cosine ends at."""


class PretrainPlan(NamedTuple):
    """How long and how hard to train; what ends first ends it.

    Attributes:
        rows, length: sequences of a step, and their tokens.
        rate, warm: the learning rate, and the steps until it is reached.
        minutes, epochs: the most time, and the most passes over the text.
        candidates: words drawn for the softmax.
        kept_every: steps between two checkpoints.
    """

    rows: int = 32
    length: int = 128
    rate: float = 2e-3
    warm: int = 300
    minutes: float = 60.0
    epochs: float = 1.0
    candidates: int = 1200
    kept_every: int = 500


class Text(NamedTuple):
    """What is read: the stream, the static vectors of its words, and the seed."""

    stream: Stream
    vectors: Tensor
    seed: int


def rate_at(step: int, progress: float, plan: PretrainPlan) -> float:
    """The learning rate: a warm-up, then a half cosine down to a twentieth."""
    warm = min(1.0, (step + 1) / plan.warm)
    cosine = 0.5 * (1 + math.cos(math.pi * progress))
    return plan.rate * warm * (LEAST_RATE + (1 - LEAST_RATE) * cosine)


def pretrain(
    text: Text, sizes: Sizes, plan: PretrainPlan, report: Report, kept: Checkpoint
) -> LanguageModel:
    """Train two language models, from the checkpoint where there is one.

    Raises:
        TrainingError: the text is shorter than one sequence.
    """
    run = Run(text, sizes, plan)
    state = kept.read()
    if state:
        run.restore(state)
        report(f"goes on after step {run.step}")
    while (progress := run.progress()) < 1:
        run.advance(progress)
        if run.step % SHOWN_EVERY == 0:
            report(run.shown())
        if run.step % plan.kept_every == 0:
            kept.write(run.state())
    report(run.shown())
    return run.model


class Run:
    """A pretraining under way.

    Attributes:
        step: steps taken so far.
        spent: seconds they took.
    """

    def __init__(self, text: Text, sizes: Sizes, plan: PretrainPlan) -> None:
        torch.manual_seed(text.seed)
        self.text, self.plan = text, plan
        self.order = _order(text.stream, plan, text.seed)
        self.steps = max(1, int(plan.epochs * len(self.order) / plan.rows))
        self.sampler = Sampler(text.stream.counts[: sizes.vocabulary], plan.candidates)
        self.model = LanguageModel(sizes)
        self.optimizer = torch.optim.AdamW(
            self.model.parameters(),
            plan.rate,
            (0.9, 0.98),
            weight_decay=0.01,
            fused=True,
        )
        self.step, self.spent = 0, 0.0
        self.losses: list[float] = []

    def progress(self) -> float:
        """How much of the run is behind, 1 at its end."""
        return max(self.step / self.steps, self.spent / 60 / self.plan.minutes)

    def advance(self, progress: float) -> None:
        """Take one step."""
        began = time.monotonic()
        for group in self.optimizer.param_groups:
            group["lr"] = rate_at(self.step, progress, self.plan)
        self.optimizer.zero_grad()
        loss = self._loss()
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.losses = [*self.losses[1 - SHOWN_EVERY :], loss.item() / 2]
        self.step += 1
        self.spent += time.monotonic() - began

    def _loss(self) -> Tensor:
        seed = [self.text.seed, self.step]
        chance = np.random.default_rng(seed)
        torch.manual_seed(int(chance.integers(2**62)))
        ids = torch.from_numpy(self._ids().astype(np.int64))
        known = ids < self.model.encoder.sizes.vocabulary
        return self.model.loss(
            torch.where(known, ids, UNSEEN_ID),
            self.text.vectors[ids].float(),
            self.sampler,
            chance,
        )

    def _ids(self) -> NDArray[np.int32]:
        """The words of the step, [rows, length]."""
        rows = self.step * self.plan.rows + np.arange(self.plan.rows)
        begins = self.order[rows % len(self.order)]
        return self.text.stream.ids[begins[:, None] + np.arange(self.plan.length)]

    def shown(self) -> str:
        """Where the run stands, in words."""
        pace = self.plan.rows * self.plan.length * self.step / max(self.spent, 1e-9)
        loss = np.mean(self.losses)
        return f"step {self.step} of {self.steps}: loss {loss:.3f}, {pace:.0f} tokens/s"

    def state(self) -> dict[str, Any]:
        """All that changes."""
        return {
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "spent": self.spent,
            "losses": self.losses,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go back to a state."""
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.spent = state["step"], state["spent"]
        self.losses = state["losses"]


def _order(stream: Stream, plan: PretrainPlan, seed: int) -> NDArray[np.int64]:
    """Where sequences begin, shuffled."""
    begins = np.arange(0, len(stream.ids) - plan.length, plan.length)
    if not len(begins):
        raise TrainingError(
            f"{len(stream.ids)} tokens of raw text are too few for pretraining: name "
            "more by --text or --corpora"
        )
    return np.random.default_rng(seed).permutation(begins)
