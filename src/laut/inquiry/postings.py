"""By which terms assertions are found: for comparing, and for those who search.

Takes assertions, returns terms with their weights, as rows of `trails.keys` hold them.
Terms for comparing are stems, as `laut.trace.candidates` chooses them, and those for
searching all stems of the content; names and sources have a mark before them, so that
they are nobody's words. Pure.
"""

from collections.abc import Iterator

from laut.trace.assertions import Assertion
from laut.trace.candidates import keys_of
from laut.trace.credits import plain_name
from laut.trace.gists import gist_of
from laut.trace.sources import is_state, state_name

ABOUT = "about:"
SOURCE = "source:"


def postings_of(assertion: Assertion) -> dict[str, float]:
    """The terms of an assertion; those of weight 0 serve searches alone."""
    gist = gist_of(assertion)
    found = dict.fromkeys(_searched(assertion), 0.0) | dict.fromkeys(gist.terms, 0.0)
    return found | dict(keys_of(gist))


def about(name: str) -> str:
    """The term under which everything is that speaks of somebody or something."""
    return ABOUT + plain_name(name)


def source(name: str) -> str:
    """The term under which everything is that a source of this name said."""
    return SOURCE + plain_name(name)


def _searched(assertion: Assertion) -> Iterator[str]:
    parties = (name for e in assertion.events for name in (*e.actors, *e.targets))
    for name in (*assertion.names, *parties):
        yield from map(about, _forms(name))
    if assertion.source.name:
        yield from map(source, _forms(assertion.source.name))
    if assertion.source.country and is_state(assertion.source):
        yield source(state_name(assertion.source.country))
    for link in assertion.via:
        if link.how == "spokesperson":
            yield from map(source, _forms(link.name))


def _forms(name: str) -> tuple[str, ...]:
    """A name, whole and by its last word."""
    words = plain_name(name).split()
    return (name, words[-1]) if len(words) > 1 else (name,)
