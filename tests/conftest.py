"""What all tests share: where the corpora lie, and how long an example may take."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.ledger.server import programs

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("laut", deadline=None)  # busy machines are no failures
settings.load_profile("laut")

os.environ["LC_ALL"] = "C.UTF-8"  # what is shown is German wherever tests run


def _shared() -> Path:
    named = os.environ.get("LAUT_SHARED")
    return Path(named) if named else ROOT.parent / "shared"


def pytest_configure(config: pytest.Config) -> None:
    """A folder that was asked for by name must be there."""
    del config
    if os.environ.get("LAUT_SHARED") and not _shared().is_dir():
        raise pytest.UsageError(f"LAUT_SHARED names no folder: {_shared()}")


def pytest_report_header() -> list[str]:
    where = _shared()
    server = programs()
    return [
        f"shared: {where}" + ("" if where.is_dir() else _MISSING),
        f"postgresql: {server}" if server else f"postgresql: its server{_MISSING}",
    ]


_MISSING = " IS MISSING; its tests are skipped"


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("shared") and not _shared().is_dir():
        pytest.skip(f"needs the corpora, and there is no folder {_shared()}")


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with corpora and scorers; use it with the marker `shared`."""
    if not _shared().is_dir():
        pytest.skip(f"needs the corpora, and there is no folder {_shared()}")
    return _shared()
