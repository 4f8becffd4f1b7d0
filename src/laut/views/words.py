"""The closed vocabularies in plain words, as every view shows them.

Tables only, in German, to be said (`laut.tongues.say`) where they are shown; each has
a word for every value that `laut.terms` allows.
"""

from collections.abc import Mapping

from laut.terms import (
    Act,
    EventStatus,
    EventType,
    Factuality,
    How,
    Identity,
    Kind,
    Medium,
    SourceKind,
)
from laut.tongues import later, say
from laut.views.typography import date_in_words

KINDS: Mapping[Kind, str] = later(
    {
        "direct": "wörtlich",
        "indirect": "indirekt",
        "reported": "berichtet",
        "free_indirect": "frei indirekt",
        "indirect_free_indirect": "Konjunktiv ohne Redeverb",
    }
)
"""How words are rendered."""

SHORT_KINDS: Mapping[Kind, str] = later(
    {**KINDS, "indirect_free_indirect": "Konjunktiv"}
)
"""The same, where there is no room."""

MEDIA: Mapping[Medium, str] = later(
    {
        "speech": "gesagt",
        "thought": "gedacht",
        "writing": "geschrieben",
    }
)

ACTS: Mapping[Act, str] = later(
    {
        "state": "sagt",
        "confirm": "bestätigt",
        "deny": "bestreitet",
        "announce": "kündigt an",
        "promise": "verspricht",
        "demand": "fordert",
        "threaten": "droht",
        "warn": "warnt",
        "accuse": "wirft vor",
        "praise": "lobt",
        "predict": "sagt voraus",
        "opine": "wertet",
        "ask": "fragt",
    }
)
"""What the source does with the words."""

FACTUALITIES: Mapping[Factuality, str] = later(
    {
        "CT+": "sicher",
        "CT-": "verneinte Aussage",
        "PR+": "wahrscheinlich",
        "PR-": "wahrscheinlich nicht",
        "PS+": "möglich",
        "PS-": "möglicherweise nicht",
        "UU": "offen",
    }
)
"""How firmly the source commits to the content."""

IDENTITIES: Mapping[Identity, str] = later(
    {
        "named": "namentlich",
        "role": "nur nach Amt oder Rolle",
        "unnamed": "namenlos",
        "none": "niemand genannt",
    }
)
"""How far the source can be named."""

SOURCE_KINDS: Mapping[SourceKind, str] = later(
    {
        "intelligence": "Geheimdienst",
        "military": "Militär",
        "police": "Polizei",
        "judiciary": "Justiz",
        "state": "Staat",
        "party": "Partei",
        "igo": "internationale Organisation",
        "armed_group": "bewaffnete Gruppe",
        "agency": "Nachrichtenagentur",
        "media": "Medium",
        "company": "Unternehmen",
        "academia": "Wissenschaft",
        "ngo": "Verband",
        "document": "Dokument",
        "person": "Person",
        "unknown": "Art unklar",
    }
)
"""What sort of source stands behind the words."""

HOWS: Mapping[How, str] = later(
    {
        "reported_by": "berichtet von",
        "cites": "beruft sich auf",
        "spokesperson": "Sprecher:",
        "document": "schriftlich:",
    }
)
"""How a link of the chain passed the words on; the link's name follows."""

EVENT_TYPES: Mapping[EventType, str] = later(
    {
        "AGREE": "Einigung",
        "CONSULT": "Treffen",
        "SUPPORT": "Unterstützung",
        "CONCEDE": "Zugeständnis",
        "COOPERATE": "Zusammenarbeit",
        "AID": "Hilfe",
        "RETREAT": "Rückzug",
        "REQUEST": "Forderung",
        "ACCUSE": "Vorwurf",
        "REJECT": "Ablehnung",
        "THREATEN": "Drohung",
        "PROTEST": "Protest",
        "MOBILIZE": "Rüstung",
        "SANCTION": "Sanktion",
        "COERCE": "Zwang",
        "ASSAULT": "Angriff",
    }
)
"""What sort of deed an event is."""

EVENT_STATUSES: Mapping[EventStatus, str] = later(
    {
        "happened": "geschehen",
        "ongoing": "im Gange",
        "planned": "geplant",
        "possible": "möglich",
        "demanded": "verlangt",
        "denied": "verneint",
        "hypothetical": "bedingt",
    }
)
"""Whether an event happened."""

VAGUE_TIMES: Mapping[str, str] = later(
    {
        "PAST_REF": "früher",
        "PRESENT_REF": "gegenwärtig",
        "FUTURE_REF": "künftig",
    }
)
"""Times that no calendar holds."""

NAMELESS = later("ohne Angabe")
"""The voice of words that are laid at nobody's door."""

PRONOUNS = frozenset(
    {"er", "sie", "es", "ich", "wir", "dieser", "diese", "dieses", "jener", "jene"}
)
"""Words that stand for a name; as the name of a source they tell nobody's."""


def unresolved(pronoun: str) -> str:
    """What a pronoun is shown as whose name is not known."""
    return say("„{pronoun}“ (wer, ist offen)", pronoun=pronoun.lower())


def time_in_words(value: str) -> str:
    """The value of a time, as precise as it is."""
    vague = VAGUE_TIMES.get(value)
    return say(vague) if vague is not None else date_in_words(value)
