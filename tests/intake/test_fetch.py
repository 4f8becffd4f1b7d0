import gzip
import itertools
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from ipaddress import ip_address
from pathlib import Path

import pytest

from laut.config import Config
from laut.errors import InputError
from laut.intake.addresses import IPAddress
from laut.intake.fetch import fetch
from laut.intake.network import Gate, anything
from tests.intake.site import HTML, Answer, Site, serving

HERE = Config(allow_private=True, timeout=2, max_bytes=100_000, max_redirects=3)
PAGE = "<html><body><p>Der Minister sagte, er komme.</p></body></html>"


def _failure(address: str, config: Config = HERE, gate: Gate | None = None) -> str:
    with pytest.raises(InputError) as caught:
        fetch(address, config, gate)
    assert caught.value.name == address
    return f"{type(caught.value).__name__}: {caught.value.reason}"


def _never(_host: str, _port: int) -> Sequence[str]:
    raise AssertionError("nothing is to be resolved")


def test_a_page_comes_with_what_the_server_says_of_it(site: Site) -> None:
    address = site.page("/a", PAGE)
    raw = fetch(address, HERE)
    assert raw.body == PAGE.encode()
    assert (raw.name, raw.address) == (address, address)
    assert (raw.media_type, raw.charset) == ("text/html", "utf-8")
    assert raw.retrieved.endswith("+00:00")


def test_the_user_agent_is_plain_and_the_host_is_named(site: Site) -> None:
    fetch(site.page("/a", PAGE), HERE)
    [(_, headers)] = site.asked
    assert headers["User-Agent"] == "laut/0.1.0"
    assert headers["Host"] == f"127.0.0.1:{site.port}"


def test_proxies_of_the_environment_are_not_used(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetch(site.page("/a", PAGE), HERE).body


def test_redirects_are_followed_and_the_last_address_is_kept(site: Site) -> None:
    site.page("/c", PAGE)
    site.redirect("/b", "/c")
    raw = fetch(site.redirect("/a", site.address("/b")), HERE)
    assert raw.address == site.address("/c")
    assert raw.name == site.address("/a")


def test_a_redirect_in_a_circle_ends(site: Site) -> None:
    site.redirect("/b", "/a")
    assert "mehr als 3-mal" in _failure(site.redirect("/a", "/b"))
    assert len(site.asked) == 4


def test_the_body_of_a_redirect_is_not_read_however_long(site: Site) -> None:
    site.page("/b", PAGE)
    endless = itertools.repeat(b"x" * 10_000)
    assert fetch(site.redirect("/a", "/b", body=endless), HERE).body == PAGE.encode()


@pytest.mark.parametrize(
    "location", ["ftp://127.0.0.1/", "file:///etc/passwd", "gopher://127.0.0.1/"]
)
def test_a_redirect_out_of_the_web_is_refused(site: Site, location: str) -> None:
    address = site.redirect("/a", location)
    assert _failure(address).startswith("ForbiddenError: Nur Adressen mit http://")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "127.1", "0x7f.1", "2130706433", "[::1]"]
)
def test_this_machine_is_not_asked_by_any_of_its_names(host: str) -> None:
    with serving() as site:
        address = site.address("/a", host=host)
        assert _failure(address, Config()).startswith("ForbiddenError: ")
        assert site.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://192.168.178.1/",
        "http://100.64.0.1/",
        "http://[fe80::1]/",
        "http://[::ffff:192.168.0.1]/",
        "http://[64:ff9b::a00:1]/",
        "http://0.0.0.0/",
        "https://224.0.0.1/",
    ],
)
def test_private_and_special_addresses_are_refused_before_any_connection(
    address: str,
) -> None:
    begin = time.monotonic()
    said = _failure(address, Config())
    assert said.startswith("ForbiddenError: ")
    assert "--allow-private" in said
    assert time.monotonic() - begin < 1


def test_a_name_with_one_private_address_among_public_ones_is_refused() -> None:
    gate = Gate(resolver=lambda _host, _port: ["8.8.8.8", "10.0.0.1"])
    assert _failure("http://halb.test/", gate=gate).startswith("ForbiddenError")


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("ftp://blatt.example/", "ForbiddenError"),
        ("file:///etc/passwd", "ForbiddenError"),
        ("http://", "ForbiddenError"),
        ("http:///a", "ForbiddenError"),
        ("http://[::1", "ForbiddenError"),
        ("http://x:port/", "ForbiddenError"),
    ],
)
def test_what_is_no_web_address_is_refused_unasked(address: str, kind: str) -> None:
    gate = Gate(resolver=_never)
    assert _failure(address, gate=gate).startswith(kind)


def test_a_host_without_an_address_is_said_to_be_missing() -> None:
    def nowhere(_host: str, _port: int) -> Sequence[str]:
        raise socket.gaierror

    said = _failure("http://fehlt.test/a", gate=Gate(resolver=nowhere))
    assert said.startswith("FetchError: Der Rechner fehlt.test ist nicht zu finden.")


