"""`laut` itself: its commands, and how it ends (see `status`).

Errors are one line on standard error, never a traceback.
"""

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from laut import __version__
from laut.cli.german import GermanGroup, explained
from laut.cli.read import read
from laut.cli.status import Status
from laut.errors import LautError


class Program(GermanGroup):
    """All commands; notices when whoever reads the output stops reading."""

    def invoke(self, ctx: click.Context) -> Any:
        """As in click, which would end with 1."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            return _unread()


@click.group(
    cls=Program,
    options_metavar="[OPTIONEN]",
    subcommand_metavar="BEFEHL …",
    epilog="Mehr zu einem Befehl: laut BEFEHL --help",
)
@click.help_option("--help", help="Diese Hilfe zeigen.")
@click.version_option(__version__, message="laut %(version)s", help="Version zeigen.")
def laut() -> None:
    """Wer sagt was, auf wessen Wort: Nachrichten lesen und ihre Quellen zeigen."""


laut.add_command(read)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: what was typed after `laut`; None for what this process was given.

    Returns:
        The exit status.
    """
    _speak_any_encoding()
    try:
        status = laut.main(arguments, prog_name="laut", standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        return Status.INTERRUPTED
    except click.ClickException as error:
        click.echo(explained(error), err=True)
        return Status.FAILED
    except LautError as error:
        click.echo(f"laut: {error}", err=True)
        return Status.FAILED
    return status if isinstance(status, int) else Status.DONE


def _speak_any_encoding() -> None:
    """Show a `?` for what the terminal cannot show, rather than fail on it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")


def _unread() -> Status:
    """Leave nothing in the pipe that Python would complain about when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Status.UNREAD
