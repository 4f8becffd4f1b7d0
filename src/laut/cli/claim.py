"""`laut claim`: the life of one claim."""

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from laut.cli.asking import asking, common_options, shown
from laut.cli.german import GermanCommand

if TYPE_CHECKING:
    from rich.console import Console


class Wishes(TypedDict):
    """What was asked for: the arguments and options of `laut claim`."""

    name: str
    ledger: str
    as_json: bool
    width: int | None


@click.command(
    "claim",
    cls=GermanCommand,
    params=[click.Argument(["name"], metavar="KENNUNG"), *common_options()],
    options_metavar="[OPTIONEN]",
    short_help="Das Leben einer Behauptung: Zeitleiste, Ursprünge, Stand.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def claim(**wishes: Unpack[Wishes]) -> None:
    """Das Leben einer Behauptung zeigen.

    Wer sie wann aufgestellt, bestätigt oder bestritten hat, auf wie vielen Ursprüngen
    sie ruht und was aus ihr wurde. KENNUNG nennt „laut claims“; ihr Anfang genügt.
    """
    from laut.inquiry.answers import life_of  # noqa: PLC0415 - when run

    with asking(wishes["ledger"]) as ledger:
        life = life_of(ledger, wishes["name"])

    def show(console: "Console") -> None:
        from laut.views.claims import print_life  # noqa: PLC0415 - rich

        print_life(life, console)

    shown([life], show, as_json=wishes["as_json"], width=wishes["width"])
