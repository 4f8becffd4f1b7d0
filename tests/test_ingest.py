import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import laut
from laut import ingest
from laut.config import Config
from laut.errors import ConfigError, InputError, LedgerError, UnreadableError
from laut.ingest import Added, add_all, now, read_all
from laut.ledger.book import Ledger, open_book
from laut.ledger.records import Outcome
from laut.model import Article, Reading
from laut.reading.pipeline import read_article
from tests.intake.feedpages import WHOLE, Entry, rss
from tests.intake.site import Answer, serving

NOON = datetime(2022, 9, 6, 12, tzinfo=UTC)
TEXT = "Laut Polizei wurde niemand verletzt."
STUMBLED = (
    "Der Text ließ sich nicht lesen (RecursionError: zu tief). Bitte den Fehler melden."
)
TOO_LONG = (
    "Der Text hat mehr als 1000000 Zeichen. Bitte teilen, einen Artikel je Datei"
    " oder je Zeile einer Datei .jsonl."
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_book(tmp_path / "ledger.sqlite") as opened:
        yield opened


def add(
    ledger: Ledger, *names: str | Path, config: Config | None = None
) -> list[Added | InputError]:
    settings = config or Config(allow_private=True, pause=0)
    return list(add_all([str(n) for n in names], ledger, settings, lambda: NOON))


def outcomes(results: list[Added | InputError]) -> list[Outcome | str | None]:
    return [r.reason if isinstance(r, InputError) else r.outcome for r in results]


def archive(folder: Path, *texts: str) -> Path:
    path = folder / "archiv.jsonl"
    path.write_text("\n".join(json.dumps({"text": text}) for text in texts))
    return path


def test_every_input_becomes_a_reading_or_the_error_that_says_why(
    tmp_path: Path,
) -> None:
    lines = tmp_path / "a.jsonl"
    text = "Laut Polizei wurde niemand verletzt."
    lines.write_text(json.dumps({"id": "a", "text": text}) + "\nkaputt\n", "utf-8")
    missing = str(tmp_path / "fehlt.txt")
    [reading, broken, absent] = read_all([str(lines), missing], Config(), "2022-09-06")
    assert reading == laut.read(text, id="a", published="2022-09-06")
    assert isinstance(broken, InputError)
    assert broken.name == f"{lines}:2"
    assert isinstance(absent, InputError)
    assert absent.name == missing


def test_a_date_that_cannot_be_read_is_said_at_once() -> None:
    with pytest.raises(ConfigError):
        read_all([], Config(), "irgendwann")


def test_every_article_is_added_once_and_every_error_told(
    ledger: Ledger, tmp_path: Path
) -> None:
    path = archive(tmp_path, TEXT, "", f"{TEXT} Das sagte sie.", TEXT)
    results = add(ledger, path)
    assert outcomes(results) == [
        Outcome.NEW,
        "Es steht kein Text darin.",
        Outcome.NEW,
        Outcome.KNOWN,
    ]
    [kept] = ledger.article(laut.read(TEXT).article.id)
    assert kept.added == "2022-09-06T12:00:00+00:00"
    assert [s.input for s in kept.sightings] == [f"{path}:1", f"{path}:4"]
    assert ledger.reading(kept.key) == laut.read(TEXT)


def test_what_was_read_is_not_read_again(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = archive(tmp_path, TEXT)
    add(ledger, path)

    def read_again(article: Article) -> Reading:
        raise AssertionError(article)

    monkeypatch.setattr(ingest, "read_article", read_again)
    assert outcomes(add(ledger, path)) == [Outcome.KNOWN]


def test_a_text_that_the_reader_stumbles_over_stops_no_other(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def stumbling(article: Article) -> Reading:
        if "schwer" in article.text:
            raise RecursionError("zu tief")
        return read_article(article)

    monkeypatch.setattr(ingest, "read_article", stumbling)
    results = add(ledger, archive(tmp_path, TEXT, "Das ist schwer.", f"{TEXT} Ja."))
    assert outcomes(results) == [
        Outcome.NEW,
        STUMBLED,
        Outcome.NEW,
    ]


def test_an_article_of_ten_megabytes_is_refused_and_the_rest_goes_on(
    ledger: Ledger, tmp_path: Path
) -> None:
    path = archive(tmp_path, TEXT, f"{TEXT}\n" * 280_000, f"{TEXT} Ja.")
    assert path.stat().st_size > 10_000_000
    results = add(ledger, path)
    assert outcomes(results) == [
        Outcome.NEW,
        TOO_LONG,
        Outcome.NEW,
    ]
    assert isinstance(results[1], UnreadableError)
    assert results[1].name == f"{path}:2"


def test_an_article_that_the_database_does_not_take_stops_no_other(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def odd(article: Article) -> Reading:
        reading = read_article(article)
        if "seltsam" not in article.text:
            return reading
        mention = laut.Mention(
            span=laut.Span(0, 3), label="PER", entity=laut.Entity(name="\udc80")
        )
        return laut.Reading(article=article, reader=reading.reader, mentions=(mention,))

    monkeypatch.setattr(ingest, "read_article", odd)
    results = add(ledger, archive(tmp_path, TEXT, "Das ist seltsam.", f"{TEXT} Ja."))
    [first, second, third] = outcomes(results)
    assert (first, third) == (Outcome.NEW, Outcome.NEW)
    assert "nimmt den Artikel nicht" in str(second)
    assert ledger.counts().articles == 2


def test_what_has_come_out_is_kept_though_the_run_is_broken_off(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "_MOST", 2)
    path = archive(tmp_path, *(f"{TEXT} {n}." for n in range(6)))
    results = add_all([str(path)], ledger, Config(), lambda: NOON)
    assert [next(results) for _ in range(3)] != []
    results.close()  # type: ignore[attr-defined]
    assert ledger.counts().articles == 4
    assert [r for r in outcomes(add(ledger, path)) if r is Outcome.NEW] != []
    assert ledger.counts().articles == 6


def test_a_ledger_that_cannot_be_used_any_longer_ends_the_run(
    ledger: Ledger, tmp_path: Path
) -> None:
    with ledger._writing() as connection:
        connection.exec_driver_sql("DROP TABLE mentions")
    with pytest.raises(LedgerError):
        add(ledger, archive(tmp_path, TEXT))
    assert ledger.article(laut.read(TEXT).article.id) == ()


def test_feeds_are_remembered_with_what_they_brought(ledger: Ledger) -> None:
    with serving() as site:
        entries = [
            Entry(site.address("/1"), "Eins", WHOLE),
            Entry(site.address("/2"), "Zwei", teaser="Kurz."),
        ]
        head = {"Content-Type": "application/rss+xml", "ETag": '"1"'}
        feed = site.address("/feed")
        site.answers["/feed"] = Answer(headers=head, body=[rss(entries).encode()])
        site.answers["/2"] = Answer(503)
        assert [type(result) for result in add(ledger, feed)][:2] == [
            Added,
            laut.errors.FetchError,
        ]
        assert ledger.fetched(site.address("/1")).fetched != ""
        add(ledger, feed)
        failed = ledger.fetched(site.address("/2"))
        assert (failed.failures, failed.mark, failed.fetched) == (2, "", "")
        assert "503" in failed.problem
        assert ledger.fetched(feed).etag == ""
        site.page("/2", f"<p>{TEXT}</p>" * 4)
        assert outcomes(add(ledger, feed)) == [None, Outcome.NEW, None]
        assert ledger.fetched(site.address("/2")).failures == 0
        assert ledger.fetched(feed).etag == '"1"'
        site.answers["/feed"] = Answer(304)
        assert outcomes(add(ledger, feed)) == [None]


def test_the_time_has_its_zone() -> None:
    assert now().tzinfo is UTC
