"""The way to the web: a name is resolved once, checked, and that address connected to.

`transport` gives httpx2 a transport whose every connection goes through `Gate`: the
host of the request (of the first, and of every redirect) is resolved, each address it
has is checked, and only such a checked address is connected to – as a number, so that
no second answer of a name server can lead elsewhere. Host header, SNI and certificate
stay with the name. No proxies; nothing is read from the environment. One transport
serves one fetch, and all it does ends at one deadline.
"""

import contextlib
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import httpcore2
import httpx2
import msgspec

from laut.errors import FetchError, ForbiddenError
from laut.intake.addresses import IPAddress, is_public, parsed
from laut.tongues import say

WEB_SCHEMES = ("http", "https")

Resolver = Callable[[str, int], Sequence[str]]
"""From host and port to IP addresses, in the order in which to try them.

Raises `OSError` where the host has none.
"""


def resolve(host: str, port: int) -> list[str]:
    """The addresses that the system knows for a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def anything(address: IPAddress) -> bool:
    """Permits every address, as a user may who says so."""
    del address
    return True


class Gate(msgspec.Struct, frozen=True, kw_only=True):
    """How the web is reached, and which of its addresses may be.

    Attributes:
        resolver: asked once for each connection.
        permits: whether an address may be connected to.
        trust: makes the settings by which certificates are judged.
    """

    resolver: Resolver = resolve
    permits: Callable[[IPAddress], bool] = is_public
    trust: Callable[[], ssl.SSLContext] = lambda: httpx2.create_ssl_context(
        trust_env=False
    )


class Deadline:
    """A moment after which nothing more is waited for."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """Seconds to wait now: `timeout`, or less where the end is nearer.

        Raises:
            httpcore2.ReadTimeout: the end has come.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("no time left")
        return left if timeout is None else min(left, timeout)


def transport(name: str, gate: Gate, deadline: Deadline) -> httpx2.BaseTransport:
    """A transport for one fetch.

    Args:
        name: the input as the user gave it, for errors.
        gate: what may be reached.
        deadline: when it ends.

    Returns:
        A transport that raises, beside the errors of httpx2 and httpcore2,
        `ForbiddenError` for what must not be asked and `FetchError` for hosts that
        cannot be found.
    """
    return _Transport(name, gate, deadline)


class _Transport(httpx2.BaseTransport):
    def __init__(self, name: str, gate: Gate, deadline: Deadline) -> None:
        self._name = name
        self._pool = httpcore2.ConnectionPool(
            ssl_context=gate.trust(),
            network_backend=_CheckedBackend(name, gate, deadline),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        url = request.url
        if url.scheme not in WEB_SCHEMES or not url.host:
            raise ForbiddenError(
                self._name,
                say("Nur Adressen mit http:// und https:// werden abgerufen."),
            )
        target = httpcore2.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
        )
        answer = self._pool.handle_request(
            httpcore2.Request(
                method=request.method,
                url=target,
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx2.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(answer),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _CheckedBackend(httpcore2.NetworkBackend):
    """Connects to checked addresses only."""

    def __init__(self, name: str, gate: Gate, deadline: Deadline) -> None:
        self._name = name
        self._gate = gate
        self._deadline = deadline
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        failed: Exception = httpcore2.ConnectError(host)
        for address in self._checked(host, port):
            try:
                stream = self._sockets.connect_tcp(
                    address,
                    port,
                    self._deadline.left(timeout),
                    local_address,
                    socket_options,
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
            else:
                return _TimedStream(stream, self._deadline)
        raise failed

    def _checked(self, host: str, port: int) -> list[str]:
        """The addresses of the host, provided that all of them are permitted."""
        addresses = self._resolved(host, port)
        if not all(self._gate.permits(parsed(address)) for address in addresses):
            raise ForbiddenError(
                self._name,
                say(
                    "{host} liegt nicht im öffentlichen Netz und wird nicht abgerufen"
                    " (erlauben mit --allow-private).",
                    host=host,
                ),
            )
        return addresses

    def _resolved(self, host: str, port: int) -> list[str]:
        with contextlib.suppress(OSError, UnicodeError):
            addresses = list(self._gate.resolver(host, port))
            if addresses:
                return addresses
        raise FetchError(
            self._name,
            say(
                "Der Rechner {host} ist nicht zu finden."
                " Bitte die Adresse und die Verbindung prüfen.",
                host=host,
            ),
        )


class _TimedStream(httpcore2.NetworkStream):
    """A connection on which no wait goes beyond the deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        stream = self._stream.start_tls(
            ssl_context, server_hostname, self._deadline.left(timeout)
        )
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
