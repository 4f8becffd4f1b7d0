"""Assertions of a reading, as `laut.trace` holds them against one another.

Pure. Takes a reading and the key of its article; every quotation is an assertion under
its own key. What was not decided of it counts as the usual case.
"""

from collections.abc import Iterable, Mapping

from laut.ledger.keys import quotation_key
from laut.model import Attribution, Event, Quotation, Reading, Source
from laut.reading.tokens import tokenize
from laut.spans import Span, cover, hull, overlap
from laut.trace.assertions import Assertion, Deed

_NOBODY = Attribution(source=Source(name=""))


def assertions_of(
    reading: Reading, key: str, keys: Mapping[int, str] | None = None
) -> tuple[Assertion, ...]:
    """Every quotation as an assertion, in the order of the reading.

    Args:
        reading: perhaps as people left it.
        key: of its article.
        keys: the keys of its quotations by their ids; None to make them.
    """
    known = keys or {q.id: quotation_key(key, q) for q in reading.quotations}
    sentences = _sentences(reading.article.text)
    return tuple(
        _assertion(quotation, reading, key, known, sentences)
        for quotation in reading.quotations
        if quotation.content
    )


def _sentences(text: str) -> list[Span]:
    tokens = tokenize(text)
    return [tokens.span(first, last) for first, last in tokens.sentences]


def _assertion(
    quotation: Quotation,
    reading: Reading,
    key: str,
    keys: Mapping[int, str],
    sentences: Iterable[Span],
) -> Assertion:
    article, said = reading.article, quotation.attribution or _NOBODY
    parent = quotation.parent
    return Assertion(
        id=keys[quotation.id],
        article=key,
        outlet=article.outlet,
        url=article.url,
        published=article.published,
        content=cover(article.text, quotation.content),
        context=_around(quotation, article.text, sentences),
        kind=quotation.kind,
        parent=keys.get(parent, "") if parent is not None else "",
        source=said.source,
        via=said.via,
        act=said.act or "state",
        factuality=said.factuality or "CT+",
        distanced=bool(said.distanced),
        confidence=quotation.confidence,
        times=tuple(t.value for t in reading.times if _within(t.span, quotation)),
        names=tuple(
            mention.entity.name
            for mention in reading.mentions
            if mention.entity and _within(mention.span, quotation)
        ),
        events=tuple(
            _deed(event) for event in reading.events if event.by == quotation.id
        ),
    )


def _around(quotation: Quotation, text: str, sentences: Iterable[Span]) -> str:
    """The sentences that the quotation and its frame stand in."""
    place = hull([*quotation.content, *quotation.frame])
    inside = [sentence for sentence in sentences if overlap(sentence, place)]
    whole = hull([*inside, place])
    return text[whole.begin : whole.end]


def _within(span: Span, quotation: Quotation) -> bool:
    return any(overlap(span, piece) for piece in quotation.content)


def _deed(event: Event) -> Deed:
    return Deed(
        type=event.type,
        actors=tuple(actor.name for actor in event.actor),
        targets=tuple(target.name for target in event.target),
    )
