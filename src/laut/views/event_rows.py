"""The events of a table: number, date, parties, deed, object, status, on whose word.

Takes a reading and a width, gives lines in the order of the text; none where there are
no events.
"""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len

from laut.model import Reading
from laut.tongues import later, say
from laut.views.deeds import Deed, deeds_of
from laut.views.passages import passages_of
from laut.views.setting import Line, Run, cropped, padded

HEADER = later(("Nr.", "Zeit", "Wer → wen", "Ereignis", "Was", "Stand", "Laut"))
"""The columns; they are said where shown."""

_GAP = 2
_SHARES = (0, 0, 34, 24, 24, 0, 18)
"""What each column takes of the room, in percent; 0 for one that is never cut."""

Row = tuple[str, ...]


def event_lines(reading: Reading, width: int) -> Iterator[Line]:
    """A blank line, a header, and a line for each event."""
    deeds = deeds_of(reading, passages_of(reading))
    if not deeds:
        return
    header = tuple(map(say, HEADER))
    rows = list(map(_row, deeds))
    widths = _widths([header, *rows], width)
    yield ()
    yield _line(header, widths, "bold")
    for row in rows:
        yield _line(row, widths, "")


def _row(deed: Deed) -> Row:
    teller = "" if deed.passage is None else f"{deed.teller} ({deed.passage})"
    what = f"{deed.what}: {deed.word}"
    number = str(deed.number)
    return (number, deed.date, deed.parties, what, deed.about, deed.status, teller)


def _widths(rows: Iterable[Row], width: int) -> list[int]:
    """Cells for each column: what it needs, or its share of what is left."""
    needed = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    fixed = sum(n for n, share in zip(needed, _SHARES, strict=True) if not share)
    room = width - fixed - _GAP * (len(needed) - 1)
    return [
        min(n, room * share // 100) if share else n
        for n, share in zip(needed, _SHARES, strict=True)
    ]


def _line(row: Sequence[str], widths: Iterable[int], style: str) -> Line:
    return tuple(
        Run(padded(cropped(cell, width), width + _GAP), style)
        for cell, width in zip(row, widths, strict=True)
    )
