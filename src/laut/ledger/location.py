"""Where a ledger is: a file, or a PostgreSQL database, from what a user writes.

Pure: the environment is handed in. A file is named by its path (`sqlite:///…` will do
too), a database by `postgresql://user@host/name`.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from laut.errors import ConfigError
from laut.tongues import say

VARIABLE = "LAUT_LEDGER"
"""The variable of the environment that names the ledger where no option does."""

FILE = "ledger.sqlite"
_DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}


def wanted(
    option: str | Path, environment: Mapping[str, str], platform: str = sys.platform
) -> str:
    """The ledger that is meant: the option, the variable, else the user's own file.

    Args:
        option: what was asked for; "" where nothing was.
        environment: the variables.
        platform: as `sys.platform` names it.
    """
    named = str(option) or environment.get(VARIABLE, "")
    return named or str(data_folder(environment, platform) / FILE)


def data_folder(environment: Mapping[str, str], platform: str) -> Path:
    """Where this system keeps what a program of a user wants to keep."""
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or ".")
    if platform == "darwin":
        return home / "Library" / "Application Support" / "laut"
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home) / "laut"
    given = Path(environment.get("XDG_DATA_HOME", ""))
    return (given if given.is_absolute() else home / ".local" / "share") / "laut"


def url_of(named: str) -> URL:
    """The address that SQLAlchemy wants.

    Raises:
        ConfigError: it names no database that laut can use.
    """
    if "://" not in named:
        return URL.create("sqlite+pysqlite", database=named)
    try:
        url = make_url(named)
    except ArgumentError as error:
        raise ConfigError(_unusable(named)) from error
    kind = url.drivername.partition("+")[0]
    if kind == "sqlite":
        return url
    if kind not in _DRIVERS:
        raise ConfigError(_unusable(named))
    return url.set(drivername=_DRIVERS[kind])


def shown(url: URL) -> str:
    """How a ledger is named to users: a path, or an address without its password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    plain = url.set(drivername="postgresql")
    return plain.render_as_string(hide_password=True)


def file_of(url: URL) -> Path | None:
    """The file that a ledger is; None where it is none, or none by its plain path."""
    name = url.database or ""
    plain = url.get_backend_name() == "sqlite" and not name.startswith("file:")
    return Path(name) if plain and name else None


def _unusable(named: str) -> str:
    return say(
        "{named}: Das ist kein Ledger. Möglich sind eine Datei und"
        " postgresql://nutzer@rechner/name.",
        named=named,
    )
