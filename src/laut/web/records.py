"""Page records: what pages show, as frozen values, each ready to be written.

They are filled from the ledger by `laut.web.asking`, and name things by their keys.
"""

import msgspec

from laut.model import Entity, Quotation, Source
from laut.spans import Spans
from laut.terms import EventStatus, EventType


class ArticleCard(msgspec.Struct, frozen=True, kw_only=True):
    """An article in a list.

    Attributes:
        key: its key in the ledger.
        version: from 1.
        sources: who speaks in it, the most often first; only some of them.
        statements: how many passages it renders.
        unnamed: how many of them have a source without a name.
        passage: words that a search found; "" elsewhere.
        marks: where in `passage` they match.
    """

    key: str
    title: str
    outlet: str
    url: str
    published: str
    version: int
    sources: tuple[str, ...] = ()
    statements: int = 0
    unnamed: int = 0
    passage: str = ""
    marks: Spans = ()

    @property
    def pieces(self) -> list[tuple[str, bool]]:
        """The passage cut where marks begin and end, each with whether it is one."""
        cut, at = [], 0
        for begin, end in self.marks:
            cut += [(self.passage[at:begin], False), (self.passage[begin:end], True)]
            at = end
        return [
            (text, mark) for text, mark in [*cut, (self.passage[at:], False)] if text
        ]


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A passage in a list, with the article that it stands in.

    Attributes:
        key: of the quotation.
        article: the key of its article.
        words: the content.
        speaker: the words that name who speaks, as they stand.
        addressee: the words that name who is spoken to.
        quotation: its values, without spans.
        before: the words before it, where they were asked for.
        after: the words behind it, likewise.
    """

    key: str
    article: str
    title: str
    outlet: str
    published: str
    words: str
    speaker: str
    addressee: str
    quotation: Quotation
    before: str = ""
    after: str = ""

    @property
    def source(self) -> Source:
        """Who stands behind the words; one without a name where nobody is given."""
        attribution = self.quotation.attribution
        return attribution.source if attribution else Source(name="")


class EventLine(msgspec.Struct, frozen=True, kw_only=True):
    """An event in a list: who does what, when, and on whose word.

    Attributes:
        article: the key of its article.
        passage: the key of the quotation that tells it; "" where the author does.
        by: the source of that quotation; "" where the author tells it.
    """

    article: str
    title: str
    outlet: str
    published: str
    trigger: str
    type: EventType
    context: str
    object: str
    date: str
    place: str
    status: EventStatus
    actors: tuple[Entity, ...] = ()
    targets: tuple[Entity, ...] = ()
    passage: str = ""
    by: str = ""

    @property
    def when(self) -> str:
        """The date of the event, else of the article."""
        return self.date or self.published


class Portrait(msgspec.Struct, frozen=True, kw_only=True):
    """What a source said, in figures.

    Attributes:
        name: the name as it is written most often.
        source: its values, those of the newest statement.
        statements: how many were looked at, the newest.
        more: whether there are others, older ones.
        identities: how often it is named in which way.
        wordings: the words that name it in the texts, the most frequent first.
        addressees: to whom it spoke, likewise.
        months: statements by month, in their order.
        acts: what it does with its words.
    """

    name: str
    source: Source
    statements: int
    more: bool
    identities: tuple[tuple[str, int], ...]
    wordings: tuple[tuple[str, int], ...]
    addressees: tuple[tuple[str, int], ...]
    months: tuple[tuple[str, int], ...]
    acts: tuple[tuple[str, int], ...]
    outlets: tuple[tuple[str, int], ...]
