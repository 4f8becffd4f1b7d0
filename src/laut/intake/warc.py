"""WARC: the pages that a crawl has kept, packed by gzip or not.

Takes a stream and yields what each record that answers a request with a page or a text
holds; all other records (requests, pictures, redirects) are passed over, but count. A
record that is damaged is an error named `file.warc.gz:17`, and the reading goes on with
the next that can be found. Only one record is held at a time. What is inside a record
is warcio's to say; where records begin and end is found here, for warcio gives up at
the first that is damaged.
"""

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from laut.errors import InputError, UnreadableError
from laut.intake.found import Found
from laut.intake.kinds import Kind, kind_of_media_type
from laut.intake.page import article_of_page
from laut.intake.plain import article_of_text
from laut.intake.raw import Raw
from laut.intake.sources import dated
from laut.model import Article
from laut.tongues import say

_PIECE = 1 << 16
_LONGEST_HEAD = 1 << 16
_GZIP = b"\x1f\x8b\x08"
_GZIP_WINDOW = 31
_BEGIN = re.compile(rb"WARC/\d\.\d\r?\n")
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"(?im)^content-length:\s*(\d+)\s*$")
_DAMAGED = b"\r\nWARC/0.0\r\n\r\n"
"""Stands in the stream for what could not be unpacked: a record without a length."""
_AFTER = b"\r\n\r\n"
_WANTED = (b"warc-type: response", b"warc-type: resource")
_OK = "200"


class Record(NamedTuple):
    """The bytes of one record; None where it is damaged, or longer than may be."""

    number: int
    raw: bytes | None


def articles_in_archive(name: str, stream: BinaryIO, max_bytes: int) -> Iterator[Found]:
    """The articles of an archive.

    Args:
        name: what it is called; a record is `name:number`, from 1.
        stream: its bytes.
        max_bytes: longest record that is read.
    """
    for record in records(stream, max_bytes):
        place = f"{name}:{record.number}"
        if record.raw is None:
            said = say("Der Datensatz des Archivs ist beschädigt oder zu lang.")
            yield Found(place, UnreadableError(place, said))
        elif any(kind in record.raw[:_LONGEST_HEAD].lower() for kind in _WANTED):
            yield from _found(place, record.raw)


def records(stream: BinaryIO, max_bytes: int) -> Iterator[Record]:
    """The records of an archive in their order."""
    return _Splitter(_unpacked(stream), max_bytes).records()


