"""A source in the terminal: how it is named, what it said, what became of that.

Imports rich: load this module when it is used.
"""

from collections.abc import Iterator

from rich.console import Console

from laut.inquiry.records import Profile, Said
from laut.model import Source
from laut.tongues import say
from laut.trace.record import Entry
from laut.views.countries import country_name
from laut.views.flow import flow, heading
from laut.views.ink import put
from laut.views.setting import Run
from laut.views.typography import one_line, quoted
from laut.views.verdicts import LOOKS, OUTCOMES, STANDINGS, day, places_in_words
from laut.views.words import ACTS, IDENTITIES, SOURCE_KINDS

_IN = 2
_DEEP = 4
_MOST_NAMES = 8


def print_profile(profile: Profile, console: Console) -> None:
    """Write what is known of a source; one line where that is nothing."""
    if not profile.said:
        nobody = say("{name}: So heißt keine Quelle.", name=one_line(profile.name))
        put((Run(nobody),), console)
        return
    for source in profile.sources:
        put((Run(one_line(source.name), "bold"), Run(_facts(source), "dim")), console)
    _named(profile, console)
    heading(say("Was daraus wurde"), console)
    for entry in profile.record:
        _entry(entry, console)
    heading(places_in_words(len(profile.said)), console)
    for one in profile.said:
        _said(one, console)


def _facts(source: Source) -> str:
    known = (
        say(SOURCE_KINDS[source.kind]) if source.kind else "",
        say(IDENTITIES[source.identity]) if source.identity else "",
        country_name(source.country) if source.country else "",
    )
    return "".join(f" · {one_line(part)}" for part in known if part)


def _named(profile: Profile, console: Console) -> None:
    names = [
        f"{quoted(one_line(named.words))} ({named.count})"
        for named in profile.named[:_MOST_NAMES]
    ]
    if names:
        told = say("genannt als {names}", names=", ".join(names))
        flow((Run(told),), console, _IN)


def _entry(entry: Entry, console: Console) -> None:
    said = say("sagt") if entry.said == "asserted" else say("bestreitet")
    flow(
        (Run(f"{day(entry.since)}: {said} {quoted(one_line(entry.content))}"),),
        console,
        _IN,
    )
    flow(tuple(_became(entry)), console, _DEEP)


def _became(entry: Entry) -> Iterator[Run]:
    """What others made of it."""
    yield Run(say(OUTCOMES[entry.outcome]))
    for text, names in (
        (say("bestätigt durch"), entry.confirmed_by),
        (say("bestritten durch"), entry.denied_by),
    ):
        if names:
            yield Run(f"; {text} {one_line(', '.join(names))}")
    yield Run(" · ", "dim")
    yield Run(say(STANDINGS[entry.standing]), LOOKS[entry.standing])
    yield Run(f" · {entry.claim[:8]}", "dim")


def _said(one: Said, console: Console) -> None:
    told = f"{day(one.published)}: {say(ACTS[one.act])} {quoted(one_line(one.content))}"
    flow((Run(told),), console, _IN)
    where = " · ".join(one_line(part) for part in (one.outlet, one.article) if part)
    flow((Run(where, "dim"),), console, _DEEP)
