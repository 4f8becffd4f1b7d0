"""`laut` itself: its commands, and how it ends (see `status`).

Errors are one line on standard error, never a traceback.
"""

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from laut import __version__
from laut.cli.add import add
from laut.cli.between import between
from laut.cli.claim import claim
from laut.cli.claims import claims
from laut.cli.demo import demo
from laut.cli.echoes import echoes
from laut.cli.german import GermanGroup, explained, language_option, wished
from laut.cli.judge import judge
from laut.cli.read import read
from laut.cli.search import search
from laut.cli.serve import serve
from laut.cli.source import source
from laut.cli.stats import stats
from laut.cli.status import Status
from laut.cli.watch import watch
from laut.errors import LautError
from laut.tongues import language_of, say, speaking


class Program(GermanGroup):
    """All commands; notices when whoever reads the output stops reading."""

    def invoke(self, ctx: click.Context) -> Any:
        """As in click, which would end with 1; nothing is left to write at exit."""
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _drop_output()
            return Status.UNREAD
        return status


@click.group(
    cls=Program,
    params=[language_option()],
    options_metavar="[OPTIONEN]",
    subcommand_metavar="BEFEHL …",
    epilog="Mehr zu einem Befehl: laut BEFEHL --help",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
@click.version_option(__version__, message="laut %(version)s", help="Version zeigen.")
def laut() -> None:
    """Wer sagt was, auf wessen Wort: Nachrichten lesen und ihre Quellen zeigen."""


_COMMANDS = (
    *(read, add, watch, search, stats, serve),
    *(claims, claim, source, between, echoes, judge, demo),
)
for _command in _COMMANDS:
    laut.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: what was typed after `laut`; None for what this process was given.

    Returns:
        The exit status.
    """
    _mend_streams()
    words = sys.argv[1:] if arguments is None else arguments
    with speaking(wished(words) or language_of(os.environ)):
        return _ended(words)


def _ended(arguments: Sequence[str]) -> int:
    """Run, and tell what went wrong; the exit status."""
    try:
        status = laut.main(arguments, prog_name="laut", standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        return Status.INTERRUPTED
    except (click.ClickException, LautError, OSError) as error:
        click.echo(_said(error), err=True)
        return Status.FAILED
    return status if isinstance(status, int) else Status.DONE


def _said(error: Exception) -> str:
    """The one line about an error.

    What is wrong with an input is an `InputError` by the time it comes here, so an
    error of the system is one of output.
    """
    if isinstance(error, click.ClickException):
        return explained(error)
    if isinstance(error, OSError):
        _drop_output()
        return say(
            "laut: Die Ausgabe lässt sich nicht schreiben ({reason}).",
            reason=error.strerror,
        )
    return f"laut: {error}"


def _mend_streams() -> None:
    """Have all three streams, and `?` for what a terminal cannot show.

    A shell may close them; Python has None for those.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nothing = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - stays open
            setattr(sys, name, nothing)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _drop_output() -> None:
    """Leave nothing to write that Python would complain about when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
