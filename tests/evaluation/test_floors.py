import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from evaluation.errors import EvaluationError
from evaluation.floors import (
    FLOORS,
    Floors,
    Pinned,
    Verdict,
    lowered,
    parsed,
    shown,
    verdicts,
)
from evaluation.measures import MEASURES, Bench

ONE = Pinned(files={"corpus": "abc"}, floors={"quote": 40.0, "joint": 30.0})


def test_a_figure_at_its_floor_holds_and_one_below_does_not() -> None:
    assert Verdict("m", "quote", 40.0, 40.0).holds
    assert not Verdict("m", "quote", 39.9, 40.0).holds


def test_a_figure_that_is_missing_does_not_hold() -> None:
    assert not Verdict("m", "quote", None, 0.0).holds


def test_a_verdict_is_shown_as_a_line_with_figure_floor_and_remark() -> None:
    assert shown(Verdict("m", "quote", 40.5, 40.0)).endswith(
        " 40.5   floor  40.0   holds"
    )
    assert shown(Verdict("m", "quote", 41.0, 40.0)).endswith("holds, may be raised")
    assert shown(Verdict("m", "quote", None, 40.0)).endswith(
        "n/a   floor  40.0   BELOW ITS FLOOR"
    )


def test_the_same_floors_and_raised_ones_are_not_lowered() -> None:
    raised = Pinned(files=ONE.files, floors={"quote": 41.0, "joint": 30.0, "kind": 1.0})
    assert lowered({"m": ONE}, {"m": ONE}) == []
    assert lowered({"m": ONE}, {"m": raised, "n": ONE}) == []


def test_a_lowered_and_a_dropped_floor_are_named() -> None:
    less = Pinned(files=ONE.files, floors={"quote": 39.0})
    assert lowered({"m": ONE}, {"m": less}) == [
        "m quote was 40.0 and is 39.0",
        "m joint was 30.0 and is None",
    ]
    assert lowered({"m": ONE}, {}) == ["m has no floors any more"]


def test_floors_measured_on_other_files_are_not_compared() -> None:
    other = Pinned(files={"corpus": "def"}, floors={"quote": 1.0})
    assert lowered({"m": ONE}, {"m": other}) == []


@pytest.mark.parametrize("text", ["[", "[m]\nfloors = 1", "[m]\nother = 1"])
def test_floors_of_another_form_are_refused(text: str) -> None:
    with pytest.raises(EvaluationError, match="floors: "):
        parsed(text)


def test_floors_for_a_measure_that_there_is_not_are_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no measure 'm'"):
        list(verdicts({"m": ONE}, Bench(tmp_path, tmp_path)))


def test_another_file_than_the_floors_were_measured_on_is_refused(
    tmp_path: Path,
) -> None:
    measure = next(m for m in MEASURES if len(m.files) == 1)
    (name,) = measure.files
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text("changed")
    floors = {measure.name: Pinned(files={name: "abc"}, floors={})}
    with pytest.raises(EvaluationError, match="is not the file that the floors"):
        list(verdicts(floors, Bench(tmp_path, tmp_path)))


def test_no_floor_is_lower_than_it_has_ever_been(root: Path) -> None:
    now = parsed(FLOORS.read_text("utf-8"))
    for before in _earlier(root):
        assert lowered(before, now) == []


@pytest.mark.shared
def test_every_floor_holds(shared: Path, tmp_path: Path) -> None:
    found = list(verdicts(parsed(FLOORS.read_text("utf-8")), Bench(shared, tmp_path)))
    assert found
    assert [shown(verdict) for verdict in found if not verdict.holds] == []


def _earlier(root: Path) -> Iterator[Floors]:
    name = FLOORS.relative_to(root).as_posix()
    commits = _git(root, "log", "--format=%H", "--diff-filter=AM", "--", name).split()
    for commit in commits:
        yield parsed(_git(root, "show", f"{commit}:{name}"))


def _git(root: Path, *arguments: str) -> str:
    command = ["git", *arguments]
    done = subprocess.run(command, cwd=root, check=False, capture_output=True)
    if done.returncode:
        pytest.skip("no history to compare with: not in a git repository")
    return done.stdout.decode()
