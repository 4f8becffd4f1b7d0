"""The scheme of a database, brought up to this version of laut when it is opened.

A ledger says itself which migration it is at; what is behind is brought up in one
transaction, what is ahead was written by a newer laut and is refused. Where nothing is
to be done, one row is read and Alembic is not even loaded.
"""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from laut.errors import LedgerError
from laut.ledger.engine import looking, writing
from laut.tongues import say

HEAD = "0001"
"""The newest migration. Migrations are numbered in their order."""

FOLDER = Path(__file__).with_name("migrations")


def bring_up(engine: Engine, name: str) -> None:
    """Bring the database to `HEAD`, making its tables where there are none.

    Args:
        engine: the database.
        name: the ledger, for errors.

    Raises:
        LedgerError: it was written by a newer laut, or is some other database.
    """
    with looking(engine) as connection:
        if _is_current(connection, name):
            return
    with writing(engine) as connection:
        if not _is_current(connection, name):  # unless another was faster
            _migrate(connection)


def _is_current(connection: Connection, name: str) -> bool:
    version = _version(connection, name)
    if version > HEAD:
        raise LedgerError(
            say(
                "{name}: Dieses Ledger hat eine neuere Version von laut angelegt"
                " (Schema {theirs}, bekannt bis {ours}). Bitte laut aktualisieren.",
                name=name,
                theirs=version,
                ours=HEAD,
            )
        )
    return version == HEAD


def _version(connection: Connection, name: str) -> str:
    """The migration that the database is at; "" where it is empty."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        found = connection.execute(text("SELECT version_num FROM alembic_version"))
        return found.scalar() or ""
    if tables:
        raise LedgerError(
            say(
                "{name}: Das ist eine Datenbank, aber kein Ledger von laut. Mit"
                " --ledger lässt sich ein anderes nennen.",
                name=name,
            )
        )
    return ""


def _migrate(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - a fifth of a second, seldom needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")
