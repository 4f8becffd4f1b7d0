"""What lists say of a statement beside its words, in the language that is spoken."""

from collections.abc import Mapping

from laut.tongues import later, say
from laut.trace.roles import Role
from laut.views.sureness import act_and_certainty, doubts_of
from laut.views.typography import date_in_words
from laut.views.words import EVENT_STATUSES, EVENT_TYPES
from laut.web.records import EventLine, Statement

_DAY = len("2022-09-06")

VERDICTS = later(
    {
        "accept": "stimmt",
        "reject": "stimmt nicht",
        "correct": "berichtigt",
        "merge": "dasselbe",
        "split": "nicht dasselbe",
    }
)
"""What people decide."""

CORRECTED = later(
    {
        "content": "Wortlaut",
        "kind": "Wiedergabe",
        "source": "Quelle",
        "source_kind": "Art",
        "identity": "Nennung",
        "country": "Land",
        "act": "Handlung",
        "factuality": "Gewissheit",
        "distanced": "Abstand",
        "via": "Weg",
    }
)
"""What can be corrected."""

CHANGED = later(
    {
        "title": "Titel",
        "text": "Text",
        "published": "Erschienen",
        "author": "Verfasst von",
    }
)
"""What changes from one version of an article to the next."""

ECHO_KINDS = later(
    {
        "verbatim": "wörtlich",
        "cut": "gekürzt",
        "edited": "bearbeitet",
        "embedded": "darin enthalten",
        "paraphrase": "umgeschrieben",
        "version": "andere Fassung",
    }
)
"""How an article repeats another."""

STANDINGS = later(
    {
        "alleged": "Behauptet",
        "confirmed": "Bestätigt",
        "denied": "Bestritten",
        "disputed": "Umstritten",
    }
)
"""How a claim stands."""

ROLES: Mapping[Role, str] = later(
    {
        "alleges": "behauptet",
        "confirms": "bestätigt",
        "denies": "bestreitet",
        "nothing": "erwähnt",
    }
)
"""What an assertion does to its claim."""

OUTCOMES = later(
    {
        "confirmed": "später bestätigt",
        "denied": "später bestritten",
        "disputed": "später umstritten",
        "open": "offen",
    }
)
"""What became of the word of a source."""


def day_in_words(moment: str) -> str:
    """The day of a moment; the clock is left out."""
    return date_in_words(moment[:_DAY])


def statement_facts(statement: Statement) -> list[str]:
    """What the source does with the words, and how sure it is; doubts come last."""
    quotation = statement.quotation
    return [*act_and_certainty(quotation.attribution), *doubts_of(quotation)]


def event_facts(line: EventLine) -> list[str]:
    """The type of an event, and how far it has come."""
    return [say(EVENT_TYPES[line.type]), say(EVENT_STATUSES[line.status])]
