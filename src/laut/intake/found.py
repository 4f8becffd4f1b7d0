"""`Found`: what an input, or a part of it, turned out to be."""

from typing import NamedTuple

import msgspec

from laut.errors import InputError
from laut.model import Article


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of an address that was asked, to be asked for news only.

    Attributes:
        etag: what its server called its last state; "" where it did not.
        modified: when it was last changed, in the server's words; "" likewise.
        mark: a hash of what a feed said of it; "" where none did.
        problem: why nothing could be had; "" where something was.
    """

    address: str
    etag: str = ""
    modified: str = ""
    mark: str = ""
    problem: str = ""


class Found(NamedTuple):
    """What one input, or one part of it, turned out to be, and what to call it.

    Attributes:
        name: the input; of a part of it with its place.
        article: None where there is nothing new.
        note: what is to be remembered once the article is kept; None for nothing.
    """

    name: str
    article: Article | InputError | None
    note: Note | None = None
