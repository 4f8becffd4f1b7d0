"""Pages and feeds from the web: one address in, its bytes out.

Asks by GET, follows redirects one at a time and checks each like the first address
(see `network`), stops at the size, time and number of redirects that `Config` sets.
The answer must be a success and something that may be text. Whatever goes wrong is an
`InputError` that names the address as the user gave it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.message import Message
from importlib.metadata import version
from typing import TYPE_CHECKING

import httpcore2
import httpx2

from laut.errors import FetchError, ForbiddenError, NotFoundError, UnreadableError
from laut.intake.network import WEB_SCHEMES, Deadline, Gate, anything, transport
from laut.intake.raw import Raw, Validators
from laut.tongues import say

if TYPE_CHECKING:
    from laut.config import Config

_IN_ALL = 4
"""How many times the time-out a fetch may take from first to last."""
_MISSING = (404, 410)
_MAY_BE_TEXT = (
    "text/",
    "application/xhtml",
    "application/json",
    "application/x-",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
)
_UNKNOWN = ("", "application/octet-stream", "binary/octet-stream")
_UNCHANGED = 304
_JSONL = ("application/jsonl", "application/jsonlines", "application/ndjson")


def fetch(address: str, config: "Config", gate: Gate | None = None) -> Raw:
    """What stands at an address.

    Args:
        address: `http://…` or `https://…`.
        config: the limits.
        gate: what may be reached; None for what `config` allows.

    Raises:
        ForbiddenError: the address, or one it redirects to, must not be asked.
        NotFoundError: there is no such page.
        FetchError: no answer, too late, too big, too many redirects.
        UnreadableError: the answer is no text.
    """
    raw = fetch_news(address, config, gate)
    if raw is None:
        raise AssertionError("nobody asked for news only")
    return raw


def fetch_news(
    address: str,
    config: "Config",
    gate: Gate | None = None,
    known: Validators = Validators(),  # noqa: B008 - frozen
) -> Raw | None:
    """As `fetch`, but None where the server says that nothing has changed.

    Args:
        address: `http://…` or `https://…`.
        config: the limits.
        gate: what may be reached; None for what `config` allows.
        known: what the last answer was called.
    """
    gate = gate or (Gate(permits=anything) if config.allow_private else Gate())
    deadline = Deadline(_IN_ALL * config.timeout)
    with (
        _translated(address, config),
        _client(transport(address, gate, deadline), config) as client,
    ):
        client.headers.update(_conditions(known))
        response = _followed(client, address, config)
        try:
            if response.status_code == _UNCHANGED and _conditions(known):
                return None
            _refuse_failure(address, response)
            return _raw(address, response, _body(address, response, config.max_bytes))
        finally:
            response.close()


def _conditions(known: Validators) -> dict[str, str]:
    found = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in found.items() if value}


def _client(way: httpx2.BaseTransport, config: "Config") -> httpx2.Client:
    return httpx2.Client(
        transport=way,
        timeout=config.timeout,
        trust_env=False,
        headers={
            "User-Agent": f"laut/{version('laut')}",
            "Accept": "text/html, application/xhtml+xml, text/plain, */*;q=0.1",
            "Accept-Language": "de, *;q=0.5",
        },
    )


def _followed(client: httpx2.Client, address: str, config: "Config") -> httpx2.Response:
    """The first answer that is no redirect, its body still to come.

    httpx2 could follow by itself, but it would read the bodies of redirects, however
    long they are.
    """
    request = client.build_request("GET", address)
    for _ in range(config.max_redirects + 1):
        response = client.send(request, stream=True)
        if response.next_request is None:
            return response
        response.close()
        request = response.next_request
    raise FetchError(
        address,
        say("Die Adresse leitet mehr als {n}-mal weiter.", n=config.max_redirects),
    )


def _refuse_failure(address: str, response: httpx2.Response) -> None:
    if response.status_code in _MISSING:
        raise NotFoundError(
            address,
            say("Die Seite gibt es nicht ({status}).", status=_status(response)),
        )
    if not response.is_success:
        raise FetchError(address, _not_served(_status(response)), response.status_code)
    kind, _ = _content_type(response)
    if kind not in _UNKNOWN + _JSONL and not kind.startswith(_MAY_BE_TEXT):
        raise UnreadableError(
            address,
            say(
                "Dort steht kein Text, sondern {kind}. Gelesen werden Seiten.",
                kind=kind,
            ),
        )


def _not_served(status: str) -> str:
    return say("Der Server liefert die Seite nicht ({status}).", status=status)


def _status(response: httpx2.Response) -> str:
    return f"{response.status_code} {response.reason_phrase}".strip()


def _content_type(response: httpx2.Response) -> tuple[str, str]:
    """Media type and charset, in lower case; "" for what is not given."""
    header = Message()
    header["Content-Type"] = response.headers.get("Content-Type", "")
    if not header["Content-Type"]:
        return "", ""
    return header.get_content_type(), str(header.get_param("charset", "")).lower()


def _body(address: str, response: httpx2.Response, max_bytes: int) -> bytes:
    """The body, unpacked; the limit holds for what comes out of a packed one."""
    body = bytearray()
    for piece in response.iter_bytes():
        body += piece
        if len(body) > max_bytes:
            raise FetchError(
                address,
                say(
                    "Die Seite ist größer als {size} MB.",
                    size=f"{max_bytes / 1_000_000:g}",
                ),
            )
    return bytes(body)


def _raw(address: str, response: httpx2.Response, body: bytes) -> Raw:
    media_type, charset = _content_type(response)
    return Raw(
        name=address,
        body=body,
        charset=charset,
        media_type=media_type,
        address=str(response.url),
        retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
        etag=response.headers.get("ETag", ""),
        modified=response.headers.get("Last-Modified", ""),
    )


@contextmanager
def _translated(address: str, config: "Config") -> Iterator[None]:
    """Turns the errors of the libraries into ours."""
    try:
        yield
    except (httpx2.TimeoutException, httpcore2.TimeoutException) as error:
        raise FetchError(
            address,
            say(
                "Keine vollständige Antwort in der Zeit"
                " (je {each} s, im Ganzen {all} s). Bitte später versuchen.",
                each=f"{config.timeout:g}",
                all=f"{_IN_ALL * config.timeout:g}",
            ),
        ) from error
    except (httpx2.UnsupportedProtocol, httpx2.InvalidURL, ValueError) as error:
        raise ForbiddenError(
            address,
            say(
                "Keine gültige Adresse; sie beginnt mit {schemes}.", schemes=_schemes()
            ),
        ) from error
    except (httpcore2.NetworkError, httpx2.NetworkError) as error:
        raise FetchError(address, _no_connection(error)) from error
    except _OTHER_FAILURES as error:
        raise FetchError(
            address, say("Die Antwort des Servers ist nicht zu verstehen.")
        ) from error


_OTHER_FAILURES = (
    httpx2.HTTPError,
    httpx2.StreamError,
    httpcore2.ProtocolError,
    httpcore2.UnsupportedProtocol,
)


def _no_connection(error: Exception) -> str:
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return say("Das Zertifikat der Seite ist nicht gültig; sie wird nicht gelesen.")
    return say("Keine Verbindung. Bitte die Adresse und die Verbindung prüfen.")


def _schemes() -> str:
    return say(" oder ").join(f"{scheme}://" for scheme in WEB_SCHEMES)
