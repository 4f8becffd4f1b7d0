"""`laut add`, killed at any moment: nothing kept is lost, nothing comes in twice.

The process is forked from one that has loaded everything, so that it is killed in its
work and not on its way there.
"""

import json
import os
import random
import signal
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

import laut
from laut.cli import main
from laut.ledger import tables, trails
from laut.ledger.book import open_book

ARTICLES = 60
KILLS = {"sqlite": 50, "postgresql": 12}
SENTENCES = "Laut Polizei wurde niemand verletzt. „Das prüfen wir“, sagte sie."


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Articles, and some that are later versions of others."""
    lines = [
        {"id": f"{n % 50}", "text": f"Meldung {n}. {SENTENCES}"}
        for n in range(ARTICLES)
    ]
    path = tmp_path / "archiv.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)))
    return path


def test_a_run_that_is_killed_loses_nothing_and_doubles_nothing(
    named: str, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("laut.ingest._MOST", 4)  # many transactions to be killed in
    chance = random.Random(6)  # noqa: S311 - no secret
    duration = _seconds_of_a_run(named, archive)
    kills = KILLS["postgresql" if "://" in named else "sqlite"]
    _empty(named)
    kept: set[str] = set()
    while kills:
        if _killed(named, archive, chance.uniform(0, duration)):
            kills -= 1
        before, kept = kept, _sound(named)
        assert before <= kept
        if len(kept) == ARTICLES:
            _empty(named)
            kept = set()
    assert _add(named, archive) == 0
    assert len(_sound(named)) == ARTICLES


def _seconds_of_a_run(named: str, archive: Path) -> float:
    laut.read(SENTENCES)  # loads what reading needs, here and in all children
    begin = time.monotonic()
    assert _add(named, archive) == 0
    return time.monotonic() - begin


def _add(named: str, archive: Path) -> int:
    """Add in a child; its exit status."""
    child = _started(named, archive)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _killed(named: str, archive: Path, after: float) -> bool:
    """Add in a child and kill it; whether it was still at work."""
    child = _started(named, archive)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def _started(named: str, archive: Path) -> int:
    child = os.fork()
    if child:
        return child
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os._exit(main(["add", str(archive), "--ledger", named]))
    finally:
        os._exit(3)


def _sound(named: str) -> set[str]:
    """The texts that are kept; all that belongs to each must be there, and once."""
    with open_book(named) as ledger, ledger.looking() as connection:
        if "://" not in named:
            assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
        readings = list(ledger.readings())
        counts = {
            table.name: connection.scalar(select(func.count()).select_from(table))
            for table in tables.metadata.sorted_tables
        }
        indexed = connection.scalar(text("SELECT count(*) FROM searched"))
    texts = {reading.article.text for reading in readings}
    assert len(texts) == len(readings)
    for table in ("articles", "texts", "readings", "sightings"):
        assert counts[table] == len(readings)
    assert indexed == len(readings)
    assert counts["quotations"] == sum(len(r.quotations) for r in readings)
    assert counts["mentions"] == sum(len(r.mentions) for r in readings)
    _claims_are_sound(named)
    return texts


def _claims_are_sound(named: str) -> None:
    """What was looked at has its claims, and they have nothing else."""
    with open_book(named) as ledger, ledger.looking() as connection:
        homeless = select(func.count()).where(trails.assertions.c.claim == "")
        assert connection.scalar(homeless) == 0
        known = set(connection.scalars(select(trails.claims.c.id)))
        assert set(connection.scalars(select(trails.assertions.c.claim))) == known
        looked_at = trails.last_looked_at(connection)
        held = select(tables.readings.c.article).where(
            tables.readings.c.number <= looked_at
        )
        printed = select(tables.fingerprints.c.article).distinct()
        assert set(connection.scalars(printed)) == set(connection.scalars(held))


def _empty(named: str) -> None:
    """Begin with a new ledger."""
    if "://" not in named:
        for file in Path(named).parent.glob("ledger.sqlite*"):
            file.unlink()
        return
    with open_book(named) as ledger, ledger._writing() as connection:
        schema = connection.scalar(text("SELECT current_schema()"))
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        connection.execute(text(f"CREATE SCHEMA {schema}"))
