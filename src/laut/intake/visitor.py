"""A polite visitor: asks many addresses, but no host too often or where it asks not to.

Between two requests to one host lies the pause of the settings, or the longer one that
the host's `robots.txt` names (within reason). `robots.txt` is asked once for each host;
one that is missing forbids nothing, one that its server fails to deliver everything.
"""

import time
from urllib.parse import urlsplit

from laut.config import Config
from laut.errors import FetchError, ForbiddenError, InputError
from laut.intake.fetch import fetch, fetch_news
from laut.intake.network import Gate
from laut.intake.raw import Raw, Validators
from laut.intake.robots import NOTHING_ALLOWED, NOTHING_SAID, Rules, rules_of
from laut.tongues import say

PROGRAM = "laut"
_LONGEST = 30.0
"""Seconds that a host may have us wait between two requests."""
_SERVER_FAILS = 500
NOTHING_KNOWN = Validators()


class Visitor:
    """Asks addresses, one after the other.

    Args:
        config: the limits.
        gate: what may be reached; None for what `config` allows.
    """

    def __init__(self, config: Config, gate: Gate | None = None) -> None:
        self._config = config
        self._gate = gate
        self._asked: dict[str, float] = {}
        self._rules: dict[str, Rules] = {}

    def ask(self, address: str, known: Validators = NOTHING_KNOWN) -> Raw | None:
        """What stands at an address that the user named; None where nothing changed.

        Raises:
            InputError: it cannot be had.
        """
        self._wait(_host(address))
        return fetch_news(address, self._config, self._gate, known)

    def visit(self, address: str, known: Validators = NOTHING_KNOWN) -> Raw | None:
        """As `ask`, of an address that was found; its host may ask not to.

        Raises:
            InputError: it cannot be had, or must not be asked for.
        """
        if not self._may(address):
            raise ForbiddenError(
                address,
                say("Die Seite ist Programmen verboten (robots.txt ihres Servers)."),
            )
        return self.ask(address, known)

    def _may(self, address: str) -> bool:
        host = _host(address)
        if host not in self._rules:
            self._rules[host] = self._asked_rules(f"{host}/robots.txt")
        return self._rules[host].allows(address.removeprefix(host) or "/")

    def _asked_rules(self, address: str) -> Rules:
        self._wait(_host(address))
        try:
            raw = fetch(address, self._config, self._gate)
        except FetchError as error:
            return NOTHING_ALLOWED if error.status >= _SERVER_FAILS else NOTHING_SAID
        except InputError:  # none there, or no text
            return NOTHING_SAID
        return rules_of(raw.body.decode("utf-8", "replace"), PROGRAM)

    def _wait(self, host: str) -> None:
        """Wait for one's turn at a host."""
        rules = self._rules.get(host, NOTHING_SAID)
        pause = max(self._config.pause, min(rules.delay, _LONGEST))
        wait = self._asked.get(host, -pause) + pause - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        self._asked[host] = time.monotonic()


def _host(address: str) -> str:
    """Scheme and host of an address, as it begins with them."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return address[: len(parts.scheme) + len("://") + len(parts.netloc)]
