"""`laut stats`: how much a ledger holds."""

from typing import TypedDict, Unpack

import click

from laut.cli.german import GermanCommand, language_option
from laut.cli.ledger import json_option, ledger_option, opened_to_read


class Wishes(TypedDict):
    """What was asked for: the options of `laut stats`."""

    ledger: str
    as_json: bool


@click.command(
    "stats",
    cls=GermanCommand,
    params=[ledger_option(), json_option(), language_option()],
    options_metavar="[OPTIONEN]",
    short_help="Zeigen, wie viel ein Ledger enthält.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def stats(**wishes: Unpack[Wishes]) -> None:
    """Zeigen, wie viel ein Ledger enthält."""
    from laut.cli.output import Sink  # noqa: PLC0415 - loaded when run

    with opened_to_read(wishes["ledger"]) as ledger:
        counts, name = ledger.counts(), ledger.name
    with Sink(None, None) as sink:
        if wishes["as_json"]:
            from laut.views.records import json_line  # noqa: PLC0415

            sink.put(json_line(counts))
        else:
            from laut.views.holdings import print_counts  # noqa: PLC0415

            print_counts(name, counts, sink.console)
