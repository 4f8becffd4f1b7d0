"""Words for what is found across articles: standings, relations, echoes, outcomes.

Tables in German, to be said where they are shown, and how a standing looks.
"""

from collections.abc import Mapping

from laut.inquiry.records import EchoTold
from laut.tongues import counted, later, say
from laut.trace.claims import Relation
from laut.trace.comparing import EchoKind
from laut.trace.record import Outcome
from laut.trace.standing import State
from laut.views.typography import date_in_words, figure

STANDINGS: Mapping[State, str] = later(
    {
        "alleged": "Behauptet",
        "confirmed": "Bestätigt",
        "denied": "Bestritten",
        "disputed": "Umstritten",
    }
)

LOOKS: Mapping[State, str] = {
    "alleged": "bold color(32)",
    "confirmed": "bold color(64)",
    "denied": "bold color(197)",
    "disputed": "bold color(166)",
}
"""How a standing looks, in rich's words."""

RELATIONS: Mapping[Relation, str] = later(
    {
        "asserts": "sagt",
        "confirms": "bestätigt",
        "denies": "bestreitet",
        "mentions": "erwähnt",
    }
)

ECHOES: Mapping[EchoKind, str] = later(
    {
        "verbatim": "wörtlich",
        "cut": "gekürzt",
        "edited": "bearbeitet",
        "embedded": "eingebaut",
        "paraphrase": "nacherzählt",
        "version": "spätere Fassung",
    }
)

OUTCOMES: Mapping[Outcome, str] = later(
    {
        "confirmed": "von anderen bestätigt",
        "denied": "von anderen bestritten",
        "disputed": "von anderen bestätigt und bestritten",
        "open": "offen",
    }
)


def origins_in_words(count: int) -> str:
    """`2 Ursprünge`."""
    return counted(count, "{n} Ursprung", "{n} Ursprünge")


def places_in_words(count: int) -> str:
    """`7 Fundstellen`."""
    return counted(count, "{n} Fundstelle", "{n} Fundstellen")


def stretch(since: str, last: str) -> str:
    """`6. September 2022 – 28. April 2025`, or the one day."""
    first, end = day(since), day(last)
    return first if first == end else f"{first} – {end}"


def day(published: str) -> str:
    """The day of a moment, in words."""
    return date_in_words(published[:10]) or say("ohne Datum")


def share_in_words(echo: EchoTold) -> str:
    """`79 % der Wörter`."""
    return say("{share} % der Wörter", share=figure(round(echo.share * 100)))
