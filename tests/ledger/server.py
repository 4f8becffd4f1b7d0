"""A PostgreSQL server of one's own, in a folder that goes with it."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_USERS = ("postgres", "nobody")
"""Who may run the server where the tests are run by root: it refuses root itself."""
_SETTINGS = (
    "listen_addresses=",  # no network: only the socket in the folder
    "fsync=off",
    "max_connections=20",
    "shared_buffers=32MB",
)


def programs() -> Path | None:
    """The folder of the newest server that is installed; None where none is."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: int(path.parent.parent.name),
    )
    on_path = shutil.which("initdb")
    paths = [*([Path(on_path)] if on_path else []), *found]
    return paths[-1].parent if paths else None


@contextmanager
def running(programs: Path) -> Iterator[str]:
    """A server; what stands before the name of a database in its addresses."""
    user = _user()
    with tempfile.TemporaryDirectory(prefix="laut-pg-") as name:
        folder = Path(name)
        if user:
            shutil.chown(folder, user)
        cluster = folder / "cluster"
        _run(user, programs / "initdb", "-D", cluster, *_INITDB)
        settings = [word for each in _SETTINGS for word in ("-c", each)]
        server = subprocess.Popen(
            [programs / "postgres", "-D", cluster, "-k", folder, *settings],
            user=user,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
        )
        try:
            yield f"postgresql://laut@/{{name}}?host={folder}"
        finally:
            server.send_signal(signal.SIGQUIT)  # at once: nothing is worth keeping
            server.wait(30)


_INITDB = ("-U", "laut", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "-N")


def _user() -> str | None:
    """Who is to run it, if not who runs the tests."""
    if os.geteuid() != 0:
        return None
    there = {entry.pw_name for entry in pwd.getpwall()}
    return next(user for user in _USERS if user in there)


def _run(user: str | None, *words: str | Path) -> None:
    subprocess.run(words, user=user, check=True, capture_output=True, cwd="/")