@pytest.mark.parametrize("host", ["a..b", "x" * 64 + ".test", ".test"])
def test_a_host_that_no_resolver_takes_is_an_error_like_others(host: str) -> None:
    assert _failure(f"http://{host}/").startswith(("FetchError", "ForbiddenError"))


def test_a_port_where_nobody_answers_is_no_connection() -> None:
    with serving() as site:
        address = site.address("/a")
    assert _failure(address).startswith("FetchError: Keine Verbindung.")


two_loopbacks = pytest.mark.skipif(
    sys.platform != "linux", reason="127.0.0.2 is not up by itself here"
)


class _Flipping:
    """A resolver whose second answer is another one, as in DNS rebinding."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)

    def __call__(self, _host: str, _port: int) -> Sequence[str]:
        return [self.answers.pop(0)]


def _outer(address: IPAddress) -> bool:
    """As if 127.0.0.2 were the internet and 127.0.0.1 the inside."""
    return address == ip_address("127.0.0.2")


@pytest.fixture
def outside() -> Iterator[Site]:
    with serving("127.0.0.2") as site:
        yield site


@two_loopbacks
def test_a_name_is_resolved_once_and_that_answer_connected_to(outside: Site) -> None:
    outside.page("/a", PAGE)
    flipping = _Flipping("127.0.0.2", "127.0.0.1")
    address = outside.address("/a", host="blatt.test")
    raw = fetch(address, Config(), Gate(resolver=flipping, permits=_outer))
    assert raw.body == PAGE.encode()
    assert flipping.answers == ["127.0.0.1"]
    assert outside.asked[0][1]["Host"] == f"blatt.test:{outside.port}"


@two_loopbacks
def test_a_redirect_is_checked_anew_even_to_the_same_name(
    outside: Site, site: Site
) -> None:
    inner = site.page("/b", "Geheimnis")
    redirect = outside.address("/a", host="blatt.test")
    outside.redirect("/a", inner.replace("127.0.0.1", "blatt.test"))
    flipping = _Flipping("127.0.0.2", "127.0.0.1")
    gate = Gate(resolver=flipping, permits=_outer)
    assert _failure(redirect, Config(), gate).startswith("ForbiddenError: blatt.test")
    assert site.asked == []


@two_loopbacks
def test_a_redirect_to_an_inner_address_is_refused(outside: Site, site: Site) -> None:
    outside.redirect("/a", site.page("/b", "Geheimnis"))
    gate = Gate(permits=_outer)
    said = _failure(outside.address("/a"), Config(), gate)
    assert said.startswith("ForbiddenError: 127.0.0.1 liegt nicht")
    assert site.asked == []


@two_loopbacks
def test_the_next_address_of_a_host_is_tried_where_one_does_not_answer(
    outside: Site,
) -> None:
    outside.page("/a", PAGE)
    gate = Gate(
        resolver=lambda _host, _port: ["127.0.0.3", "127.0.0.2"], permits=anything
    )
    assert fetch(outside.address("/a", host="blatt.test"), Config(), gate).body


def test_a_page_beyond_the_limit_is_cut_off_while_it_comes(site: Site) -> None:
    site.answers["/a"] = Answer(body=itertools.repeat(b"x" * 10_000))
    said = _failure(site.address("/a"))
    assert said == "FetchError: Die Seite ist größer als 0.1 MB."


def test_a_packed_page_is_unpacked(site: Site) -> None:
    body = gzip.compress(PAGE.encode())
    site.answers["/a"] = Answer(200, HTML | {"Content-Encoding": "gzip"}, [body])
    assert fetch(site.address("/a"), HERE).body == PAGE.encode()
    assert "gzip" in site.asked[0][1]["Accept-Encoding"]


def test_a_small_packed_page_that_unpacks_to_too_much_is_cut_off(site: Site) -> None:
    bomb = gzip.compress(gzip.compress(b"\0" * 50_000_000))
    headers = HTML | {"Content-Encoding": "gzip, gzip"}
    site.answers["/a"] = Answer(200, headers, [bomb])
    assert len(bomb) < 10_000
    assert "größer als" in _failure(site.address("/a"))


def test_a_page_that_is_not_packed_as_it_says_is_not_understood(site: Site) -> None:
    headers = HTML | {"Content-Encoding": "gzip"}
    site.answers["/a"] = Answer(200, headers, [b"kein gzip"])
    assert "nicht zu verstehen" in _failure(site.address("/a"))


def test_a_server_that_says_nothing_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        config = Config(allow_private=True, timeout=0.2)
        begin = time.monotonic()
        said = _failure(f"http://127.0.0.1:{silent.getsockname()[1]}/", config)
    assert "FetchError: Keine vollständige Antwort in der Zeit" in said
    assert time.monotonic() - begin < 2


def test_a_server_that_drips_is_given_up_at_the_end_of_all_time(site: Site) -> None:
    site.answers["/a"] = Answer(body=itertools.repeat(b"x"), pause=0.05)
    config = Config(allow_private=True, timeout=0.15)
    begin = time.monotonic()
    assert "Keine vollständige Antwort" in _failure(site.address("/a"), config)
    assert 0.5 < time.monotonic() - begin < 3


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (404, "NotFoundError: Die Seite gibt es nicht (404 Not Found)."),
        (410, "NotFoundError: Die Seite gibt es nicht (410 Gone)."),
        (403, "FetchError: Der Server liefert die Seite nicht (403 Forbidden)."),
        (503, "FetchError: Der Server liefert die Seite nicht (503 Service Unavail"),
        (304, "FetchError: Der Server liefert die Seite nicht (304 Not Modified)."),
    ],
)
def test_a_failure_of_the_server_is_named(site: Site, status: int, said: str) -> None:
    site.answers["/a"] = Answer(status, HTML, [b"<html>Fehler</html>"])
    assert _failure(site.address("/a")).startswith(said)


@pytest.mark.parametrize("media", ["image/png", "application/pdf", "video/mp4"])
def test_what_is_no_text_is_refused_before_it_is_read(site: Site, media: str) -> None:
    body = itertools.repeat(b"x" * 1000)
    site.answers["/a"] = Answer(200, {"Content-Type": media}, body)
    assert _failure(site.address("/a")).startswith(
        f"UnreadableError: Dort steht kein Text, sondern {media}."
    )


def test_an_answer_without_a_media_type_is_taken(site: Site) -> None:
    site.answers["/a"] = Answer(200, {}, [PAGE.encode()])
    raw = fetch(site.address("/a"), HERE)
    assert (raw.media_type, raw.charset) == ("", "")


@contextmanager
def _speaking(words: Iterable[bytes]) -> Iterator[str]:
    """The address of a server that answers the first who comes with these words."""

    def speak(server: socket.socket) -> None:
        connection, _ = server.accept()
        with connection, suppress(OSError):
            connection.recv(1000)
            for word in words:
                connection.sendall(word)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=speak, args=(server,))
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        thread.join()


def test_an_answer_that_is_no_http_is_not_understood() -> None:
    with _speaking([b"220 mail.test ESMTP\r\n"]) as address:
        said = _failure(address)
    assert said == "FetchError: Die Antwort des Servers ist nicht zu verstehen."


def test_an_answer_that_breaks_off_is_not_taken_for_a_page() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99\r\n\r\n"
    with _speaking([head, b"<html>"]) as address:
        assert _failure(address).startswith("FetchError: ")


def test_a_server_that_drips_its_headers_is_given_up_too() -> None:
    def dripping() -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n"
        while True:
            time.sleep(0.05)
            yield b"X: y\r\n"

    config = Config(allow_private=True, timeout=0.15)
    begin = time.monotonic()
    with _speaking(dripping()) as address:
        assert "Keine vollständige Antwort" in _failure(address, config)
    assert time.monotonic() - begin < 3


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Key and certificate for blatt.test, in one file."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl, to make a certificate")
    path = tmp_path_factory.mktemp("tls") / "blatt.pem"
    words = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=blatt.test"
    words += " -addext subjectAltName=DNS:blatt.test"
    command = [openssl, *words.split(), "-keyout", str(path), "-out", f"{path}.crt"]
    subprocess.run(command, check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + Path(f"{path}.crt").read_bytes())
    return path


@pytest.fixture
def secured(certificate: Path) -> Iterator[tuple[Site, list[str | None], Gate]]:
    """A site with TLS, the names it was asked for by SNI, and a way to it."""
    asked: list[str | None] = []
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate)
    server.sni_callback = lambda _socket, name, _context: asked.append(name)
    gate = Gate(
        resolver=lambda _host, _port: ["127.0.0.1"],
        permits=anything,
        trust=lambda: ssl.create_default_context(cafile=f"{certificate}.crt"),
    )
    with serving(context=server) as site:
        yield site, asked, gate


def test_name_and_certificate_stay_those_of_the_host_that_was_asked(
    secured: tuple[Site, list[str | None], Gate],
) -> None:
    site, asked, gate = secured
    site.page("/a", PAGE)
    address = f"https://blatt.test:{site.port}/a"
    assert fetch(address, HERE, gate).body == PAGE.encode()
    assert asked == ["blatt.test"]


def test_a_certificate_for_another_name_is_not_accepted(
    secured: tuple[Site, list[str | None], Gate],
) -> None:
    site, _, gate = secured
    address = f"https://anders.test:{site.port}/a"
    assert _failure(address, HERE, gate).startswith("FetchError: Das Zertifikat")
    assert site.asked == []
