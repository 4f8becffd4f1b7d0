"""How much a ledger holds, in the terminal: one line for each count.

Imports rich: load this module when it is used.
"""

from collections.abc import Iterator

from rich.console import Console

from laut.ledger.records import Counts
from laut.tongues import later, say
from laut.views.ink import put
from laut.views.setting import Run
from laut.views.typography import date_in_words, figure, one_line

_ROWS = later(
    {
        "articles": "Artikel",
        "versions": "davon spätere Fassungen",
        "outlets": "Medien",
        "readings": "Lesungen",
        "quotations": "Äußerungen",
        "sources": "Quellen",
        "mentions": "Nennungen",
        "events": "Ereignisse",
        "judgements": "Urteile",
    }
)
_MEGABYTE = 1_000_000


def print_counts(name: str, counts: Counts, console: Console) -> None:
    """Write what a ledger holds.

    Args:
        name: what the ledger is called.
        counts: how much it holds.
        console: its colours and encoding are kept to.
    """
    put((Run(one_line(name), "bold"),), console)
    rows = list(_rows(counts))
    widest = max(len(label) for label, _ in rows)
    for label, value in rows:
        put((Run(f"{label:{widest}}  {value}", ""),), console, indent=2)


def _rows(counts: Counts) -> Iterator[tuple[str, str]]:
    for field, label in _ROWS.items():
        yield say(label), figure(getattr(counts, field))
    if counts.first:
        yield say("erschienen"), _days(counts)
    if counts.readers:
        yield say("gelesen von"), one_line(", ".join(counts.readers))
    yield say("Größe"), f"{figure(round(counts.size / _MEGABYTE))} MB"


def _days(counts: Counts) -> str:
    first, last = date_in_words(counts.first), date_in_words(counts.last)
    return first if first == last else f"{first} – {last}"
