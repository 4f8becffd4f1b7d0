"""`laut watch`: poll feeds, and keep what they bring."""

import time
from typing import TypedDict, Unpack

import click

from laut.cli.add import pause_option, private_option
from laut.cli.german import Amount, GermanCommand, Whole, language_option
from laut.cli.ledger import ledger_option, opened

_MINUTE = 60
_SECOND = 0.01
"""In minutes, about: the shortest time between two rounds."""
_DAY = 1440
_PARAMETERS = (
    click.Argument(["names"], metavar="FEED…", nargs=-1, required=True),
    ledger_option(),
    click.Option(
        ["--every"],
        type=Amount(_SECOND, _DAY),
        default=15.0,
        metavar="MINUTEN",
        help="Zeit zwischen zwei Runden (ohne Angabe: 15).",
    ),
    click.Option(
        ["--rounds"],
        type=Whole(1),
        metavar="ZAHL",
        help="Nach so vielen Runden aufhören (ohne Angabe: nie).",
    ),
    private_option(),
    pause_option(),
    language_option(),
)


class Wishes(TypedDict):
    """What was asked for: the arguments and options of `laut watch`."""

    names: tuple[str, ...]
    ledger: str
    every: float
    rounds: int | None
    allow_private: bool
    pause: float


@click.command(
    "watch",
    cls=GermanCommand,
    params=list(_PARAMETERS),
    options_metavar="[OPTIONEN]",
    short_help="Feeds immer wieder abfragen und aufnehmen, was sie bringen.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def watch(**wishes: Unpack[Wishes]) -> int:
    """Feeds immer wieder abfragen und aufnehmen, was sie bringen.

    FEED ist alles, was „laut add“ aufnimmt: meist die Adresse eines Feeds oder eine
    Liste von Feeds (OPML). Ein Fehler beendet nichts; die nächste Runde versucht es
    wieder. Ende mit Strg-C.
    """
    done = 0
    while True:
        status = _round(wishes)
        done += 1
        if done == wishes["rounds"]:
            return status
        time.sleep(wishes["every"] * _MINUTE)


def _round(wishes: Wishes) -> int:
    """Ask all feeds once; a line where there is news."""
    from laut.cli.tally import Lines, Tally, tallied  # noqa: PLC0415 - when run
    from laut.config import Config  # noqa: PLC0415
    from laut.errors import LautError  # noqa: PLC0415
    from laut.ingest import add_all, now  # noqa: PLC0415

    config = Config(allow_private=wishes["allow_private"], pause=wishes["pause"])
    tally = Tally()
    try:
        with opened(wishes["ledger"]) as ledger:
            results = add_all(wishes["names"], ledger, config, now)
            for _ in tallied(results, tally, Lines(None)):
                pass
    except LautError as error:
        click.echo(f"laut: {error}", err=True)
        tally.failed += 1
    if tally.has_news:
        click.echo(f"{now():%Y-%m-%d %H:%M} {tally}")
    return tally.status
