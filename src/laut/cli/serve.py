"""`laut serve`: the desk, the ledger in a browser."""

import os
from typing import TypedDict, Unpack

import click

from laut.cli.asking import caught_up
from laut.cli.german import GermanCommand, Whole, language_option
from laut.tongues import say

_TOKEN = "LAUT_TOKEN"  # noqa: S105 - the name of the variable
_PARAMETERS = (
    click.Option(
        ["--ledger"],
        metavar="LEDGER",
        default="",
        help="Das Ledger: eine Datei oder postgresql://… (ohne Angabe: LAUT_LEDGER,"
        " sonst die Datei im eigenen Datenordner).",
    ),
    click.Option(
        ["--host"],
        metavar="RECHNER",
        default="127.0.0.1",
        help="Wo gelauscht wird (ohne Angabe: 127.0.0.1, nur auf diesem Rechner). Alles"
        " andere verlangt ein Kennwort in der Variablen LAUT_TOKEN.",
    ),
    click.Option(
        ["--port"],
        type=Whole(0, 65535),
        metavar="PORT",
        default=5288,
        help="Der Port (ohne Angabe: 5288; 0: ein freier).",
    ),
    click.Option(
        ["--proxied-as"],
        metavar="NAME",
        default="",
        help="Der Name, unter dem ein Proxy davor das Pult zeigt. Wer hineindarf,"
        " entscheidet dann der Proxy.",
    ),
    click.Option(
        ["--allow-private"],
        is_flag=True,
        help="Beim Einfügen auch Adressen im eigenen Netz abrufen.",
    ),
    language_option(),
)


class Wishes(TypedDict):
    """What was asked for: the options of `laut serve`."""

    ledger: str
    host: str
    port: int
    proxied_as: str
    allow_private: bool


@click.command(
    "serve",
    cls=GermanCommand,
    params=list(_PARAMETERS),
    options_metavar="[OPTIONEN]",
    short_help="Das Ledger im Browser zeigen.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def serve(**wishes: Unpack[Wishes]) -> None:
    """Das Ledger im Browser zeigen: lesen, prüfen, berichtigen.

    Gelauscht wird nur auf diesem Rechner, solange nichts anderes verlangt wird. Strg-C
    beendet.
    """
    from laut import open_ledger  # noqa: PLC0415 - loaded when run
    from laut.config import Config  # noqa: PLC0415 - loaded when run
    from laut.web.serving import serve as serve_desk  # noqa: PLC0415 - loaded when run
    from laut.web.settings import settings_of  # noqa: PLC0415 - loaded when run

    settings = settings_of(
        wishes["host"],
        wishes["port"],
        os.environ.get(_TOKEN, ""),
        wishes["proxied_as"],
        fetching=Config(allow_private=wishes["allow_private"]),
    )
    with open_ledger(wishes["ledger"]) as ledger:
        caught_up(ledger)
        serve_desk(ledger, settings, _told)


def _told(address: str) -> None:
    click.echo(say("Das Pult steht auf {address} (Ende mit Strg-C)", address=address))
