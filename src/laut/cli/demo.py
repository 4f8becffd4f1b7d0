"""`laut demo`: a ledger of the collection in the package, and the life of one claim."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from laut.cli.asking import shown, width_option
from laut.cli.german import GermanCommand, language_option
from laut.cli.ledger import json_option
from laut.tongues import say

if TYPE_CHECKING:
    from rich.console import Console

    from laut.inquiry.records import Life
    from laut.ledger.book import Ledger

_NAME = "ledger.sqlite"
_FOLDER = "laut-demo-"
_WORDS = "Soldaten Russland geschickt"
"""What the claim is found by whose life is shown."""

_PARAMETERS = (
    click.Option(
        ["--ledger"],
        metavar="LEDGER",
        default="",
        help="Wohin das Ledger kommt (ohne Angabe: in einen neuen Ordner für"
        " Vorläufiges).",
    ),
    json_option(),
    width_option(),
    language_option(),
)


class Wishes(TypedDict):
    """What was asked for: the options of `laut demo`."""

    ledger: str
    as_json: bool
    width: int | None


@click.command(
    "demo",
    cls=GermanCommand,
    params=list(_PARAMETERS),
    options_metavar="[OPTIONEN]",
    short_help="Ein kleines Ledger zum Ausprobieren anlegen und etwas daraus zeigen.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def demo(**wishes: Unpack[Wishes]) -> None:
    """Ein Ledger zum Ausprobieren anlegen und das Leben einer Behauptung daraus zeigen.

    Die mitgelieferte Sammlung ist für laut geschrieben: kurze Artikel erfundener Medien
    über das, was von 2022 bis 2025 über Waffen und Soldaten aus Nordkorea zu lesen war.
    """
    from laut.ledger.book import open_book  # noqa: PLC0415 - when run

    named = wishes["ledger"] or str(Path(tempfile.mkdtemp(prefix=_FOLDER), _NAME))
    with open_book(named) as ledger:
        _fill(ledger)
        life = _life(ledger)

    def show(console: "Console") -> None:
        from laut.views.claims import print_life  # noqa: PLC0415 - rich

        print_life(life, console)

    shown([life], show, as_json=wishes["as_json"], width=wishes["width"])
    if not wishes["as_json"]:
        click.echo()
        click.echo(
            say("Das Ledger liegt in {name}; es lässt sich befragen:", name=named)
        )
        for words in ("claims Raketen", "source Kirby", "between Russland Nordkorea"):
            click.echo(f"  laut {words} --ledger {named}")
        click.echo(say("Im Browser ansehen lässt es sich so:"))
        click.echo(f"  laut serve --ledger {named}")


def _fill(ledger: "Ledger") -> None:
    """Read the collection into a ledger; what is there stays as it is."""
    from laut.demo.articles import articles  # noqa: PLC0415 - when run
    from laut.ingest import add_articles, now  # noqa: PLC0415

    add_articles(articles(), ledger, now)


def _life(ledger: "Ledger") -> "Life":
    from laut.inquiry.answers import Wanted, claims_of, life_of  # noqa: PLC0415

    found = claims_of(ledger, Wanted(words=_WORDS))
    most = max(found, key=lambda claim: (len(claim.attributions), claim.id))
    return life_of(ledger, most.id)
