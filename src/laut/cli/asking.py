"""What commands share that ask a ledger for claims, sources and echoes.

Before they ask, what was added and not yet looked at is looked at, so that a run of
`laut add` that was broken off leaves nothing out.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
import msgspec

from laut.cli.german import Columns, language_option
from laut.cli.ledger import json_option, ledger_option, opened_to_read
from laut.cli.output import Sink
from laut.tongues import counted

if TYPE_CHECKING:
    from rich.console import Console

    from laut.ledger.book import Ledger


ALL = 1_000_000
"""More records than any ledger has."""


def width_option() -> click.Option:
    """`--width`, of the output."""
    return click.Option(
        ["--width"],
        type=Columns(),
        metavar="SPALTEN",
        help="Breite der Ausgabe (ohne Angabe: die des Terminals).",
    )


def common_options() -> list[click.Parameter]:
    """The options that all of these commands have."""
    return [ledger_option(), json_option(), width_option(), language_option()]


@contextmanager
def asking(named: str) -> Iterator["Ledger"]:
    """The ledger that is meant, up to date.

    Raises:
        LautError: there is none, or it cannot be opened.
    """
    with opened_to_read(named) as ledger:
        caught_up(ledger)
        yield ledger


def caught_up(ledger: "Ledger") -> None:
    """Look at what was added to a ledger and not yet looked at; say what is left."""
    waiting = ledger.waiting()
    if not waiting:
        return
    from laut.errors import LedgerError  # noqa: PLC0415 - loaded when run
    from laut.ingest import catch_up  # noqa: PLC0415

    try:
        for _ in catch_up(ledger):
            pass
    except LedgerError:  # perhaps it may only be read
        said = counted(
            waiting,
            "laut: {n} Artikel ist noch nicht verglichen und fehlt hier.",
            "laut: {n} Artikel sind noch nicht verglichen und fehlen hier.",
        )
        click.echo(said, err=True)


def shown(
    records: Iterable[msgspec.Struct],
    show: Callable[["Console"], None],
    *,
    as_json: bool,
    width: int | None,
) -> None:
    """Write records, one a line as JSON, or as a view shows them.

    Args:
        records: what was found.
        show: writes the same for readers.
        as_json: whether programs are to read it.
        width: columns to fill; None for those of the terminal.
    """
    with Sink(None, width) as sink:
        if not as_json:
            show(sink.console)
            return
        from laut.views.records import json_line  # noqa: PLC0415 - loaded when run

        for record in records:
            sink.put(json_line(record))
