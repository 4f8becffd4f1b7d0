"""The closed vocabularies: each word that a reading may use, and no other.

`docs/glossary.md` says the same in sentences; a test holds the two together.
"""

from typing import Literal, get_args

Kind = Literal[
    "direct", "indirect", "reported", "free_indirect", "indirect_free_indirect"
]
"""How words are rendered. `indirect_free_indirect`: Konjunktiv without a cue."""

Medium = Literal["speech", "thought", "writing"]

SourceKind = Literal[
    "intelligence",
    "military",
    "police",
    "judiciary",
    "state",
    "party",
    "igo",
    "armed_group",
    "agency",
    "media",
    "company",
    "academia",
    "ngo",
    "document",
    "person",
    "unknown",
]
"""What sort of source stands behind the words; the first that fits."""

Identity = Literal["named", "role", "unnamed", "none"]
"""How far the source can be named."""

How = Literal["reported_by", "cites", "spokesperson", "document"]
"""How a link of the chain passed the words on."""

Act = Literal[
    "state",
    "confirm",
    "deny",
    "announce",
    "promise",
    "demand",
    "threaten",
    "warn",
    "accuse",
    "praise",
    "predict",
    "opine",
    "ask",
]
"""What the source does with the words."""

Factuality = Literal["CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "UU"]
"""How firmly the source commits to the content, after FactBank."""

MentionLabel = Literal[
    "PER", "LOC", "ORG", "OTH",
    "PERderiv", "LOCderiv", "ORGderiv", "OTHderiv",
    "PERpart", "LOCpart", "ORGpart", "OTHpart",
]  # fmt: skip
"""What a name names, after GermEval 2014; words derived from one, or holding one."""

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
"""TIMEX3 types."""

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "MOBILIZE",
    "SANCTION",
    "COERCE",
    "ASSAULT",
]
"""What one actor does to or with another, after PLOVER."""

EventContext = Literal[
    "diplomatic",
    "military",
    "economic",
    "legal",
    "domestic",
    "rights",
    "nuclear",
    "other",
]

EventStatus = Literal[
    "happened", "ongoing", "planned", "possible", "demanded", "denied", "hypothetical"
]

VOCABULARIES: dict[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "medium": get_args(Medium),
    "source kind": get_args(SourceKind),
    "identity": get_args(Identity),
    "how": get_args(How),
    "act": get_args(Act),
    "factuality": get_args(Factuality),
    "mention label": get_args(MentionLabel),
    "time type": get_args(TimeType),
    "event type": get_args(EventType),
    "event context": get_args(EventContext),
    "event status": get_args(EventStatus),
}
"""Every vocabulary by its name in the glossary."""
