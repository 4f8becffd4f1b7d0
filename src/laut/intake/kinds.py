"""What kind of input something is: a page, lines of articles, a feed or plain text.

Decided by the name where its ending says so, by the media type where a server named
one, else by how the text begins. Pure.
"""

import re
import zlib
from enum import Enum

from laut.intake.decoding import start_of


class Kind(Enum):
    """How an input is to be read."""

    TEXT = "text"
    PAGE = "page"
    RECORDS = "records"
    FEED = "feed"
    OUTLINE = "outline"
    """A list of feeds (OPML)."""
    ARCHIVE = "archive"
    """A WARC file, packed by gzip or not."""


_BY_SUFFIX = {
    ".htm": Kind.PAGE,
    ".html": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".jsonl": Kind.RECORDS,
    ".ndjson": Kind.RECORDS,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".opml": Kind.OUTLINE,
    ".warc": Kind.ARCHIVE,
    ".warc.gz": Kind.ARCHIVE,
}
_BY_MEDIA_TYPE = {
    "text/html": Kind.PAGE,
    "application/xhtml+xml": Kind.PAGE,
    "application/jsonl": Kind.RECORDS,
    "application/jsonlines": Kind.RECORDS,
    "application/ndjson": Kind.RECORDS,
    "application/x-ndjson": Kind.RECORDS,
    "application/rss+xml": Kind.FEED,
    "application/atom+xml": Kind.FEED,
    "text/x-opml": Kind.OUTLINE,
}
_RECORD = re.compile(r'\s*\{[ \t]*"')
_BEFORE_ROOT = r"(?:\s+|<\?xml[^>]*>|<\?[^>]*>|<!--.*?-->)*"
_PAGE = re.compile(
    _BEFORE_ROOT
    + r"<(?:!doctype\s+html|html|head|body|main|article|section|div|h1|p|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(_BEFORE_ROOT + r"<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_OUTLINE = re.compile(_BEFORE_ROOT + r"<opml\b", re.IGNORECASE | re.DOTALL)
_ARCHIVE = re.compile(r"WARC/\d")
_BY_START = (
    (_RECORD, Kind.RECORDS),
    (_FEED, Kind.FEED),
    (_OUTLINE, Kind.OUTLINE),
    (_ARCHIVE, Kind.ARCHIVE),
    (_PAGE, Kind.PAGE),
)
_GZIP = b"\x1f\x8b\x08"
_GZIP_WINDOW = 31
"""What tells zlib to expect gzip."""


def kind_of_name(name: str) -> Kind | None:
    """The kind that the ending of a file's name tells; None where it tells nothing."""
    folded = name.lower()
    return next(
        (kind for end, kind in _BY_SUFFIX.items() if folded.endswith(end)), None
    )


def kind_of_media_type(media_type: str) -> Kind | None:
    """The kind that the media type of an answer tells, such as `text/html`."""
    return _BY_MEDIA_TYPE.get(media_type)


def kind_of_start(head: bytes) -> Kind:
    """The kind that the first bytes of an input show."""
    start = _unpacked(head) if head.startswith(_GZIP) else start_of(head)
    return next((kind for form, kind in _BY_START if form.match(start)), Kind.TEXT)


def _unpacked(head: bytes) -> str:
    """The beginning of what is packed; of what is no archive, nothing."""
    try:
        start = zlib.decompressobj(_GZIP_WINDOW).decompress(head, 16)
    except zlib.error:
        return ""
    found = start.decode("latin-1")
    return found if _ARCHIVE.match(found) else ""
