"""Articles and readings as rows of the tables that hold them.

`row_of_article` makes the row of an article, without what only its place in the ledger
tells; `rows_of` takes a reading apart, one list for each table that holds such rows:
takes a reading and the key of its article; returns rows without `article` and
`reading`, the numbers that only the database knows. Pure, so that it is done before
anything is locked.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from laut.ledger.keys import folded, house_of, id_tie, quotation_key, url_tie
from laut.model import (
    Article,
    Attribution,
    Entity,
    Event,
    Link,
    Quotation,
    Reading,
    Source,
    content_id,
)
from laut.spans import Span

Row = dict[str, Any]

_NOBODY = Attribution(source=Source(name=""))
_DAY = len("2022-09-06")
_GAP = " … "
"""Between the parts of what is said in several."""


def row_of_article(article: Article) -> Row:
    """The row of an article, without number, key, version and moment."""
    return {
        "id": article.id,
        "house": house_of(article),
        "by_url": url_tie(article),
        "by_id": id_tie(article),
        "content": content_id(article.title, article.text),
        "title": article.title,
        "author": article.author,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "day": article.published[:_DAY],
        "retrieved": article.retrieved,
        "language": article.language,
        "characters": len(article.text),
    }


def rows_of(reading: Reading, key: str) -> dict[str, list[Row]]:
    """The rows of a reading by the names of their tables.

    Args:
        reading: what was read.
        key: the key of its article.
    """
    text = reading.article.text
    return {
        "quotations": [_quotation(q, text, key) for q in reading.quotations],
        "links": _numbered(_links(reading.quotations)),
        "mentions": _numbered(_mentions(reading, text)),
        "times": _numbered(_times(reading)),
        "events": _numbered(_event(event, text) for event in reading.events),
        "parties": _numbered(_parties(reading.events)),
    }


def _numbered(rows: Iterator[Row]) -> list[Row]:
    return [row | {"number": number} for number, row in enumerate(rows)]


def _quotation(quotation: Quotation, text: str, key: str) -> Row:
    content = quotation.content
    return {
        "number": quotation.id,
        "key": quotation_key(key, quotation),
        "kind": quotation.kind,
        "medium": ",".join(quotation.medium),
        "parent": quotation.parent,
        "confidence": quotation.confidence,
        "starts": min((span.begin for span in content), default=0),
        "ends": max((span.end for span in content), default=0),
        "spans": msgspec.json.encode(content).decode(),
        "content": _words(content, text),
        "cue": _words(quotation.cue, text),
        "speaker": _words(quotation.speaker, text),
        "addressee": _words(quotation.addressee, text),
    } | _attribution(quotation.attribution or _NOBODY)


def _attribution(attribution: Attribution) -> Row:
    source = attribution.source
    return {
        "source": source.name,
        "source_key": folded(source.name),
        "source_kind": source.kind,
        "identity": source.identity,
        "country": source.country,
        "act": attribution.act,
        "factuality": attribution.factuality,
        "distanced": attribution.distanced,
    }


def _words(spans: Sequence[Span], text: str) -> str:
    return _GAP.join(text[span.begin : span.end] for span in spans)


def _links(quotations: Sequence[Quotation]) -> Iterator[Row]:
    for quotation in quotations:
        for place, link in enumerate((quotation.attribution or _NOBODY).via):
            yield {"quotation": quotation.id, "place": place} | _link(link)


def _link(link: Link) -> Row:
    return {
        "name": link.name,
        "name_key": folded(link.name),
        "how": link.how,
        "starts": link.span.begin if link.span else None,
        "ends": link.span.end if link.span else None,
    }


def _mentions(reading: Reading, text: str) -> Iterator[Row]:
    for mention in reading.mentions:
        yield {
            **_place(mention.span),
            "label": mention.label,
            "words": text[mention.span.begin : mention.span.end],
            **_entity(mention.entity or Entity(name="")),
        }


def _times(reading: Reading) -> Iterator[Row]:
    for time in reading.times:
        yield {
            **_place(time.span),
            "type": time.type,
            "value": time.value,
            "since": time.begin,
            "until": time.end,
        }


def _event(event: Event, text: str) -> Row:
    return {
        **_place(event.trigger),
        "trigger": text[event.trigger.begin : event.trigger.end],
        "type": event.type,
        "context": event.context,
        "object": event.object,
        "date": event.date,
        "place": event.place,
        "status": event.status,
        "quotation": event.by,
    }


def _parties(events: Sequence[Event]) -> Iterator[Row]:
    for number, event in enumerate(events):
        for role, entities in (("actor", event.actor), ("target", event.target)):
            for entity in entities:
                yield {"event": number, "role": role} | _entity(entity)


def _place(span: Span) -> Row:
    return {"starts": span.begin, "ends": span.end}


def _entity(entity: Entity) -> Row:
    return {
        "entity": entity.id,
        "name": entity.name,
        "name_key": folded(entity.name),
        "country": entity.country,
    }
