"""One frozen `Config`: made at the door, passed down, never read from inside."""

import msgspec

MEGABYTE = 1_000_000


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """What a user may set.

    Attributes:
        allow_private: whether private, loopback and link-local addresses may be asked.
        timeout: seconds until an address that does not answer is given up.
        max_bytes: largest page or file that is taken in, in bytes.
        max_redirects: how many redirects are followed.
        max_characters: longest text that is read into a ledger.
        pause: seconds between two requests to one host, where many are made.
    """

    allow_private: bool = False
    timeout: float = 15.0
    max_bytes: int = 25 * MEGABYTE
    max_redirects: int = 5
    max_characters: int = 1_000_000
    pause: float = 1.0
