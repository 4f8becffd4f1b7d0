"""`laut read`: read articles and show who says what in them."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from laut.cli.german import Columns, GermanChoice, GermanCommand, language_option
from laut.tongues import say

FORMATS = ("text", "table", "json", "html")

_PARAMETERS = (
    click.Argument(["names"], metavar="EINGABE…", nargs=-1, required=True),
    click.Option(
        ["--format", "form"],
        type=GermanChoice(FORMATS),
        default="text",
        metavar="FORM",
        help="text: der Artikel mit seinen Stimmen (so ohne Angabe). table: eine Zeile"
        " je Äußerung. json: eine Zeile je Artikel. html: eine Seite.",
    ),
    click.Option(
        ["--published"],
        metavar="DATUM",
        default="",
        help="Tag der Veröffentlichung für Artikel, die keinen nennen: 2022-09-06,"
        " 6.9.2022 oder 6. September 2022.",
    ),
    click.Option(
        ["--allow-private"],
        is_flag=True,
        help="Auch Adressen im eigenen Netz abrufen.",
    ),
    click.Option(
        ["--width"],
        type=Columns(),
        metavar="SPALTEN",
        help="Breite der Ausgabe (ohne Angabe: die des Terminals).",
    ),
    click.Option(
        ["-o", "--output"],
        type=click.Path(path_type=Path),
        metavar="DATEI",
        help="In diese Datei schreiben.",
    ),
    click.Option(
        ["--explain"],
        is_flag=True,
        help="Zu jeder Angabe über eine Quelle sagen, warum (nicht in table).",
    ),
    language_option(),
)


class Wishes(TypedDict):
    """What was asked for: the arguments and options of `laut read`."""

    names: tuple[str, ...]
    form: str
    published: str
    allow_private: bool
    width: int | None
    output: Path | None
    explain: bool


@click.command(
    "read",
    cls=GermanCommand,
    params=list(_PARAMETERS),
    options_metavar="[OPTIONEN]",
    short_help="Artikel lesen und zeigen, wer was sagt.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def read(**wishes: Unpack[Wishes]) -> int:
    """Artikel lesen und zeigen, wer was sagt, auf wessen Wort.

    EINGABE ist eine Textdatei, eine HTML-Datei, eine Datei .jsonl mit einem Artikel je
    Zeile, ein Ordner mit solchen Dateien, eine Adresse (https://…) oder - für die
    Standardeingabe.
    """
    from laut.cli.output import Sink, write  # noqa: PLC0415 - loaded when run
    from laut.cli.run import Run, is_typed  # noqa: PLC0415 - loaded when run
    from laut.config import Config  # noqa: PLC0415 - loaded when run
    from laut.ingest import explain_all, read_all  # noqa: PLC0415 - loaded when run

    _refuse_contradiction(wishes)
    names = wishes["names"]
    if is_typed(names):
        said = say("Text eingeben; Ende mit Strg-D auf einer leeren Zeile.")
        click.echo(said, err=True)
    config = Config(allow_private=wishes["allow_private"])
    reading = explain_all if wishes["explain"] else read_all
    results = reading(names, config, wishes["published"])
    with Sink(wishes["output"], wishes["width"]) as sink, Run(names, sink) as run:
        write(wishes["form"], run.readings(results), sink)
    return run.report()


def _refuse_contradiction(wishes: Wishes) -> None:
    if wishes["explain"] and wishes["form"] == "table":
        raise click.UsageError(
            say(
                "Eine Tabelle hat keinen Platz für Gründe: --explain braucht {forms}",
                forms=", ".join(form for form in FORMATS if form != "table"),
            ),
            click.get_current_context(),
        )
