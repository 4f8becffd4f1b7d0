"""From bytes to text: which encoding, and whether it is text at all.

Takes raw bytes and, where the sender named one, a charset; returns the decoded text,
not yet cleaned (see `wording`). The order of decision:

1. a byte order mark (UTF-8, UTF-16, UTF-32);
2. a known signature is binary, and is refused;
3. UTF-16 without a mark, by where its NUL bytes stand; other bytes with NULs or many
   control characters are binary, and are refused;
4. UTF-8 where it is valid, or so nearly valid that the rest is damage;
5. the charset that was named;
6. cp1252, which decodes what is left of western text.

Valid UTF-8 goes before the name because chance all but never produces it, while wrong
names are common.
"""

import codecs
import re

from laut.errors import UnreadableError
from laut.tongues import later, say

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 stands before UTF-16, whose mark begins the other's."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = later(
    (
        (b"%PDF-", "eine PDF-Datei"),
        (b"PK\x03\x04", "ein Archiv oder Büro-Dokument (ZIP, DOCX, ODT)"),
        (b"\xd0\xcf\x11\xe0", "ein altes Büro-Dokument (DOC, XLS)"),
        (b"{\\rtf", "ein RTF-Dokument"),
        (b"\x1f\x8b", "eine gepackte Datei (GZIP)"),
        (b"\xfd7zXZ\x00", "eine gepackte Datei (XZ)"),
        (b"\x89PNG", "ein Bild"),
        (b"\xff\xd8\xff", "ein Bild"),
        (b"GIF8", "ein Bild"),
        (b"SQLite format 3\x00", "eine Datenbank"),
        (b"\x7fELF", "ein Programm"),
    )
)
_LOOKED_AT = 8192
_MANY_NULS = 0.3
"""Share of NULs in one half of the bytes that makes UTF-16; the other has few."""
_FEW_NULS = 0.05
_MOST_CONTROLS = 0.02
_CONTROLS = bytes(b for b in range(0x20) if b not in b"\t\n\r\x0b\x0c\x1b\x1a")
_DAMAGE = 0.2
"""Broken sequences for one whole one, up to which a text is damaged UTF-8."""


def text_of(name: str, raw: bytes, charset: str = "") -> str:
    """The text in the bytes.

    Args:
        name: the input, for the error.
        raw: what was read, whole.
        charset: the encoding as the sender named it; "" where unnamed.

    Raises:
        UnreadableError: the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    refuse_binary(name, raw)
    wide = _wide(raw[:_LOOKED_AT])
    return raw.decode(wide, "replace") if wide else _narrow(raw, charset)


def refuse_binary(name: str, raw: bytes) -> None:
    """Let pass what may be text, by its first bytes.

    Raises:
        UnreadableError: the bytes are no text.
    """
    for signature, kind in _SIGNATURES:
        if raw.startswith(signature):
            raise UnreadableError(
                name,
                say(
                    "Das ist {kind}, kein Text. Bitte als Text oder HTML speichern.",
                    kind=say(kind),
                ),
            )
    head = raw[:_LOOKED_AT]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if not is_wide(head) and (0 in head or controls > _MOST_CONTROLS * len(head)):
        raise UnreadableError(name, say("Das ist eine Binärdatei, kein Text."))


def start_of(raw: bytes) -> str:
    """The beginning of a text, as well as it can be read; for a look, not to keep."""
    head = raw[:_LOOKED_AT]
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "ignore")
    return head.decode(_wide(head) or "latin-1", "ignore")


def is_wide(head: bytes) -> bool:
    """Whether a character takes two bytes or more, so that lines end in no one byte."""
    marks = (mark for mark, encoding in _MARKS if encoding != "utf-8")
    return any(head.startswith(mark) for mark in marks) or bool(_wide(head))


def _wide(head: bytes) -> str:
    """The UTF-16 that bytes without a mark are in, or ""."""
    if len(head) < 4:  # noqa: PLR2004 - two characters, the least that show a pattern
        return ""
    even, odd = (_share_of_nuls(head[start::2]) for start in (0, 1))
    if odd >= _MANY_NULS and even <= _FEW_NULS:
        return "utf-16-le"
    if even >= _MANY_NULS and odd <= _FEW_NULS:
        return "utf-16-be"
    return ""


def _share_of_nuls(half: bytes) -> float:
    return half.count(0) / len(half)


def _narrow(raw: bytes, charset: str) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    patched = raw.decode("utf-8", "replace")
    if _only_damaged(patched):
        return patched
    return _named(raw, charset) or raw.decode("cp1252", "replace")


def _only_damaged(patched: str) -> bool:
    broken = patched.count("\ufffd")
    whole = len(re.findall("[^\x00-\x7f]", patched)) - broken
    return broken <= _DAMAGE * whole


def _named(raw: bytes, charset: str) -> str:
    try:
        codec = codecs.lookup(charset).name
        # As browsers do: who says Latin-1 means cp1252.
        if codec in {"ascii", "iso8859-1", "utf-8"}:
            return ""
        decoded = raw.decode(codec)
    except (LookupError, ValueError):
        return ""
    return decoded
