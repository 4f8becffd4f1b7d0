"""The reasons for what is said of a source, a line a value, where they were asked for.

Pure: takes a passage and the `Reasons` of its quotation. What the values are called
is said in the language that is spoken; reasons are German, as they were given.
"""

from collections.abc import Iterable, Iterator, Mapping
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

_OF_THE_SOURCE = 4
"""So many of the labels, from the first, tell of the source and not of the words."""

_OPEN, _DIRECT = later(("offen", "direkt"))
_ANSWERS = later({True: "ja", False: "nein"})


class Ground(NamedTuple):
    """One value and the reason for it.

    Attributes:
        label: what the value is called.
        value: the value in plain words.
        because: the reason; "" where the value points to one that was given.
    """

    label: str
    value: str
    because: str


def grounds_by_number(
    passages: Iterable[Passage], reasons: Iterable[Reasons]
) -> dict[int, tuple[Ground, ...]]:
    """The grounds of passages by their numbers.

    Those of a source are given once, and then referred to, as long as they hold.
    """
    why = {reason.quotation: reason for reason in reasons}
    grounds: dict[int, tuple[Ground, ...]] = {}
    given: dict[int, tuple[int, tuple[Ground, ...]]] = {}
    for passage in passages:
        found = grounds_of(passage, why.get(passage.quotation.id))
        source = tuple(ground for ground in found if _is_of_source(ground))
        number, before = given.get(passage.voice.number, (0, ()))
        if source and source == before:
            again = Ground(say("Quelle"), say("wie {number}", number=number), "")
            grounds[passage.number] = (again, *found[len(source) :])
        else:
            grounds[passage.number] = found
            given[passage.voice.number] = (passage.number, source)
    return grounds


def _is_of_source(ground: Ground) -> bool:
    return ground.label in map(say, [*LABELS.values()][:_OF_THE_SOURCE])


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
    yield say(SOURCE_KINDS[source.kind]) if source.kind else say(_OPEN)
    yield full_identity(source) or say(_OPEN)
    yield country_name(source.country) if source.country else say(_OPEN)
    yield chain_of(passage) or say(_DIRECT)
    yield say(ACTS[attribution.act]) if attribution.act else say(_OPEN)
    factuality = attribution.factuality
    yield say(FACTUALITIES[factuality]) if factuality else say(_OPEN)
    yield say(_ANSWERS[bool(attribution.distanced)])
