"""The command `python -m training`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="needs PyTorch: make train-test")
pytest.importorskip("floret", reason="needs floret: make train-test")

from training.__main__ import COMMAND


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "training", *words],
        cwd=root,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )


def test_own_annotations_are_enough_to_begin(
    root: Path, corpus: Path, tmp_path: Path
) -> None:
    work = str(tmp_path / "work")
    done = run(root, "text", "--train", str(corpus), "--work", work)
    assert done.returncode == 0, done.stderr
    assert "text: " in done.stdout
    assert (tmp_path / "work" / "words.txt").exists()


def test_nothing_to_fit_to_is_one_line(root: Path) -> None:
    done = run(root, "all")
    assert done.returncode == 2
    assert done.stderr == (
        "training: nothing to fit to: name --corpora FOLDER or --train FILE\n"
    )


def test_docs_name_every_option_and_stage(root: Path) -> None:
    page = (root / "docs" / "training.md").read_text("utf-8")
    for parameter in COMMAND.params:
        for name in parameter.opts:
            assert name == "stage" or f"`{name}" in page, name
    for stage in ("text", "vectors", "pretrain", "fit", "export", "score"):
        assert f"`{stage}`" in page
