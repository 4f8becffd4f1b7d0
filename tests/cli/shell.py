"""Running `laut` as a shell does."""

import os
import pty
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

LAUT = [sys.executable, "-m", "laut"]


class Done(NamedTuple):
    """How a command ended, and what it wrote."""

    status: int
    out: str
    err: str


def laut(*words: str | Path, given: bytes = b"", **environment: str) -> Done:
    """Run `laut` with pipes all around."""
    done = subprocess.run(
        [*LAUT, *map(str, words)],
        input=given,
        capture_output=True,
        check=False,
        timeout=60,
        env=plain() | environment,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def watched(
    *words: str | Path, watch_out: bool, typed: str = "", **environment: str
) -> Done:
    """Run `laut` with standard error, and perhaps standard output, on a terminal.

    What the terminal shows is `err`; with `watch_out` it is that of both. What is
    typed there is standard input.
    """
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*LAUT, *map(str, words)],
        stdin=theirs if typed else subprocess.DEVNULL,
        stdout=theirs if watch_out else subprocess.PIPE,
        stderr=theirs,
        env=plain() | {"TERM": "xterm-256color", "COLUMNS": "100"} | environment,
    )
    os.close(theirs)
    if typed:
        os.write(ours, f"{typed}\n\x04".encode())
    with process, ThreadPoolExecutor() as threads:
        shown = threads.submit(_shown, ours)
        out = process.stdout.read() if process.stdout else b""
    return Done(process.returncode, out.decode(), shown.result())


def _shown(terminal: int) -> str:
    """All that is written to a terminal until it is closed."""
    shown = b""
    with suppress(OSError):  # on Linux, what reading the closed end gives
        while piece := os.read(terminal, 65536):
            shown += piece
    os.close(terminal)
    return shown.decode()


def plain() -> dict[str, str]:
    """The environment, less what changes how programs show things."""
    odd = {"NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "LINES", "PYTHONIOENCODING"}
    return {name: value for name, value in os.environ.items() if name not in odd}
