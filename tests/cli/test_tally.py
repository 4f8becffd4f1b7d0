import time

import pytest

from laut.cli.status import Status
from laut.cli.tally import Lines, Tally, tallied
from laut.errors import UnreadableError
from laut.ingest import Added
from laut.ledger.records import Outcome

FAILED = UnreadableError("a.txt", "Das ist kein Text.")


def test_a_tally_says_what_there_was_and_how_the_command_ends() -> None:
    tally = Tally()
    assert (str(tally), tally.status) == ("nichts Neues", Status.DONE)
    tally.count(Added("a", None))
    tally.count(FAILED)
    assert (str(tally), tally.status) == ("1 nicht aufgenommen", Status.FAILED)
    for outcome in Outcome:
        tally.count(Added("a", outcome))
    assert str(tally) == (
        "1 neu, 1 geändert, 1 neu gelesen, 1 schon da, 1 nicht aufgenommen"
    )
    assert (tally.total, tally.status) == (5, Status.SOME_FAILED)


def test_there_is_news_where_something_was_written() -> None:
    tally = Tally()
    tally.count(Added("a", Outcome.KNOWN))
    assert not tally.has_news
    tally.count(Added("a", Outcome.REREAD))
    assert tally.has_news


def test_from_time_to_time_a_line_says_how_far_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, 1.0, 40.0, 41.0, 0.0, 100.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    results = [Added(str(n), Outcome.NEW) for n in range(3)]
    assert list(tallied(results, Tally(), Lines(200))) == results
    assert list(tallied(results[:1], Tally(), Lines(None))) == results[:1]
    assert capsys.readouterr().err == (
        "laut: 2 von 200 Artikeln, 0 je s, noch 1:06:00\nlaut: 1 Artikel, 0 je s\n"
    )


def test_what_failed_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(tallied([FAILED], Tally(), Lines(None))) == [FAILED]
    assert capsys.readouterr().err == "laut: a.txt: Das ist kein Text.\n"
