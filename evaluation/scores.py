"""Scorers: programs that print a table, and the figures in what they print.

A scorer is a Python program that takes files and prints one figure or more a line, in
percent. The figure of a line is its F1 where it has one, else its first number with a
decimal point; its name is the first word of the line.
"""

import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from evaluation.errors import EvaluationError

_F1 = re.compile(r"\bF1\s+(\d+\.\d+)")
_NUMBER = re.compile(r"\b(\d+\.\d+)")


class Scores(NamedTuple):
    """What a scorer printed, and the figures in it by name, in percent."""

    table: str
    figures: dict[str, float]


def run_scorer(script: Path, *files: Path) -> Scores:
    """Run a scorer over files.

    Raises:
        EvaluationError: there is no such scorer, or it failed.
    """
    if not script.is_file():
        raise EvaluationError(f"{script}: no such scorer; name its folder by --shared")
    command = [sys.executable, str(script), *map(str, files)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        last = (done.stderr.strip() or "no reason given").splitlines()[-1]
        raise EvaluationError(f"{script.name} failed on {files[0]}: {last}")
    return Scores(done.stdout, figures_in(done.stdout))


def figures_in(table: str) -> dict[str, float]:
    """The figures of a printed table by their names; lines without one are left out."""
    figures: dict[str, float] = {}
    for line in table.splitlines():
        found = _F1.search(line) or _NUMBER.search(line)
        if found and line.split():
            figures[line.split()[0]] = float(found[1])
    return figures
