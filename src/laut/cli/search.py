"""`laut search`: articles of a ledger that hold some words."""

from typing import TypedDict, Unpack

import click

from laut.cli.german import Columns, GermanCommand, Whole, language_option
from laut.cli.ledger import json_option, ledger_option, opened_to_read

_PARAMETERS = (
    click.Argument(["words"], metavar="WORT…", nargs=-1, required=True),
    ledger_option(),
    click.Option(
        ["--limit"],
        type=Whole(1),
        default=20,
        metavar="ZAHL",
        help="So viele Artikel höchstens (ohne Angabe: 20).",
    ),
    json_option(),
    click.Option(
        ["--width"],
        type=Columns(),
        metavar="SPALTEN",
        help="Breite der Ausgabe (ohne Angabe: die des Terminals).",
    ),
    language_option(),
)


class Wishes(TypedDict):
    """What was asked for: the arguments and options of `laut search`."""

    words: tuple[str, ...]
    ledger: str
    limit: int
    as_json: bool
    width: int | None


@click.command(
    "search",
    cls=GermanCommand,
    params=list(_PARAMETERS),
    options_metavar="[OPTIONEN]",
    short_help="Artikel eines Ledgers nach Wörtern durchsuchen.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def search(**wishes: Unpack[Wishes]) -> None:
    """Artikel eines Ledgers nach Wörtern durchsuchen, die besten zuerst.

    Alle Wörter müssen vorkommen, in welcher Beugung auch immer. "In Anführungszeichen"
    stehen Wörter, die aufeinander folgen; nach -- schließt ein Strich davor ein Wort
    aus: laut search -- Brücke -Berlin.
    """
    from laut.cli.output import Sink  # noqa: PLC0415 - loaded when run

    query = " ".join(_quoted(word) for word in wishes["words"])
    with opened_to_read(wishes["ledger"]) as ledger:
        hits = ledger.search(query, wishes["limit"])
    with Sink(None, wishes["width"]) as sink:
        if wishes["as_json"]:
            from laut.views.records import json_line  # noqa: PLC0415

            for hit in hits:
                sink.put(json_line(hit))
        else:
            from laut.views.finds import print_hits  # noqa: PLC0415

            print_hits(hits, sink.console)


def _quoted(word: str) -> str:
    """A word as it was meant: what the shell has taken the quotation marks from."""
    return f'"{word}"' if " " in word and '"' not in word else word
