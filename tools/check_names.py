"""The gate on what files must not name: registries, and places on one machine.

Run as `python -m tools.check_names [FOLDER]`. Pins are versions and nothing else, so
that they install from whichever registry the machine uses; no file names a registry,
or an absolute path in somebody's home. Prints one line for every offence, exits 1
where there is one.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.tree import tracked

PIN = re.compile(r"[a-z0-9][a-z0-9.-]*==[0-9][0-9a-z.!+-]*")
"""One line of a requirements file: a name, a version, nothing else."""

FORBIDDEN = {
    "a package registry": re.compile(
        r"\bpy(?:pi|thonhosted)\.(?:org|io)\b|index[-]url"
    ),
    "a place on one machine": re.compile(r"(?<![\w.~-])/(?:root|work|home/\w+)/\w"),
}
"""What no text file may hold, by its description."""


def bad_pins(text: str) -> Iterator[tuple[int, str]]:
    """The number and text of every line that is no plain pin."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not PIN.fullmatch(line):
            yield number, line


def bad_names(text: str) -> Iterator[tuple[int, str]]:
    """The number of every line that names what it must not, and what that is."""
    for number, line in enumerate(text.splitlines(), start=1):
        for what, pattern in FORBIDDEN.items():
            if pattern.search(line):
                yield number, what


def main(folder: Path) -> int:
    """Check every text file of a repository; the exit status."""
    faults = [fault for path in tracked(folder) for fault in _faults(folder, path)]
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


def _faults(folder: Path, path: Path) -> Iterator[str]:
    name = path.relative_to(folder)
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:  # a picture or a model names nothing
        return
    for number, what in bad_names(text):
        yield f"{name}:{number}: names {what}"
    if name.parts[0] == "requirements":
        for number, line in bad_pins(text):
            yield f"{name}:{number}: {line!r} is no plain pin such as click==8.1.0"


if __name__ == "__main__":
    sys.exit(main(Path(*sys.argv[1:2])))
