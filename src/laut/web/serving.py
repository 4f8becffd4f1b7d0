"""Running the desk: one process that listens until it is told to stop."""

import socket
from collections.abc import Callable

import uvicorn

from laut.errors import ConfigError
from laut.ledger.book import Ledger
from laut.tongues import say
from laut.web.app import desk_app
from laut.web.settings import Settings

_QUEUE = 128


def serve(ledger: Ledger, settings: Settings, told: Callable[[str], None]) -> None:
    """Serve the ledger until the process is told to stop.

    Args:
        ledger: open; it stays open.
        settings: where to listen, and who may come in.
        told: is given the address, once the desk listens.

    Raises:
        ConfigError: it cannot listen there.
    """
    with listening(settings) as ear:
        told(address_of(ear, settings))
        server(ledger, settings).run(sockets=[ear])


def server(ledger: Ledger, settings: Settings) -> uvicorn.Server:
    """The server; it writes no log of what is asked for."""
    config = uvicorn.Config(
        desk_app(ledger, settings),
        access_log=False,
        log_level="warning",
        lifespan="off",
        server_header=False,
        date_header=True,
        limit_concurrency=500,
        timeout_keep_alive=10,
        timeout_graceful_shutdown=3,
        ws="none",
        proxy_headers=False,
    )
    return uvicorn.Server(config)


def listening(settings: Settings) -> socket.socket:
    """A socket that listens where the settings say.

    Raises:
        ConfigError: it cannot.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # named as TCP, so that answers are sent at once and not gathered for 40 ms
    ear = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        ear.bind((settings.host, settings.port))
        ear.listen(_QUEUE)
    except OSError as error:
        ear.close()
        raise ConfigError(
            say(
                "{host}:{port}: Hier lässt sich nicht lauschen ({reason})."
                " Einen anderen Port nennt --port.",
                host=settings.host,
                port=settings.port,
                reason=error.strerror,
            )
        ) from error
    return ear


def address_of(ear: socket.socket, settings: Settings) -> str:
    """The address that browsers open."""
    port = ear.getsockname()[1]
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{port}/"
