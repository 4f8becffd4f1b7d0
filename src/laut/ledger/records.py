"""The records of the ledger: what goes in with a reading, and what comes out.

Frozen values like those of `laut.model`; they know nothing of databases.
"""

from enum import Enum

import msgspec

from laut.model import Article, Reading


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A reading to be written down, and where its article was met.

    Attributes:
        reading: the reading of the article; it holds the article.
        input: the input as the user gave it, with the line where it has several.
    """

    reading: Reading
    input: str


class Sighting(msgspec.Struct, frozen=True, kw_only=True):
    """An input in which an article was met.

    Attributes:
        input: as the user gave it, with the line where it has several.
        retrieved: when it was fetched, in ISO 8601; "" where it came from a file.
        seen: when it was first written down, in ISO 8601.
    """

    input: str
    retrieved: str = ""
    seen: str


class Outcome(Enum):
    """What writing an entry did."""

    NEW = "new"
    VERSION = "version"
    """The article is a new version of one that was there."""
    REREAD = "reread"
    """The article was there, this reading of it was not."""
    KNOWN = "known"
    """Article and reading were there; at most the input was new."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A place where a version differs from the one before it.

    Attributes:
        field: `title`, `text`, `published` or `author`.
        before: what stood there; "" where nothing did. Of a text, whole lines.
        after: what stands there now; "" where it was taken out.
    """

    field: str
    before: str
    after: str


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """An article as the ledger keeps it.

    Attributes:
        key: its name in every ledger, a hash of what it is.
        article: the article.
        version: from 1, among the versions that share `series`.
        series: the key of the first version.
        added: when it was written down.
        changes: what differs from the version before it.
        sightings: the inputs it was met in.
    """

    key: str
    article: Article
    version: int
    series: str
    added: str
    changes: tuple[Change, ...] = ()
    sightings: tuple[Sighting, ...] = ()


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """An article that a search found.

    Attributes:
        article: its id.
        key: its key in the ledger.
        version: which version of it.
        passage: the words around the first match, with `marks`.
        marks: where in `passage` words match, as half-open ranges.
        score: how well it fits; greater is better, to compare within one search.
    """

    article: str
    key: str
    version: int
    title: str
    outlet: str
    url: str
    published: str
    passage: str
    marks: tuple[tuple[int, int], ...]
    score: float


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody decided about something in the ledger.

    Attributes:
        key: its name, a hash of all but `retired_by`, `retired` and `reason`.
        kind: what was decided: merge, split, accept, reject, correct.
        subject: the key of what it is about.
        object: the key of the other side, or the new value; "" where there is none.
        body: whatever else the kind needs, as strings.
        made_by: who decided.
        made: when, in ISO 8601.
        retired_by: who took it back; "" while it stands.
        retired: when; "" while it stands.
        reason: why it was taken back.
    """

    key: str
    kind: str
    subject: str
    object: str = ""
    body: dict[str, str] = {}
    made_by: str
    made: str
    retired_by: str = ""
    retired: str = ""
    reason: str = ""


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of an address from the last time that it was asked.

    Attributes:
        etag: the `ETag` of its last full answer; "" where it had none.
        modified: its `Last-Modified`, as the server wrote it; "" likewise.
        mark: a hash of what a feed said of this page; "" for feeds.
        fetched: when it last answered; "" where it never did.
        failures: how often in a row it has failed since.
        problem: the last failure; "" after a success.
    """

    address: str
    etag: str = ""
    modified: str = ""
    mark: str = ""
    fetched: str = ""
    failures: int = 0
    problem: str = ""


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How much a ledger holds.

    Attributes:
        articles: texts as they were published, every version.
        versions: those among them that follow another.
        outlets: different houses that published them.
        first: the earliest day of publication; "" where none is known.
        last: the latest.
        size: bytes that the database takes.
    """

    articles: int
    versions: int
    outlets: int
    readings: int
    quotations: int
    mentions: int
    events: int
    sources: int
    judgements: int
    first: str
    last: str
    readers: tuple[str, ...]
    size: int
