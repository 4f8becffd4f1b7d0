"""The reasons for what is said of a source, a line a value, where they were asked for.

Pure: takes a passage and the `Reasons` of its quotation. What the values are called
is said in the language that is spoken; reasons are German, as they were given.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from laut.model import Attribution, Reasons
from laut.tongues import later, say
from laut.views.countries import country_name
from laut.views.notes import chain_of
from laut.views.passages import Passage
from laut.views.standing import full_identity
from laut.views.typography import one_line
from laut.views.words import ACTS, FACTUALITIES, SOURCE_KINDS

LABELS: Mapping[str, str] = later(
    {
        "source": "Quelle",
        "kind": "Art",
        "identity": "Nennung",
        "country": "Land",
        "via": "Weg",
        "act": "Handlung",
        "factuality": "Gewissheit",
        "distanced": "Abstand",
    }
)
"""What the values of an attribution are called, in the order of the fields."""

_NONE = later("keins")
_ANSWERS = later({True: "ja", False: "nein"})


class Ground(NamedTuple):
    """One value and the reason for it.

    Attributes:
        label: what the value is called.
        value: the value in plain words.
        because: the reason.
    """

    label: str
    value: str
    because: str


def grounds_of(passage: Passage, reasons: Reasons | None) -> tuple[Ground, ...]:
    """The reasons for a passage's attribution, save where there are none."""
    attribution = passage.quotation.attribution
    if reasons is None or attribution is None:
        return ()
    values = dict(zip(LABELS, _values(passage, attribution), strict=True))
    return tuple(
        Ground(say(label), values[name], because)
        for name, label in LABELS.items()
        if (because := one_line(getattr(reasons, name)))
    )


def _values(passage: Passage, attribution: Attribution) -> Iterator[str]:
    """The values in plain words, in the order of `LABELS`."""
    source = attribution.source
    yield passage.voice.name
    yield say(SOURCE_KINDS[source.kind]) if source.kind else say(_NONE)
    yield full_identity(source) or say(_NONE)
    yield country_name(source.country) if source.country else say(_NONE)
    yield chain_of(passage) or say(_NONE)
    yield say(ACTS[attribution.act]) if attribution.act else say(_NONE)
    factuality = attribution.factuality
    yield say(FACTUALITIES[factuality]) if factuality else say(_NONE)
    yield say(_ANSWERS[bool(attribution.distanced)])
