import os
from pathlib import Path

import pytest

from laut.errors import InputError
from laut.intake.folder import files_in


def _tree(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text", "utf-8")


def _names(folder: Path) -> list[str]:
    found = files_in(folder)
    return [str(f.relative_to(folder)) for f in found if isinstance(f, Path)]


def test_files_come_sorted_from_every_depth_and_hidden_ones_stay_out(
    tmp_path: Path,
) -> None:
    _tree(tmp_path, "b.txt", "a/z.txt", "a/b/c.html", ".git/x.txt", "a/.verborgen", "c")
    assert _names(tmp_path) == ["a/b/c.html", "a/z.txt", "b.txt", "c"]


def test_links_that_lead_back_up_are_not_followed(tmp_path: Path) -> None:
    _tree(tmp_path, "a/b.txt")
    (tmp_path / "a" / "back").symlink_to(tmp_path)
    (tmp_path / "also.txt").symlink_to(tmp_path / "a" / "b.txt")
    assert _names(tmp_path) == ["a/b.txt", "also.txt"]


def test_what_browsers_save_beside_a_page_is_no_input(tmp_path: Path) -> None:
    _tree(
        tmp_path, "a.html", "a_files/logo.PNG", "a_files/x.css", "a_files/x.js", "b.pdf"
    )
    assert _names(tmp_path) == ["a.html", "b.pdf"]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert _names(tmp_path) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every folder")
def test_a_folder_that_cannot_be_opened_is_an_error_in_its_place(
    tmp_path: Path,
) -> None:
    _tree(tmp_path, "a/x.txt", "b.txt")
    (tmp_path / "a").chmod(0)
    [error, file] = files_in(tmp_path)
    (tmp_path / "a").chmod(0o700)
    assert isinstance(error, InputError)
    assert isinstance(file, Path)
