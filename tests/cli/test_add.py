"""`laut add`, `laut watch`, `laut search` and `laut stats`, as a shell runs them."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.shell import LAUT, Done, laut, plain, watched
from tests.intake.archives import PAGE
from tests.intake.feedpages import Entry, rss
from tests.intake.site import Answer, Site, serving

TEXT = "Laut Polizei wurde niemand verletzt. „Wir prüfen das“, sagte ein Sprecher."


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    lines = [json.dumps({"id": str(n), "text": f"{n}. {TEXT}"}) for n in range(20)]
    path = tmp_path / "archiv.jsonl"
    path.write_text("\n".join([*lines, "kaputt"]), "utf-8")
    return path


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "neu" / "ledger.sqlite"


def add(ledger: Path, *words: str | Path) -> Done:
    return laut("add", *words, "--ledger", ledger)


def test_what_was_added_and_what_not_is_told(ledger: Path, archive: Path) -> None:
    done = add(ledger, archive)
    assert done.status == 1
    assert done.out == "20 neu, 1 nicht aufgenommen\n"
    assert done.err == (
        f"laut: {archive}:21: Die Zeile ist kein gültiges JSON;"
        " ein Artikel muss in eine Zeile.\n"
    )
    assert add(ledger, archive).out == "20 schon da, 1 nicht aufgenommen\n"


def test_a_changed_article_is_told_as_such(ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "1", "text": TEXT}))
    assert add(ledger, path).out == "1 neu\n"
    path.write_text(json.dumps({"id": "1", "text": f"{TEXT} Ja."}))
    assert add(ledger, path) == Done(0, "1 geändert\n", "")


def test_a_run_in_which_everything_fails_has_failed(ledger: Path) -> None:
    done = add(ledger, "fehlt.txt")
    assert (done.status, done.out) == (2, "1 nicht aufgenommen\n")


def test_the_ledger_is_named_by_the_option_or_the_environment(
    ledger: Path, archive: Path, tmp_path: Path
) -> None:
    laut("add", archive, LAUT_LEDGER=str(ledger))
    assert ledger.exists()
    laut("add", archive, LAUT_LEDGER="", XDG_DATA_HOME=str(tmp_path / "data"))
    assert (tmp_path / "data" / "laut" / "ledger.sqlite").exists()


def test_where_nobody_watches_there_is_no_bar_else_there_is(
    ledger: Path, archive: Path
) -> None:
    shown = watched("add", archive, "--ledger", ledger, watch_out=False)
    assert "20 neu" in shown.out
    assert "Aufnehmen" in shown.err
    assert "je s" in shown.err
    assert "kein gültiges JSON" in shown.err


def test_two_runs_at_once_add_everything_once(ledger: Path, archive: Path) -> None:
    words = [*LAUT, "add", str(archive), "--ledger", str(ledger)]
    runs = [
        subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    errors = [run.communicate()[1].decode() for run in runs]
    assert [run.returncode for run in runs] == [1, 1], errors
    counts = json.loads(laut("stats", "--json", "--ledger", ledger).out)
    assert counts["articles"] == counts["readings"] == 20


def test_a_ledger_that_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    done = add(tmp_path, "examples")
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1


def test_stats_count_what_is_there(ledger: Path, archive: Path) -> None:
    add(ledger, archive)
    done = laut("stats", "--ledger", ledger)
    assert done.status == 0
    assert done.out.splitlines()[:2] == [str(ledger), "  Artikel                  20"]
    assert "gelesen von" in done.out
    counts = json.loads(laut("stats", "--json", "--ledger", ledger).out)
    assert counts["quotations"] == 40


def test_search_shows_passages_or_objects(ledger: Path, archive: Path) -> None:
    add(ledger, archive)
    done = laut("search", "Sprecher", "prüfen", "--ledger", ledger, "--limit", "2")
    assert done.out.count("Wir prüfen das") == 2
    lines = laut("search", "verletzt", "--json", "--ledger", ledger).out.splitlines()
    assert len(lines) == 20
    hit = json.loads(lines[0])
    [[begin, end]] = hit["marks"]
    assert hit["passage"][begin:end] == "verletzt"
    assert int(hit["article"]) in range(20)


def test_words_in_quotation_marks_follow_one_another(
    ledger: Path, archive: Path
) -> None:
    add(ledger, archive)
    for words, number in (("niemand verletzt", 20), ("verletzt niemand", 0)):
        done = laut("search", words, "--json", "--ledger", ledger)
        assert done.out.count("\n") == number


def test_what_is_not_there_is_not_found(ledger: Path, archive: Path) -> None:
    add(ledger, archive)
    assert laut("search", "Kirche", "--ledger", ledger).out == "Nichts gefunden.\n"
    assert laut("search", "--json", "Kirche", "--ledger", ledger).out == ""


@pytest.mark.parametrize("words", [["search", "Haus"], ["stats"]])
def test_who_reads_a_ledger_that_is_not_there_is_told(
    words: list[str], ledger: Path
) -> None:
    done = laut(*words, "--ledger", ledger)
    assert done.status == 2
    assert "noch kein Ledger" in done.err
    assert not ledger.parent.exists()


@pytest.mark.parametrize(
    "words",
    [
        ["search", "Haus", "--limit", "0"],
        ["watch", "feed", "--every", "nie"],
        ["add", "a.txt", "--pause", "-1"],
    ],
)
def test_numbers_out_of_bounds_are_refused(words: list[str]) -> None:
    done = laut(*words)
    assert done.status == 2
    assert "ist keine Zahl von" in done.err


def put_up(site: Site, *titles: str) -> str:
    entries = [
        Entry(site.page(f"/{t}", PAGE.format(title=t)), t, teaser="…") for t in titles
    ]
    head = {"Content-Type": "application/rss+xml"}
    site.answers["/feed"] = Answer(headers=head, body=[rss(entries).encode()])
    return site.address("/feed")


QUICK = ("--allow-private", "--pause", "0")


def test_a_feed_is_added(ledger: Path) -> None:
    with serving() as site:
        feed = put_up(site, "Eins", "Zwei")
        assert add(ledger, feed, *QUICK) == Done(0, "2 neu\n", "")
        assert add(ledger, feed, *QUICK) == Done(0, "nichts Neues\n", "")


def test_to_watch_is_to_ask_again_and_to_go_on_through_errors(ledger: Path) -> None:
    with serving() as site:
        feed = put_up(site, "Eins")
        words = (feed, site.address("/fehlt"), *QUICK, "--ledger", str(ledger))
        done = laut("watch", *words, "--rounds", "2", "--every", "0.02")
        assert done.status == 2  # in the last round nothing came but an error
        assert done.out.endswith("1 neu, 1 nicht aufgenommen\n")
        assert done.out.count("\n") == 1
        assert done.err.count("/fehlt") == 2
        put_up(site, "Eins", "Zwei")
        assert "1 neu" in laut("watch", *words, "--rounds", "1").out


def test_to_watch_is_to_wait_for_the_ledger(tmp_path: Path) -> None:
    done = laut("watch", "a.txt", "--ledger", tmp_path, "--rounds", "1")
    assert done.status == 2
    assert "nicht öffnen" in done.err


def test_reading_loads_no_database(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    code = (
        "import sys; from laut.cli import main; main(['read', sys.argv[1]]);"
        " print([m for m in sys.modules if m.partition('.')[0] in"
        " {'sqlalchemy', 'alembic', 'feedparser', 'warcio', 'psycopg'}])"
    )
    done = subprocess.run(
        [LAUT[0], "-c", code, path],
        capture_output=True,
        check=True,
        text=True,
        env=plain(),
    )
    assert done.stdout.splitlines()[-1] == "[]"
