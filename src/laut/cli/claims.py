"""`laut claims`: which claims a ledger holds."""

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from laut.cli.asking import ALL, asking, common_options, shown
from laut.cli.german import GermanChoice, GermanCommand, Whole
from laut.tongues import say

if TYPE_CHECKING:
    from rich.console import Console

_STANDINGS = ("alleged", "confirmed", "denied", "disputed")

_MOST = 20
"""Claims that readers are shown, where they do not say how many."""

_PARAMETERS = (
    click.Argument(["words"], metavar="[WORT…]", nargs=-1),
    click.Option(
        ["--about"],
        metavar="NAME",
        default="",
        help="Nur Behauptungen, die von NAME sprechen.",
    ),
    click.Option(
        ["--source"],
        metavar="NAME",
        default="",
        help="Nur Behauptungen, zu denen NAME etwas gesagt hat.",
    ),
    click.Option(
        ["--since"],
        metavar="DATUM",
        default="",
        help="Nur Behauptungen, von denen seit diesem Tag die Rede war.",
    ),
    click.Option(
        ["--standing"],
        type=GermanChoice(_STANDINGS),
        metavar="STAND",
        help="Nur Behauptungen, die so stehen: alleged (behauptet), confirmed"
        " (bestätigt), denied (bestritten) oder disputed (umstritten).",
    ),
    click.Option(
        ["--limit"],
        type=Whole(1),
        metavar="ZAHL",
        help="So viele Behauptungen höchstens (ohne Angabe: 20, mit --json alle).",
    ),
    *common_options(),
)


class Wishes(TypedDict):
    """What was asked for: the arguments and options of `laut claims`."""

    words: tuple[str, ...]
    about: str
    source: str
    since: str
    standing: str | None
    limit: int | None
    ledger: str
    as_json: bool
    width: int | None


@click.command(
    "claims",
    cls=GermanCommand,
    params=list(_PARAMETERS),
    options_metavar="[OPTIONEN]",
    short_help="Zeigen, was behauptet wird, von wem und wie es steht.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def claims(**wishes: Unpack[Wishes]) -> None:
    """Behauptungen eines Ledgers zeigen: die zuletzt genannten zuerst.

    Eine Behauptung ist, was mehrere sagen oder bestreiten, in welchen Artikeln auch
    immer. Alle Wörter müssen in einer ihrer Fundstellen vorkommen.
    """
    from laut.inquiry.answers import Wanted, claims_of  # noqa: PLC0415 - when run

    wanted = Wanted(
        words=" ".join(wishes["words"]),
        about=wishes["about"],
        source=wishes["source"],
        since=_day(wishes["since"]),
        standing=wishes["standing"] or "",
        limit=wishes["limit"] or (ALL if wishes["as_json"] else _MOST),
    )
    with asking(wishes["ledger"]) as ledger:
        found = claims_of(ledger, wanted)

    def show(console: "Console") -> None:
        from laut.views.claims import print_claims  # noqa: PLC0415 - rich

        print_claims(found, console)

    shown(found, show, as_json=wishes["as_json"], width=wishes["width"])


def _day(written: str) -> str:
    """The day in ISO 8601; "" where none was given.

    Raises:
        click.BadParameter: it cannot be read.
    """
    if not written:
        return ""
    from laut.intake.dates import FORMS, iso_date  # noqa: PLC0415 - when run

    try:
        return iso_date(written)
    except ValueError:
        said = say(
            "{day} ist kein Datum; möglich sind {forms}", day=written, forms=say(FORMS)
        )
        raise click.BadParameter(said, param_hint="--since") from None
