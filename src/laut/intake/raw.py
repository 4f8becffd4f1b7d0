"""`Raw`: what was read or fetched, before anybody knows what is in it."""

import msgspec


class Raw(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of one input.

    Attributes:
        name: the input as the user gave it, for errors.
        body: all of its bytes.
        charset: the encoding that the sender named; "" where none was.
        media_type: `text/html` and the like, as the sender says; "" for files.
        address: where it was fetched in the end, after redirects; "" for files.
        retrieved: when, in ISO 8601; "" for files.
    """

    name: str
    body: bytes
    charset: str = ""
    media_type: str = ""
    address: str = ""
    retrieved: str = ""
