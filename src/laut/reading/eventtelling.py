"""On whose word an event is told, when and where it was.

Takes a draft and the signs of events, returns for each the innermost quotation that
tells it, the status that the quotation leaves it, the date and the place. The act of
speaking itself is told by whoever tells of the speaking.
"""

from bisect import bisect_right
from typing import NamedTuple

from laut.model import Attribution, Quotation, Time
from laut.reading.draft import Draft
from laut.reading.eventsigns import Sign
from laut.reading.polities import code_of_word
from laut.spans import Span
from laut.terms import Act, EventStatus, EventType

SPEAKING: frozenset[EventType] = frozenset(
    {"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONSULT"}
)
"""Types of events that are themselves acts of speech."""

MONTH, DAY = len("2022-09"), len("2022-09-06")
_PLACES = frozenset({"in", "im", "bei", "nahe"})
_WANTED: frozenset[Act] = frozenset({"demand"})
_UNSURE = frozenset({"PS+", "PR+", "PS-", "PR-"})
_INTENDED: frozenset[Act] = frozenset({"announce", "promise", "threaten"})


class Told(NamedTuple):
    """How an event is told.

    Attributes:
        by: the id of the quotation that tells it; None where the author does.
        quotation: that quotation.
        date: when; the month of the article where nothing is said.
        dated: when, only where something is said.
        voiced: whether the word is the cue of a quotation.
        coming: whether it is a meeting on a day later than the article.
    """

    by: int | None
    quotation: Quotation | None
    date: str
    dated: str
    place: str
    voiced: bool = False
    coming: bool = False

    def status_of(self, own: EventStatus, *, aside: bool) -> EventStatus:
        """The status by its own words, and by what the quotation leaves of it.

        Args:
            own: by its own words.
            aside: whether it stands in a relative clause, which quotations take as
                given.
        """
        if self.coming and own in {"happened", "ongoing"}:
            return "planned"
        if own != "happened" or aside or self.quotation is None:
            return own
        return _left(self.quotation.attribution) or own


def _left(attribution: Attribution | None) -> EventStatus | None:
    """The status that a quotation leaves to what is told in it; None for any."""
    if attribution is None or attribution.factuality is None:
        return None
    if attribution.factuality == "UU":
        wanted: EventStatus = "demanded" if attribution.act in _WANTED else "planned"
        return wanted if attribution.act in _WANTED | _INTENDED else None
    return "possible" if attribution.factuality in _UNSURE else None


def told_of(draft: Draft, signs: list[Sign]) -> list[Told]:
    """How each event is told."""
    published = draft.article.published[:MONTH]
    times = sorted(draft.times, key=lambda time: time.span)
    return [_told(draft, sign, published, times) for sign in signs]


def _told(draft: Draft, sign: Sign, published: str, times: list[Time]) -> Told:
    span = draft.tokens.span(sign.trigger, sign.trigger + 1)
    found = innermost(draft, span)
    speaks = sign.row.type in SPEAKING
    while found is not None and speaks and found.kind == "reported":
        found = _by_id(draft, found.parent)
    sentence = _sentence(draft, sign.token)
    dated = _date(times, sentence)
    return Told(
        by=None if found is None else found.id,
        quotation=found,
        date=dated or published,
        dated=dated,
        place=_place(draft, sign.token),
        voiced=any(span in quotation.cue for quotation in draft.quotations),
        coming=sign.row.type == "CONSULT" and _is_later(dated, draft.article.published),
    )


def _is_later(date: str, published: str) -> bool:
    """Whether a date is after the day of the article, as far as it says."""
    size = min(len(date), len(published))
    return size == DAY and date[:size] > published[:size]


def innermost(draft: Draft, span: Span) -> Quotation | None:
    """The shortest quotation whose content holds a span."""
    holding = [
        quotation
        for quotation in draft.quotations
        if any(p.begin <= span.begin < p.end for p in quotation.content)
    ]
    return min(holding, key=_length, default=None)


def _length(quotation: Quotation) -> int:
    return sum(piece.end - piece.begin for piece in quotation.content)


def _by_id(draft: Draft, number: int | None) -> Quotation | None:
    return next((q for q in draft.quotations if q.id == number), None)


def _sentence(draft: Draft, token: int) -> Span:
    sentences = draft.tokens.sentences
    at = bisect_right(sentences, (token, len(draft.tokens) + 1)) - 1
    first, last = sentences[max(0, at)]
    return draft.tokens.span(first, last)


def _date(times: list[Time], sentence: Span) -> str:
    """The first date in the sentence."""
    for time in times:
        if (
            sentence.begin <= time.span.begin < sentence.end
            and time.value[:1].isdigit()
        ):
            return time.value[: len("2022-09-06")]
    return ""


def _place(draft: Draft, token: int) -> str:
    """The first place with „in“ in the sentence."""
    sentences = draft.tokens.sentences
    at = bisect_right(sentences, (token, len(draft.tokens) + 1)) - 1
    words, lows = draft.outline.words, draft.outline.lows
    first, last = sentences[max(0, at)]
    for index in range(first + 1, last):
        named = words[index][:1].isupper() and code_of_word(words[index])
        if lows[index - 1] in _PLACES and named:
            return words[index]
    return ""
