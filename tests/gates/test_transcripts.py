from pathlib import Path

import pytest

from tools.transcripts import (
    Transcript,
    agrees,
    documents,
    main,
    printed,
    rewritten,
    transcripts,
)

PAGE = """# Title

```console
$ echo one
one
$ printf 'two\\nthree\\n'
two
three
```

```sh
$ echo never run
```
"""


def test_every_command_of_a_console_block_is_found_with_its_output() -> None:
    assert list(transcripts(PAGE)) == [
        Transcript("echo one", "one\n"),
        Transcript("printf 'two\\nthree\\n'", "two\nthree\n"),
    ]


def test_a_command_runs_in_the_root_without_colour_at_eighty_columns(
    tmp_path: Path,
) -> None:
    assert printed('pwd; echo "$COLUMNS $NO_COLOR"; echo "x  "', tmp_path) == (
        f"{tmp_path}\n80 1\nx\n"
    )


def test_what_a_command_complains_of_is_part_of_what_it_prints(tmp_path: Path) -> None:
    assert printed("echo no >&2; exit 2", tmp_path) == "no\n"


@pytest.mark.parametrize(
    ("shown", "actual", "same"),
    [
        ("one\n", "one\n", True),
        ("one\n", "one\ntwo\n", False),
        ("one\n…\n", "one\ntwo\nthree\n", True),
        ("one\n…\n", "one\n", True),
        ("…\nthree\n", "one\ntwo\nthree\n", True),
        ("…\nthree\n", "one\n", False),
        ("a.c\n", "abc\n", False),
        ("", "", True),
    ],
)
def test_shown_and_printed_agree_save_where_lines_are_left_out(
    shown: str, actual: str, *, same: bool
) -> None:
    assert agrees(shown, actual) is same


def test_output_is_written_anew_save_where_it_is_shortened(tmp_path: Path) -> None:
    page = "```console\n$ echo one\nold\n$ seq 9\n1\n…\n9\n```\n"
    assert rewritten(page, tmp_path) == (
        "```console\n$ echo one\none\n$ seq 9\n1\n…\n9\n```\n"
    )


def test_what_is_up_to_date_stays_as_it_is(tmp_path: Path) -> None:
    assert rewritten(PAGE, tmp_path) == PAGE


def test_all_documents_are_renewed_and_the_changed_ones_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "docs" / "guide").mkdir(parents=True)
    (tmp_path / "README.md").write_text(PAGE)
    page = tmp_path / "docs" / "guide" / "page.md"
    page.write_text("```console\n$ echo new\nold\n```\n")
    assert documents(tmp_path) == (tmp_path / "README.md", page)
    main(tmp_path)
    assert capsys.readouterr().out == "docs/guide/page.md\n"
    assert page.read_text() == "```console\n$ echo new\nnew\n```\n"
