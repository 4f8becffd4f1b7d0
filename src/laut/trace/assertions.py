"""The record that everything across articles is decided on: one assertion.

An assertion is one attribution of one article, with all that is needed to hold it
against those of other articles: its words, who stands behind them, and the times, names
and events within them. A frozen value; it knows no reading and no ledger.
"""

import msgspec

from laut.model import Link, Source
from laut.terms import Act, EventType, Factuality, Kind


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """An event within an assertion: who does what to or with whom, by names.

    Attributes:
        type: what is done, after PLOVER.
        actors: canonical names of who does it.
        targets: canonical names of whom it is done to or with.
    """

    type: EventType
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


class Assertion(msgspec.Struct, frozen=True, kw_only=True):
    """What one article says that one source said.

    Attributes:
        id: its own, unlike that of any other assertion.
        article: the id of its article.
        outlet: the medium that published the article; "" where unknown.
        url: the article's canonical address; "" where it has none.
        published: ISO 8601, a date or a date with time; "" where unknown.
        content: what is said, the pieces joined.
        context: the sentence or sentences around it, with the frame.
        kind: how the words are rendered.
        parent: the id of the assertion that it sits in; "" where it sits in none.
        source: who stands behind the words.
        via: the chain from the article to the source, outermost first.
        act: what the source does with the words.
        factuality: how firmly the source commits.
        distanced: whether the article marks distance.
        confidence: 0 to 1, the share of such assertions that are read rightly.
        times: the values of the expressions of time within the content (TIMEX3).
        names: the canonical names of the entities within the content.
        events: what is done within the content.
    """

    id: str
    article: str
    outlet: str = ""
    url: str = ""
    published: str = ""
    content: str
    context: str = ""
    kind: Kind = "indirect"
    parent: str = ""
    source: Source
    via: tuple[Link, ...] = ()
    act: Act = "state"
    factuality: Factuality = "CT+"
    distanced: bool = False
    confidence: float = 1.0
    times: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    events: tuple[Deed, ...] = ()
