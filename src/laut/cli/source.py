"""`laut source`: what a source said, how it is named, and what became of that."""

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from laut.cli.asking import asking, common_options, shown
from laut.cli.german import GermanCommand

if TYPE_CHECKING:
    from rich.console import Console


class Wishes(TypedDict):
    """What was asked for: the arguments and options of `laut source`."""

    name: tuple[str, ...]
    ledger: str
    as_json: bool
    width: int | None


@click.command(
    "source",
    cls=GermanCommand,
    params=[
        click.Argument(["name"], metavar="NAME…", nargs=-1, required=True),
        *common_options(),
    ],
    options_metavar="[OPTIONEN]",
    short_help="Zeigen, was eine Quelle gesagt hat und was daraus wurde.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def source(**wishes: Unpack[Wishes]) -> None:
    """Zeigen, was eine Quelle gesagt hat und was daraus wurde.

    Dazu, wie Artikel sie nennen. NAME ist der ganze Name oder sein letztes Wort.
    """
    from laut.inquiry.sources import profile_of  # noqa: PLC0415 - when run

    with asking(wishes["ledger"]) as ledger:
        profile = profile_of(ledger, " ".join(wishes["name"]))

    def show(console: "Console") -> None:
        from laut.views.profiles import print_profile  # noqa: PLC0415 - rich

        print_profile(profile, console)

    shown([profile], show, as_json=wishes["as_json"], width=wishes["width"])
