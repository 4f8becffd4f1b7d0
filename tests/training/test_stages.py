"""From annotated documents to the model folder, stage by stage."""

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("torch", reason="needs PyTorch: make train-test")
pytest.importorskip("floret", reason="needs floret: make train-test")

import torch

from training.corpus import read_examples
from training.documents import document_of
from training.errors import TrainingError
from training.fit import FitPlan, Lessons, Run as FitRun
from training.network import Reader
from training.pretrain import Run as PretrainRun, Text, pretrain, rate_at
from training.report import silent
from training.stages import (
    Job,
    lexicon_of,
    run_stages,
)
from training.storage import Checkpoint, keep, kept
from training.stream import read_stream

SCORER = """\
import sys
gold, readings = (sum(1 for _ in open(path)) for path in sys.argv[1:])
print(f"documents  F1  {100 * readings / gold:.1f}")
"""


class Lines(list[str]):
    """What was reported."""

    def __call__(self, line: str) -> None:
        self.append(line)


def weights(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = kept(path)
    return found


def same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return one.keys() == other.keys() and all(
        torch.equal(one[k], other[k]) for k in one
    )


def test_a_training_leaves_the_model_folder_and_readings(finished: Job) -> None:
    assert {path.name for path in finished.model.iterdir()} == {
        "tagger.onnx",
        "roles.onnx",
        "words.txt",
        "subwords.npy",
        "lore.npy",
        "lore-words.npy",
        "card.json",
        "order.npz",
    }
    card = json.loads((finished.model / "card.json").read_text())
    assert card["version"] == "de-1"
    assert card["scale"] > 0
    lines = (finished.work / "readings-small.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["article"]["id"] for line in lines[:2]] == [
        "haushalt",
        "fähre",
    ]


def test_what_is_done_is_skipped_and_what_changed_is_done_anew(finished: Job) -> None:
    again, longer = Lines(), Lines()
    run_stages(finished, "fit", again)
    run_stages(finished._replace(fit=FitPlan(epochs=1, places=200)), "fit", longer)
    run_stages(finished, "fit", silent)
    assert [line.endswith("done before") for line in again] == [True] * 4
    assert longer[2] == "pretrain: done before"
    assert longer[3] == "fit: 8 documents"


def test_one_seed_gives_one_reader_and_another_gives_another(
    finished: Job, tmp_path: Path
) -> None:
    same_seed = finished._replace(work=tmp_path / "same", model=tmp_path / "model")
    run_stages(same_seed, "fit", silent)
    run_stages(same_seed._replace(work=tmp_path / "other", seed=2), "fit", silent)
    first = weights(finished.work / "reader.pt")
    assert same(first, weights(tmp_path / "same" / "reader.pt"))
    assert not same(first, weights(tmp_path / "other" / "reader.pt"))


def test_pretraining_that_was_stopped_goes_on_as_if_it_had_not_been(
    finished: Job, tmp_path: Path
) -> None:
    text = Text(read_stream(finished.work), kept(finished.work / "static.pt"), 1)
    stopped = PretrainRun(text, finished.sizes, finished.pretrain)
    for step in range(3):
        stopped.advance(step / stopped.steps)
    checkpoint = Checkpoint(tmp_path / "checkpoint", "key")
    checkpoint.write(stopped.state())
    whole = PretrainRun(text, finished.sizes, finished.pretrain)
    for step in range(whole.steps):
        whole.advance(step / whole.steps)
    shown = Lines()
    model = pretrain(text, finished.sizes, finished.pretrain, shown, checkpoint)
    assert shown[0] == "goes on after step 3"
    assert same(model.state_dict(), whole.model.state_dict())


def test_a_fit_that_was_stopped_goes_on_as_if_it_had_not_been(
    finished: Job, tmp_path: Path
) -> None:
    examples = read_examples(finished.train[0])
    lexicon = lexicon_of(finished, examples)
    lessons = Lessons([document_of(one, lexicon) for one in examples], lexicon)

    def run() -> FitRun:
        torch.manual_seed(1)
        return FitRun(lessons, Reader(finished.sizes), finished.fit)

    whole, stopped, resumed = run(), run(), run()
    stopped.advance()
    keep(tmp_path / "state", stopped.state())
    resumed.restore(kept(tmp_path / "state"))
    losses = [whole.advance() for _ in range(2)]
    assert resumed.advance() == losses[1]
    assert losses[1] < losses[0]
    assert same(whole.mean.state_dict(), resumed.mean.state_dict())


def test_a_checkpoint_of_other_settings_counts_as_none(tmp_path: Path) -> None:
    Checkpoint(tmp_path / "checkpoint", "one").write({"epoch": 1})
    assert Checkpoint(tmp_path / "checkpoint", "one").read() == {"epoch": 1}
    assert Checkpoint(tmp_path / "checkpoint", "other").read() is None


def test_a_stopped_stage_is_not_done(finished: Job, tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    broken = finished._replace(work=tmp_path / "text", train=(tmp_path / "none.jsonl",))
    with pytest.raises(TrainingError, match=r"none\.jsonl: cannot be read"):
        run_stages(broken, "text", silent)
    assert not list((tmp_path / "text").iterdir())


def test_scores_are_those_of_the_scorer(finished: Job, tmp_path: Path) -> None:
    scorer = tmp_path / "scorer.py"
    scorer.write_text(SCORER)
    shown = Lines()
    run_stages(finished._replace(scorer=scorer), "score", shown)
    assert any("documents  F1  100.0" in line for line in shown)


def test_too_little_text_is_said_so(finished: Job, tmp_path: Path) -> None:
    plan = finished.pretrain._replace(length=10_000)
    with pytest.raises(TrainingError, match="too few for pretraining"):
        run_stages(finished._replace(pretrain=plan, work=tmp_path), "pretrain", silent)


def test_the_rate_warms_up_and_falls_to_a_twentieth(finished: Job) -> None:
    plan = finished.pretrain._replace(rate=1.0, warm=10)
    assert rate_at(4, 0, plan) == 0.5
    assert rate_at(10, 0, plan) == 1.0
    assert rate_at(10, 1, plan) == pytest.approx(0.05)
