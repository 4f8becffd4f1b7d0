"""What kind of input something is: a page, lines of articles, or plain text.

Decided by the name where its ending says so, by the media type where a server named
one, else by how the text begins. Pure.
"""

import re
from enum import Enum
from pathlib import PurePath

from laut.intake.decoding import start_of


class Kind(Enum):
    """How an input is to be read."""

    TEXT = "text"
    PAGE = "page"
    RECORDS = "records"


_BY_SUFFIX = {
    ".htm": Kind.PAGE,
    ".html": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".jsonl": Kind.RECORDS,
    ".ndjson": Kind.RECORDS,
}
_BY_MEDIA_TYPE = {
    "text/html": Kind.PAGE,
    "application/xhtml+xml": Kind.PAGE,
    "application/jsonl": Kind.RECORDS,
    "application/jsonlines": Kind.RECORDS,
    "application/ndjson": Kind.RECORDS,
    "application/x-ndjson": Kind.RECORDS,
}
_RECORD = re.compile(r'\s*\{[ \t]*"')
_PAGE = re.compile(
    r"(?:\s+|<\?xml[^>]*>|<!--.*?-->)*"
    r"<(?:!doctype\s+html|html|head|body|main|article|section|div|h1|p|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)


def kind_of_name(name: str) -> Kind | None:
    """The kind that the ending of a file's name tells; None where it tells nothing."""
    return _BY_SUFFIX.get(PurePath(name).suffix.lower())


def kind_of_media_type(media_type: str) -> Kind | None:
    """The kind that the media type of an answer tells, such as `text/html`."""
    return _BY_MEDIA_TYPE.get(media_type)


def kind_of_start(head: bytes) -> Kind:
    """The kind that the first bytes of an input show."""
    start = start_of(head)
    if _RECORD.match(start):
        return Kind.RECORDS
    return Kind.PAGE if _PAGE.match(start) else Kind.TEXT
