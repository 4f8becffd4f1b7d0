"""`laut echoes`: which article repeats which."""

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from laut.cli.asking import ALL, asking, common_options, shown
from laut.cli.german import GermanCommand, Whole

if TYPE_CHECKING:
    from rich.console import Console


_MOST = 100
"""Echoes that readers are shown, where they do not say how many."""


class Wishes(TypedDict):
    """What was asked for: the arguments and options of `laut echoes`."""

    article: str
    limit: int | None
    ledger: str
    as_json: bool
    width: int | None


@click.command(
    "echoes",
    cls=GermanCommand,
    params=[
        click.Argument(["article"], metavar="[ARTIKEL]", required=False, default=""),
        click.Option(
            ["--limit"],
            type=Whole(1),
            metavar="ZAHL",
            help="So viele Echos höchstens (ohne Angabe: 100, mit --json alle).",
        ),
        *common_options(),
    ],
    options_metavar="[OPTIONEN]",
    short_help="Zeigen, welcher Artikel welchen wiedergibt.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def echoes(**wishes: Unpack[Wishes]) -> None:
    """Zeigen, welcher Artikel welchen wiedergibt: Nachdrucke, Auszüge, Fassungen.

    ARTIKEL ist die Kennung eines Artikels; ohne sie werden alle Echos gezeigt, die
    zuletzt gefundenen zuerst.
    """
    from laut.inquiry.repeats import echoes_of  # noqa: PLC0415 - when run

    with asking(wishes["ledger"]) as ledger:
        limit = wishes["limit"] or (ALL if wishes["as_json"] else _MOST)
        found = echoes_of(ledger, wishes["article"], limit)

    def show(console: "Console") -> None:
        from laut.views.dealings import print_echoes  # noqa: PLC0415 - rich

        print_echoes(found, console)

    shown(found, show, as_json=wishes["as_json"], width=wishes["width"])
