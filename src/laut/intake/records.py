"""JSONL: one article a line.

Takes a stream of lines such as

    {"id": "a1", "title": "…", "text": "…", "published": "2022-09-06", "outlet": "…"}

and yields what each holds. `text` must be there; `id`, `title`, `published`, `outlet`,
`url` and `author` may be; anything else is passed over. A line that cannot be used is
an error named `file.jsonl:17`, and the next is read. Only one line is held at a time.
"""

import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from laut.errors import InputError, UnreadableError
from laut.intake.dates import FORMS, iso_date
from laut.intake.decoding import text_of
from laut.intake.found import Found
from laut.intake.wording import clean, line
from laut.model import Article, article_of
from laut.tongues import say


def articles_of_lines(name: str, stream: BinaryIO, max_bytes: int) -> Iterator[Found]:
    """The articles of a stream, one a line; blank lines count but hold none.

    Args:
        name: what the stream is called; a line is `name:number`, from 1.
        stream: UTF-8, opened for bytes; other encodings as far as `decoding` goes.
        max_bytes: longest line that is read.
    """
    for number, raw in enumerate(_lines(stream, max_bytes), start=1):
        if len(raw) > max_bytes or raw.strip():
            place = f"{name}:{number}"
            yield Found(place, _article_or_error(place, raw, max_bytes))


def _lines(stream: BinaryIO, max_bytes: int) -> Iterator[bytes]:
    """The lines; of one that is too long, its first `max_bytes` + 1 bytes."""
    while raw := stream.readline(max_bytes + 1):
        yield raw
        if len(raw) > max_bytes:
            _skip_rest(stream, raw)


def _skip_rest(stream: BinaryIO, raw: bytes) -> None:
    while raw and not raw.endswith(b"\n"):
        raw = stream.readline(io.DEFAULT_BUFFER_SIZE)


def _article_or_error(place: str, raw: bytes, max_bytes: int) -> Article | InputError:
    if len(raw) > max_bytes:
        return UnreadableError(
            place,
            say("Die Zeile ist länger als {size} MB.", size=max_bytes // 1_000_000),
        )
    try:
        return _article(place, _fields(place, text_of(place, raw)))
    except InputError as error:
        return error


def _fields(place: str, text: str) -> dict[str, Any]:
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            place,
            say("Die Zeile ist kein gültiges JSON; ein Artikel muss in eine Zeile."),
        ) from error
    if not isinstance(fields, dict):
        raise UnreadableError(place, say("Die Zeile ist kein JSON-Objekt."))
    return fields


def _article(place: str, fields: dict[str, Any]) -> Article:
    article = article_of(
        clean(_text(place, fields)),
        title=line(_string(place, fields, "title")),
        published=_published(place, fields),
        outlet=line(_string(place, fields, "outlet")),
        url=line(_string(place, fields, "url")),
        id=_id(fields),
    )
    return msgspec.structs.replace(
        article, author=line(_string(place, fields, "author"))
    )


def _text(place: str, fields: dict[str, Any]) -> str:
    if "text" not in fields:
        raise UnreadableError(place, "Das Feld „text“ fehlt.")
    return _string(place, fields, "text")


def _string(place: str, fields: dict[str, Any], key: str) -> str:
    value = fields.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise UnreadableError(
            place, say("Das Feld „{key}“ ist keine Zeichenkette.", key=key)
        )
    return value


def _id(fields: dict[str, Any]) -> str | None:
    """The id that the line brings, as a string; None where it brings none."""
    value = fields.get("id")
    return None if value is None or value == "" else line(str(value))


def _published(place: str, fields: dict[str, Any]) -> str:
    written = _string(place, fields, "published")
    try:
        return iso_date(written) if written.strip() else ""
    except ValueError as error:
        raise UnreadableError(
            place,
            say(
                "Das Datum „{date}“ ist nicht lesbar; lesbar ist: {forms}.",
                date=line(written),
                forms=say(FORMS),
            ),
        ) from error
