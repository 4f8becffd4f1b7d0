"""Files of a training: written whole or not at all, and checkpoints among them.

A stage may be killed at any moment; what it leaves under its final name is complete.
Checkpoints are PyTorch files of tensors and plain values, read without running code
from them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path to write to, which takes the place of `path` when all went well."""
    unfinished = path.with_name(f"unfinished-{path.name}")
    yield unfinished
    unfinished.replace(path)


def keep(path: Path, state: Any) -> None:
    """Write tensors and plain values."""
    with replacing(path) as unfinished:
        torch.save(state, unfinished)


def kept(path: Path) -> Any:
    """What `keep` wrote."""
    return torch.load(path, map_location="cpu", weights_only=True)


class Checkpoint:
    """The state of a stage that was stopped, if it is of the same settings.

    Args:
        path: the file.
        key: names the settings; a checkpoint with another key counts as none.
    """

    def __init__(self, path: Path, key: str) -> None:
        self.path = path
        self.key = key

    def read(self) -> dict[str, Any] | None:
        """The state that was kept last, or None."""
        if not self.path.exists():
            return None
        found = kept(self.path)
        return found["state"] if found["key"] == self.key else None

    def write(self, state: dict[str, Any]) -> None:
        """Keep a state instead of the one before."""
        keep(self.path, {"key": self.key, "state": state})

    def remove(self) -> None:
        """Forget the state: the stage is done."""
        self.path.unlink(missing_ok=True)
