"""The files that a gate looks at: what git tracks, or would track."""

import subprocess
from pathlib import Path


def tracked(root: Path, suffix: str = "") -> tuple[Path, ...]:
    """The files below `root` that git does not ignore, sorted.

    Args:
        root: a folder in a git repository.
        suffix: how their names end, such as `.py`; "" for all.

    Raises:
        subprocess.CalledProcessError: `root` is in no git repository.
    """
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=root, check=True, capture_output=True).stdout
    paths = (root / name for name in names.decode().split("\0") if name)
    return tuple(sorted(p for p in paths if p.name.endswith(suffix) and p.is_file()))
