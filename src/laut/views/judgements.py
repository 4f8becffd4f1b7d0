"""Judgements in the terminal: who decided what, and what was taken back.

Imports rich: load this module when it is used.
"""

from collections.abc import Mapping, Sequence

from rich.console import Console

from laut.ledger.records import Judgement
from laut.tongues import later, say
from laut.views.flow import flow
from laut.views.ink import put
from laut.views.setting import Run
from laut.views.typography import date_in_words, one_line

_KINDS: Mapping[str, str] = later(
    {
        "merge": "vereint",
        "split": "abgetrennt",
        "accept": "geprüft",
        "reject": "verworfen",
        "correct": "berichtigt",
    }
)
_IN = 4


def print_judgements(judgements: Sequence[Judgement], console: Console) -> None:
    """Write judgements in the order in which they were made."""
    if not judgements:
        put((Run(say("Noch kein Urteil.")),), console)
    for one in judgements:
        what = (one.subject, one.object or one.body.get("members", ""))
        told = " – ".join(one_line(part) for part in what if part)
        flow((Run(say(_KINDS[one.kind]), "bold"), Run(f" {told}")), console)
        flow((Run(_made(one), "dim"),), console, _IN)


def _made(one: Judgement) -> str:
    made = f"{one_line(one.made_by)}, {date_in_words(one.made)}, {one.key}"
    if not one.retired:
        return made
    back = say(
        "aufgehoben von {name}, {day}",
        name=one_line(one.retired_by),
        day=date_in_words(one.retired),
    )
    reason = f" ({one_line(one.reason)})" if one.reason else ""
    return f"{made}; {back}{reason}"
