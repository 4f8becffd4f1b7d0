"""The records that answers are made of: claims and their lives, sources, deeds, echoes.

Frozen values for views and programs. An article goes by its own id; where two versions
have one id and both are spoken of, `#` and the version follow. Their JSON is the output
of the commands with `--json`.
"""

from typing import Literal

import msgspec

from laut.model import Source
from laut.terms import (
    Act,
    EventContext,
    EventStatus,
    EventType,
    Factuality,
    Identity,
)
from laut.trace.claims import Relation
from laut.trace.comparing import EchoKind
from laut.trace.origins import Beginning
from laut.trace.record import Entry
from laut.trace.standing import Change, State


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution, as part of a claim.

    Attributes:
        id: its own, by which judgements name it.
        article: the id of its article.
        source: the name of who stands behind it; "" where nobody is given.
        via: the links of the chain, each as `how name`.
        relation: what it does to the claim.
        why: why it is of this claim; "" where that was not asked for.
        note: what people decided of it: accepted, rejected, corrected; else "".
    """

    id: str
    article: str
    title: str
    outlet: str
    url: str
    published: str
    content: str
    source: str
    identity: Identity | None
    via: tuple[str, ...]
    act: Act
    factuality: Factuality
    distanced: bool
    relation: Relation
    why: str = ""
    note: str = ""


class ClaimTold(msgspec.Struct, frozen=True, kw_only=True):
    """A claim: who makes it, on how many beginnings it rests, how it stands.

    Attributes:
        since: when it was first told.
        last: when it was last told, or denied.
        origins_why: one line for each beginning, then for what adds none.
        standing_since: since when it stands as it does.
        standing_by: by whose word.
        standing_why: why, in a sentence.
        note: what people decided of the claim: accepted, hidden, merged, split; or "".
    """

    id: str
    wording: str
    since: str
    last: str
    standing: State
    standing_since: str
    standing_by: tuple[str, ...]
    standing_why: str
    origins: int
    origins_why: tuple[str, ...]
    attributions: tuple[Said, ...]
    note: str = ""


class Life(ClaimTold, frozen=True, kw_only=True):
    """A claim with its history.

    Attributes:
        beginnings: the independent ones.
        history: every change of its standing, the first one first.
        echoes: those among its articles.
    """

    beginnings: tuple[Beginning, ...]
    history: tuple[Change, ...]
    echoes: tuple["EchoTold", ...]


class EchoTold(msgspec.Struct, frozen=True, kw_only=True):
    """An article that repeats another, the first of its kind.

    Attributes:
        share: of its words, how many stand in the other.
        because: why it counts as an echo, in a sentence.
    """

    copy: str
    of: str
    kind: EchoKind
    share: float
    because: str
    copy_title: str
    copy_outlet: str
    copy_published: str
    of_title: str
    of_outlet: str
    of_published: str


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """How articles name a source, and how often."""

    words: str
    count: int


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """A source: how it is named, what it said, and what became of that.

    Attributes:
        sources: what it is, by the readings; of several names of one source each.
        named: how articles name it, the most frequent first.
        said: everything it said, the earliest first.
        claims: the claims of these, in the same order.
        record: what became of its claims.
    """

    name: str
    sources: tuple[Source, ...]
    named: tuple[Named, ...]
    said: tuple[Said, ...]
    claims: tuple[str, ...]
    record: tuple[Entry, ...]


class DeedTold(msgspec.Struct, frozen=True, kw_only=True):
    """Something that actors do to or with one another, as an article tells it.

    Attributes:
        words: the sentence that tells it, or its part.
        source: on whose word; "" where the author tells it.
        direction: from the first of the two to the second, back, or together.
    """

    article: str
    outlet: str
    published: str
    type: EventType
    context: EventContext
    trigger: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    object: str
    date: str
    place: str
    status: EventStatus
    source: str
    direction: Literal["to", "from", "with"]
