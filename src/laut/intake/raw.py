"""`Raw`: what was read or fetched, before anybody knows what is in it.

`Validators` is what a server is told to be sent news only.
"""

import msgspec


class Validators(msgspec.Struct, frozen=True, kw_only=True):
    """What a server called the last state of an address; "" for what it did not say."""

    etag: str = ""
    modified: str = ""


class Raw(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of one input.

    Attributes:
        name: the input as the user gave it, for errors.
        body: all of its bytes.
        charset: the encoding that the sender named; "" where none was.
        media_type: `text/html` and the like, as the sender says; "" for files.
        address: where it was fetched in the end, after redirects; "" for files.
        retrieved: when, in ISO 8601; "" for files.
        etag: what the server calls this state of it (`ETag`); "" where it does not.
        modified: its `Last-Modified`, as the server wrote it; "" where it did not.
    """

    name: str
    body: bytes
    charset: str = ""
    media_type: str = ""
    address: str = ""
    retrieved: str = ""
    etag: str = ""
    modified: str = ""
