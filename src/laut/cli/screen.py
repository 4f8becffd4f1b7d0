"""Consoles of rich as laut uses them. Imports rich: load when something is shown."""

import time
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from laut.tongues import say

if TYPE_CHECKING:
    from laut.cli.tally import Tally


class Screen(Console):
    """A console that shows text as it is, and lets a broken pipe be seen to.

    Args:
        stream: where it writes; colours only where that is a terminal.
        width: columns to fill; None for those of the terminal.
    """

    def __init__(self, stream: TextIO, width: int | None) -> None:
        super().__init__(
            file=stream, width=width, highlight=False, markup=False, emoji=False
        )

    def on_broken_pipe(self) -> None:
        """Whoever read has stopped; `main` ends the run."""
        raise BrokenPipeError


_REST = 0.2
"""Seconds between two times that the bar is put up."""


class Bar:
    """A bar on standard error that shows how far a run is.

    Args:
        total: how many steps there will be; None where nobody knows.
    """

    def __init__(self, total: int | None) -> None:
        self._progress = Progress(
            TextColumn(say("Lesen")),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._progress.add_task("", total=total)
        self._shown = -_REST

    def show(self) -> None:
        """Put the bar up, unless it was up a moment ago: that would only flicker."""
        now = time.monotonic()
        if now - self._shown >= _REST:
            self._shown = now
            self._progress.start()

    def hide(self) -> None:
        """Take the bar down, so that other lines can be written."""
        if self._progress.live.is_started:
            self._progress.stop()

    def advance(self) -> None:
        """One step is done."""
        self._progress.advance(self._task)


class RateBar:
    """A bar on standard error with the articles a second; lines go above it.

    Args:
        total: how many articles there will be; None where nobody knows.
    """

    def __init__(self, total: int | None) -> None:
        self._console = Console(stderr=True, highlight=False, markup=False)
        self._progress = Progress(
            TextColumn(say("Aufnehmen")),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TimeRemainingColumn(),
            console=self._console,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._progress.add_task("", total=total)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def advance(self, tally: "Tally") -> None:
        """One more result is in."""
        self._progress.update(self._task, completed=tally.total)

    def tell(self, text: str) -> None:
        """Say something above the bar."""
        self._console.print(text, soft_wrap=True)


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(say("{rate} je s", rate=f"{task.speed or 0:.0f}"))
