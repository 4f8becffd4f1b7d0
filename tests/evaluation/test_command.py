import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def _run(root: Path, *words: str, shared: Path | None = None) -> tuple[int, str, str]:
    environment = {k: v for k, v in os.environ.items() if k != "LAUT_SHARED"}
    if shared:
        environment["LAUT_SHARED"] = str(shared)
    command = [sys.executable, "-m", "evaluation", *words]
    done = subprocess.run(
        command, cwd=root, env=environment, check=False, capture_output=True, text=True
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.shared
def test_a_corpus_is_read_scored_and_its_readings_kept(
    root: Path, corpus: Path, shared: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "readings.jsonl"
    words = ("quotations", str(corpus), "--readings", str(kept))
    status, out, err = _run(root, *words, "--shared", str(shared))
    assert (status, err) == (0, "")
    assert out.startswith("quote ")
    assert json.loads(kept.read_text("utf-8"))["article"]["id"] == "7.pretty.json"


@pytest.mark.shared
def test_one_measure_is_printed_by_its_name(root: Path, shared: Path) -> None:
    words = ("measure", "quotations-leads", "--shared", str(shared))
    status, out, err = _run(root, *words)
    assert (status, err) == (0, "")
    assert out.startswith("quote ")


def test_a_folder_without_scorers_is_one_line_and_status_2(
    root: Path, corpus: Path, tmp_path: Path
) -> None:
    status, out, err = _run(root, "quotations", str(corpus), shared=tmp_path)
    assert (status, out) == (2, "")
    assert "no such scorer; name its folder by --shared" in err
    assert err.count("\n") == 1


def test_a_folder_that_is_not_there_is_one_line_and_status_2(
    root: Path, tmp_path: Path
) -> None:
    status, _, err = _run(root, "all", "--shared", str(tmp_path / "nowhere"))
    assert status == 2
    assert "no such folder" in err
    assert err.count("\n") == 1


def test_calibrating_prints_a_raw_score_and_a_share_a_line(
    root: Path, corpus: Path
) -> None:
    status, out, err = _run(root, "calibrate", str(corpus))
    assert (status, err) == (0, "")
    ((raw, share),) = [line.split("\t") for line in out.splitlines()]
    assert 0 < float(raw) < 1
    assert 0 < float(share) < 1
