"""`laut judge`: what people decide about claims, attributions and sources."""

import getpass
import os
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from laut.cli.asking import asking, common_options, shown
from laut.cli.german import GermanCommand, GermanGroup, language_option
from laut.cli.ledger import json_option, ledger_option
from laut.tongues import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from laut.inquiry.judging import Judge
    from laut.ledger.book import Ledger
    from laut.ledger.records import Judgement

VARIABLE = "LAUT_JUDGE"
"""The variable of the environment that names who judges."""


class Wishes(TypedDict, total=False):
    """What was asked for: the arguments and options of these commands."""

    names: tuple[str, ...]
    name: str
    other: str
    why: str
    by: str
    ledger: str
    as_json: bool
    width: int | None


@click.group(
    "judge", cls=GermanGroup, short_help="Über Behauptungen und Quellen urteilen."
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def judge() -> None:
    """Über Behauptungen, Fundstellen und Quellen urteilen.

    Ein Urteil wird angehängt, mit Namen und Zeit, und lässt sich aufheben; Behauptungen
    und Quellen folgen ihm. Es ändert nichts an dem, was gelesen wurde.
    """


def _options() -> list[click.Parameter]:
    by = click.Option(
        ["--by"],
        metavar="NAME",
        default="",
        help="Wer urteilt (ohne Angabe: was LAUT_JUDGE nennt, sonst der Nutzer).",
    )
    return [by, ledger_option(), json_option(), language_option()]


def _argument(name: str, metavar: str) -> click.Argument:
    return click.Argument([name], metavar=metavar)


@click.command(
    "merge",
    cls=GermanCommand,
    params=[_argument("name", "BEHAUPTUNG"), _argument("other", "ANDERE"), *_options()],
    options_metavar="[OPTIONEN]",
    short_help="Zwei Behauptungen sind eine.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def merge(**wishes: Unpack[Wishes]) -> None:
    """Zwei Behauptungen zu einer machen."""
    from laut.inquiry import judging  # noqa: PLC0415 - when run

    _judged(
        wishes,
        lambda ledger, by: judging.merge(ledger, wishes["name"], wishes["other"], by),
    )


@click.command(
    "split",
    cls=GermanCommand,
    params=[
        _argument("name", "BEHAUPTUNG"),
        click.Argument(["names"], metavar="FUNDSTELLE…", nargs=-1, required=True),
        *_options(),
    ],
    options_metavar="[OPTIONEN]",
    short_help="Fundstellen sind eine andere Behauptung.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def split(**wishes: Unpack[Wishes]) -> None:
    """Fundstellen aus einer Behauptung nehmen: sie sind zusammen eine andere.

    Kennungen von Fundstellen nennt „laut claim … --json“; ihr Anfang genügt.
    """
    from laut.inquiry import judging  # noqa: PLC0415 - when run

    _judged(
        wishes,
        lambda ledger, by: judging.split(ledger, wishes["name"], wishes["names"], by),
    )


@click.command(
    "accept",
    cls=GermanCommand,
    params=[_argument("name", "KENNUNG"), *_options()],
    options_metavar="[OPTIONEN]",
    short_help="Eine Behauptung oder Fundstelle ist richtig.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def accept(**wishes: Unpack[Wishes]) -> None:
    """Eine Behauptung oder Fundstelle als geprüft vermerken."""
    from laut.inquiry import judging  # noqa: PLC0415 - when run

    _judged(wishes, lambda ledger, by: judging.accept(ledger, wishes["name"], by))


@click.command(
    "reject",
    cls=GermanCommand,
    params=[_argument("name", "KENNUNG"), *_options()],
    options_metavar="[OPTIONEN]",
    short_help="Eine Behauptung oder Fundstelle ist falsch gelesen.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def reject(**wishes: Unpack[Wishes]) -> None:
    """Eine Behauptung oder Fundstelle verwerfen.

    Eine verworfene Fundstelle zählt für Ursprünge und Stand nicht mehr, eine verworfene
    Behauptung wird nicht mehr aufgezählt.
    """
    from laut.inquiry import judging  # noqa: PLC0415 - when run

    _judged(wishes, lambda ledger, by: judging.reject(ledger, wishes["name"], by))


@click.command(
    "correct",
    cls=GermanCommand,
    params=[_argument("name", "QUELLE"), _argument("other", "NAME"), *_options()],
    options_metavar="[OPTIONEN]",
    short_help="Eine Quelle ist jemand anderes.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def correct(**wishes: Unpack[Wishes]) -> None:
    """Eine Quelle berichtigen: QUELLE heißt in Wahrheit NAME.

    QUELLE ist der Name einer Quelle, überall, oder die Kennung einer Fundstelle.
    """
    from laut.inquiry import judging  # noqa: PLC0415 - when run

    _judged(
        wishes,
        lambda ledger, by: judging.correct(ledger, wishes["name"], wishes["other"], by),
    )


@click.command(
    "undo",
    cls=GermanCommand,
    params=[
        _argument("name", "URTEIL"),
        click.Option(["--why"], metavar="GRUND", default="", help="Warum."),
        *_options(),
    ],
    options_metavar="[OPTIONEN]",
    short_help="Ein Urteil aufheben.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def undo(**wishes: Unpack[Wishes]) -> None:
    """Ein Urteil aufheben: alles ist, als wäre es nie gefällt worden."""
    from laut.inquiry import judging  # noqa: PLC0415 - when run

    with asking(wishes["ledger"]) as ledger:
        judging.take_back(ledger, wishes["name"], _judge(wishes), wishes["why"])
    if not wishes["as_json"]:
        click.echo(say("aufgehoben"))


@click.command(
    "list",
    cls=GermanCommand,
    params=[*common_options()],
    options_metavar="[OPTIONEN]",
    short_help="Alle Urteile zeigen.",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
def listed(**wishes: Unpack[Wishes]) -> None:
    """Alle Urteile zeigen, auch die aufgehobenen."""
    with asking(wishes["ledger"]) as ledger:
        found = ledger.judgements()

    def show(console: "Console") -> None:
        from laut.views.judgements import print_judgements  # noqa: PLC0415 - rich

        print_judgements(found, console)

    shown(found, show, as_json=wishes["as_json"], width=wishes["width"])


for _command in (merge, split, accept, reject, correct, undo, listed):
    judge.add_command(_command)


def _judged(wishes: Wishes, decide: "Callable[[Ledger, Judge], Judgement]") -> None:
    """Decide, and say what was decided."""
    with asking(wishes["ledger"]) as ledger:
        made = decide(ledger, _judge(wishes))
    if wishes["as_json"]:
        from laut.views.records import json_line  # noqa: PLC0415 - when run

        click.echo(json_line(made), nl=False)
        return
    click.echo(say("Urteil {key}, aufzuheben mit: laut judge undo {key}", key=made.key))


def _judge(wishes: Wishes) -> "Judge":
    from laut.ingest import now  # noqa: PLC0415 - when run
    from laut.inquiry.judging import Judge  # noqa: PLC0415

    name = wishes["by"] or os.environ.get(VARIABLE, "") or getpass.getuser()
    return Judge(name, now().isoformat(timespec="microseconds"))
