"""What must be found in the collection: the records of `manifest.toml`.

Written by hand beside the articles, for tests and for whoever wants to see how far the
program's answers are right. It is read, never made, by the program.
"""

from importlib.resources import files
from typing import Literal

import msgspec

from laut.terms import Act, Factuality, Identity, SourceKind

Relation = Literal["asserts", "confirms", "denies"]
"""What an attribution is to a claim."""

EchoKind = Literal["verbatim", "cut", "edited", "embedded", "paraphrase", "version"]
"""How an article repeats another."""

Standing = Literal["alleged", "confirmed", "denied", "disputed"]
"""What has become of a claim."""


class ExpectedSource(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands behind claims, as a reading should give it.

    Attributes:
        same_as: the name that another article gives the same source.
    """

    name: str
    kind: SourceKind
    identity: Identity
    country: str | None = None
    same_as: str = ""


class ExpectedEcho(msgspec.Struct, frozen=True, kw_only=True):
    """An article that repeats another.

    Attributes:
        of: the first of its kind, never a copy itself.
        share: the part of the copy's words that stand in the first text.
        kept: the part of the first text's words that stand in the copy.
    """

    copy: str
    of: str
    kind: EchoKind
    share: float
    kept: float
    why: str


class ExpectedAttribution(msgspec.Struct, frozen=True, kw_only=True):
    """One place where a claim is made, confirmed or denied.

    Attributes:
        content: words of the article that the content of the quotation holds.
        source: the name that the reading should give.
        via: the chain, each link as its `how` and its name.
    """

    article: str
    content: str
    source: str
    relation: Relation
    act: Act
    factuality: Factuality
    via: tuple[str, ...] = ()


class ExpectedStanding(msgspec.Struct, frozen=True, kw_only=True):
    """What a claim is from a day on, by which article and on whose word."""

    since: str
    article: str
    standing: Standing
    by: tuple[str, ...]


class ExpectedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """What is asserted, everywhere it is, and what became of it.

    Attributes:
        apart_from: claims that are near this one and must not be merged with it.
        standing: in the order of time; the last one is how it stands at the end.
    """

    id: str
    wording: str
    apart_from: tuple[str, ...] = ()
    origins: int
    origins_why: str
    attributions: tuple[ExpectedAttribution, ...]
    standing: tuple[ExpectedStanding, ...]
    standing_why: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that must be found."""

    sources: tuple[ExpectedSource, ...]
    echoes: tuple[ExpectedEcho, ...]
    claims: tuple[ExpectedClaim, ...]


def manifest() -> Manifest:
    """The manifest in the package."""
    text = (files("laut.demo") / "manifest.toml").read_bytes()
    return msgspec.toml.decode(text, type=Manifest)
