"""Where readings are written, and in which form.

`write` takes readings as they come and hands them to the view of a form: `text` and
`json` write each at once, `table` and `html` when all are there. Where no width bounds
it, as in a file or a pipe, a table is tab-separated and nothing in it is shortened. A
file is opened when the first thing is written to it, so that a run that fails leaves it
as it was.
"""

import os
import sys
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

from laut.errors import ConfigError
from laut.model import Reading
from laut.tongues import say

if TYPE_CHECKING:
    from rich.console import Console


class Sink:
    """Standard output, or a file.

    Args:
        path: the file; None for standard output.
        width: columns to fill; None for those of the terminal.
    """

    def __init__(self, path: Path | None, width: int | None) -> None:
        self._path = path
        self._width = width

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._path and "_stream" in vars(self):
            self._stream.close()

    @property
    def is_terminal(self) -> bool:
        """Whether somebody watches what is written."""
        return self._path is None and sys.stdout.isatty()

    @property
    def has_width(self) -> bool:
        """Whether lines must fit: on a terminal, or where a width was asked for."""
        return self.is_terminal or self._width is not None or "COLUMNS" in os.environ

    @cached_property
    def console(self) -> "Console":
        """A console that writes here."""
        from laut.cli.screen import Screen  # noqa: PLC0415 - json needs no rich

        return Screen(self._stream, self._width)

    def put(self, raw: bytes) -> None:
        """Write bytes, at once."""
        self._stream.buffer.write(raw)
        self._stream.buffer.flush()

    @cached_property
    def _stream(self) -> TextIO:
        if self._path is None:
            return sys.stdout
        try:
            return self._path.open("w", encoding="utf-8", newline="\n")
        except OSError as error:
            raise ConfigError(
                say(
                    "{path}: Hierhin lässt sich nicht schreiben ({reason}).",
                    path=self._path,
                    reason=error.strerror,
                )
            ) from error


def write(form: str, readings: Iterable[Reading], sink: Sink) -> None:
    """Write the readings in one of the forms of `laut read --format`.

    Raises:
        ConfigError: the file cannot be written.
        KeyError: there is no such form.
    """
    _WRITERS[form](readings, sink)


def _text(readings: Iterable[Reading], sink: Sink) -> None:
    from laut.views.terminal import print_reading  # noqa: PLC0415

    for reading in readings:
        print_reading(reading, sink.console)


def _table(readings: Iterable[Reading], sink: Sink) -> None:
    from laut.views.table import print_fields, print_table  # noqa: PLC0415

    if not sink.has_width:
        print_fields(readings, sink.console)
        return
    found = list(readings)
    if found:
        print_table(found, sink.console)


def _json(readings: Iterable[Reading], sink: Sink) -> None:
    from laut.views.jsonl import to_line  # noqa: PLC0415

    for reading in readings:
        sink.put(to_line(reading) + b"\n")


def _html(readings: Iterable[Reading], sink: Sink) -> None:
    from laut.views.html import to_page  # noqa: PLC0415

    found = list(readings)
    if found:
        sink.put(to_page(found).encode("utf-8", "replace"))


_WRITERS: dict[str, Callable[[Iterable[Reading], Sink], None]] = {
    "text": _text,
    "table": _table,
    "json": _json,
    "html": _html,
}
