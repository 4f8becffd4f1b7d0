"""Folders: which files are in them, in an order that is always the same.

Goes down into every folder, sorted by name. Leaves out what is hidden, folders that
are links (they may lead back up), what is no file (sockets, pipes, devices), and the
pictures, styles and scripts that browsers save beside a page.
"""

from collections.abc import Iterator
from pathlib import Path

from laut.errors import InputError, UnreadableError
from laut.tongues import say

_BESIDE_PAGES = frozenset(
    [
        ".avif",
        ".css",
        ".gif",
        ".ico",
        ".jpeg",
        ".jpg",
        ".js",
        ".mjs",
        ".png",
        ".svg",
        ".ttf",
        ".webp",
        ".woff",
        ".woff2",
    ]
)


def files_in(folder: Path) -> Iterator[Path | InputError]:
    """The files below a folder; an error for each folder that cannot be opened."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield UnreadableError(str(folder), say("Der Ordner lässt sich nicht öffnen."))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from files_in(entry)
        elif _may_be_read(entry):
            yield entry


def _may_be_read(entry: Path) -> bool:
    is_file = entry.is_file() or entry.is_symlink()
    return is_file and entry.suffix.lower() not in _BESIDE_PAGES
