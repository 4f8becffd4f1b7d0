"""The view: an article cut into paragraphs, each place with the voices behind it.

Takes a `Reading`, gives a `View` that terminal and page render alike. What always
holds: the segments of a paragraph, joined, are its characters; no segment is empty;
a passage opens in one paragraph at most, and what opens nowhere is `placeless`.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

import msgspec

from laut.model import Article, Explained, Problem, Reading, Reasons
from laut.spans import Span
from laut.views.deeds import Deed, Moment, deeds_of, in_place, moments_of
from laut.views.passages import Passage, Voice, passages_of
from laut.views.typography import harmless

LONGEST_HEADING = 80
"""A line of more characters is no heading."""

_NO_HEADING_BEGINS = tuple("-–—•*·0123456789„»«\"'")
_NO_HEADING_ENDS = tuple(".!?…:;,“”»«›‹\"')")


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text with the same voices behind it.

    Attributes:
        text: the characters, as they stand in the article.
        chain: the passages that it belongs to, the outermost first; () is the author.
        mark: the deed or the time that ends here.
    """

    text: str
    chain: tuple[Passage, ...]
    mark: Deed | Moment | None = None


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the article that shows something.

    Attributes:
        heading: whether it stands over others.
        opens: the passages that begin here.
    """

    segments: tuple[Segment, ...]
    heading: bool
    opens: tuple[Passage, ...]


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A reading, ready to be rendered.

    Attributes:
        voices: in order of first appearance.
        passages: in the order of the text.
        placeless: the passages without words in the text.
        deeds: the events, in the order of the text.
        moments: the times, in the order of the text.
        share: the part of the text that is rendered speech, 0 to 1.
        reasons: why attributions are what they are; of a plain reading none.
    """

    article: Article
    voices: tuple[Voice, ...]
    passages: tuple[Passage, ...]
    paragraphs: tuple[Paragraph, ...]
    placeless: tuple[Passage, ...]
    deeds: tuple[Deed, ...]
    moments: tuple[Moment, ...]
    share: float
    problems: tuple[Problem, ...]
    reasons: tuple[Reasons, ...]

    def numbers(self, voice: Voice) -> list[int]:
        """The numbers of the passages that a voice stands behind."""
        return [p.number for p in self.passages if p.voice.number == voice.number]


class Opening(msgspec.Struct, frozen=True):
    """Here a passage begins, or goes on."""

    passage: Passage


class Closing(msgspec.Struct, frozen=True):
    """Here a passage ends, or breaks off."""

    passage: Passage


def view_of(reading: Reading) -> View:
    """The view of a reading; any spans will do, even such as lie outside the text."""
    passages = passages_of(reading)
    deeds, moments = deeds_of(reading, passages), moments_of(reading)
    text = reading.article.text
    paragraphs = _paragraphs(text, passages, in_place(deeds, moments, len(text)))
    placed = {passage.number for p in paragraphs for passage in p.opens}
    voices = {passage.voice.number: passage.voice for passage in passages}
    return View(
        article=reading.article,
        voices=tuple(voices[number] for number in sorted(voices)),
        passages=passages,
        paragraphs=paragraphs,
        placeless=tuple(p for p in passages if p.number not in placed),
        deeds=deeds,
        moments=moments,
        share=_share(paragraphs),
        problems=reading.problems,
        reasons=reading.reasons if isinstance(reading, Explained) else (),
    )


def marked(paragraph: Paragraph) -> Iterator[Opening | Segment | Closing]:
    """The segments with what opens and closes between them, well nested always.

    Where two passages cross, the later one is closed and opened again.
    """
    open_now: tuple[Passage, ...] = ()
    for segment in (*paragraph.segments, Segment(text="", chain=())):
        kept = _common(open_now, segment.chain)
        yield from map(Closing, reversed(open_now[kept:]))
        yield from map(Opening, segment.chain[kept:])
        if segment.text:
            yield segment
        open_now = segment.chain


def _common(one: Sequence[Passage], other: Sequence[Passage]) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], pairs))


def _paragraphs(
    text: str, passages: Iterable[Passage], marks: Iterable[Deed | Moment]
) -> tuple[Paragraph, ...]:
    lines = _lines(text)
    cut = _segments(text, lines, passages, marks)
    headings = _headings([text[line.begin : line.end] for line in lines])
    seen: set[int] = set()
    return tuple(
        Paragraph(
            segments=tuple(segments), heading=heading, opens=_opens(segments, seen)
        )
        for segments, heading in zip(cut, headings, strict=True)
    )


def _lines(text: str) -> list[Span]:
    """The lines that show something, without the blanks around them."""
    result: list[Span] = []
    begin = 0
    for line in text.split("\n"):
        if harmless(line).strip():
            left = begin + len(line) - len(line.lstrip())
            result.append(Span(left, begin + len(line.rstrip())))
        begin += len(line) + 1
    return result


def _segments(
    text: str,
    lines: Sequence[Span],
    passages: Iterable[Passage],
    marks: Iterable[Deed | Moment],
) -> list[list[Segment]]:
    """The segments of each line."""
    begins = [line.begin for line in lines]
    result: list[list[Segment]] = [[] for _ in lines]
    ends = {mark.place.end: mark for mark in marks}
    places = (mark.place for mark in ends.values())
    edges = {edge for span in (*lines, *places) for edge in span}
    for (begin, end), chain in _stretches(passages, edges):
        line = bisect_right(begins, begin) - 1
        if line >= 0 and begin < lines[line].end:
            segment = Segment(text=text[begin:end], chain=chain, mark=ends.get(end))
            result[line].append(segment)
    return result


def _stretches(
    passages: Iterable[Passage], edges: Iterable[int]
) -> Iterator[tuple[Span, tuple[Passage, ...]]]:
    """The text from edge to edge, with the passages there: one sweep, left to right."""
    opening: dict[int, list[Passage]] = defaultdict(list)
    closing: dict[int, list[Passage]] = defaultdict(list)
    for passage in passages:
        for piece in passage.pieces:
            opening[piece.begin].append(passage)
            closing[piece.end].append(passage)
    active: dict[int, Passage] = {}
    for begin, end in pairwise(sorted({*opening, *closing, *edges})):
        for passage in closing[begin]:
            del active[passage.number]
        active |= {passage.number: passage for passage in opening[begin]}
        yield Span(begin, end), tuple(sorted(active.values(), key=lambda p: p.rank))


def _opens(segments: Iterable[Segment], seen: set[int]) -> tuple[Passage, ...]:
    """The passages that no paragraph before has shown; `seen` grows by them."""
    here = {p.number: p for segment in segments for p in segment.chain}
    fresh = tuple(here[number] for number in sorted(here) if number not in seen)
    seen.update(here)
    return fresh


def _headings(lines: Sequence[str]) -> list[bool]:
    """Which lines are headings: short ones without a full stop, over a line of text."""
    short = [_may_be_heading(line) for line in lines]
    return [mine and not under for mine, under in pairwise([*short, True])]


def _may_be_heading(line: str) -> bool:
    return (
        len(line) <= LONGEST_HEADING
        and not line.startswith(_NO_HEADING_BEGINS)
        and not line.endswith(_NO_HEADING_ENDS)
    )


def _share(paragraphs: Iterable[Paragraph]) -> float:
    segments = [segment for p in paragraphs for segment in p.segments]
    shown = sum(len(segment.text) for segment in segments)
    rendered = sum(len(segment.text) for segment in segments if segment.chain)
    return rendered / shown if shown else 0.0
