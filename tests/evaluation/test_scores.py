from pathlib import Path

import pytest

from evaluation.errors import EvaluationError
from evaluation.scores import figures_in, run_scorer


def test_a_line_with_an_f1_gives_that_and_another_its_first_number() -> None:
    table = (
        "quote      P  50.0  R  25.0  F1  33.3\n"
        "  direct    12 in the gold, mean overlap of their content  41.5\n"
        "  source    10.2   of found  20.4\n"
        "  via       30.1   F1 of 49 links\n"
    )
    assert figures_in(table) == {
        "quote": 33.3,
        "direct": 41.5,
        "source": 10.2,
        "via": 30.1,
    }


def test_a_line_without_a_figure_is_left_out() -> None:
    assert (
        figures_in("events  265 in the gold, 0 read\n\n  status  n/a   of it\n") == {}
    )


def test_a_scorer_is_run_over_files_and_its_table_kept(tmp_path: Path) -> None:
    script = tmp_path / "score.py"
    script.write_text("import sys; print('quote', len(sys.argv) / 10)")
    scores = run_scorer(script, tmp_path / "one", tmp_path / "two")
    assert scores.table == "quote 0.3\n"
    assert scores.figures == {"quote": 0.3}


def test_a_scorer_that_fails_is_named_with_its_last_words(tmp_path: Path) -> None:
    script = tmp_path / "score.py"
    script.write_text("raise ValueError('token not found')")
    with pytest.raises(EvaluationError, match=r"score\.py failed .*token not found"):
        run_scorer(script, tmp_path / "one")


def test_a_scorer_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no such scorer"):
        run_scorer(tmp_path / "score.py", tmp_path / "one")
