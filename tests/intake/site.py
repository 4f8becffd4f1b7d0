"""A web site on this machine, for tests that fetch."""

import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar, NamedTuple

HTML = {"Content-Type": "text/html; charset=utf-8"}


class Answer(NamedTuple):
    """What the site says; the body comes in pieces, so many seconds apart."""

    status: int = 200
    headers: dict[str, str] = HTML
    body: Iterable[bytes] = ()
    pause: float = 0.0


class Site:
    """What the site answers, and what it was asked."""

    def __init__(self, port: int, host: str) -> None:
        self.port = port
        self.host = host
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def address(self, path: str, host: str | None = None) -> str:
        return f"http://{host or self.host}:{self.port}{path}"

    def page(self, path: str, body: str, **headers: str) -> str:
        """Put up a page; its address."""
        self.answers[path] = Answer(headers=HTML | headers, body=[body.encode()])
        return self.address(path)

    def redirect(self, path: str, to: str, body: Iterable[bytes] = ()) -> str:
        self.answers[path] = Answer(302, {"Location": to}, body)
        return self.address(path)


class _Answering(BaseHTTPRequestHandler):
    site: ClassVar[Site]

    def do_GET(self) -> None:
        self.site.asked.append((self.path, dict(self.headers)))
        answer = self.site.answers.get(self.path, Answer(404))
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            for piece in answer.body:
                self.wfile.write(piece)
                self.wfile.flush()
                time.sleep(answer.pause)
        except OSError:  # who asked has gone, as many of these tests mean to
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - theirs
        """Say nothing."""


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of those who hang up."""


@contextmanager
def serving(
    host: str = "127.0.0.1", context: ssl.SSLContext | None = None
) -> Iterator[Site]:
    """A site at a free port of a host of this machine."""
    answering = type("Answering", (_Answering,), {})
    server = _Quiet((host, 0), answering)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site = Site(server.server_port, host)
    answering.site = site  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
