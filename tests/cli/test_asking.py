"""The commands that ask a ledger for claims, sources, deeds and echoes."""

import json
from pathlib import Path
from typing import Any

import pytest

from laut.cli.program import main
from laut.inquiry.following import follow
from laut.ledger.book import open_book
from laut.ledger.records import Entry
from tests.inquiry.conftest import NOON, readings


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the collection; its last articles have not been looked at."""
    file = Path(tmp_path_factory.mktemp("ledger"), "ledger.sqlite")
    with open_book(file) as ledger:
        entries = [Entry(reading=one, input="a") for one in readings()]
        ledger.add(entries[:-3], NOON)
        for _ in follow(ledger):
            pass
        ledger.add(entries[-3:], NOON)
    return file


@pytest.fixture
def ask(book: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command on the ledger; what it prints."""

    def asked(*words: str, status: int = 0) -> str:
        ended = main([*words, "--ledger", str(book), "--lang", "de"])
        written = capsys.readouterr()
        assert ended == status, written.err
        return written.out if status == 0 else written.err

    return asked


def records(written: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.splitlines()]


def test_claims_as_json_have_the_keys_that_scripts_need(ask: Any) -> None:
    found = records(ask("claims", "Soldaten", "geschickt", "--json"))
    claim = max(found, key=lambda one: len(one["attributions"]))
    assert claim["standing"] == "confirmed"
    assert claim["origins"] == 4
    assert len(claim["origins_why"]) >= 4
    assert {"id", "wording"} <= claim.keys()
    one = claim["attributions"][0]
    assert one["article"] == "22-suedkoreas-geheimdienst"
    assert one["content"] == "Nordkorea hat Soldaten nach Russland geschickt"
    assert one["source"] == "südkoreanischer Geheimdienst NIS"
    assert (one["act"], one["published"][:10]) == ("state", "2024-10-18")


def test_claims_are_listed_with_standing_origins_and_days(ask: Any) -> None:
    out = ask("claims", "Soldaten", "--about", "Nordkorea", "--width", "90")
    assert "Nordkorea hat Soldaten nach Russland geschickt\n" in out
    assert "Bestätigt · 4 Ursprünge · 5 Fundstellen · 18. Oktober 2024 –" in out
    assert ask("claims", "--width", "90").count(" · ") < ask(
        "claims", "--limit", "99"
    ).count(" · ")
    assert len(records(ask("claims", "--json"))) > 50
    assert ask("claims", "Schuhe") == "Keine Behauptung gefunden.\n"


def test_claims_can_be_narrowed_down(ask: Any) -> None:
    words = ("--source", "Kirby", "--since", "1.1.2024", "--standing", "alleged")
    found = records(ask("claims", *words, "--json"))
    assert found
    assert all(one["last"] >= "2024-01-01" for one in found)
    assert "ist kein Datum" in ask("claims", "--since", "neulich", status=2)
    assert "möglich sind" in ask("claims", "--standing", "wahr", status=2)


def test_the_life_of_a_claim_is_a_timeline(ask: Any) -> None:
    [claim, *_] = records(ask("claims", "Soldaten", "geschickt", "--json"))
    out = ask("claim", claim["id"][:8], "--width", "100")
    assert "Bestätigt seit 28. April 2025 durch " in out
    assert "Nordkorea bestreitet: „Soldaten nach Russland geschickt zu haben“" in out
    assert "Mark Rutte bestätigt: " in out
    assert "→ Umstritten" in out
    assert "4 Ursprünge\n" in out
    assert "zählt nicht: Nordkorea in 23-eigene-quelle" in out
    assert "22. Oktober 2024: Umstritten durch " in out
    assert "gibt es nicht" in ask("claim", "fehlt", status=2)


def test_the_life_shows_the_echoes_among_its_articles(ask: Any) -> None:
    found = records(ask("claims", "Raketen", "kauft", "--json"))
    claim = max(found, key=lambda one: len(one["attributions"]))
    out = ask("claim", claim["id"], "--width", "200")
    assert "07-us-regierungsvertreter-nachdruck ← 06-us-regierungsvertreter" in out
    assert "wörtlich, 100 % der Wörter" in out


