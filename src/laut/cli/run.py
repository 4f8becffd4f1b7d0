"""A run over inputs: what came of each, how far it is, and how it ended."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from laut.cli.output import Sink
from laut.cli.status import Status
from laut.errors import InputError
from laut.intake.wording import line
from laut.model import Reading
from laut.tongues import say

if TYPE_CHECKING:
    from laut.cli.screen import Bar


class Run:
    """Counts what is read and keeps what failed, for the end.

    Where standard error is a terminal and there are many inputs, a bar shows how far
    the run is. It steps aside while something is written to the same terminal.

    Args:
        names: the inputs.
        sink: where their readings are written.
    """

    def __init__(self, names: Sequence[str], sink: Sink) -> None:
        self._total = 0
        self._failed: list[InputError] = []
        self._sink = sink
        self._bar = _bar(names)

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.show()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar:
            self._bar.hide()

    def readings(self, results: Iterable[Reading | InputError]) -> Iterator[Reading]:
        """The readings among the results; the errors are kept."""
        for result in results:
            self._total += 1
            if self._bar:
                self._bar.advance()
            if isinstance(result, InputError):
                self._failed.append(result)
            else:
                yield from self._shown(result)

    def _shown(self, reading: Reading) -> Iterator[Reading]:
        if not (self._bar and self._sink.is_terminal):
            yield reading
            return
        self._bar.hide()
        yield reading
        self._bar.show()

    def report(self) -> Status:
        """Name what failed on standard error; the exit status."""
        if not self._failed:
            return Status.DONE
        if self._total == 1:
            click.echo(f"laut: {line(str(self._failed[0]))}", err=True)
            return Status.FAILED
        click.echo(f"laut: {_balance(len(self._failed), self._total)}", err=True)
        for error in self._failed:
            click.echo(f"  {line(str(error))}", err=True)
        return Status.SOME_FAILED


def _balance(failed: int, total: int) -> str:
    if failed == 1:
        return say("1 von {total} Eingaben konnte nicht gelesen werden:", total=total)
    return say(
        "{failed} von {total} Eingaben konnten nicht gelesen werden:",
        failed=failed,
        total=total,
    )


def is_typed(names: Sequence[str]) -> bool:
    """Whether a person, not a pipe, is at standard input, and is listened to."""
    return "-" in names and sys.stdin.isatty()


def _bar(names: Sequence[str]) -> "Bar | None":
    """A bar, where somebody watches and there is something to wait for."""
    if not sys.stderr.isatty() or is_typed(names):
        return None
    from laut.intake.sources import count  # noqa: PLC0415 - only to be watched

    total = count(names)
    if total == 1:
        return None
    from laut.cli.screen import Bar  # noqa: PLC0415 - rich takes its time

    return Bar(total)
