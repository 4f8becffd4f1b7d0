"""What is spoken for already: which tokens lie in a quotation or its frame.

Made from a draft between two steps; asked by token number.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from laut.model import Quotation
from laut.reading.draft import Draft
from laut.reading.frames import Range
from laut.spans import Span


class Spoken(NamedTuple):
    """For each token, the number of the quotation it lies in, or -1.

    Attributes:
        quotations: those of the draft, in its order.
        content: by content; of several the shortest.
        frame: by frame.
    """

    quotations: tuple[Quotation, ...]
    content: list[int]
    frame: list[int]

    def is_free(self, first: int, last: int) -> bool:
        """Whether no token of a range is in a content or frame."""
        return all(n < 0 for n in self.content[first:last]) and all(
            n < 0 for n in self.frame[first:last]
        )

    def backwards(self, first: int, last: int) -> Iterator[Quotation]:
        """The quotations with a word, in content or frame, in a range, last first."""
        seen: set[int] = set()
        for index in range(last - 1, first - 1, -1):
            number = max(self.content[index], self.frame[index])
            if number >= 0 and number not in seen:
                seen.add(number)
                yield self.quotations[number]


def spoken_of(draft: Draft) -> Spoken:
    """What is spoken for in a draft."""
    size = len(draft.tokens)
    content, frame = [-1] * size, [-1] * size
    longest_first = sorted(
        range(len(draft.quotations)), key=lambda n: -_length(draft.quotations[n])
    )
    for number in longest_first:
        quotation = draft.quotations[number]
        for span in quotation.content:
            _mark(content, tokens_of(draft, span), number)
        for span in quotation.frame:
            _mark(frame, tokens_of(draft, span), number)
    return Spoken(draft.quotations, content, frame)


def _length(quotation: Quotation) -> int:
    return sum(span.end - span.begin for span in quotation.content)


def _mark(row: list[int], where: Range, number: int) -> None:
    row[where[0] : where[1]] = [number] * (where[1] - where[0])


def tokens_of(draft: Draft, span: Span) -> Range:
    """The tokens that lie in a span of characters."""
    spans = draft.tokens.spans
    first = bisect_left(spans, (span.begin, 0))
    last = bisect_right(spans, span.end, key=lambda s: s[1])
    return first, max(first, last)
