"""WARC files, made for tests."""

import gzip
from collections.abc import Sequence

PAGE = """<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>Die Brücke bleibe gesperrt, sagte die Bürgermeisterin am Montag vor der Presse.</p>
<p>Ein Gutachter habe Risse gefunden, die niemand erwartet habe. {title}.</p>
</article></body></html>"""
SITE = "https://bote.example"


def record(kind: str, address: str, body: bytes) -> bytes:
    """A record of an archive."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2022-09-06T12:00:00Z\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def answer(
    status: str, media_type: str, body: bytes, address: str = f"{SITE}/a"
) -> bytes:
    """The record of an answer."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n\r\n"
    return record("response", address, head.encode() + body)


def records(*titles: str, length: int = 0) -> list[bytes]:
    """Records of pages with these titles, each after its request."""
    found = [record("warcinfo", "", b"software: laut\r\n")]
    for title in titles:
        address = f"{SITE}/{title}"
        page = PAGE.format(title=title) + " " * length
        found.append(record("request", address, b"GET / HTTP/1.1\r\n\r\n"))
        found.append(
            answer("200 OK", "text/html; charset=utf-8", page.encode(), address)
        )
    return found


def plain(parts: Sequence[bytes]) -> bytes:
    """An archive as it is."""
    return b"".join(parts)


def packed(parts: Sequence[bytes]) -> bytes:
    """An archive whose records are packed, each by itself."""
    return b"".join(gzip.compress(part, mtime=0) for part in parts)
