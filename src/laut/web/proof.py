"""The proof of a passage: its values as a form has them, and what a form changes.

Pure. `proof_of` gives what stands now, `wanted_changes` what a visitor has written
instead, as the body of a judgement (see `laut.ledger.corrections`).
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from laut.ledger.corrections import corrected, refusal_of
from laut.ledger.keys import quotation_key
from laut.ledger.records import Judgement, Kept
from laut.model import Attribution, Quotation, Reading, Source
from laut.spans import Span, Spans
from laut.tongues import later, say
from laut.views.grounds import LABELS
from laut.views.typography import one_line
from laut.views.words import (
    ACTS,
    FACTUALITIES,
    IDENTITIES,
    KINDS,
    SOURCE_KINDS,
)

LINKS = 3
"""Links of a chain that a form has room for."""

_GAP = "…"
_AROUND = 400
_NOBODY = Attribution(source=Source(name=""))
_ANSWERS: Mapping[bool | None, str] = {True: "yes", False: "no", None: ""}


class Refusal(Exception):  # noqa: N818 - what is refused is said, nothing has failed
    """A correction that cannot be taken, with a sentence that says why."""


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """A passage, ready to be judged.

    Attributes:
        values: what stands now, by the names of `laut.ledger.corrections`.
        links: the chain, as pairs of how and name.
        words: the content; parts are parted by `…`.
        before: the text before it.
        after: the text behind it.
        text: the whole text.
        content: where the words stand.
    """

    values: Mapping[str, str]
    links: tuple[tuple[str, str], ...]
    words: str
    before: str
    after: str
    text: str
    content: Spans

    @property
    def marked(self) -> str:
        """The text from the first word of the content to its last."""
        if not self.content:
            return self.words
        return self.text[self.content[0].begin : self.content[-1].end]


def proof_of(
    kept: Kept, read: Reading, verdicts: Iterable[Judgement], key: str
) -> Proof:
    """The proof of a passage, corrected already where somebody has done so.

    Args:
        kept: its article.
        read: the reading as the reader made it.
        verdicts: the judgements on it.
        key: of the quotation; the reading holds it.
    """
    number = next(q.id for q in read.quotations if quotation_key(kept.key, q) == key)
    kept_in = [verdict for verdict in verdicts if verdict.kind != "reject"]
    settled = corrected(read, kept.key, kept_in)
    quotation = next(q for q in settled.quotations if q.id == number)
    text, content = kept.article.text, quotation.content
    begin = content[0].begin if content else 0
    end = content[-1].end if content else 0
    return Proof(
        values=_values(quotation),
        links=tuple((link.how, link.name) for link in _said(quotation).via),
        words=f" {_GAP} ".join(text[span.begin : span.end] for span in content),
        before=_before(text[max(begin - _AROUND, 0) : begin], begin > _AROUND),
        after=_after(text[end : end + _AROUND], end + _AROUND < len(text)),
        text=text,
        content=content,
    )


def _before(words: str, is_cut: bool) -> str:  # noqa: FBT001 - a fact, no mode
    """The words before, from a whole word on."""
    return f"… {words.partition(' ')[2]}" if is_cut else words


def _after(words: str, is_cut: bool) -> str:  # noqa: FBT001 - a fact, no mode
    """The words behind, up to a whole word."""
    return f"{words.rpartition(' ')[0]} …" if is_cut else words


def _said(quotation: Quotation) -> Attribution:
    return quotation.attribution or _NOBODY


def _values(quotation: Quotation) -> dict[str, str]:
    said = _said(quotation)
    return {
        "source": said.source.name,
        "source_kind": said.source.kind or "",
        "identity": said.source.identity or "",
        "country": said.source.country or "",
        "act": said.act or "",
        "factuality": said.factuality or "",
        "distanced": _ANSWERS[said.distanced],
        "kind": quotation.kind,
    }


class Choice(NamedTuple):
    """A value to choose from a closed list.

    Attributes:
        label: what it is called.
        words: the values with their words.
    """

    label: str
    words: Mapping[Any, str]


def choices() -> dict[str, Choice]:
    """The values that are chosen from lists, by their names."""
    return {
        "kind": Choice(later("Wiedergabe"), KINDS),
        "source_kind": Choice(LABELS["kind"], SOURCE_KINDS),
        "identity": Choice(LABELS["identity"], IDENTITIES),
        "act": Choice(LABELS["act"], ACTS),
        "factuality": Choice(LABELS["factuality"], FACTUALITIES),
        "distanced": Choice(LABELS["distanced"], _YES_AND_NO),
    }


_YES_AND_NO = later({"yes": "ja", "no": "nein"})


def wanted_changes(proof: Proof, fields: Mapping[str, str]) -> dict[str, str]:
    """What a form changes, as the body of a judgement.

    Raises:
        Refusal: nothing is changed, or a value is none.
    """
    changes = {
        name: one_line(fields[name])
        for name, value in proof.values.items()
        if name in fields and one_line(fields[name]) != value
    }
    links = _links(fields)
    if links is not None and links != proof.links:
        shown = [{"name": name, "how": how} for how, name in links]
        changes["via"] = json.dumps(shown, ensure_ascii=False)
    words = " ".join(fields.get("words", "").split())
    if words and words != " ".join(proof.words.split()):
        changes["content"] = _content(words, proof)
    _refuse(changes, proof)
    return changes


def _refuse(changes: Mapping[str, str], proof: Proof) -> None:
    if not changes:
        raise Refusal(say("Es ist nichts geändert."))
    wrong = refusal_of(changes, len(proof.text))
    if wrong:
        raise Refusal(say("Diesen Wert gibt es nicht: {name}.", name=wrong))


def _links(fields: Mapping[str, str]) -> tuple[tuple[str, str], ...] | None:
    """The chain that a form has; None where the form has no room for one."""
    if "via_name_0" not in fields:
        return None
    rows = [
        (fields.get(f"via_how_{row}", ""), one_line(fields.get(f"via_name_{row}", "")))
        for row in range(LINKS)
    ]
    return tuple((how, name) for how, name in rows if name)


def _content(words: str, proof: Proof) -> str:
    """Where corrected words stand in the text, near those before.

    Raises:
        Refusal: they do not stand there.
    """
    near = proof.content[0].begin if proof.content else 0
    spans = []
    for part in filter(None, (part.strip() for part in words.split(_GAP))):
        pattern = r"\s+".join(map(re.escape, part.split()))
        found = [Span(*match.span()) for match in re.finditer(pattern, proof.text)]
        if not found:
            raise Refusal(say("Diese Worte stehen nicht im Text: {words}", words=part))
        spans.append(min(found, key=lambda span: abs(span.begin - near)))
        near = spans[-1].end
    return ",".join(f"{span.begin}-{span.end}" for span in spans)
