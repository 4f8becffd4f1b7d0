"""A row a quotation: number, source, kind, cue, content, confidence; then the events.

`print_table` is for people: it fits the console's width, leaves out the middle of what
is too long, and where there are several articles sets each title over its rows. Under
the quotations of an article stand its events.
`print_fields` is for other programs: tab-separated, nothing shortened, the article in
a column of its own, always the same columns, written as the readings come. A command
line takes the first where somebody watches or a width is asked for, else the second.

Imports rich: load this module when it is used.
"""

from collections.abc import Iterable, Sequence
from itertools import repeat

from rich.cells import cell_len
from rich.console import Console

from laut.model import Article, Reading
from laut.tongues import later, say
from laut.views.event_rows import event_lines
from laut.views.ink import put, put_raw, style_of
from laut.views.passages import Passage, passages_of, words_of
from laut.views.setting import Line, Run, cropped, padded, shortened
from laut.views.typography import one_line
from laut.views.words import SHORT_KINDS

HEADER = later(("Nr.", "Quelle", "Art", "Signal", "Inhalt", "Güte"))
"""The columns; `print_fields` has `Artikel` before them. They are said where shown."""

_SOURCE, _CUE, _CONTENT = 1, 3, 4
_GAP = 2
_NARROWEST = 60
_LONGEST_SOURCE = 5
_LONGEST_CUE = 8

Row = tuple[str, ...]
"""A cell for each column of `HEADER`."""


def print_table(readings: Iterable[Reading], console: Console) -> None:
    """Write the quotations of all readings as a table of the console's width.

    Args:
        readings: taken in whole before anything is written.
        console: its width, colours and encoding are kept to.
    """
    tables = [(r, [(p, _row(p, r)) for p in passages_of(r)]) for r in readings]
    width = max(console.width, _NARROWEST)
    header = tuple(map(say, HEADER))
    widths = _widths([header, *(row for _, t in tables for _, row in t)], width)
    put(_line(header, widths, repeat("bold")), console)
    for reading, table in tables:
        if len(tables) > 1:
            put((), console)
            put((Run(cropped(_name(reading.article), width), "bold"),), console)
        for passage, row in table:
            put(_line(row, widths, _styles(passage)), console)
        for line in event_lines(reading, width):
            put(line, console)


def print_fields(readings: Iterable[Reading], console: Console) -> None:
    """Write the quotations of all readings, a line each, fields parted by tabs.

    Args:
        readings: each is written before the next is asked for.
        console: its encoding is kept to.
    """
    put_raw("\t".join((say("Artikel"), *map(say, HEADER))), console)
    for reading in readings:
        name = _name(reading.article)
        for passage in passages_of(reading):
            put_raw("\t".join((name, *_row(passage, reading))), console)


def _row(passage: Passage, reading: Reading) -> Row:
    return (
        str(passage.number),
        passage.voice.name,
        say(SHORT_KINDS[passage.quotation.kind]),
        passage.cue,
        words_of(reading.article.text, passage.pieces),
        say("{percent} %", percent=f"{passage.quotation.confidence * 100:.0f}"),
    )


def _name(article: Article) -> str:
    return one_line(article.title) or one_line(article.id)


def _widths(rows: Iterable[Row], width: int) -> list[int]:
    """Cells for each column; names and cues are held short, for the content's sake."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    widths[_SOURCE] = min(widths[_SOURCE], width // _LONGEST_SOURCE)
    widths[_CUE] = min(widths[_CUE], width // _LONGEST_CUE)
    others = sum(widths) - widths[_CONTENT] + _GAP * (len(widths) - 1)
    widths[_CONTENT] = min(widths[_CONTENT], width - others)
    return widths


def _fitted(row: Row, widths: Iterable[int]) -> list[str]:
    """The cells, contents without their middle, all others without their end."""
    ways = [cropped] * len(HEADER)
    ways[_CONTENT] = shortened
    return [
        way(cell, width) for way, cell, width in zip(ways, row, widths, strict=True)
    ]


def _line(row: Row, widths: Sequence[int], styles: Iterable[str]) -> Line:
    return tuple(
        Run(padded(cell, width + _GAP), style)
        for cell, width, style in zip(
            _fitted(row, widths), widths, styles, strict=False
        )
    )


def _styles(passage: Passage) -> list[str]:
    style = style_of(passage.voice)
    return [style, f"bold {style}", "", "", "", ""]
