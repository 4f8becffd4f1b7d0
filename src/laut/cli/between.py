"""`laut between`: what two actors did to or with one another."""

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from laut.cli.asking import asking, common_options, shown
from laut.cli.german import GermanCommand

if TYPE_CHECKING:
    from rich.console import Console


class Wishes(TypedDict):
    """What was asked for: the arguments and options of `laut between`."""

    one: str
    other: str
    ledger: str
    as_json: bool
    width: int | None


@click.command(
    "between",
    cls=GermanCommand,
    params=[
        click.Argument(["one"], metavar="A"),
        click.Argument(["other"], metavar="B"),
        *common_options(),
    ],
    options_metavar="[OPTIONEN]",
    short_help="Zeigen, was zwei miteinander oder einander getan haben.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def between(**wishes: Unpack[Wishes]) -> None:
    """Zeigen, was zwei Akteure miteinander oder einander getan haben.

    Der Zeit nach, mit Stand, und auf wessen Wort. Ein Staat handelt durch alle, die für
    ihn handeln: „Russland“ findet auch, was Moskau, die Armee oder der Präsident tut.
    """
    from laut.inquiry.deeds import deeds_between  # noqa: PLC0415 - when run

    with asking(wishes["ledger"]) as ledger:
        deeds = deeds_between(ledger, wishes["one"], wishes["other"])

    def show(console: "Console") -> None:
        from laut.views.dealings import print_deeds  # noqa: PLC0415 - rich

        print_deeds(deeds, console)

    shown(deeds, show, as_json=wishes["as_json"], width=wishes["width"])
