"""Names, parts of speech and mood once more, with all else at rest.

Beside quotations their layer learns too little: it sees as many batches as quotations
do and needs more. Here it goes on alone, on states of an encoder that no longer
changes, so that quotations lose nothing. Deterministic by seed.
"""

import random
import time

import torch
from torch import Tensor, nn

from training.joint import LabelledBatch, SideTasks, label_loss
from training.network import Reader
from training.report import Report

SHOWN_EVERY = 200


def fit_labels(
    reader: Reader, side: SideTasks, steps: int, seed: int, report: Report
) -> None:
    """Fit the layer of the labels in place, so many steps.

    The learning rate is that of one cycle up to 3e-3 (Smith & Topin 2019).
    """
    torch.manual_seed(seed)
    reader.train()
    reader.drop.p, reader.labels.drop.p = 0.1, 0.2
    weights = list(reader.labels.parameters())
    optimizer = torch.optim.AdamW(weights, 3e-3, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, 3e-3, total_steps=steps + 1, pct_start=0.1
    )
    turns = side.turns(random.Random(seed))  # noqa: S311 - no secret
    began = time.monotonic()
    for step in range(1, steps + 1):
        loss = _loss(reader, side, next(turns))
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        schedule.step()
        if step % SHOWN_EVERY == 0:
            spent = time.monotonic() - began
            report(f"labels, step {step} of {steps}: {loss.item():.3f}, {spent:.0f} s")


def _loss(reader: Reader, side: SideTasks, batch: LabelledBatch) -> Tensor:
    with torch.no_grad():
        mixed = reader.mixed(*side.lexicon.inputs(batch.ids, 0))
    said = reader.labels(reader.drop(mixed), batch.shapes)
    return label_loss(reader, said, batch)
