"""Claims in the terminal: a list of them, and the life of one.

The life is a timeline: article by article who asserts, confirms or denies it, and where
that changes how it stands; then the origins, line by line as they are counted, and the
history of the standing. Nothing from an article can steer the terminal.

Imports rich: load this module when it is used.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console

from laut.inquiry.records import ClaimTold, Life, Said
from laut.tongues import say
from laut.trace.standing import Change
from laut.views.flow import flow, flow_text, heading
from laut.views.ink import put
from laut.views.setting import Run, wrapped
from laut.views.typography import one_line, quoted
from laut.views.verdicts import (
    ECHOES,
    LOOKS,
    RELATIONS,
    STANDINGS,
    day,
    origins_in_words,
    places_in_words,
    share_in_words,
    stretch,
)
from laut.views.words import ACTS

_SHORT = 8
"""The letters of an id that are shown in a list; they will do to name it."""

_IN = 2
_DEEP = 4


def print_claims(claims: Sequence[ClaimTold], console: Console) -> None:
    """Write a list of claims; one line where there are none."""
    if not claims:
        put((Run(say("Keine Behauptung gefunden.")),), console)
    for number, claim in enumerate(claims):
        if number:
            put((), console)
        flow_text(one_line(claim.wording), console, 0, "bold")
        for line in wrapped(_facts(claim), console.width - _DEEP):
            put(line, console, indent=_DEEP)


def _facts(claim: ClaimTold) -> Iterator[Run]:
    known = (
        origins_in_words(claim.origins),
        places_in_words(len(claim.attributions)),
        stretch(claim.since, claim.last),
        claim.id[:_SHORT],
        claim.note,
    )
    yield Run(say(STANDINGS[claim.standing]), LOOKS[claim.standing])
    yield Run(" · " + " · ".join(one_line(part) for part in known if part), "dim")


def print_life(life: Life, console: Console) -> None:
    """Write the life of a claim."""
    flow_text(one_line(life.wording), console, 0, "bold")
    for line in wrapped(_standing(life), console.width - _IN):
        put(line, console, indent=_IN)
    if life.note:
        flow_text(life.note, console, _IN, "dim")
    heading(say("Zeitleiste"), console)
    _timeline(life, console)
    heading(origins_in_words(life.origins), console)
    for reason in life.origins_why:
        flow_text(one_line(reason), console, _IN)
    heading(say("Stand"), console)
    for change in life.history:
        _change(change, console)
    if life.echoes:
        heading(say("Echos"), console)
    for echo in life.echoes:
        known = (say(ECHOES[echo.kind]), share_in_words(echo))
        told = f"{echo.copy} ← {echo.of}: {', '.join(known)}"
        flow_text(one_line(told), console, _IN)
    put((), console)
    flow_text(f"laut claim {life.id}", console, 0, "dim")


def _standing(life: Life) -> Iterator[Run]:
    yield Run(say(STANDINGS[life.standing]), LOOKS[life.standing])
    if life.standing_since:
        yield Run(" " + say("seit {day}", day=day(life.standing_since)))
    if life.standing_by:
        names = one_line(", ".join(life.standing_by))
        yield Run(" " + say("durch {names}", names=names))
    yield Run(f". {life.standing_why}", "dim")


def _timeline(life: Life, console: Console) -> None:
    changes = {change.article: change for change in life.history}
    for date, some in groupby(life.attributions, key=lambda one: one.published[:10]):
        flow_text(day(date), console, _IN, "bold")
        for article, said in groupby(some, key=lambda one: one.article):
            here = list(said)
            for one in here:
                _said(one, console)
            flow_text(_from(here[0]), console, _DEEP + _IN, "dim")
            if article in changes:
                _turn(changes[article], console)


def _said(one: Said, console: Console) -> None:
    """Who does what to the claim, and with which words."""
    name = one_line(one.source) or say("ohne Quelle")
    runs = (
        Run(name, "bold"),
        Run(f" {_verb(one)}: "),
        Run(quoted(one_line(one.content))),
        Run(f" ({one_line(one.note)})" if one.note else "", "dim"),
    )
    flow(runs, console, _DEEP)


def _verb(one: Said) -> str:
    """What the source does to the claim, or, where it makes it, with its words."""
    plain = one.relation in {"asserts", "mentions"}
    told = ACTS[one.act] if plain and one.act != "state" else RELATIONS[one.relation]
    return say(told)


def _from(one: Said) -> str:
    """Where it stands, and through whose hands it came."""
    known = (one.outlet, one.title, one.article)
    return " · ".join(one_line(part) for part in known if part)


def _turn(change: Change, console: Console) -> None:
    """How the claim stands from here on."""
    runs = (Run("→ "), Run(say(STANDINGS[change.standing]), LOOKS[change.standing]))
    flow(runs, console, _DEEP + _IN)


def _change(change: Change, console: Console) -> None:
    by = one_line(", ".join(change.by))
    runs = (
        Run(f"{day(change.date)}: "),
        Run(say(STANDINGS[change.standing]), LOOKS[change.standing]),
        Run(" " + say("durch {names}", names=by) if by else ""),
        Run(f". {change.because}", "dim"),
    )
    flow(runs, console, _IN)
