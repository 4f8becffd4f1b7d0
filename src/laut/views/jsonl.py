"""The JSON form of a reading, one object a line, and the way back.

The form is the records' own: every field under its name, spans as `[begin, end]`,
nothing left out; an explained reading has `reasons` at its end. What `to_line` writes,
`from_line` reads again, save that without any reason a reading is a plain one.
"""

import json

import msgspec

from laut.errors import UnreadableError
from laut.model import Explained, Reading
from laut.tongues import say


def to_line(reading: Reading) -> bytes:
    """The reading as one line of UTF-8, without the line end.

    Lone surrogates, which no UTF-8 can hold, become `?`; all offsets stay right.
    """
    try:
        return msgspec.json.encode(reading)
    except UnicodeEncodeError:
        written = json.dumps(msgspec.to_builtins(reading), ensure_ascii=False)
        return written.encode("utf-8", "replace")


def from_line(line: bytes) -> Reading:
    """The reading that a line holds; a line end may follow.

    Raises:
        UnreadableError: the line is no JSON, or not in the form of a reading.
    """
    try:
        found = msgspec.json.decode(line, type=Explained)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        shown = line[:40].decode("utf-8", "replace").strip()
        raise UnreadableError(
            say("Zeile „{line}…“", line=shown),
            say(
                "keine Lesung in der JSON-Form von laut ({error});"
                " solche Zeilen schreibt „laut read --format json“",
                error=error,
            ),
        ) from error
    return found if found.reasons else _plain(found)


def _plain(reading: Explained) -> Reading:
    return Reading(**{n: getattr(reading, n) for n in Reading.__struct_fields__})
