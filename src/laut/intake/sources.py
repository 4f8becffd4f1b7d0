"""The door of intake: from the names that a user gives to articles.

A name is a text file, an HTML file, a `.jsonl` file of articles, a folder of these, a
web address, or `-` for standard input. `take` yields what each holds as it comes: an
`Article`, or the `InputError` that says why there is none. One bad input never stops
the others. Here, and nowhere else in intake, files are opened. `found_in` does the same
and tells names, through a `Door` that may know more kinds of input and another way to
the web.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar

import msgspec

from laut.config import Config
from laut.errors import (
    ConfigError,
    InputError,
    NotFoundError,
    UnreadableError,
)
from laut.intake.dates import FORMS, iso_date
from laut.intake.decoding import is_wide, refuse_binary, text_of
from laut.intake.folder import files_in
from laut.intake.found import Found
from laut.intake.kinds import Kind, kind_of_media_type, kind_of_name, kind_of_start
from laut.intake.language import refuse_foreign
from laut.intake.page import article_of_page
from laut.intake.plain import article_of_text
from laut.intake.raw import Raw
from laut.intake.records import articles_of_lines
from laut.model import Article
from laut.tongues import later, say

STANDARD_INPUT = "-"
STANDARD_NAME = later("Standardeingabe")
"""What errors call it."""
_FOR_LEDGERS = later(
    {
        Kind.FEED: "ein Feed",
        Kind.OUTLINE: "eine Liste von Feeds",
        Kind.ARCHIVE: "ein WARC-Archiv",
    }
)
"""Kinds that hold many articles, and addresses to be asked."""
_HEAD = 8192
_PIECE = 1 << 20


Opener = Callable[[str, BinaryIO, Config], Iterator[Found]]
"""From name and bytes of an input to what it holds."""


class Door(NamedTuple):
    """What can be taken in beyond text, pages and lines of articles.

    Attributes:
        web: what stands at a web address.
        openers: one for each further kind.
    """

    web: Callable[[str, Config], Iterator[Found]]
    openers: Mapping[Kind, Opener]


def take(
    names: Iterable[str], config: Config, published: str = ""
) -> Iterator[Article | InputError]:
    """The articles of all inputs, in their order, read one at a time.

    Args:
        names: files, folders, web addresses, or `-`.
        config: the limits.
        published: the date of articles that bring none; "" where unknown.

    Returns:
        For every article that was found, the article; for everything that could not
        be read, an error. An input without anything in it is an error.

    Raises:
        ConfigError: `published` cannot be read. At once, before any input is opened.
    """
    found = found_in(names, config, date_option(published), Door(in_web, {}))
    return (each.article for each in found if each.article is not None)


def found_in(
    names: Iterable[str], config: Config, published: str, door: Door
) -> Iterator[Found]:
    """As `take`, with the names of what is found; `published` is ISO 8601 or ""."""
    for name in names:
        for found in _found(name, config, door):
            yield _finished(found, published)


def date_option(written: str) -> str:
    """A date that a user gave, in ISO 8601; "" for "".

    Raises:
        ConfigError: it cannot be read.
    """
    try:
        return iso_date(written) if written.strip() else ""
    except ValueError as error:
        raise ConfigError(
            say(
                "Das Datum „{date}“ ist nicht lesbar; lesbar ist: {forms}.",
                date=written,
                forms=say(FORMS),
            )
        ) from error


def count(names: Sequence[str]) -> int | None:
    """How many results `take` will yield, about; None where only reading can tell.

    Files count one, and one for each line where their name ends in `.jsonl`.
    """
    if STANDARD_INPUT in names:
        return None
    return sum(_lines_in(file) for name in names for file in _files_of(name))


def _finished(found: Found, published: str) -> Found:
    if not isinstance(found.article, Article):
        return found
    return found._replace(article=_readable(found.name, found.article, published))


def _readable(place: str, article: Article, published: str) -> Article | InputError:
    """The article as it is handed on, provided it has a text that can be read."""
    if not article.text.strip():
        return UnreadableError(place, say("Es steht kein Text darin."))
    try:
        refuse_foreign(place, article.text)
    except InputError as error:
        return error
    if article.published or not published:
        return article
    return msgspec.structs.replace(article, published=published)


def _found(name: str, config: Config, door: Door) -> Iterator[Found]:
    """All that is found under one name; never nothing at all."""
    for part in _parts(name):
        nothing = True
        try:
            for found in _opened(part, config, door):
                nothing = False
                yield found
        except InputError as error:
            yield Found(error.name, error)
        else:
            if nothing:
                yield _empty(part)


def _empty(part: object) -> Found:
    name = say(STANDARD_NAME) if part == STANDARD_INPUT else str(part)
    return Found(name, UnreadableError(name, say("Es steht nichts darin.")))


def _parts(name: str) -> Iterable[str | Path | InputError]:
    """The name itself, or the file or files that it stands for."""
    is_file = name != STANDARD_INPUT and not is_address(name)
    return _files_of(name) if is_file else [name]


def _opened(
    part: str | Path | InputError, config: Config, door: Door
) -> Iterator[Found]:
    if isinstance(part, InputError):
        raise part
    if isinstance(part, Path):
        name = str(part)
        with _opening(name), part.open("rb") as stream:
            yield from _in_stream(name, kind_of_name(name), stream, config, door)
    elif part == STANDARD_INPUT:
        name = say(STANDARD_NAME)
        with _opening(name), open(0, "rb", closefd=False) as stream:
            yield from _in_stream(name, None, stream, config, door)
    else:
        yield from door.web(part, config)


def is_address(name: str) -> bool:
    """Whether a name is that of something in the web."""
    return "://" in name


def _files_of(name: str) -> Iterator[Path | InputError]:
    """The file of that name, or the files in the folder of that name."""
    if not name:
        yield UnreadableError("„“", say("Hier fehlt der Name einer Eingabe."))
        return
    path = Path(name)
    if not _is_folder(path):
        yield path
        return
    empty = True
    for file in files_in(path):
        empty = False
        yield file
    if empty:
        yield UnreadableError(name, say("Der Ordner ist leer."))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that no file can have
        return False


def _lines_in(file: Path | InputError) -> int:
    if isinstance(file, InputError) or kind_of_name(file.name) is not Kind.RECORDS:
        return 1
    try:
        if not file.is_file():
            return 1
        with file.open("rb") as stream:
            return _lines_of(stream)
    except OSError:
        return 1


def _lines_of(stream: BinaryIO) -> int:
    lines, last = 0, b"\n"
    while piece := stream.read(_PIECE):
        lines, last = lines + piece.count(b"\n"), piece
    return max(1, lines + (not last.endswith(b"\n")))


@contextmanager
def _opening(name: str) -> Iterator[None]:
    """Turns what the system says of a file into our errors."""
    try:
        yield
    except FileNotFoundError as error:
        raise NotFoundError(
            name, say("Diese Datei gibt es nicht. Bitte den Pfad prüfen.")
        ) from error
    except PermissionError as error:
        raise UnreadableError(
            name, say("Die Datei darf nicht gelesen werden; es fehlen die Rechte.")
        ) from error
    except OSError as error:
        raise UnreadableError(
            name,
            say("Die Datei lässt sich nicht lesen ({reason}).", reason=error.strerror),
        ) from error


def _in_stream(
    name: str,
    kind: Kind | None,
    stream: io.BufferedReader,
    config: Config,
    door: Door,
) -> Iterator[Found]:
    head = stream.peek(_HEAD)
    start = kind_of_start(head)
    kind = kind or start
    if kind in door.openers:
        yield from door.openers[kind](name, stream, config)
        return
    refuse_to_add(name, kind)
    if start is not Kind.RECORDS:
        refuse_binary(name, head)
    if kind is Kind.RECORDS and not is_wide(head):
        yield from articles_of_lines(name, stream, config.max_bytes)
        return
    yield from in_raw(Raw(name=name, body=whole(name, stream, config)), kind, config)


def whole(name: str, stream: BinaryIO, config: Config) -> bytes:
    """All bytes of a stream.

    Raises:
        UnreadableError: there are more than may be.
    """
    body = stream.read(config.max_bytes + 1)
    if len(body) > config.max_bytes:
        raise UnreadableError(
            name,
            say(
                "Die Datei ist größer als {size} MB.",
                size=f"{config.max_bytes / 1_000_000:g}",
            ),
        )
    return body


def refuse_to_add(name: str, kind: Kind) -> None:
    """Let pass what is an article, or lines of them.

    Raises:
        UnreadableError: it is something that only a ledger takes in.
    """
    if kind in _FOR_LEDGERS:
        raise UnreadableError(
            name,
            say(
                "Das ist {kind}; „laut add“ nimmt auf, was darin steht.",
                kind=say(_FOR_LEDGERS[kind]),
            ),
        )


def in_web(address: str, config: Config) -> Iterator[Found]:
    """What stands at a web address, asked for once."""
    from laut.intake.fetch import fetch  # noqa: PLC0415 - files need no web

    raw = fetch(address, config)
    yield from in_answer(raw, config)


def in_answer(raw: Raw, config: Config) -> Iterator[Found]:
    """What an answer from the web holds: a page, a text, lines of articles."""
    kind = kind_of_answer(raw)
    refuse_to_add(raw.name, kind)
    for found in in_raw(raw, kind, config):
        yield found._replace(article=dated(found.article, raw.retrieved))


def kind_of_answer(raw: Raw) -> Kind:
    """What kind of thing was sent."""
    return kind_of_media_type(raw.media_type) or kind_of_start(raw.body)


Taken = TypeVar("Taken", Article, InputError, Article | InputError | None)


def dated(article: Taken, retrieved: str) -> Taken:
    """The article with the time when it was fetched."""
    if not isinstance(article, Article):
        return article
    return msgspec.structs.replace(article, retrieved=retrieved)


def in_raw(raw: Raw, kind: Kind, config: Config) -> Iterator[Found]:
    """What the bytes hold that were read whole."""
    if not raw.body.strip():
        return
    if kind is Kind.RECORDS:
        utf8 = text_of(raw.name, raw.body, raw.charset).encode("utf-8", "replace")
        yield from articles_of_lines(raw.name, io.BytesIO(utf8), config.max_bytes)
    elif kind is Kind.PAGE:
        yield Found(raw.name, article_of_page(raw))
    else:
        yield Found(raw.name, article_of_text(raw))
