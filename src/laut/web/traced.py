"""The seam to `laut.trace`: what pages show of questions across articles.

Claims, echoes and records of sources come from here and nowhere else. Where the trace
has no answer yet, there is nothing, and pages leave the part out.
"""

from collections.abc import Sequence
from typing import Literal

import msgspec
from sqlalchemy import Connection

from laut.ledger.records import Kept

Role = Literal["asserts", "confirms", "denies"]
"""What an attribution does to a claim."""


class ClaimCard(msgspec.Struct, frozen=True, kw_only=True):
    """A claim in a list.

    Attributes:
        id: its permanent name.
        standing: alleged, confirmed, denied, disputed.
        origins: how many independent beginnings it has.
        attributions: how often it was made.
        since: when first, in ISO 8601.
        last: when last.
    """

    id: str
    wording: str
    standing: str
    origins: int
    attributions: int
    since: str
    last: str


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution of a claim.

    Attributes:
        key: of the quotation.
        article: the key of its article.
        role: what it does to the claim.
        origin: the number of the origin that it goes back to; 0 for none.
        echo_of: the key of the article that its article repeats; "" for none.
        why: the row of the table that decided, in a sentence.
    """

    key: str
    article: str
    title: str
    outlet: str
    published: str
    words: str
    source: str
    via: tuple[str, ...] = ()
    role: Role
    origin: int = 0
    echo_of: str = ""
    why: str = ""


class Life(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with its whole life.

    Attributes:
        tellings: in the order of time.
        origins_why: a line for each origin that is counted, and for what is not.
        standing_why: the rows that the standing follows from.
    """

    card: ClaimCard
    tellings: tuple[Telling, ...]
    origins_why: tuple[str, ...] = ()
    standing_why: tuple[str, ...] = ()


class EchoLine(msgspec.Struct, frozen=True, kw_only=True):
    """An article that another one repeats, or that repeats it.

    Attributes:
        repeats: whether the article that is shown repeats this one.
        kind: verbatim, cut, edited, embedded, paraphrase, version.
        share: how much of the copy is copied, 0 to 1.
    """

    article: str
    title: str
    outlet: str
    published: str
    repeats: bool
    kind: str
    share: float


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the claims of a source."""

    confirmed: tuple[ClaimCard, ...] = ()
    denied: tuple[ClaimCard, ...] = ()
    undecided: tuple[ClaimCard, ...] = ()


def claims_of(connection: Connection) -> Sequence[ClaimCard]:
    """Claims to begin with: the most told, and those whose standing has changed."""
    del connection
    return ()


def life_of(connection: Connection, claim: str) -> Life | None:
    """The life of a claim; None where there is none of that id."""
    del connection, claim
    return None


def echoes_of(connection: Connection, kept: Kept) -> Sequence[EchoLine]:
    """The articles that this one repeats, and those that repeat it."""
    del connection, kept
    return ()


def record_of(connection: Connection, source: str) -> Record | None:
    """What became of the claims of a source; None where nobody has asked."""
    del connection, source
    return None
