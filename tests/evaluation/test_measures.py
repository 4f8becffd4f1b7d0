import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from evaluation.measures import MEASURES, Bench, quotations, write_readings
from evaluation.scores import run_scorer

SPANS = {"content": [[0, 26]], "cue": [[28, 33]], "speaker": [[34, 66]]}
RIGHT = [{"id": 0, "kind": "indirect", **SPANS, "frame": [[26, 66]]}]
HALF = [{"id": 0, "kind": "direct", "content": [[0, 10]]}]


def _readings(path: Path, quotations: Iterable[dict[str, Any]]) -> Path:
    row = {"article": {"id": "7.pretty.json"}, "quotations": list(quotations)}
    path.write_text(json.dumps(row))
    return path


def test_a_corpus_is_written_as_one_reading_a_line(
    corpus: Path, tmp_path: Path
) -> None:
    target = tmp_path / "readings.jsonl"
    write_readings(corpus, target)
    (line,) = target.read_text("utf-8").splitlines()
    reading = json.loads(line)
    assert reading["article"]["id"] == "7.pretty.json"
    assert reading["article"]["published"] == "2021-03-04"
    assert isinstance(reading["quotations"], list)


def test_every_measure_has_a_name_of_its_own() -> None:
    names = [measure.name for measure in MEASURES]
    assert len(set(names)) == len(names)


@pytest.mark.shared
def test_every_file_that_is_measured_on_is_there(shared: Path) -> None:
    missing = [f for m in MEASURES for f in m.files if not (shared / f).exists()]
    assert not missing


@pytest.mark.shared
def test_a_reading_that_is_right_in_everything_scores_a_hundred(
    corpus: Path, shared: Path, tmp_path: Path
) -> None:
    readings = _readings(tmp_path / "right.jsonl", RIGHT)
    figures = _scored(shared, corpus, readings)
    assert {figures[n] for n in ("quote", "roles", "joint", "kind")} == {100.0}


@pytest.mark.shared
def test_half_a_content_of_the_wrong_kind_scores_for_the_content_alone(
    corpus: Path, shared: Path, tmp_path: Path
) -> None:
    readings = _readings(tmp_path / "half.jsonl", HALF)
    figures = _scored(shared, corpus, readings)
    assert figures["quote"] == pytest.approx(66.7)
    assert (figures["roles"], figures["kind"]) == (0.0, 0.0)


@pytest.mark.shared
def test_readings_are_made_once_for_all_measures_of_a_corpus(
    corpus: Path, shared: Path, tmp_path: Path
) -> None:
    place = tmp_path / "shared"
    place.mkdir()
    (place / "tools").symlink_to(shared / "tools")
    (place / corpus.name).write_bytes(corpus.read_bytes())
    bench = Bench(place, tmp_path / "scratch")
    bench.scratch.mkdir()
    first = quotations(bench, corpus=corpus.name)
    (made,) = bench.scratch.iterdir()
    before = made.stat().st_mtime_ns
    assert quotations(bench, corpus=corpus.name) == first
    assert made.stat().st_mtime_ns == before


def _scored(shared: Path, corpus: Path, readings: Path) -> dict[str, float]:
    scorer = shared / "tools" / "score_quotations.py"
    return run_scorer(scorer, corpus, readings).figures
