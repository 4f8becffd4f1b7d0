"""Who a source is, in plain words: „namenlos, US-Regierung“.

Pure: from the record to words in the language that is spoken. What the name says
already is not said again, and what is the normal case not at all.
"""

import re

from laut.model import Source
from laut.tongues import later, say
from laut.views.countries import country_name, names_of, prefix_of
from laut.views.words import IDENTITIES, SOURCE_KINDS

_SHORT = later({"role": "nur als Rolle", "unnamed": "namenlos"})
"""How far a source is named, where that is less than by its name."""

_BODIES = frozenset({"EU", "NATO", "UN"})
"""Whatever is international there needs no second word for it."""

_NO_COMPOUND = frozenset({"document", "person"})
_GOVERNMENT = later("Regierung")


def standing_words(source: Source) -> tuple[str, ...]:
    """How far the source is named, what sort it is, and whose."""
    known = _named(source), _sort_and_country(source)
    return tuple(filter(None, known))


def _named(source: Source) -> str:
    short = _SHORT.get(source.identity or "")
    return say(short) if short else ""


def _sort_and_country(source: Source) -> str:
    sort, country = _sort(source), source.country or ""
    prefix = prefix_of(country)
    if source.kind == "igo" and country in _BODIES:
        return "" if _tells(source.name, country) else country_name(country)
    if sort and prefix and source.kind not in _NO_COMPOUND and _takes_prefix(source):
        return say("{prefix}-{sort}", prefix=prefix, sort=sort)
    if not country or _tells(source.name, country):
        return sort
    return ", ".join(filter(None, (sort, country_name(country))))


def _takes_prefix(source: Source) -> bool:
    """Whether there is a word for it: US-Polizei, but no US-Staat."""
    return source.kind != "state" or source.identity == "unnamed"


def _sort(source: Source) -> str:
    """The word for its kind; "" where nothing is known or the name says it."""
    if source.kind is None or source.kind == "unknown":
        return ""
    if source.kind == "state" and source.identity == "unnamed":
        return say(_GOVERNMENT) if prefix_of(source.country or "") else say("Staat")
    word = SOURCE_KINDS[source.kind]
    return "" if word.casefold() in source.name.casefold() else say(word)


def _tells(name: str, country: str) -> bool:
    """Whether a name shows its country: „US-Kreise“, „nordkoreanischer Botschafter“."""
    return any(
        re.search(rf"\b{re.escape(word)}\b", name)
        if word.isupper()
        else re.search(rf"\b{re.escape(word)}", name, re.IGNORECASE)
        for word in names_of(country)
    )


def full_identity(source: Source) -> str:
    """How far the source is named, in full; "" where it was not decided."""
    return say(IDENTITIES[source.identity]) if source.identity else ""
