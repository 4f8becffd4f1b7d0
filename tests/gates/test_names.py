import subprocess
from pathlib import Path

import pytest

from tools.check_names import bad_names, bad_pins, main


def test_a_version_and_nothing_else_is_a_pin() -> None:
    assert not list(bad_pins("click==8.5.1\nlxml-html-clean==0.4.6\n"))


@pytest.mark.parametrize(
    "line",
    [
        "click>=8",
        "click",
        "click @ file:///tmp/click.whl",
        "--find-links elsewhere",
        "click==8.5.1 --hash=sha256:00",
        "",
    ],
)
def test_anything_else_is_no_pin(line: str) -> None:
    assert list(bad_pins(f"{line}\n")) == [(1, line)]


def test_a_registry_is_found_by_line() -> None:
    host = "py" + "pi.org"
    assert list(bad_names(f"one\nsee {host}\n")) == [(2, "a package registry")]


def test_a_path_in_a_home_is_found_and_a_relative_path_is_not() -> None:
    home = "/ho" + "me/anna/corpus"
    assert list(bad_names(home)) == [(1, "a place on one machine")]
    assert not list(bad_names("../shared/corpora and ./work/here and a.b/root/x"))


def test_the_gate_names_file_line_and_offence_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "runtime.txt").write_text("click>=8\n")
    (tmp_path / "model.bin").write_bytes(b"\xff\xfe\x00")
    assert main(tmp_path) == 1
    assert capsys.readouterr().out == (
        "requirements/runtime.txt:1: 'click>=8' is no plain pin such as click==8.1.0\n"
    )
