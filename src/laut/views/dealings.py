"""Deeds between two actors, and echoes, in the terminal: a line or two for each.

Imports rich: load this module when it is used.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console

from laut.inquiry.records import DeedTold, EchoTold
from laut.tongues import say
from laut.views.deeds import TO
from laut.views.flow import flow
from laut.views.ink import put
from laut.views.setting import Run
from laut.views.typography import date_in_words, one_line
from laut.views.verdicts import ECHOES, day, share_in_words
from laut.views.words import EVENT_STATUSES, EVENT_TYPES

_IN = 2
_DEEP = 4


def print_deeds(deeds: Sequence[DeedTold], console: Console) -> None:
    """Write deeds by their dates; one line where there are none."""
    if not deeds:
        put((Run(say("Nichts gefunden.")),), console)
    for when, some in groupby(deeds, key=_when):
        put((Run(when, "bold"),), console)
        for deed in some:
            flow(tuple(_deed(deed)), console, _IN)
            flow((Run(_word(deed), "dim"),), console, _DEEP)


def _when(deed: DeedTold) -> str:
    if deed.date:
        return date_in_words(deed.date)
    return say("gemeldet {day}", day=day(deed.published))


def _deed(deed: DeedTold) -> Iterator[Run]:
    actors, targets = (", ".join(names) for names in (deed.actors, deed.targets))
    parties = f"{actors or '…'} {TO} {targets}" if targets else actors
    yield Run(one_line(parties), "bold")
    what = f"{say(EVENT_TYPES[deed.type])} ({one_line(deed.trigger)})"
    known = (what, one_line(deed.object), say(EVENT_STATUSES[deed.status]))
    yield Run(": " + " · ".join(part for part in known if part))


def _word(deed: DeedTold) -> str:
    """On whose word, and where that stands."""
    source = one_line(deed.source)
    told = say("laut {name}", name=source) if source else say("im Artikel selbst")
    known = (told, one_line(deed.outlet), one_line(deed.article))
    return " · ".join(part for part in known if part)


def print_echoes(echoes: Sequence[EchoTold], console: Console) -> None:
    """Write echoes; one line where there are none."""
    if not echoes:
        put((Run(say("Kein Echo gefunden.")),), console)
    for echo in echoes:
        known = (echo.copy_title or echo.copy, echo.copy_outlet)
        title = " · ".join(one_line(part) for part in known if part)
        flow((Run(title, "bold"),), console, 0)
        kind = (say(ECHOES[echo.kind]), share_in_words(echo), day(echo.copy_published))
        flow((Run(" · ".join(kind)),), console, _DEEP)
        flow((Run(one_line(echo.because)),), console, _DEEP)
        flow((Run(f"{echo.copy} ← {echo.of}", "dim"),), console, _DEEP)
