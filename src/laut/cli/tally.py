"""A run that adds to a ledger: what came of each input, and how far it is.

Errors are told as they come, on standard error. Where that is a terminal, a bar shows
how many articles there are, how many a second, and how long it will take; else a line
says so from time to time.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

import click

from laut.cli.status import Status
from laut.errors import InputError
from laut.intake.wording import line
from laut.ledger.records import Outcome
from laut.tongues import later, say
from laut.views.typography import figure

if TYPE_CHECKING:
    from laut.ingest import Added

_NAMES = later(
    {
        Outcome.NEW: "{n} neu",
        Outcome.VERSION: "{n} geändert",
        Outcome.REREAD: "{n} neu gelesen",
        Outcome.KNOWN: "{n} schon da",
    }
)
_FAILED = later("{n} nicht aufgenommen")
_BETWEEN_LINES = 30.0
"""Seconds between two lines about how far a run is."""


class Tally:
    """What came of the inputs so far."""

    def __init__(self) -> None:
        self.outcomes: Counter[Outcome] = Counter()
        self.failed = 0

    def count(self, result: "Added | InputError") -> None:
        """Take one more result into account."""
        if isinstance(result, InputError):
            self.failed += 1
        elif result.outcome is not None:
            self.outcomes[result.outcome] += 1

    @property
    def total(self) -> int:
        """How many articles there were, those that failed among them."""
        return self.failed + self.outcomes.total()

    @property
    def has_news(self) -> bool:
        """Whether anything was written down."""
        return self.outcomes.total() > self.outcomes[Outcome.KNOWN]

    def __str__(self) -> str:
        tallied = [(_NAMES[outcome], self.outcomes[outcome]) for outcome in Outcome]
        said = [*tallied, (_FAILED, self.failed)]
        parts = [say(text, n=figure(n)) for text, n in said if n]
        return ", ".join(parts) or say("nichts Neues")

    @property
    def status(self) -> Status:
        """How the command ends."""
        if not self.failed:
            return Status.DONE
        return Status.SOME_FAILED if self.outcomes else Status.FAILED


class Gauge(Protocol):
    """Shows how far a run is."""

    def advance(self, tally: Tally) -> None:
        """One more result is in."""

    def tell(self, text: str) -> None:
        """Say something beside."""


def tallied(
    results: Iterable["Added | InputError"], tally: Tally, gauge: Gauge
) -> Iterator["Added | InputError"]:
    """The same results, tallied; what failed is told."""
    for result in results:
        tally.count(result)
        if isinstance(result, InputError):
            gauge.tell(f"laut: {line(str(result))}")
        gauge.advance(tally)
        yield result


@contextmanager
def gauging(total: int | None) -> Iterator[Gauge]:
    """A gauge for a run of so many articles; None where nobody knows how many."""
    if not sys.stderr.isatty():
        yield Lines(total)
        return
    from laut.cli.screen import RateBar  # noqa: PLC0415 - rich takes its time

    with RateBar(total) as bar:
        yield bar


class Lines:
    """Says from time to time, in a line on standard error, how far a run is."""

    def __init__(self, total: int | None) -> None:
        self._total = total
        self._begin = self._last = time.monotonic()

    def advance(self, tally: Tally) -> None:
        """One more result is in."""
        now = time.monotonic()
        if now - self._last >= _BETWEEN_LINES:
            self._last = now
            self.tell(f"laut: {self._progress(tally.total, now - self._begin)}")

    def tell(self, text: str) -> None:
        """Say something beside."""
        click.echo(text, err=True)

    def _progress(self, done: int, seconds: float) -> str:
        rate = done / seconds
        if self._total is None or not rate:
            return say("{n} Artikel, {rate} je s", n=figure(done), rate=f"{rate:.0f}")
        left = max(0, self._total - done) / rate
        return say(
            "{n} von {total} Artikeln, {rate} je s, noch {left}",
            n=figure(done),
            total=figure(self._total),
            rate=f"{rate:.0f}",
            left=timedelta(seconds=round(left)),
        )
