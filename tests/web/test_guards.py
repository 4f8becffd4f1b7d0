"""Who may come in, and what is refused at the door."""

import logging
import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from laut.config import Config
from laut.errors import ConfigError
from laut.ledger.book import Ledger, open_book
from laut.web.guards import host_of, wanted_language
from laut.web.serving import address_of, listening, serve
from laut.web.settings import settings_of

from .desks import Visitor, plain_settings, served

TOKEN = "ein langes Kennwort"  # noqa: S105 - of a desk that lives for one test


def test_beyond_this_machine_a_desk_wants_a_token() -> None:
    for host in ("0.0.0.0", "192.168.1.7", "::", "desk.example"):  # noqa: S104 - refused
        with pytest.raises(ConfigError, match="LAUT_TOKEN"):
            settings_of(host, 1, fetching=Config())
    open_one = settings_of("192.168.1.7", 1, TOKEN, fetching=Config())
    assert not open_one.names
    assert TOKEN not in repr(open_one)
    with pytest.raises(ConfigError, match="12 Zeichen"):
        settings_of("::", 1, "kurz", fetching=Config())


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.9.9.9", "::1"])
def test_on_this_machine_it_wants_none(host: str) -> None:
    assert not settings_of(host, 1, fetching=Config()).pass_digest


def test_a_host_that_is_not_ours_is_refused(visitor: Visitor) -> None:
    answer = visitor.client.get("/", headers={"host": "desk.example"})
    assert answer.status_code == 421
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_behind_a_proxy_its_name_is_ours(own_ledger: Ledger) -> None:
    made = settings_of("127.0.0.1", 0, proxied_as="Desk.Example", fetching=Config())
    with served(own_ledger, made) as address:
        one = Visitor(address)
        assert one.client.get("/", headers={"host": "desk.example"}).status_code == 200
        one.client.close()


def test_a_desk_with_a_token_lets_in_who_knows_it(own_ledger: Ledger) -> None:
    with served(own_ledger, plain_settings(TOKEN)) as address:
        one = Visitor(address)
        assert one.get("/api/articles").status_code == 401
        assert one.client.post("/paste").status_code == 401
        asked = one.get("/search", q="Drohnen")
        assert asked.url.path == "/enter"
        assert one.send("/enter", {"token": "falsch"}).status_code == 403
        wanted = {"token": TOKEN, "next": "/search?q=Drohnen"}
        assert one.send("/enter", wanted).url.query == b"q=Drohnen"
        assert one.get("/api/articles").status_code == 200
        away = one.send("/enter", {"token": TOKEN, "next": "//elsewhere.example/"})
        assert away.url.path == "/"
        one.client.close()
        bearer = Visitor(address, authorization=f"Bearer {TOKEN}")
        assert bearer.get("/api/articles").status_code == 200
        bearer.client.close()


def test_without_a_token_there_is_nothing_to_enter(writer: Visitor) -> None:
    assert writer.send("/enter", {"token": ""}).status_code == 403


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "de"),
        ("", "de"),
        ("de-AT,en;q=0.5", "de"),
        ("en-GB", "en"),
        ("fr, en;q=0.3, de;q=0.7", "de"),
        ("fr", "en"),
        ("de;q=0, en", "en"),
        ("de;q=x", "de"),
        ("de,en", "de"),
    ],
)
def test_the_language_is_what_the_browser_likes_best(
    header: str | None, language: str
) -> None:
    assert wanted_language(header) == language


@pytest.mark.parametrize(
    ("header", "host"),
    [("LocalHost:80", "localhost"), ("[::1]:80", "::1"), ("a.b", "a.b"), ("", "")],
)
def test_a_host_is_told_without_its_port(header: str, host: str) -> None:
    assert host_of(header) == host


def test_a_port_that_is_taken_is_said_plainly() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ConfigError, match="--port"):
            listening(msgspec.structs.replace(plain_settings(), port=port))


def test_an_address_of_six_has_brackets() -> None:
    six = settings_of("::1", 0, fetching=Config())
    with listening(six) as ear:
        assert address_of(ear, six).startswith("http://[::1]:")


def test_a_ledger_that_fails_is_said_and_nothing_secret_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "ledger.sqlite"
    caplog.set_level(logging.INFO)
    with open_book(path) as ledger, served(ledger, plain_settings()) as address:
        one = Visitor(address)
        assert "noch leer" in one.page("/")
        with closing(sqlite3.connect(path)) as beside:
            beside.execute("DROP TABLE articles")
        answer = one.get("/", q="geheim")
        one.client.close()
    assert answer.status_code == 503
    ours = [one for one in caplog.records if not one.name.startswith("httpx")]
    assert not any("geheim" in one.getMessage() for one in ours)


def test_serving_ends_when_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        "uvicorn.Server.run", lambda _, **sockets: told.append(f"ran at {len(sockets)}")
    )
    with open_book(tmp_path / "ledger.sqlite") as ledger:
        serve(ledger, plain_settings(), told.append)
    assert told[0].startswith("http://127.0.0.1:")
    assert told[1] == "ran at 1"
