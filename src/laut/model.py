"""The records: what an article is, and what reading it gives.

Frozen, comparable, hashable values whose fields are given by name; they know nothing of
files, models or databases. Their JSON form (`msgspec.json.encode`) is the one that the
documentation gives under "A reading as JSON". Spans are half-open
character offsets into `Article.text`.
"""

import hashlib

import msgspec

from laut.spans import Span, Spans
from laut.terms import (
    Act,
    EventContext,
    EventStatus,
    EventType,
    Factuality,
    How,
    Identity,
    Kind,
    Medium,
    MentionLabel,
    SourceKind,
    TimeType,
)


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One text as it was taken in.

    Attributes:
        id: the id that the input brought, else a hash of the content.
        title: the headline; "" where none is known. It is not part of `text`.
        author: who wrote it, as the page says; "" where unknown.
        outlet: the medium that published it; "" where unknown.
        url: its canonical address; "" where it has none.
        published: ISO 8601, as precise as the input: `2022-09-06` or
            `2022-09-06T14:05:00+02:00`; "" where unknown.
        retrieved: ISO 8601, when it was fetched; "" where it came from a file.
        language: ISO 639-1.
        text: what is read; all spans count its characters.
    """

    id: str
    title: str = ""
    author: str = ""
    outlet: str = ""
    url: str = ""
    published: str = ""
    retrieved: str = ""
    language: str = "de"
    text: str


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands behind the words.

    Attributes:
        name: the fullest name that is known; "" where nobody is given.
        kind: what sort of source; None where not decided.
        identity: how far it can be named; None where not decided.
        country: ISO 3166-1 alpha-2, or EU, UN, NATO; None where not plain.
    """

    name: str
    kind: SourceKind | None = None
    identity: Identity | None = None
    country: str | None = None


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One pair of hands that the words came through, between source and article."""

    name: str
    how: How
    span: Span | None = None


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation laid at a source's door.

    Attributes:
        source: who stands behind the words.
        via: the chain from the article to the source, outermost first.
        act: what the source does with the words; None where not decided.
        factuality: how firmly the source commits; None where not decided.
        distanced: whether the article marks distance; None where not decided.
    """

    source: Source
    via: tuple[Link, ...] = ()
    act: Act | None = None
    factuality: Factuality | None = None
    distanced: bool | None = None


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """A rendering of speech, thought or writing.

    Attributes:
        id: its number in the reading, from 0, in the order of the text.
        kind: how the words are rendered.
        medium: speech, thought, writing, or several where it stays open.
        parent: the id of the quotation that it sits in.
        confidence: 0 to 1, the share of such quotations that are right.
        content: what is said; may be interrupted.
        cue: the words that signal rendering.
        speaker: the words that name who speaks, as they stand.
        addressee: the words that name who is spoken to.
        frame: the introducing clause, with speaker and cue.
        attribution: who stands behind it; None where nobody was looked for.
    """

    id: int
    kind: Kind
    medium: tuple[Medium, ...] = ("speech",)
    parent: int | None = None
    confidence: float = 1.0
    content: Spans
    cue: Spans = ()
    speaker: Spans = ()
    addressee: Spans = ()
    frame: Spans = ()
    attribution: Attribution | None = None


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """An expression of time, after TIMEX3.

    Attributes:
        value: `2022-08`, `P3D`, `PAST_REF`, …
        begin: where the stretch begins that it tells with the preposition before it
            („seit 2014“, „vor drei Tagen“); "" where that is open or not told.
        end: where that stretch ends („bis Ende 2023“); "" where open or not told.
    """

    span: Span
    type: TimeType
    value: str
    begin: str = ""
    end: str = ""


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something with a name.

    Attributes:
        id: the ISO code of a state; of anybody else a key made of the name.
        name: the fullest name that is known.
        country: ISO 3166-1 alpha-2, or EU, UN, NATO; None where not plain.
    """

    id: str = ""
    name: str
    country: str | None = None


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A name in the text, and whom or what it names."""

    span: Span
    label: MentionLabel
    entity: Entity | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """What public actors do to or with one another.

    Attributes:
        by: the id of the quotation that tells it; None where the author does.
    """

    trigger: Span
    type: EventType
    context: EventContext
    actor: tuple[Entity, ...] = ()
    target: tuple[Entity, ...] = ()
    object: str = ""
    date: str = ""
    place: str = ""
    status: EventStatus = "happened"
    by: int | None = None


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What was odd, as a value beside the result.

    Attributes:
        step: the step, or kind of input, that met it.
        span: where in the text; None where the place is not in a text.
        message: one plain sentence.
    """

    step: str
    span: Span | None = None
    message: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was read in one article.

    Attributes:
        reader: the version of the reader that made it.
    """

    article: Article
    reader: str
    quotations: tuple[Quotation, ...] = ()
    times: tuple[Time, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()


class Reasons(msgspec.Struct, frozen=True, kw_only=True):
    """Why the attribution of a quotation is what it is, value by value.

    Each reason is German and names the words of the text and the row of the table that
    decided; "" where none is at hand.

    Attributes:
        quotation: the id of the quotation.
        source: why this name; the others likewise, as `Source` and `Attribution` call
            their values.
    """

    quotation: int
    source: str = ""
    kind: str = ""
    identity: str = ""
    country: str = ""
    via: str = ""
    act: str = ""
    factuality: str = ""
    distanced: str = ""


class Explained(Reading, frozen=True, kw_only=True):
    """A reading with its reasons, in the order of the quotations."""

    reasons: tuple[Reasons, ...] = ()


def article_of(
    text: str,
    *,
    title: str = "",
    published: str = "",
    outlet: str = "",
    url: str = "",
    id: str | None = None,  # noqa: A002 - the name of the field
) -> Article:
    """An article of these fields; its id is made from them where none is given."""
    return Article(
        id=content_id(title, text) if id is None else id,
        title=title,
        published=published,
        outlet=outlet,
        url=url,
        text=text,
    )


def content_id(title: str, text: str) -> str:
    """A name for a content: the first 16 hex digits of SHA-256 over title and text."""
    content = f"{title}\0{text}".encode("utf-8", "replace")
    return hashlib.sha256(content).hexdigest()[:16]