def _unpacked(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of an archive, unpacked, with `_DAMAGED` for what cannot be."""
    held = stream.read(_PIECE)
    if not held.startswith(_GZIP):
        while held:
            yield held
            held = stream.read(_PIECE)
        return
    packed = _Packed(stream, held)
    while packed.at_member():
        yield from packed.member()


class _Packed:
    """A stream of packed parts.

    After one that is damaged the next is looked for right behind its beginning, for it
    may seem to hold what follows; where the stream cannot go back, behind its end.
    """

    def __init__(self, stream: BinaryIO, held: bytes) -> None:
        self._stream = stream
        self._held = held

    def at_member(self) -> bool:
        """Go to the next beginning of a packed part; whether there is one."""
        while True:
            at = self._held.find(_GZIP)
            if at >= 0:
                self._held = self._held[at:]
                return True
            more = self._stream.read(_PIECE)
            if not more:
                return False
            self._held = self._held[-len(_GZIP) :] + more

    def member(self) -> Iterator[bytes]:
        """What the part holds that begins here, as far as it can be unpacked."""
        begin = self._stream.tell() - len(self._held) if self._can_go_back else 0
        member = zlib.decompressobj(_GZIP_WINDOW)
        nothing = True
        try:
            while self._held and not member.eof:
                piece = member.decompress(self._held)
                nothing = nothing and not piece
                yield piece
                self._held = member.unused_data or self._stream.read(_PIECE)
        except zlib.error:
            pass
        if not member.eof:
            if nothing:
                yield _DAMAGED
            self._go_back(begin + 1)

    @property
    def _can_go_back(self) -> bool:
        return self._stream.seekable()

    def _go_back(self, to: int) -> None:
        if self._can_go_back:
            self._stream.seek(to)
            self._held = self._stream.read(_PIECE)
        else:
            self._held = self._held[1:]


class _Splitter:
    """Cuts a stream of bytes into records."""

    def __init__(self, pieces: Iterator[bytes], max_bytes: int) -> None:
        self._pieces = pieces
        self._max = max_bytes
        self._held = bytearray()

    def records(self) -> Iterator[Record]:
        number = 0
        while self._at_record():
            number += 1
            raw = self._record()
            yield Record(number, raw)
            if raw is None:
                self._drop(1)

    def _at_record(self) -> bool:
        """Go to the next beginning of a record; whether there is one."""
        while True:
            found = _BEGIN.search(self._held)
            if found:
                self._drop(found.start())
                return True
            self._drop(max(0, len(self._held) - 16))  # what a beginning may begin in
            if not self._more():
                return False

    def _record(self) -> bytes | None:
        """The record that begins here, and move behind it; None where it is damaged."""
        head = self._head()
        length = _LENGTH.search(self._held[:head])
        if not head or not length:
            return None
        end = head + int(length[1])
        if end > head + self._max or not self._fill(end):
            return None
        self._fill(end + len(_AFTER))
        if bytes(self._held[end : end + len(_AFTER)]).strip():
            return None
        raw = bytes(self._held[: end + len(_AFTER)])
        self._drop(len(raw))
        return raw

    def _head(self) -> int:
        """Where the head of the record ends; 0 where it does not."""
        while True:
            found = _END_OF_HEAD.search(self._held)
            if found:
                return found.end()
            if len(self._held) > _LONGEST_HEAD or not self._more():
                return 0

    def _fill(self, length: int) -> bool:
        """Hold so many bytes; whether there are."""
        while len(self._held) < length:
            if not self._more():
                return False
        return True

    def _more(self) -> bool:
        """Hold more bytes; whether there were any."""
        piece = next(self._pieces, None)
        self._held += piece or b""
        return piece is not None

    def _drop(self, length: int) -> None:
        del self._held[:length]


def _found(place: str, record: bytes) -> Iterator[Found]:
    try:
        raw = _raw(place, record)
        if raw is not None:
            yield Found(place, dated(_article(raw), raw.retrieved))
    except InputError as error:
        yield Found(place, error)


def _article(raw: Raw) -> Article:
    kind = kind_of_media_type(raw.media_type)
    return article_of_page(raw) if kind is Kind.PAGE else article_of_text(raw)


def _raw(place: str, record: bytes) -> Raw | None:
    """What a record answers, where that is a page or a text; else None."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - on use
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    try:
        parsed = next(iter(ArchiveIterator(io.BytesIO(record))))
        return _page(place, parsed)
    except (ArchiveLoadFailed, StopIteration, ValueError, zlib.error) as error:
        said = say("Der Datensatz des Archivs ist beschädigt oder zu lang.")
        raise UnreadableError(place, said) from error


def _page(place: str, parsed: Any) -> Raw | None:
    http, warc = parsed.http_headers, parsed.rec_headers
    head = http or warc
    media_type, _, rest = (head.get_header("Content-Type") or "").partition(";")
    media_type = media_type.strip().lower()
    is_text = kind_of_media_type(media_type) is Kind.PAGE or media_type == "text/plain"
    if not is_text or (http and http.get_statuscode() != _OK):
        return None
    return Raw(
        name=place,
        body=parsed.content_stream().read(),
        charset=rest.partition("charset=")[2].strip(" \"'").lower(),
        media_type=media_type,
        address=warc.get_header("WARC-Target-URI") or "",
        retrieved=(warc.get_header("WARC-Date") or "").replace("Z", "+00:00"),
    )
