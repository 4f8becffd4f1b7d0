"""What a ledger says and does where something is wrong with its database."""

import os
import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import laut
from laut.errors import ConfigError, LedgerError
from laut.ledger import schema
from laut.ledger.book import Ledger, open_book, open_existing
from laut.ledger.records import Entry
from laut.ledger.tables import metadata
from tests.cli.shell import laut as command

NOON = "2022-09-06T12:00:00+00:00"


def entry(text: str) -> Entry:
    return Entry(reading=laut.read(text), input="a.txt")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A ledger with one article."""
    path = tmp_path / "ledger.sqlite"
    with open_book(path) as ledger:
        ledger.add([entry("Das sei so, sagte er.")], NOON)
    return path


def test_a_ledger_of_a_newer_laut_is_left_alone(named: str) -> None:
    with open_book(named) as ledger, ledger._writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerError, match=r"neuere Version von laut.*aktualisieren"):
        open_book(named)


def test_another_database_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE letters (text)")
    other.close()
    with pytest.raises(LedgerError, match=r"kein Ledger von laut.*--ledger"):
        open_book(path)


def test_a_file_that_is_no_database_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("Liebe Erika, " * 100)
    with pytest.raises(LedgerError, match="kein Ledger, oder es ist beschädigt"):
        open_book(path)
    assert path.read_text().startswith("Liebe Erika")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LedgerError, match=r"file/in/ledger.*Ordner"):
        open_book(tmp_path / "file" / "in" / "ledger")


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="nicht öffnen"):
        open_book(tmp_path)


def test_what_only_reads_makes_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with pytest.raises(LedgerError, match=r"noch kein Ledger.*laut add"):
        open_existing(path)
    assert not path.exists()


@pytest.mark.parametrize("name", ["mysql://a/b", "https://a.example", "://"])
def test_other_databases_are_not_for_ledgers(name: str) -> None:
    with pytest.raises(ConfigError, match="kein Ledger"):
        open_book(name)


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    with pytest.raises(LedgerError, match="nicht zu erreichen") as caught:
        open_book("postgresql://erika:geheim@127.0.0.1:1/ledger")
    assert "geheim" not in str(caught.value)
    assert "erika:***@127.0.0.1" in str(caught.value)


def test_without_the_driver_for_postgresql_it_is_said_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(ConfigError, match=r"laut\[postgres\]"):
        open_book("postgresql://erika@127.0.0.1:1/ledger")


def test_a_ledger_that_may_only_be_read_can_be_read(file: Path) -> None:
    with open_book(f"sqlite:///file:{file}?mode=ro&uri=true") as ledger:
        assert len(list(ledger.readings())) == 1
        with pytest.raises(LedgerError, match=r"nicht beschrieben.*Rechte.*--ledger"):
            ledger.add([entry("Neu.")], NOON)
    assert _texts(file) == {"Das sei so, sagte er."}


def test_who_waits_too_long_for_another_writer_is_told_so(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("laut.ledger.engine._PATIENCE", 0.05)
    with open_book(file) as one, open_book(file) as two, one._writing():
        with pytest.raises(LedgerError, match="schreibt seit langem"):
            two.add([entry("Neu.")], NOON)
        assert len(list(two.readings())) == 1


def test_a_broken_file_is_said_to_be_broken(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    raw[4096:] = b"\xff" * (len(raw) - 4096)
    file.write_bytes(raw)
    with pytest.raises(LedgerError, match="beschädigt"), open_book(file) as ledger:
        list(ledger.readings())


def test_a_full_disk_ends_the_run_and_what_was_kept_stays(tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk."""
    archive = tmp_path / "archiv.jsonl"
    line = (
        '{{"text": "Satz {n}: '
        + "Das Wasser ist nicht mehr da. " * 20
        + "Das sagte sie."
        + '"}}\n'
    )
    archive.write_text("".join(line.format(n=n) for n in range(200)))
    path = tmp_path / "ledger.sqlite"
    # Whoever measures coverage would write larger files too.
    unmeasured = {k: v for k, v in os.environ.items() if not k.startswith("COVERAGE")}
    done = subprocess.run(
        [sys.executable, "-m", "laut", "add", archive, "--ledger", path],
        capture_output=True,
        check=False,
        text=True,
        env=unmeasured,
        preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_FSIZE, (600_000, 600_000)
        ),
    )
    assert done.returncode == 2
    assert f"laut: {path}: " in done.stderr
    assert "voll" in done.stderr
    assert "Traceback" not in done.stderr
    kept = _texts(path)
    assert 0 < len(kept) < 200
    again = command("add", archive, "--ledger", path)
    assert again.status == 0
    assert f"{200 - len(kept)} neu" in again.out
    assert kept < _texts(path)


def test_the_newest_step_is_the_one_that_the_package_knows() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.FOLDER))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [schema.HEAD]


def test_the_steps_lead_to_the_scheme_that_the_package_knows(ledger: Ledger) -> None:
    with ledger.looking() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": _is_of_the_scheme}
        )
        assert compare_metadata(context, metadata) == []


def _is_of_the_scheme(name: str | None, kind: str, parents: object) -> bool:
    del parents
    return kind != "table" or not str(name).startswith("searched")


def _texts(path: Path) -> set[str]:
    with open_existing(path) as ledger:
        return {reading.article.text for reading in ledger.readings()}
