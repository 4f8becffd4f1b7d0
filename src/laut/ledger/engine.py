"""Connections to the database of a ledger, and what its errors mean to users.

`connected` makes an engine whose transactions are right for a ledger on both databases:
who writes waits for whoever writes before them, from the first statement on, and who
reads is never kept waiting. `translated` turns the errors of the database into
`LedgerError`, in one line that names the ledger and says what to do.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError

from laut.errors import ConfigError, LedgerError, UnstorableError
from laut.ledger.location import file_of, shown
from laut.tongues import later, say

_PATIENCE = 60.0
"""Seconds to wait for another writer."""
_WRITES = "laut_writes"
_WRITERS = 0x6C617574
"""The number under which writers of PostgreSQL queue up."""
_PRAGMAS = (
    "journal_mode = WAL",  # who reads does not wait for who writes
    "synchronous = FULL",  # what is committed outlives a failure of power
    "foreign_keys = ON",
    "cache_size = -65536",
    "wal_autocheckpoint = 4000",
    "temp_store = MEMORY",
)


def connected(url: URL) -> Engine:
    """An engine for the ledger at this address; nothing is connected to yet.

    Raises:
        ConfigError: the driver for PostgreSQL is not installed.
    """
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    try:
        return create_engine(url, pool_pre_ping=True)
    except ImportError as error:
        raise ConfigError(
            say(
                "{name}: Für PostgreSQL fehlt ein Paket; es kommt mit"
                " „pip install laut[postgres]“.",
                name=shown(url),
            )
        ) from error


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes, the only one at its time; rolled back on any error."""
    writer = engine.execution_options(**{_WRITES: True})
    with writer.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(_QUEUE)
        yield connection


_QUEUE = text(f"SELECT pg_advisory_xact_lock({_WRITERS})")


@contextmanager
def looking(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads, and sees the ledger as it was at its begin."""
    with engine.connect() as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(_STILL)
        yield connection


_STILL = text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")


@contextmanager
def translated(url: URL) -> Iterator[None]:
    """Turns the errors of the database into ours.

    Raises:
        UnstorableError: it does not take what was to be written.
        LedgerError: it cannot be used, or not for this.
    """
    try:
        yield
    except (DataError, IntegrityError, UnicodeError) as error:
        said = say(_UNSTORABLE, detail=_detail(error))
        raise UnstorableError(f"{shown(url)}: {said}") from error
    except (DBAPIError, sqlite3.Error) as error:
        reason = say(_reason(error), detail=_detail(error))
        raise LedgerError(f"{shown(url)}: {reason}") from error


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": _PATIENCE})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, record: object) -> None:
    """Leave transactions to `_begin`, and set what holds for a connection."""
    del record
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        try:
            connection.execute(f"PRAGMA {pragma}")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname not in _UNWRITABLE:
                raise


_UNWRITABLE = ("SQLITE_READONLY", "SQLITE_READONLY_DBMOVED")
"""A file that may only be read is read as it is; writing fails when it is tried."""


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _reason(error: Exception) -> str:
    code = _code(error)
    return next((said for start, said in _REASONS if code.startswith(start)), _OTHER)


def _code(error: Exception) -> str:
    """What the database calls it: `SQLITE_FULL`, or a SQLSTATE such as `53100`."""
    origin: Any = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(origin, "sqlite_errorname", None) or getattr(origin, "sqlstate", "")
    return str(name or type(origin).__name__)


def _detail(error: Exception) -> str:
    origin = error.orig if isinstance(error, DBAPIError) else error
    return str(origin).partition("\n")[0]


_UNSTORABLE = later("Die Datenbank nimmt den Artikel nicht ({detail}).")
_OTHER = later("Das Ledger lässt sich nicht benutzen ({detail}).")
_FULL = later(
    "Der Datenträger ist voll. Bitte Platz schaffen und noch einmal aufrufen;"
    " was schon eingetragen ist, bleibt."
)
_READ_ONLY = later(
    "Das Ledger darf nicht beschrieben werden. Bitte die Rechte der Datei und ihres"
    " Ordners prüfen oder mit --ledger ein anderes nennen."
)
_CLOSED = later(
    "Das Ledger lässt sich nicht öffnen. Bitte prüfen, ob es den Ordner gibt und ob er"
    " beschrieben werden darf."
)
_BUSY = later(
    "Ein anderes Programm schreibt seit langem in das Ledger. Bitte später versuchen."
)
_STRANGE = later(
    "Das ist kein Ledger, oder es ist beschädigt ({detail})."
    " Mit --ledger lässt sich ein anderes nennen."
)
_BROKEN = later(
    "Auf den Datenträger lässt sich nicht schreiben oder von ihm nicht lesen"
    " ({detail}). Vielleicht ist er voll; was schon eingetragen ist, bleibt."
)
_UNREACHED = later(
    "Die Datenbank ist nicht zu erreichen ({detail})."
    " Bitte Adresse, Nutzer und Verbindung prüfen."
)

_REASONS = (
    ("SQLITE_FULL", _FULL),
    ("SQLITE_READONLY", _READ_ONLY),
    ("SQLITE_PERM", _READ_ONLY),
    ("SQLITE_CANTOPEN", _CLOSED),
    ("SQLITE_BUSY", _BUSY),
    ("SQLITE_LOCKED", _BUSY),
    ("SQLITE_NOTADB", _STRANGE),
    ("SQLITE_CORRUPT", _STRANGE),
    ("SQLITE_IOERR", _BROKEN),
    ("53100", _FULL),  # disk_full
    ("25006", _READ_ONLY),  # read_only_sql_transaction
    ("42501", _READ_ONLY),  # insufficient_privilege
    ("55P03", _BUSY),  # lock_not_available
    ("58", _BROKEN),  # system_error
    ("08", _UNREACHED),  # connection_exception
    ("28", _UNREACHED),  # invalid_authorization
    ("3D000", _UNREACHED),  # there is no such database
    ("57P", _UNREACHED),  # it is shutting down or not yet up
    ("OperationalError", _UNREACHED),  # psycopg, before it is connected
)
"""What the codes mean; the first whose beginning fits."""


def folder_made(url: URL) -> None:
    """Make the folder of a file that is to be made; nothing for other databases.

    Raises:
        LedgerError: the folder cannot be made.
    """
    file = file_of(url)
    if file is None:
        return
    try:
        file.absolute().parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(f"{shown(url)}: {say(_CLOSED)}") from error
