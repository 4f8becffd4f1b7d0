"""Click in German: headings of help texts, and what is said of wrong usage."""

from collections.abc import Callable
from gettext import gettext
from typing import Any

import click

_HEADINGS = {"Options": "Optionen", "Commands": "Befehle"}


class GermanFormatter(click.HelpFormatter):
    """Help texts with German headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """As in click, under „Aufruf“."""
        super().write_usage(prog, args, prefix or "Aufruf: ")

    def write_heading(self, heading: str) -> None:
        """As in click, in German."""
        super().write_heading(_HEADINGS.get(heading, heading))


class GermanContext(click.Context):
    """Has commands write their help in German."""

    formatter_class = GermanFormatter


class GermanCommand(click.Command):
    """A command whose help has German headings."""

    context_class = GermanContext


class GermanGroup(click.Group):
    """A group of commands whose help has German headings."""

    context_class = GermanContext
    command_class = GermanCommand


class GermanChoice(click.Choice[str]):
    """One of several words."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """What to say of any other word."""
        del ctx
        return f"{value!s} gibt es nicht; möglich sind {', '.join(self.choices)}"


class Columns(click.ParamType[int]):
    """A number of columns of a terminal."""

    name = "spalten"
    _least = 20
    _most = 1000

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """The number.

        Raises:
            click.BadParameter: it is none, or no width that a page can have.
        """
        text = str(value)
        if not text.isdecimal() or not self._least <= int(text) <= self._most:
            span = f"von {self._least} bis {self._most}"
            self.fail(f"{text} ist keine Zahl {span}", param, ctx)
        return int(text)


def explained(error: click.ClickException) -> str:
    """What was wrong with a command, in one line and with the way to the help.

    A command that was called with nothing at all gets its help.
    """
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "laut"
    return f"laut: {_complaint(error)}. Hilfe: {path} --help"


def _complaint(error: click.ClickException) -> str:
    for kind, explain in _COMPLAINTS:
        if isinstance(error, kind):
            return explain(error)
    return error.format_message().rstrip(".")


def _no_such_option(error: click.NoSuchOption) -> str:
    similar = _similar(error.possibilities)
    return f"Die Option {error.option_name} gibt es nicht{similar}"


def _no_such_command(error: click.exceptions.NoSuchCommand) -> str:
    similar = _similar(error.possibilities)
    return f"Den Befehl {error.command_name} gibt es nicht{similar}"


def _similar(possibilities: list[str] | None) -> str:
    return f" (gemeint: {', '.join(possibilities)}?)" if possibilities else ""


def _name(error: click.BadParameter) -> str:
    """The option or argument as it is typed."""
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    name = error.param.human_readable_name if error.param else "die Angabe"
    return name.rstrip("…")


def _missing(error: click.MissingParameter) -> str:
    return f"{_name(error)} fehlt"


def _bad_value(error: click.BadParameter) -> str:
    return f"{_name(error)}: {error.message}"


def _misused(error: click.BadOptionUsage) -> str:
    takes_none = gettext("Option {name!r} does not take a value.")
    if error.message == takes_none.format(name=error.option_name):
        return f"Die Option {error.option_name} hat keinen Wert"
    return f"Die Option {error.option_name} braucht einen Wert"


_COMPLAINTS: tuple[tuple[type[click.UsageError], Callable[[Any], str]], ...] = (
    (click.NoSuchOption, _no_such_option),
    (click.exceptions.NoSuchCommand, _no_such_command),
    (click.MissingParameter, _missing),
    (click.BadParameter, _bad_value),
    (click.BadOptionUsage, _misused),
)
"""What to say of each kind of error; the first that fits, so the special ones first."""
