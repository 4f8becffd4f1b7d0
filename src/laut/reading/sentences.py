"""Where the sentences of German news end.

`sentence_ranges` takes a text with its tokens and returns half-open ranges of token
numbers, in order, without a gap: every token is in exactly one sentence. What ends
sentences:

- A full stop, question or exclamation mark, with the quotation marks and brackets that
  close right behind it, unless the text goes on with a small letter or a comma. Several
  sentences in one pair of marks are several sentences; a frame that follows the closing
  mark („Ja!“, sagte er) belongs to the last of them.
- The dot of an abbreviation (`abbreviations.tsv` says when), of an initial, an ordinal
  or a numbered ruler, and a row of dots: only where the next word shows that a sentence
  begins (`starters.tsv`).
- A line break that ends a paragraph, a heading or an item; see `laut.reading.lines`.
- The dash of a dateline („Berlin (dpa) –“) at the beginning of a paragraph.

A colon ends no sentence, nor does a semicolon: in *Er sagte: „Ja. Nein.“* the frame
and the first sentence of the speech are one. A colon at the end of a paragraph stands
before a line break, and that ends it.

Linear in the text, save for the search of a token by its offset.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from laut.reading.dateline import LONGEST, past_dateline
from laut.reading.lines import line_breaks
from laut.reading.tables import rows

_STOPS = ".!?…"
_CLOSING = frozenset("“”\"»«›‹’‘')]\u200b") | {"''", ">>", "<<"}
_OPENING = frozenset("„‚“\"»«›‹'‘([–—-•*·¿¡\u200b") | {
    *("''", "``", ",,", "<<", ">>", "--")
}
_GOES_ON = frozenset(",;:)]")
_ROMAN = re.compile("[IVX]{2,7}")
_NUMBER = re.compile(r"\d{1,3}|\d{1,2}\.\d{1,2}")
_USUAL_ORDINAL = 2
"""Digits: such numbers with a dot before a noun are ordinals ten times in eleven."""
_SMALL_NAME = re.compile(r"[a-z]{1,3}[A-Z]")
"""Names that keep their small letter at the beginning of a sentence: iPhone, eBay."""


class _Text(NamedTuple):
    """What the rules look at.

    Attributes:
        spans: where each token begins and ends.
        words: the tokens.
        lines: the first tokens of lines before which a sentence ends.
    """

    spans: Sequence[tuple[int, int]]
    words: Sequence[str]
    lines: frozenset[int]

    def tied(self, number: int) -> bool:
        """Whether no white space stands between a token and the one before it."""
        return self.spans[number - 1][1] == self.spans[number][0]


class _Stop(NamedTuple):
    """A mark that may end a sentence.

    Attributes:
        at: its token.
        after: the token after it and the marks that close right behind it.
        next_word: the token after that, past the marks that open there.
    """

    at: int
    after: int
    next_word: int


def sentence_ranges(
    text: str, spans: Sequence[tuple[int, int]], words: Sequence[str]
) -> list[tuple[int, int]]:
    """The sentences of a text.

    Args:
        text: the text.
        spans: where each token begins and ends.
        words: the same tokens as strings.

    Returns:
        For each sentence its first token, and the token after its last.
    """
    lines = frozenset(bisect_left(spans, (offset,)) for offset in line_breaks(text))
    starts = {*lines, *_starts(_Text(spans, words, lines)), 0, len(words)}
    begins = starts | set(_past_datelines(words, lines | {0}))
    return list(pairwise(sorted(begins)))


def _past_datelines(words: Sequence[str], lines: frozenset[int]) -> Iterator[int]:
    """The first tokens behind the datelines of paragraphs."""
    for begin in lines:
        end = begin + past_dateline(words[begin : begin + LONGEST])
        if begin < end < len(words):
            yield end


def _starts(text: _Text) -> Iterator[int]:
    """The first tokens of sentences that begin after a stop."""
    words = text.words
    begin = seen = 0
    for at in [i for i, word in enumerate(words) if word[-1] in _STOPS]:
        if at < seen:
            continue
        seen = _past_closing(text, at)
        stop = _Stop(at, seen, _past_opening(words, seen))
        if stop.next_word < len(words) and _ends(text, stop, begin):
            begin = seen
            yield begin


def _past_closing(text: _Text, at: int) -> int:
    """The first token after a stop that neither stops nor closes right behind it."""
    words = text.words
    after = at + 1
    while (
        after < len(words)
        and text.tied(after)
        and (words[after] in _CLOSING or words[after][0] in _STOPS)
    ):
        after += 1
    return after


def _past_opening(words: Sequence[str], after: int) -> int:
    while after < len(words) and words[after] in _OPENING:
        after += 1
    return after


def _ends(text: _Text, stop: _Stop, begin: int) -> bool:
    """Whether a sentence that began at token `begin` ends with this stop."""
    words = text.words
    mark, next_word = words[stop.at], words[stop.next_word]
    if _goes_on(text, stop):
        return False
    if not {"!", "?"}.isdisjoint(words[stop.at : stop.after]):
        return True
    if mark[0] in _STOPS and mark != ".":
        return _begins_sentences(next_word)
    if mark != ".":
        return _abbreviation_ends(words, stop)
    return stop.at == 0 or _full_stop_ends(text, stop, begin)


def _goes_on(text: _Text, stop: _Stop) -> bool:
    """Whether what stands around the stop shows that the sentence goes on."""
    words = text.words
    next_word = words[stop.next_word]
    return (
        (next_word[0].islower() and not _SMALL_NAME.match(next_word))
        or next_word in _GOES_ON
        or (stop.at > 0 and words[stop.at - 1] in {"(", "["})  # (!)  […]
        or (text.tied(stop.after) and _sticks(text, stop))
    )


def _sticks(text: _Text, stop: _Stop) -> bool:
    """Whether a mark that is tied to what follows belongs there: .NET, Red./Foto."""
    led = stop.at > 0 and not text.tied(stop.at)
    return led or not text.words[stop.next_word][0].isalnum()


def _abbreviation_ends(words: Sequence[str], stop: _Stop) -> bool:
    """Whether an abbreviation, an initial or the day of a date ends a sentence too."""
    form, next_word = words[stop.at], words[stop.next_word]
    if form[0].isdigit():
        return False
    table = _abbreviations()
    pair = words[stop.at - 1] + form if stop.at else form
    match table.get(pair) or table.get(form):
        case "never" | "number":
            return False
        case "capital":
            return next_word[0].isalnum()
        case _:
            return _begins_sentences(next_word)


def _full_stop_ends(text: _Text, stop: _Stop, begin: int) -> bool:
    words = text.words
    number = stop.at - 1
    word = words[number]
    if _NUMBER.fullmatch(word):
        listed = number == begin or number in text.lines
        return not listed and not _is_ordinal(words, stop)
    return not _ROMAN.fullmatch(word) or _begins_sentences(words[stop.next_word])


def _is_ordinal(words: Sequence[str], stop: _Stop) -> bool:
    """Whether the number before the full stop is a first, second or third."""
    next_word = words[stop.next_word]
    if _begins_sentences(next_word):
        return False
    before = words[stop.at - 2] if stop.at > 1 else ""
    if (before, "named") in _ordinals():
        return False
    return (
        (next_word.isdigit() and _is_date(words, stop))
        or (not next_word.isdigit() and len(words[stop.at - 1]) <= _USUAL_ORDINAL)
        or _is_counted(before, next_word)
    )


def _is_counted(before: str, after: str) -> bool:
    """Whether the words on both sides of a number make it an ordinal."""
    return (before.lower(), "before") in _ordinals() or (after, "after") in _ordinals()


def _is_date(words: Sequence[str], stop: _Stop) -> bool:
    """Whether the number and the next are of one date: 5. 3. 2005."""
    month = words[stop.at - 2] == "." and words[stop.at - 3].isdigit()
    day = words[stop.next_word + 1 : stop.next_word + 2] == ["."]
    return month or day


def _begins_sentences(word: str) -> bool:
    return word.lower() in _starters()


@cache
def _starters() -> frozenset[str]:
    return frozenset(word for (word,) in rows("starters"))


@cache
def _abbreviations() -> dict[str, str]:
    return {form.replace(" ", ""): ends for form, ends in rows("abbreviations")}


@cache
def _ordinals() -> frozenset[tuple[str, ...]]:
    return frozenset(rows("ordinals"))
