"""The assertions that a reading holds: one for each attribution.

Takes a reading and the name under which the ledger keeps its article; returns
`Assertion`s, as `laut.trace` compares them. Pure.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from laut.ledger.keys import quotation_key
from laut.model import Attribution, Event, Quotation, Reading
from laut.spans import Span, Spans
from laut.trace.assertions import Assertion, Deed

_GAP = " … "
"""Between the parts of what is said in several."""

_END = re.compile("[.!?:][“”«»\"')]*\\s|\n")
"""Where a sentence ends, roughly: enough to see what is around some words."""


class Place(NamedTuple):
    """The key of an article in the ledger, and those of its quotations by their ids."""

    article: str
    keys: Mapping[int, str]


def assertions_of(reading: Reading, article: str) -> tuple[Assertion, ...]:
    """The assertions of a reading, in the order of the text; each once.

    Args:
        reading: what was read.
        article: the key of its article in the ledger.
    """
    keys = {q.id: quotation_key(article, q) for q in reading.quotations}
    found = {
        keys[quotation.id]: _assertion(quotation, told, reading, Place(article, keys))
        for quotation in reading.quotations
        if (told := quotation.attribution) and _says_something(quotation, reading)
    }
    return tuple(found.values())


def _says_something(quotation: Quotation, reading: Reading) -> bool:
    return bool(_words(quotation.content, reading.article.text).strip())


def _assertion(
    quotation: Quotation, told: Attribution, reading: Reading, place: Place
) -> Assertion:
    known, keys = reading.article, place.keys
    return Assertion(
        id=keys[quotation.id],
        article=place.article,
        outlet=known.outlet,
        url=known.url,
        published=known.published,
        content=_words(quotation.content, known.text),
        context=_around(quotation, known.text),
        kind=quotation.kind,
        parent="" if quotation.parent is None else keys[quotation.parent],
        confidence=quotation.confidence,
        times=tuple(t.value for t in reading.times if _in(t.span, quotation.content)),
        names=tuple(dict.fromkeys(_names(quotation.content, reading))),
        events=tuple(_deed(e) for e in reading.events if _tells(quotation, e)),
        source=told.source,
        via=told.via,
        act=told.act or "state",
        factuality=told.factuality or "CT+",
        distanced=bool(told.distanced),
    )


def _names(content: Spans, reading: Reading) -> Iterator[str]:
    for mention in reading.mentions:
        if mention.entity and _in(mention.span, content):
            yield mention.entity.name


def _tells(quotation: Quotation, event: Event) -> bool:
    return event.by == quotation.id or _in(event.trigger, quotation.content)


def _deed(event: Event) -> Deed:
    return Deed(
        type=event.type,
        actors=tuple(entity.name for entity in event.actor),
        targets=tuple(entity.name for entity in event.target),
    )


def _in(span: Span, spans: Spans) -> bool:
    return any(one.begin <= span.begin and span.end <= one.end for one in spans)


def _words(spans: Spans, text: str) -> str:
    return _GAP.join(text[span.begin : span.end] for span in spans)


def _around(quotation: Quotation, text: str) -> str:
    """The sentences in which the content and what introduces it stand."""
    spans = (*quotation.content, *quotation.frame, *quotation.cue)
    begin = min(span.begin for span in spans)
    end = max(span.end for span in spans)
    before = [found.end() for found in _END.finditer(text, 0, begin)]
    after = _END.search(text, max(begin, end - 1))
    stop = after.end() if after else len(text)
    return text[before[-1] if before else 0 : stop].strip()