def test_a_source_is_shown_with_its_record(ask: Any) -> None:
    out = ask("source", "Nationaler", "Sicherheitsrat", "der", "USA", "--width", "100")
    assert "Nationaler Sicherheitsrat der USA · Staat · namentlich · USA" in out
    assert "genannt als „" in out
    assert "von anderen bestritten; bestritten durch Nordkorea" in out
    assert ask("source", "Niemand") == "Niemand: So heißt keine Quelle.\n"
    [profile] = records(ask("source", "Kirby", "--json"))
    assert profile["said"][0]["source"] == "Nationaler Sicherheitsrat der USA"


def test_what_happened_between_two_is_shown_over_time(ask: Any) -> None:
    out = ask("between", "Russland", "Nordkorea", "--width", "100")
    assert "Russland → Nordkorea: " in out
    assert "laut New York Times · " in out
    assert "im Artikel selbst" in out
    assert ask("between", "Russland", "Peru") == "Nichts gefunden.\n"
    found = records(ask("between", "Russland", "Nordkorea", "--json"))
    assert {"type", "status", "source", "date"} <= found[0].keys()


def test_echoes_as_json_have_the_keys_that_scripts_need(ask: Any) -> None:
    found = records(ask("echoes", "--json"))
    assert len(found) == 5
    copy = next(one for one in found if one["kind"] == "verbatim")
    assert copy["copy"] == "07-us-regierungsvertreter-nachdruck"
    assert (copy["of"], copy["share"]) == ("06-us-regierungsvertreter", 1.0)


def test_echoes_are_shown_with_their_reason(ask: Any) -> None:
    out = ask("echoes", "12-kirby-granaten", "--width", "100")
    assert "spätere Fassung · 74 % der Wörter · " in out
    assert "13-kirby-granaten-neu ← 12-kirby-granaten" in out
    assert ask("echoes", "fehlt") == "Kein Echo gefunden.\n"


def test_judgements_are_made_listed_and_taken_back(ask: Any) -> None:
    found = records(ask("claims", "Raketen", "kauft", "--json"))
    claim = max(found, key=lambda one: len(one["attributions"]))
    one, *_, last = claim["attributions"]
    assert ask("judge", "list") == "Noch kein Urteil.\n"
    by = ("--by", "Anna")
    [made] = records(ask("judge", "split", claim["id"], last["id"], *by, "--json"))
    assert (made["kind"], made["made_by"]) == ("split", "Anna")
    assert "Urteil " in ask("judge", "merge", claim["id"], _other(ask, last["id"]), *by)
    assert "Urteil " in ask("judge", "accept", claim["id"], *by)
    assert "Urteil " in ask("judge", "reject", one["id"], *by)
    assert "Urteil " in ask("judge", "correct", "Kirby", "John Kirby", *by)
    assert ask("judge", "undo", made["key"], "--why", "doch", *by) == "aufgehoben\n"
    listed = ask("judge", "list", "--width", "100")
    assert "abgetrennt" in listed
    assert "aufgehoben von Anna" in listed
    assert "(doch)" in listed
    assert "berichtigt Kirby – John Kirby" in listed
    for key in [line["key"] for line in records(ask("judge", "list", "--json"))][1:]:
        ask("judge", "undo", key, "--json", *by)


def _other(ask: Any, attribution: str) -> str:
    """The claim that an attribution is in by now."""
    found = records(ask("claims", "--limit", "1000", "--json"))
    return next(
        str(claim["id"])
        for claim in found
        if attribution in {one["id"] for one in claim["attributions"]}
    )


def test_a_ledger_that_may_only_be_read_says_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "ledger.sqlite"
    with open_book(file) as ledger:
        ledger.add([Entry(reading=readings()[0], input="a")], NOON)
    monkeypatch.setattr("laut.inquiry.following._batch", _refused)
    assert main(["claims", "--ledger", str(file), "--lang", "de"]) == 0
    said = capsys.readouterr()
    assert said.out == "Keine Behauptung gefunden.\n"
    assert "1 Artikel ist noch nicht verglichen" in said.err


def _refused(*_: object) -> int:
    from laut.errors import LedgerError  # noqa: PLC0415 - only here

    raise LedgerError("x")


def test_the_demo_makes_a_ledger_and_shows_the_life_of_a_claim(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(tmp_path / "demo.sqlite")
    for _ in range(2):
        assert main(["demo", "--ledger", file, "--lang", "de", "--width", "90"]) == 0
        out = capsys.readouterr().out
        assert out.startswith("Nordkorea hat Soldaten nach Russland geschickt\n")
        assert "Zeitleiste" in out
        assert f"laut source Kirby --ledger {file}" in out
    assert main(["demo", "--ledger", file, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["origins"] == 4
