"""The two databases that the contract of the ledger is tested on."""

import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from laut.ledger.book import Ledger, open_book
from tests.ledger.entries import NOON, entry
from tests.ledger.server import programs, running

_names = count()


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
    name = f"ledger{next(_names)}"  # a schema: a database of its own takes a second
    with psycopg.connect(address.format(name="postgres"), autocommit=True) as server:
        server.execute(f"CREATE SCHEMA {name}")
    return address.format(name="postgres") + f"&options=-csearch_path%3D{name}"


@pytest.fixture
def ledger(named: str) -> Iterator[Ledger]:
    """A new ledger."""
    with open_book(named) as opened:
        yield opened


@pytest.fixture
def stocked(ledger: Ledger) -> Ledger:
    """A ledger with some articles to be found."""
    articles = {
        "haus": ("Hochwasser", "Viele Häuser stehen leer, die Lieferungen fehlen."),
        "rakete": ("Raketen für Russland", "Nordkorea liefere Granaten."),
        "granate": ("Ohne Titel", "Der Kreml sprach von Raketen und von Häusern."),
    }
    entries = [
        entry(text, id=name, title=title, outlet="Bote", published="2022-09-06")
        for name, (title, text) in articles.items()
    ]
    ledger.add(entries, NOON)
    return ledger
