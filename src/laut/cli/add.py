"""`laut add`: read articles into a ledger."""

from typing import TypedDict, Unpack

import click

from laut.cli.german import Amount, GermanCommand, language_option
from laut.cli.ledger import ledger_option, opened

_LONGEST_PAUSE = 3600


def pause_option() -> click.Option:
    """`--pause`, between two requests to one host."""
    return click.Option(
        ["--pause"],
        type=Amount(0, _LONGEST_PAUSE),
        default=1.0,
        metavar="SEKUNDEN",
        help="Pause zwischen zwei Abrufen bei demselben Server (ohne Angabe: 1).",
    )


def private_option() -> click.Option:
    """`--allow-private`, for addresses on networks of one's own."""
    return click.Option(
        ["--allow-private"], is_flag=True, help="Auch Adressen im eigenen Netz abrufen."
    )


_PARAMETERS = (
    click.Argument(["names"], metavar="EINGABE…", nargs=-1, required=True),
    ledger_option(),
    click.Option(
        ["--published"],
        metavar="DATUM",
        default="",
        help="Tag der Veröffentlichung für Artikel, die keinen nennen: 2022-09-06,"
        " 6.9.2022 oder 6. September 2022.",
    ),
    private_option(),
    pause_option(),
    language_option(),
)


class Wishes(TypedDict):
    """What was asked for: the arguments and options of `laut add`."""

    names: tuple[str, ...]
    ledger: str
    published: str
    allow_private: bool
    pause: float


@click.command(
    "add",
    cls=GermanCommand,
    params=list(_PARAMETERS),
    options_metavar="[OPTIONEN]",
    short_help="Artikel lesen und in ein Ledger aufnehmen.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def add(**wishes: Unpack[Wishes]) -> int:
    """Artikel lesen und in ein Ledger aufnehmen.

    EINGABE ist, was auch „laut read“ liest, und außerdem: ein Feed (RSS, Atom), eine
    Liste von Feeds (OPML) oder ein Archiv (WARC, auch gepackt). Was schon im Ledger
    ist, kommt nicht noch einmal hinein; der Lauf lässt sich jederzeit abbrechen und
    wiederholen.
    """
    from laut.cli.tally import Tally, gauging, tallied  # noqa: PLC0415 - when run
    from laut.config import Config  # noqa: PLC0415
    from laut.ingest import add_all, now  # noqa: PLC0415
    from laut.intake.gather import count_all  # noqa: PLC0415

    names = wishes["names"]
    config = Config(allow_private=wishes["allow_private"], pause=wishes["pause"])
    tally = Tally()
    with opened(wishes["ledger"]) as ledger, gauging(count_all(names)) as gauge:
        results = add_all(names, ledger, config, now, wishes["published"])
        for _ in tallied(results, tally, gauge):
            pass
    click.echo(str(tally))
    return tally.status
