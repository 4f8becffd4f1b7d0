"""What the desk is told at its door: where it listens, and who may come in.

`settings_of` is the only way to make them: it refuses to listen beyond this machine
without a token. Tokens are kept as digests, so that no trace can show them.
"""

import hashlib
import ipaddress
import secrets

import msgspec

from laut.config import MEGABYTE, Config
from laut.errors import ConfigError
from laut.tongues import say

PORT = 5288
"""L, A, U, T on the keys of a telephone."""

LEAST_TOKEN = 12
"""Characters of a token that is not soon guessed."""

_LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How one desk is run.

    Attributes:
        host: the address that it listens at.
        port: the port; 0 for any that is free.
        names: the names under which browsers may ask; empty for all, which only a
            token makes safe.
        pass_digest: the digest of the token; b"" where none is asked for.
        key: signs what forms and visitors carry; lasts as long as the desk runs.
        fetching: the limits for addresses that are pasted.
        max_form: the largest form that is taken, in bytes.
        max_text: the longest text that is read, in characters.
    """

    host: str = "127.0.0.1"
    port: int = PORT
    names: frozenset[str] = _LOOPBACK_NAMES
    pass_digest: bytes = b""
    key: bytes
    fetching: Config = Config()
    max_form: int = 2 * MEGABYTE
    max_text: int = 200_000


def settings_of(
    host: str, port: int, token: str = "", proxied_as: str = "", *, fetching: Config
) -> Settings:
    """The settings for what a user asked for.

    Args:
        host: the address to listen at.
        port: the port.
        token: what visitors must know; "" where nothing is asked.
        proxied_as: the name under which a proxy in front shows the desk; "" for none.
        fetching: the limits for addresses that are pasted.

    Raises:
        ConfigError: the desk would be open to everybody, or the token is too short.
    """
    if token and len(token) < LEAST_TOKEN:
        raise ConfigError(
            say("Das Kennwort braucht mindestens {n} Zeichen.", n=LEAST_TOKEN)
        )
    if not token and not is_loopback(host):
        raise ConfigError(
            say(
                "{host} ist von anderen Rechnern zu erreichen, und jeder dort könnte"
                " lesen und urteilen. Das geht nur mit einem Kennwort in der Variablen"
                " LAUT_TOKEN; sonst bitte 127.0.0.1 nehmen und einen Proxy davor.",
                host=host,
            )
        )
    own = frozenset(filter(None, {*_LOOPBACK_NAMES, proxied_as.casefold()}))
    return Settings(
        host=host,
        port=port,
        names=frozenset() if token else own,
        pass_digest=digest(token) if token else b"",
        key=secrets.token_bytes(32),
        fetching=fetching,
    )


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def digest(token: str) -> bytes:
    """What a token is compared by."""
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()
