"""Setting lines of a terminal: measured in cells, broken at blanks, cut in the middle.

Wide characters take two cells and combining marks none, as `rich.cells` measures
them. Every character that is no blank comes out once, in order.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

from laut.views.typography import BOUND_BLANK

_BLANKS = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_BOUND_BLANKS = re.compile(r"[\u00a0\u2007\u202f]")
_ELLIPSIS = " … "


class Run(NamedTuple):
    """Characters of one look.

    Attributes:
        style: how they look, in rich's words; "" is plain.
        anchor: the number of the note that belongs beside the first of them.
    """

    text: str
    style: str = ""
    anchor: int | None = None


Line = tuple[Run, ...]
"""What stands side by side."""


def cells(line: Iterable[Run]) -> int:
    """How many cells a line takes."""
    return sum(cell_len(run.text) for run in line)


def wrapped(runs: Iterable[Run], width: int) -> list[Line]:
    """The runs as lines of at most `width` cells, broken at blanks.

    Runs that no blank parts stay together. Only a word that is longer than a line
    is cut.

    Args:
        runs: what is to be set; blanks in a row count as one.
        width: cells a line, at least 2.
    """
    lines: list[Line] = []
    line: list[Run] = []
    used = 0
    for word in _words(runs):
        for part in _fitting(word, width):
            size = cells(part)
            if line and used + 1 + size > width:
                lines.append(tuple(line))
                line, used = [], 0
            line += [_blank(line[-1], part[0]), *part] if line else part
            used = cells(line)
    return [_finished(line) for line in [*lines, tuple(line)] if line]


def padded(text: str, width: int) -> str:
    """The text and blanks behind it, `width` cells together or what the text takes."""
    return text + " " * (width - cell_len(text))


def shortened(text: str, width: int) -> str:
    """The text, its middle left out for ` … ` where it takes over `width` cells.

    Words stay whole, save one that is too long for its half.

    Args:
        text: one line.
        width: cells, at least 1.
    """
    if cell_len(text) <= width:
        return text
    room = width - len(_ELLIPSIS)
    head = _whole(text, _head(text, room // 2))
    left = room - cell_len(head)
    tail = _whole(text[::-1], _head(text[::-1], left))[::-1]
    return f"{head}{_ELLIPSIS}{tail}" if head and tail else cropped(text, width)


def cropped(text: str, width: int) -> str:
    """The text, its end left out for `…` where it takes over `width` cells."""
    if cell_len(text) <= width:
        return text
    return _head(text, width - 1).rstrip(" …") + "…"


def _whole(text: str, head: str) -> str:
    """The head of a text without the word that its end breaks."""
    if text[len(head)].isspace():
        return head.rstrip(" …")
    return head[: head.rfind(" ") + 1].rstrip(" …")


def _words(runs: Iterable[Run]) -> Iterator[list[Run]]:
    word: list[Run] = []
    for run in runs:
        for index, part in enumerate(_BLANKS.split(run.text)):
            if index and word:
                yield word
                word = []
            if part:
                word.append(Run(part, run.style, None if index else run.anchor))
    if word:
        yield word


def _fitting(word: list[Run], width: int) -> Iterator[list[Run]]:
    """The word, in pieces where it does not fit into a line."""
    if cells(word) <= width:
        yield word
        return
    piece: list[Run] = []
    for run in word:
        rest = run
        while rest.text:
            head = _head(rest.text, width - cells(piece))
            if head or not piece:
                head = head or rest.text[0]
                piece.append(rest._replace(text=head))
                rest = Run(rest.text[len(head) :], rest.style)
            else:
                yield piece
                piece = []
    if piece:
        yield piece


def _head(text: str, width: int) -> str:
    """As many of the first characters as fit into `width` cells."""
    used = 0
    for end, (before, character) in enumerate(pairwise(" " + text)):
        used += cell_len(before + character) - cell_len(before)
        if used > width:
            return text[:end]
    return text


def _blank(before: Run, after: Run) -> Run:
    """The blank between two words, of their look where they share one."""
    return Run(" ", before.style if before.style == after.style else "")


def _finished(line: Line) -> Line:
    """The line in as few runs as may be, blanks that held words together released."""
    result: list[Run] = []
    for run in line:
        text = _BOUND_BLANKS.sub(" ", run.text)
        if result and run.anchor is None and run.style == result[-1].style:
            result[-1] = result[-1]._replace(text=result[-1].text + text)
        else:
            result.append(run._replace(text=text))
    return tuple(result)


def held(text: str) -> str:
    """The text as one word, which no line break parts."""
    return _BLANKS.sub(BOUND_BLANK, text)
