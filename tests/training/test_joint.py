"""Names, parts of speech and mood are learnt beside quotations."""

import random
from collections.abc import Iterator
from itertools import islice

import pytest

pytest.importorskip("torch", reason="needs PyTorch: make train-test")
pytest.importorskip("floret", reason="needs floret: make train-test")

import torch

from training.corpus import read_examples
from training.documents import document_of
from training.fit import Lessons, Run
from training.joint import Corpora, LabelledBatch, SideTasks
from training.lore import no_lore
from training.network import Reader
from training.stages import Job, lexicon_of
from training.tasks import MISSING, Sentence


def sentence(*, silver: bool = False, mood: int = MISSING) -> Sentence:
    named = mood == MISSING
    names = [1, 2, 0] if named else [MISSING] * 3
    pos = [MISSING if named else 1] * 3
    return Sentence(["Jana", "Holt", "sagte"], pos, [mood] * 3, names, silver)


CORPORA = Corpora([sentence()] * 3, [sentence(mood=2)] * 3, [sentence(silver=True)] * 3)


@pytest.fixture
def lessons(finished: Job) -> Lessons:
    examples = read_examples(finished.train[0])
    lexicon = lexicon_of(finished, examples)
    torch.manual_seed(1)
    side = SideTasks(CORPORA, lexicon, no_lore(), places=10)
    return Lessons([document_of(one, lexicon) for one in examples], lexicon, side)


def turns(lessons: Lessons) -> Iterator[LabelledBatch]:
    assert lessons.side
    order = ("names", "syntax", "names", "silver")
    return lessons.side.turns(random.Random(1), order)  # noqa: S311 - no secret


def test_kinds_of_corpora_take_turns(lessons: Lessons) -> None:
    eight = list(islice(turns(lessons), 8))
    assert [batch.silver for batch in eight] == [False, False, False, True] * 2
    assert [bool((batch.mood == 2).any()) for batch in eight[:4]] == [
        False,
        True,
        False,
        False,
    ]


def test_names_marked_by_a_machine_count_for_half(
    lessons: Lessons, finished: Job
) -> None:
    assert lessons.side
    reader = Reader(finished.sizes).eval()
    silver = next(b for b in turns(lessons) if b.silver)
    half = lessons.side.loss(reader, silver, 0)
    whole = lessons.side.loss(reader, silver._replace(silver=False), 0)
    assert half.item() == pytest.approx(whole.item() / 2)


def test_names_leave_what_quotations_stand_on_alone(
    lessons: Lessons, finished: Job
) -> None:
    assert lessons.side
    reader = Reader(finished.sizes)
    lessons.side.loss(reader, next(turns(lessons)), 0).backward()
    assert reader.outer.weight.grad is None
    assert reader.encoder.words.weight.grad is not None


def test_mood_is_learnt_beside_quotations(lessons: Lessons, finished: Job) -> None:
    torch.manual_seed(1)
    plan = finished.fit._replace(epochs=15, task_weight=1.0, rate=0.02)
    run = Run(lessons, Reader(finished.sizes), plan)
    for _ in range(plan.epochs):
        run.advance()
    reader = run.reader.eval()
    batch = next(b for b in turns(lessons) if (b.mood == 2).any())
    with torch.no_grad():
        inputs = lessons.lexicon.inputs(batch.ids, 0)
        said = reader.label(*inputs, batch.shapes)
    assert said.mood[0, 1:4].argmax(-1).tolist() == [2, 2, 2]
