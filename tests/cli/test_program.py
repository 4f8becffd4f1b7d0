import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from laut import __version__
from laut.cli import main
from tests.cli.shell import LAUT, laut, plain


def test_the_version_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"laut {__version__}\n"


@pytest.mark.parametrize("words", [["--help"], ["read", "--help"]])
def test_help_is_german(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0
    out = capsys.readouterr().out
    assert out.startswith("Aufruf: laut")
    assert "Diese Hilfe zeigen." in out
    for english in ("Usage", "Options", "Commands", "Show this"):
        assert english not in out


@pytest.mark.parametrize(
    "words",
    [
        ["--lang", "en", "read", "--help"],
        ["read", "--lang=en", "--help"],
        ["read", "--help", "--lang", "en"],
        ["--help", "--lang", "de", "--lang", "en"],
    ],
)
def test_help_is_english_where_that_is_asked_for(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 0
    out = capsys.readouterr().out
    assert out.startswith("Usage: laut")
    assert "Show this help." in out
    for german in ("Aufruf", "Optionen", "Befehle", "EINGABE", "Artikel", "zeigen"):
        assert german not in out


def test_the_locale_says_which_language_is_spoken(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert main(["lesen"]) == 2
    assert capsys.readouterr().err == (
        "laut: There is no command lesen. Help: laut --help\n"
    )
    assert main(["--lang", "de", "lesen"]) == 2
    assert "Den Befehl lesen gibt es nicht" in capsys.readouterr().err


def test_a_language_that_laut_does_not_speak_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["read", "--lang", "fr", "x"]) == 2
    assert "fr gibt es nicht; möglich sind de, en" in capsys.readouterr().err


def test_what_comes_after_two_dashes_is_no_language(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["read", "--", "--lang", "en"]) == 1
    assert "2 von 2 Eingaben" in capsys.readouterr().err


def test_without_a_command_the_help_is_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([]) == 2
    assert "Befehle:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lesen"], "Den Befehl lesen gibt es nicht"),
        (["reed"], "Den Befehl reed gibt es nicht (gemeint: read?)"),
        (["read"], "EINGABE fehlt"),
        (["read", "--formt", "x", "a"], "(gemeint: --format?)"),
        (
            ["read", "--format", "xml", "a"],
            "xml gibt es nicht; möglich sind text, table",
        ),
        (["read", "a", "--format"], "Die Option --format braucht einen Wert"),
        (["read", "--allow-private=1", "a"], "--allow-private hat keinen Wert"),
        (["read", "--width", "breit", "a"], "breit ist keine Zahl von 20 bis 1000"),
        (["read", "--width", "5", "a"], "5 ist keine Zahl von 20 bis 1000"),
    ],
)
def test_wrong_usage_is_one_german_line_with_the_way_to_the_help(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("laut: ")
    assert said in err
    assert "--help" in err


def _archive(folder: Path, lines: int) -> Path:
    path = folder / "archiv.jsonl"
    line = json.dumps({"text": "Laut Polizei wurde niemand verletzt. " * 20})
    path.write_text((line + "\n") * lines, "utf-8")
    return path


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_reader_who_stops_reading_ends_the_run_quietly(
    tmp_path: Path, form: str
) -> None:
    words = [*LAUT, "read", str(_archive(tmp_path, 3000)), "--format", form]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=plain()
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
@pytest.mark.parametrize("words", [["--help"], ["read", "-"]])
def test_output_that_cannot_be_written_is_one_line(words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*LAUT, *words],
            input=b"Laut Polizei wurde niemand verletzt.",
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    said = "laut: Die Ausgabe lässt sich nicht schreiben (No space left on device).\n"
    assert done.stderr.decode() == said


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_reason_to_fail(closed: str, tmp_path: Path) -> None:
    path = _archive(tmp_path, 2)
    command = f'exec "$0" -m laut read "$1" --format json {closed}'
    done = subprocess.run(
        ["/bin/sh", "-c", command, LAUT[0], str(path)],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_standard_input_that_is_closed_holds_nothing() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "{LAUT[0]}" -m laut read - <&-'],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.decode() == "laut: Standardeingabe: Es steht nichts darin.\n"


def test_ctrl_c_ends_the_run_quietly_and_keeps_what_was_written(
    tmp_path: Path,
) -> None:
    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)
    words = [*LAUT, "read", str(pipe), "--format", "json"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=plain()
    ) as process:
        assert process.stdout
        assert process.stderr
        with pipe.open("w", encoding="utf-8") as writer:
            writer.write('{"id": "a", "text": "Er kam."}\n')
            writer.flush()
            assert json.loads(process.stdout.readline())["article"]["id"] == "a"
            time.sleep(0.1)  # it waits for the next line now
            process.send_signal(signal.SIGINT)
            assert process.wait(10) == 130
        assert process.stderr.read().strip() == b""


def test_python_can_run_the_package(tmp_path: Path) -> None:
    done = laut("read", tmp_path / "fehlt.txt")
    assert done.status == 2
    assert done.err == (
        f"laut: {tmp_path}/fehlt.txt: Diese Datei gibt es nicht."
        " Bitte den Pfad prüfen.\n"
    )


def test_the_installed_command_is_the_same_program() -> None:
    command = Path(LAUT[0]).with_name("laut")
    done = subprocess.run([command, "--version"], capture_output=True, check=True)
    assert done.stdout.decode() == f"laut {__version__}\n"


def test_help_loads_nothing_that_takes_long() -> None:
    listing = "import sys, laut.cli; print(*sorted(sys.modules))"
    done = subprocess.run(
        [LAUT[0], "-c", listing], capture_output=True, check=True, text=True
    )
    loaded = set(done.stdout.split())
    slow = {
        "rich",
        "trafilatura",
        "httpx2",
        "py3langid",
        "numpy",
        "onnxruntime",
        "mmh3",
        "lxml",
        "laut.reading",
    }
    assert loaded.isdisjoint(slow)
