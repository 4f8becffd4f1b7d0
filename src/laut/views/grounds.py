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

_STANDING = ("kind", "identity", "country")
"""What holds of a source wherever it speaks."""

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

    Why a source is of its kind and country is said once, then referred to.
    """
    why = {reason.quotation: reason for reason in reasons}
    grounds: dict[int, tuple[Ground, ...]] = {}
    given: dict[int, tuple[int, tuple[Ground, ...]]] = {}
    for passage in passages:
        found = grounds_of(passage, why.get(passage.quotation.id))
        standing = tuple(ground for ground in found if _is_standing(ground))
        number, before = given.get(passage.voice.number, (0, ()))
        if standing and standing == before:
            at = found.index(standing[0])
            again = _again(standing[0].label, number)
            found = (*found[:at], again, *found[at + len(standing) :])
        else:
            given[passage.voice.number] = (passage.number, standing)
        grounds[passage.number] = found
    return grounds


def _is_standing(ground: Ground) -> bool:
    return ground.label in {say(LABELS[name]) for name in _STANDING}


def _again(label: str, number: int) -> Ground:
    said = say("wie {number}, so auch Nennung und Land", number=number)
    return Ground(label, said, "")


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
