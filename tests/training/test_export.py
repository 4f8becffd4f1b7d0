"""The exported model answers as the trained one does."""

from typing import Any

import numpy as np
import pytest

pytest.importorskip("torch", reason="needs PyTorch: make train-test")
pytest.importorskip("floret", reason="needs floret: make train-test")
pytest.importorskip("onnxruntime", reason="needs ONNX Runtime")

import onnxruntime
import torch

from training.batches import collated
from training.corpus import read_examples
from training.documents import document_of
from training.export import OUTPUTS, roles_model, tagger_model
from training.joint import framed_features
from training.lore import no_lore
from training.stages import Job, lexicon_of, trained
from training.windows import Content, gathered, kind_code, windows

FLOAT, WHOLE = 1e-4, 0.05
"""How far answers may be apart: float32 weights, and int8 weights."""


def session(model: bytes) -> Any:
    return onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])


class Case:
    """One document before a trained reader, and what the reader says of it."""

    def __init__(self, job: Job) -> None:
        examples = read_examples(job.train[0])[2:3]
        lexicon = lexicon_of(job, examples)
        self.document = document_of(examples[0], lexicon)
        self.batch = collated([self.document])
        self.reader = trained(job).reader.eval()
        self.frequent, self.vectors = lexicon.inputs(self.batch.ids, 0)
        words = ["Jana", "sei", "da", "."]
        seen = framed_features(words, no_lore().of(words))
        shape = (*self.batch.ids.shape, seen.shape[1])
        self.shapes = torch.from_numpy(np.resize(seen, shape))
        with torch.no_grad():
            heads = self.reader(self.frequent, self.vectors, self.batch.hints)
            labels = self.reader.label(self.frequent, self.vectors, self.shapes)
        self.states = heads.states
        logits = heads._asdict() | labels._asdict()
        self.said = {
            name: logits[name][0].softmax(-1).numpy() for name in OUTPUTS[:-1]
        } | {"states": heads.states[0].numpy()}

    def asked(self) -> dict[str, Any]:
        return {
            "frequent": self.frequent[0].numpy(),
            "vectors": self.vectors[0].numpy(),
            "hints": self.batch.hints[0].numpy(),
            "shapes": self.shapes[0].numpy(),
        }


@pytest.fixture(scope="module")
def case(finished: Job) -> Case:
    return Case(finished)


def test_the_graph_of_the_article_answers_as_the_reader_does(case: Case) -> None:
    graph = session(tagger_model(case.reader).SerializeToString())
    answers = graph.run(list(OUTPUTS), case.asked())
    for name, answer in zip(OUTPUTS, answers, strict=True):
        np.testing.assert_allclose(answer, case.said[name], atol=FLOAT, err_msg=name)


def test_the_shipped_graph_of_the_article_answers_nearly_so(
    case: Case, finished: Job
) -> None:
    graph = session((finished.model / "tagger.onnx").read_bytes())
    answers = graph.run(list(OUTPUTS), case.asked())
    for name, answer in zip(OUTPUTS[:-1], answers, strict=False):
        np.testing.assert_allclose(answer, case.said[name], atol=WHOLE, err_msg=name)


@pytest.mark.parametrize("shipped", [False, True], ids=["float", "int8"])
def test_the_graph_of_the_roles_answers_as_the_reader_does(
    case: Case,
    finished: Job,
    shipped: bool,  # noqa: FBT001 - a case of the test
) -> None:
    found = [
        Content(0, one.content, kind_code(one.kind, one.depth))
        for one in case.document.quotations
    ]
    seen = windows(found, [case.document])
    held = gathered(case.states, seen)
    with torch.no_grad():
        scores, medium = case.reader.pair(held, seen.relation, seen.kind, seen.match)
    path = finished.model / "roles.onnx"
    plain = roles_model(case.reader).SerializeToString()
    relation = seen.relation.T.numpy()
    roles, media = session(path.read_bytes() if shipped else plain).run(
        ["roles", "medium"],
        {
            "windows": held.transpose(0, 1).numpy(),
            "relation": relation,
            "kind": seen.kind.numpy(),
            "match": seen.match.transpose(0, 1).numpy(),
            "inside": (relation // 12 == 1).astype(np.float32),
        },
    )
    near = WHOLE if shipped else FLOAT
    np.testing.assert_allclose(roles, scores.transpose(0, 1).numpy(), atol=near)
    np.testing.assert_allclose(media, medium.softmax(-1).numpy(), atol=near)
