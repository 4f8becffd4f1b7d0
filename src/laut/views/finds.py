"""What a search found, in the terminal: each article with the passage that fits.

Imports rich: load this module when it is used.
"""

from collections.abc import Iterator, Sequence

from rich.console import Console

from laut.ledger.records import Hit
from laut.tongues import say
from laut.views.ink import put
from laut.views.setting import Run, wrapped
from laut.views.typography import date_in_words, harmless, one_line

_INDENT = 4
_MATCH = "bold"


def print_hits(hits: Sequence[Hit], console: Console) -> None:
    """Write the articles in their order; one line where there are none."""
    if not hits:
        put((Run(say("Nichts gefunden."), ""),), console)
    for number, hit in enumerate(hits):
        if number:
            put((), console)
        put((Run(one_line(hit.title) or say("Ohne Titel"), _MATCH),), console)
        put((Run(_dateline(hit), "dim"),), console, indent=_INDENT)
        for line in wrapped(_passage(hit), console.width - _INDENT):
            put(line, console, indent=_INDENT)


def _dateline(hit: Hit) -> str:
    version = say("Fassung {n}", n=hit.version) if hit.version > 1 else ""
    known = (
        one_line(hit.outlet),
        date_in_words(hit.published),
        version,
        one_line(hit.article),
    )
    return " · ".join(part for part in known if part)


def _passage(hit: Hit) -> Iterator[Run]:
    """The passage, its matches marked."""
    at = 0
    for begin, end in hit.marks:
        yield Run(harmless(hit.passage[at:begin]), "")
        yield Run(harmless(hit.passage[begin:end]), _MATCH)
        at = end
    yield Run(harmless(hit.passage[at:]), "")
