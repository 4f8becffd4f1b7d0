"""Commands that documents show, with the output that they show below them.

A transcript is a fenced block marked `console`: a line `$ command`, then what the
command prints, both streams together. A line `…` stands for any number of lines. The
tests run every transcript and compare; `python -m tools.transcripts` (`make
transcripts`) runs them and writes the output anew, save below commands whose output is
shortened.

Commands run by bash in the root of the repository, 80 columns wide, without colour.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SHORTENED = "…"
PROMPT = "$ "

_BLOCK = re.compile(r"^```console\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


class Transcript(NamedTuple):
    """One command and what it is said to print, line ends included."""

    command: str
    output: str


def documents(root: Path) -> tuple[Path, ...]:
    """The documents that may hold transcripts: README.md and everything in docs/."""
    return (root / "README.md", *sorted((root / "docs").rglob("[!_]*.md")))


def transcripts(text: str) -> Iterator[Transcript]:
    """The transcripts of a document, in its order."""
    for block in _BLOCK.finditer(text):
        yield from _commands(block["body"])


def printed(command: str, root: Path) -> str:
    """What a command prints, without blanks at the ends of lines."""
    search = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    settings = {"PATH": search, "COLUMNS": "80", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=root,
        env=os.environ | settings,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.decode().splitlines())


def agrees(shown: str, actual: str) -> bool:
    """Whether shown output is what was printed, shortened parts aside."""
    parts = (
        r"(?:.*\n)*?" if line == SHORTENED else re.escape(line) + r"\n"
        for line in shown.splitlines()
    )
    return re.fullmatch("".join(parts), actual) is not None


def rewritten(text: str, root: Path) -> str:
    """A document with the output that its commands print today."""
    return _BLOCK.sub(lambda block: _renewed(block["body"], root), text)


def main(root: Path) -> None:
    """Write the transcripts of all documents of a repository anew."""
    for path in documents(root):
        before = path.read_text("utf-8")
        after = rewritten(before, root)
        if after != before:
            path.write_text(after, "utf-8")
            print(path.relative_to(root))


def _commands(body: str) -> Iterator[Transcript]:
    for part in re.split(r"^(?=\$ )", body, flags=re.MULTILINE):
        if part.startswith(PROMPT):
            command, _, output = part.removeprefix(PROMPT).partition("\n")
            yield Transcript(command, output)


def _renewed(body: str, root: Path) -> str:
    parts = [
        f"{PROMPT}{command}\n{_output(Transcript(command, output), root)}"
        for command, output in _commands(body)
    ]
    return f"```console\n{''.join(parts)}```"


def _output(transcript: Transcript, root: Path) -> str:
    if SHORTENED in transcript.output.splitlines():
        return transcript.output
    return printed(transcript.command, root)


if __name__ == "__main__":
    main(Path.cwd())
