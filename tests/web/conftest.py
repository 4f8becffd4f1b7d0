"""One desk that nobody writes to, desks to write to, and the browser of the system."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from laut.ledger.book import Ledger, open_book

from .desks import Visitor, filled, plain_settings, served

CHROMIUM = os.environ.get("LAUT_CHROMIUM") or shutil.which("chromium") or ""


def pytest_report_header() -> str:
    there = CHROMIUM or "NONE IS INSTALLED; the tests of the desk in it are skipped"
    return f"chromium: {there}"


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a ledger with an article of every sort."""
    path = tmp_path_factory.mktemp("desk") / "ledger.sqlite"
    filled(path).close()
    return path


@pytest.fixture(scope="session")
def address(shelf: Path) -> Iterator[str]:
    """A desk that is only read."""
    with open_book(shelf) as ledger, served(ledger, plain_settings()) as found:
        yield found


@pytest.fixture(scope="session")
def visitor(address: str) -> Iterator[Visitor]:
    """Who only reads, in German."""
    one = Visitor(address, **{"accept-language": "de"})
    yield one
    one.client.close()


@pytest.fixture(scope="session")
def reader(address: str) -> Iterator[Visitor]:
    """Who only reads, in English."""
    one = Visitor(address, **{"accept-language": "en-GB,de;q=0.5"})
    yield one
    one.client.close()


@pytest.fixture
def own_ledger(shelf: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of the ledger, to write to."""
    copy = tmp_path / "ledger.sqlite"
    shutil.copy(shelf, copy)
    with open_book(copy) as ledger:
        yield ledger


@pytest.fixture
def own_address(own_ledger: Ledger) -> Iterator[str]:
    """A desk to write to."""
    with served(own_ledger, plain_settings()) as found:
        yield found


@pytest.fixture
def writer(own_address: str) -> Iterator[Visitor]:
    """Who writes to a desk, in German."""
    one = Visitor(own_address, **{"accept-language": "de"})
    yield one
    one.client.close()


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any],
) -> dict[str, Any]:
    """The system's own Chromium; inside a container it needs no sandbox of its own."""
    if not CHROMIUM:
        pytest.skip("needs a Chromium, and none is installed")
    return browser_type_launch_args | {
        "executable_path": CHROMIUM,
        "args": ["--no-sandbox"],
    }


@pytest.fixture(scope="session")
def base_url() -> str:
    """None: tests name whole addresses."""
    return ""


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A German browser."""
    return browser_context_args | {"locale": "de-DE"}
