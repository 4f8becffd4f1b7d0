"""The two databases that the contract of the ledger is tested on."""

import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from laut.ledger.book import Ledger, open_book
from tests.ledger.server import programs, running

_names = count()


def pytest_report_header() -> str:
    where = programs()
    return (
        f"postgresql: {where}"
        if where
        else (
            "postgresql: NO SERVER IS INSTALLED; the tests of the ledger on it are skipped"
        )
    )


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A server; its address, with a place for the name of a database."""
    installed = programs()
    if installed is None:
        pytest.skip("needs a PostgreSQL server, and none is installed (initdb)")
    with running(installed) as address:
        _await(address)
        yield address


def _await(address: str) -> None:
    for _ in range(200):
        try:
            psycopg.connect(address.format(name="postgres")).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(address)


@pytest.fixture(params=["sqlite", "postgresql"])
def named(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """What names a ledger that is not there yet, on each database in turn."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.sqlite")
    address: str = request.getfixturevalue("postgres")
    name = f"ledger{next(_names)}"
    with psycopg.connect(address.format(name="postgres"), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
    return address.format(name=name)


@pytest.fixture
def ledger(named: str) -> Iterator[Ledger]:
    """A new ledger."""
    with open_book(named) as opened:
        yield opened
