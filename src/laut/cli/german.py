"""Click in the language spoken: help texts, and what is said of wrong usage.

German by itself; `laut.tongues` knows the others.
"""

from collections.abc import Callable, Iterable, Sequence
from gettext import gettext
from itertools import pairwise
from typing import Any

import click

from laut.tongues import LANGUAGES, later, say

_HEADINGS = later({"Options": "Optionen", "Commands": "Befehle"})


class GermanFormatter(click.HelpFormatter):
    """Help texts with German headings, all of it as the language spoken has it."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """As in click, under „Aufruf“."""
        super().write_usage(prog, _by_word(args), prefix or say("Aufruf: "))

    def write_heading(self, heading: str) -> None:
        """As in click, in German."""
        super().write_heading(say(_HEADINGS.get(heading, heading)))

    def write_text(self, text: str) -> None:
        """As in click."""
        super().write_text(say(text))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """As in click; what stands for a value is a word of its own."""
        said = [(_by_word(term), say(text)) for term, text in rows]
        super().write_dl(said, col_max, col_spacing)


def _by_word(text: str) -> str:
    return " ".join(say(word) for word in text.split(" "))


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
        return say(
            "{value} gibt es nicht; möglich sind {choices}",
            value=value,
            choices=", ".join(self.choices),
        )


class Whole(click.ParamType[int]):
    """A whole number within bounds.

    Args:
        least: the least that is taken.
        most: the greatest.
    """

    name = "zahl"

    def __init__(self, least: int, most: int = 1_000_000) -> None:
        self._least = least
        self._most = most

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """The number.

        Raises:
            click.BadParameter: it is none, or out of bounds.
        """
        text = str(value)
        if not text.isdecimal() or not self._least <= int(text) <= self._most:
            self.fail(_no_number(text, self._least, self._most), param, ctx)
        return int(text)


class Columns(Whole):
    """A number of columns of a terminal."""

    def __init__(self) -> None:
        super().__init__(20, 1000)


class Amount(click.ParamType[float]):
    """A number within bounds, with a point or comma where it is not whole.

    Args:
        least: the least that is taken.
        most: the greatest.
    """

    name = "zahl"

    def __init__(self, least: float, most: int) -> None:
        self._least = least
        self._most = most

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The number.

        Raises:
            click.BadParameter: it is none, or out of bounds.
        """
        text = str(value)
        try:
            number = float(text.replace(",", "."))
        except ValueError:
            number = float("nan")
        if not self._least <= number <= self._most:
            self.fail(_no_number(text, self._least, self._most), param, ctx)
        return number


def _no_number(text: str, least: float, most: int) -> str:
    return say(
        "{text} ist keine Zahl von {least} bis {most}",
        text=text,
        least=f"{least:g}",
        most=most,
    )


def language_option() -> click.Option:
    """`--lang`, for the program and its commands.

    It is looked for by `wished` before anything else, so that help obeys it wherever
    it stands; here it is only checked and described.
    """
    return click.Option(
        ["--lang"],
        type=GermanChoice(LANGUAGES),
        metavar="SPRACHE",
        expose_value=False,
        help="Sprache der Ausgabe: de oder en (ohne Angabe: die der Umgebung).",
    )


def wished(words: Sequence[str]) -> str:
    """The language that a command line asks for; "" where it asks for none."""
    heard = ""
    for word, following in pairwise([*words, ""]):
        if word == "--":
            break
        asked = following if word == "--lang" else word.removeprefix("--lang=")
        heard = asked if asked in LANGUAGES and word != asked else heard
    return heard


def explained(error: click.ClickException) -> str:
    """What was wrong with a command, in one line and with the way to the help.

    A command that was called with nothing at all gets its help.
    """
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "laut"
    complaint = _complaint(error)
    return say(
        "laut: {complaint}. Hilfe: {path} --help", complaint=complaint, path=path
    )


def _complaint(error: click.ClickException) -> str:
    for kind, explain in _COMPLAINTS:
        if isinstance(error, kind):
            return explain(error)
    return error.format_message().rstrip(".")


def _no_such_option(error: click.NoSuchOption) -> str:
    similar = _similar(error.possibilities)
    said = say("Die Option {name} gibt es nicht", name=error.option_name)
    return said + similar


def _no_such_command(error: click.exceptions.NoSuchCommand) -> str:
    similar = _similar(error.possibilities)
    said = say("Den Befehl {name} gibt es nicht", name=error.command_name)
    return said + similar


def _similar(possibilities: list[str] | None) -> str:
    if not possibilities:
        return ""
    return say(" (gemeint: {names}?)", names=", ".join(possibilities))


def _name(error: click.BadParameter) -> str:
    """The option or argument as it is typed."""
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    name = error.param.human_readable_name if error.param else later("die Angabe")
    return say(name).rstrip("…")


def _missing(error: click.MissingParameter) -> str:
    return say("{name} fehlt", name=_name(error))


def _bad_value(error: click.BadParameter) -> str:
    return f"{_name(error)}: {error.message}"


def _misused(error: click.BadOptionUsage) -> str:
    takes_none = gettext("Option {name!r} does not take a value.")
    if error.message == takes_none.format(name=error.option_name):
        return say("Die Option {name} hat keinen Wert", name=error.option_name)
    return say("Die Option {name} braucht einen Wert", name=error.option_name)


_COMPLAINTS: tuple[tuple[type[click.UsageError], Callable[[Any], str]], ...] = (
    (click.NoSuchOption, _no_such_option),
    (click.exceptions.NoSuchCommand, _no_such_command),
    (click.MissingParameter, _missing),
    (click.BadParameter, _bad_value),
    (click.BadOptionUsage, _misused),
)
"""What to say of each kind of error; the first that fits, so the special ones first."""
