"""What judgements make of a reading: the rejected goes, the corrected changes.

Pure. Takes a reading, the key of its article, and judgements on its quotations in the
order in which they were made; returns the reading as people left it. Of several that
stand the last counts. Those that were taken back, or that a newer version of laut has
written, change nothing. A quotation that was accepted is sure.

A judgement that corrects says in its body what holds instead, by these names:

    source, source_kind, identity, country   who stands behind the words
    act, factuality, distanced               what it does, how sure, how far away
    kind                                     how the words are rendered
    via                                      the chain, as JSON: [{"name", "how"}, …]
    content                                  where the words stand: `80-190,210-230`
    of                                       `attribution`; those on claims and names of
                                             sources say so here, and change no reading
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from laut.ledger.keys import quotation_key
from laut.ledger.records import Judgement
from laut.model import Attribution, Link, Quotation, Reading, Source
from laut.spans import Span, Spans, merged

OF_SOURCE = {"source": "name", "source_kind": "kind"} | {
    name: name for name in ("identity", "country")
}
"""What is said of the source, with the names of its fields."""

OF_ATTRIBUTION = ("act", "factuality", "distanced")

_OF_WORDS = {"kind", "content", "of"}
"""What says nothing of the attribution."""

_NOBODY = Attribution(source=Source(name=""))
_ANSWERS = {"yes": True, "no": False, "": None}


def corrected(
    reading: Reading, article: str, judgements: Iterable[Judgement]
) -> Reading:
    """The reading as people left it.

    Args:
        reading: as the reader made it.
        article: the key of its article.
        judgements: in the order in which they were made.
    """
    verdicts = standing(judgements)
    if not verdicts:
        return reading
    kept = []
    for quotation in reading.quotations:
        verdict = verdicts.get(quotation_key(article, quotation))
        if verdict is None or verdict.kind != "reject":
            kept.append(_settled(quotation, verdict, len(reading.article.text)))
    return msgspec.structs.replace(reading, quotations=_tied(kept))


def standing(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """What holds of each subject: the last that was not taken back."""
    return {
        one.subject: one
        for one in judgements
        if not one.retired and concerns_reading(one)
    }


def concerns_reading(one: Judgement) -> bool:
    """Whether a judgement is on a quotation, not on a claim or a name."""
    weighs = one.kind in {"accept", "reject", "correct"}
    return weighs and one.body.get("of", "attribution") == "attribution"


def reattributed(said: Attribution, body: Mapping[str, str]) -> Attribution:
    """An attribution as a judgement has it; the same where a value of it is none."""
    try:
        made = _attributed(said, body)
        return msgspec.convert(msgspec.to_builtins(made), Attribution)
    except (KeyError, ValueError, msgspec.DecodeError):
        return said


def refusal_of(body: Mapping[str, str], length: int) -> str:
    """The name of the first field that holds no such value; "" where all are good.

    Args:
        body: of a judgement that corrects.
        length: how many characters the article has.
    """
    some = Quotation(id=0, kind="direct", content=(Span(0, 1),))
    for name, value in body.items():
        try:
            _corrected(some, {name: value}, length)
        except (KeyError, ValueError, msgspec.DecodeError):
            return name
    return ""


def _settled(quotation: Quotation, verdict: Judgement | None, length: int) -> Quotation:
    if verdict is None:
        return quotation
    sure = msgspec.structs.replace(quotation, confidence=1.0)
    if verdict.kind != "correct":
        return sure
    try:
        return _corrected(sure, verdict.body, length)
    except (KeyError, ValueError, msgspec.DecodeError):
        return quotation


def _corrected(quotation: Quotation, body: Mapping[str, str], length: int) -> Quotation:
    """The quotation with these values.

    Raises:
        KeyError, ValueError, msgspec.DecodeError: one of them is none.
    """
    fields: dict[str, Any] = {}
    if body.keys() - _OF_WORDS:
        before = quotation.attribution or _NOBODY
        fields["attribution"] = _attributed(before, body)
    if "kind" in body:
        fields["kind"] = body["kind"]
    if "content" in body:
        fields["content"] = spans_of(body["content"], length)
    changed = msgspec.structs.replace(quotation, **fields)
    return msgspec.convert(msgspec.to_builtins(changed), Quotation)


def _attributed(before: Attribution, body: Mapping[str, str]) -> Attribution:
    named = {field: body[name] for name, field in OF_SOURCE.items() if name in body}
    # an empty name says that nobody is given; everything else that it is not decided
    known = {f: value if f == "name" else value or None for f, value in named.items()}
    said: dict[str, Any] = {
        name: body[name] or None for name in ("act", "factuality") if name in body
    }
    if "distanced" in body:
        said["distanced"] = _ANSWERS[body["distanced"]]
    if "via" in body:
        said["via"] = msgspec.json.decode(body["via"], type=tuple[Link, ...])
    source = msgspec.structs.replace(before.source, **known)
    return msgspec.structs.replace(before, source=source, **said)


def spans_of(written: str, length: int) -> Spans:
    """`80-190,210-230` as spans of a text of that length.

    Raises:
        ValueError: it is nothing of the kind, or lies outside the text.
    """
    pairs = [part.split("-") for part in written.split(",")]
    spans = merged(Span(int(begin), int(end)) for begin, end in pairs)
    if any(not 0 <= span.begin < span.end <= length for span in spans):
        raise ValueError(written)
    return spans


def _tied(quotations: list[Quotation]) -> tuple[Quotation, ...]:
    """The quotations, none of them inside one that is gone."""
    known = {quotation.id for quotation in quotations}
    return tuple(
        q if q.parent in known else msgspec.structs.replace(q, parent=None)
        for q in quotations
    )
