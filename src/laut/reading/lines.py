"""Which line breaks of a text end a sentence.

`line_breaks` takes a text and returns the offsets at which a line begins whose break
before it ends a sentence. What it goes by is only the lines:

- An empty line always ends one.
- A break ends one, as after paragraphs and headings, unless the sentence runs over it:
  the line does not close with a full stop or the like and the next begins with a small
  letter, or it ends with a comma or with a word that nothing ends with
  (`unfinished.tsv`); or the text is *wrapped*, and this break only wraps.
- A text is wrapped where most breaks stand where the next word would no longer have
  fitted, and sentences often run over them. There, a break only wraps if the next word
  would not have fitted; the rules for stops decide whether a sentence ends as well.

Linear in the text.
"""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from laut.reading.tables import rows

_CLOSED = re.compile(r"""[.!?…]["'“”‘’»«›‹)\]]*\Z""")
_ITEM = re.compile(r"[•*·▪◦] |[a-z]\)")
_TAIL = 20
"""How many characters at the end of a line are looked at."""

WIDEST = 160
"""Characters: lines that are longer have not been wrapped by anybody."""

_FEWEST_WRAPS = 3
_OPEN_WRAPS = 0.2
"""Share of breaks in the midst of a sentence, at least, in wrapped German prose."""


class _Line(NamedTuple):
    """A line that is not empty, without the white space around it.

    Attributes:
        begin: offset of its first character.
        content: what stands in it.
        apart: whether an empty line stands before it.
        width: characters up to its end, with what it is indented by.
    """

    begin: int
    content: str
    apart: bool
    width: int


def line_breaks(text: str) -> list[int]:
    """The offsets of first characters of lines before which a sentence ends."""
    lines = _lines(text)
    if len(lines) < 2:  # noqa: PLR2004 - a break has a line on both sides
        return []
    width = _wrapped_at(lines)
    return [
        after.begin for before, after in pairwise(lines) if _ends(before, after, width)
    ]


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    offset = 0
    apart = False
    for raw in text.splitlines(keepends=True):
        content = raw.strip()
        if content:
            width = len(raw.rstrip())
            begin = offset + width - len(content)
            found.append(_Line(begin, content, apart, width))
        apart = not content
        offset += len(raw)
    return found


def _wrapped_at(lines: list[_Line]) -> int:
    """The width that the text is wrapped at; 0 where it is not."""
    inner = [pair for pair in pairwise(lines) if not pair[1].apart]
    if len(inner) < _FEWEST_WRAPS:
        return 0
    widths = sorted(before.width for before, _ in inner)
    width = widths[len(widths) * 9 // 10]
    wraps = [pair for pair in inner if _full(*pair, width)]
    opened = sum(_is_open(*pair) for pair in wraps)
    wrapped = (
        width <= WIDEST
        and len(wraps) >= max(_FEWEST_WRAPS, len(inner) / 2)
        and opened >= len(wraps) * _OPEN_WRAPS
    )
    return width if wrapped else 0


def _full(before: _Line, after: _Line, width: int) -> bool:
    """Whether the first word of the next line would not have fitted into this one."""
    word = after.content.split(maxsplit=1)[0]
    return before.width + 1 + len(word) > width


def _ends(before: _Line, after: _Line, width: int) -> bool:
    if after.apart or _ITEM.match(after.content):
        return True
    if width and _full(before, after, width):
        return False
    return not _is_open(before, after)


def _is_open(before: _Line, after: _Line) -> bool:
    """Whether the words alone show that a sentence runs over the break."""
    end = before.content[-_TAIL:]
    if after.content[0].islower():
        return not _CLOSED.search(end)
    return end[-1] == "," or end.rsplit(maxsplit=1)[-1].lower() in _unfinished()


@cache
def _unfinished() -> frozenset[str]:
    return frozenset(word for (word,) in rows("unfinished"))
