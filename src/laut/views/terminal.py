"""The article in a terminal: its text, and beside or below it who speaks.

Takes a `Reading` and a rich console, writes lines that fit the console's width. From
`WIDE` columns on, notes stand in a margin; below that, under their paragraph. The
output says the same with and without colour: a passage stands in brackets with its
number, `⟦1 … ⟧`, and its note has the same number; a passage that is broken off goes
on under the same number, and what is not certain has a sign at it, `⟦2? … ⟧`. With
reasons, notes always stand under their paragraph. Nothing from the article can steer
the terminal.

Imports rich: load this module when it is used.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console

from laut.model import Reading
from laut.tongues import say
from laut.views.chronicle import chronicle, look_of
from laut.views.deeds import Deed, raised
from laut.views.grounds import Ground, grounds_by_number
from laut.views.ink import put, style_of
from laut.views.notes import (
    Note,
    balance,
    counted_passages,
    dateline,
    joined,
    legend,
    notes_of,
    problem_line,
    title_of,
    voice_facts,
)
from laut.views.passages import Passage
from laut.views.setting import Line, Run, cells, held, padded, wrapped
from laut.views.sureness import signs_of
from laut.views.typography import bound, harmless
from laut.views.voices import (
    Closing,
    Opening,
    Paragraph,
    Segment,
    View,
    marked,
    view_of,
)

MEASURE = 76
"""The longest line of running text, in cells."""

WIDE = 100
"""From so many columns on, notes stand in a margin."""

_NARROWEST = 16
_ROOMY = 60
_GAP = 3
_NOTE_INDENT = 4
_LONGEST_MARGIN = 40
_LONGEST_NAME = 32


class Sheet(NamedTuple):
    """What a page of this width looks like.

    Attributes:
        indent: blanks before each line.
        measure: cells of a line of text.
        margin: cells of a line of the margin; 0 where there is none.
    """

    indent: int
    measure: int
    margin: int


def print_reading(reading: Reading, console: Console) -> None:
    """Write the article with its voices, then a list of the voices, and problems.

    Args:
        reading: any reading; odd spans cost their marks, never the text.
        console: its width, colours and encoding are kept to.
    """
    view = view_of(reading)
    sheet = sheet_for(console.width)
    if view.reasons:
        sheet = sheet._replace(margin=0)
    for part in (_head(view, sheet), _body(view, sheet), _foot(view, sheet)):
        for line in part:
            put(line, console, indent=sheet.indent)


def sheet_for(width: int) -> Sheet:
    """The sheet for a console of so many columns."""
    width = max(width, _NARROWEST)
    indent = 2 if width >= _ROOMY else 0
    margin = min(_LONGEST_MARGIN, width // 3) if width >= WIDE else 0
    room = width - indent - (_GAP + margin if margin else indent)
    return Sheet(indent, min(MEASURE, room), margin)


def _head(view: View, sheet: Sheet) -> Iterator[Line]:
    yield (Run("═" * sheet.measure, "dim"),)
    yield from wrapped([Run(bound(title_of(view.article)), "bold")], sheet.measure)
    yield from wrapped([Run(bound(dateline(view.article)))], sheet.measure)
    yield ()


def _body(view: View, sheet: Sheet) -> Iterator[Line]:
    return _beside(view, sheet) if sheet.margin else _below(view, sheet)


def _below(view: View, sheet: Sheet) -> Iterator[Line]:
    """The text, under each paragraph its notes."""
    notes = _notes(view, sheet.measure - _NOTE_INDENT)
    for paragraph in view.paragraphs:
        yield from _lines(paragraph, sheet)
        yield from _footnotes(paragraph.opens, notes)
        yield ()


def _beside(view: View, sheet: Sheet) -> Iterator[Line]:
    """The text, and in the margin its notes."""
    lines = [line for p in view.paragraphs for line in (*_lines(p, sheet), ())]
    notes = _notes(view, sheet.margin)
    for line, note in zip_longest(lines, _margin(lines, notes), fillvalue=()):
        blanks = Run(" " * (sheet.measure - cells(line) + _GAP))
        yield (*line, blanks, *note) if note else line


def _lines(paragraph: Paragraph, sheet: Sheet) -> list[Line]:
    return wrapped(_runs(paragraph), sheet.measure)


def _runs(paragraph: Paragraph) -> Iterator[Run]:
    """The paragraph as it is set, each bracket one word with what it encloses."""
    weight = "bold" if paragraph.heading else ""
    fresh = {passage.number for passage in paragraph.opens}
    for mark in marked(paragraph):
        match mark:
            case Segment(text=text, chain=chain, mark=told):
                style = style_of(chain[-1].voice) if chain else ""
                look = f"{weight} {style} {look_of(told)}".strip()
                yield Run(bound(harmless(text)), look)
                if isinstance(told, Deed):
                    yield Run(raised(told.number), "dim")
            case Opening(passage):
                anchor = passage.number if passage.number in fresh else None
                fresh.discard(passage.number)
                sign = held(f"⟦{passage.number}{signs_of(passage.quotation)} ")
                yield Run(sign, style_of(passage.voice), anchor)
            case Closing(passage):
                yield Run("⟧", style_of(passage.voice))


def _margin(lines: Sequence[Line], notes: Mapping[int, list[Line]]) -> list[Line]:
    """The margin from the top: each note beside its passage, or next below the last.

    A blank line ends it.
    """
    column: list[Line] = []
    for at, line in enumerate(lines):
        for run in line:
            if run.anchor is not None:
                column += [()] * (at - len(column))
                column += notes[run.anchor]
    return [*column, ()]


def _footnotes(
    passages: Iterable[Passage], notes: Mapping[int, list[Line]]
) -> Iterator[Line]:
    indent = Run(" " * _NOTE_INDENT)
    for passage in passages:
        for line in notes[passage.number]:
            yield (indent, *line)


def _notes(view: View, width: int) -> dict[int, list[Line]]:
    """The notes of all passages by their numbers, set to a width."""
    grounds = grounds_by_number(view.passages, view.reasons)
    notes: dict[int, list[Line]] = {}
    for passage, note in zip(view.passages, notes_of(view.passages), strict=True):
        number = passage.number
        notes[number] = _note(passage, note, grounds[number], width)
    return notes


def _note(
    passage: Passage, note: Note, grounds: Sequence[Ground], width: int
) -> list[Line]:
    """`3 Name (Staat) ← Akten · möglich · wörtlich · „sagte“`, the number hanging out.

    What does not fit into one line has the facts on lines of their own.
    """
    style = f"bold {style_of(passage.voice)}"
    number = Run(f"{note.number}{signs_of(passage.quotation)} ", style)
    head = [Run(note.name, style), *_behind(note)]
    facts = _facts(note)
    room = width - cells([number])
    whole = [*head, Run(held(" · ")), *facts]
    if cells(whole) <= room:
        return _hanging(number, [*wrapped(whole, room), *_grounds(grounds, room)])
    lines = [*wrapped(head, room), *wrapped(facts, room), *_grounds(grounds, room)]
    return _hanging(number, lines)


def _behind(note: Note) -> Iterator[Run]:
    """Who the source is, and whose hands the words came through."""
    for words in (note.aside, note.chain):
        if words:
            yield Run(f" {bound(words)}")


def _facts(note: Note) -> list[Run]:
    """The facts in a row, doubts first and bold."""
    doubts = Run(bound(joined(note.doubts)), "bold")
    facts = Run(bound(joined(note.facts)))
    return [doubts, Run("\u00a0· "), facts] if note.doubts else [facts]


def _grounds(grounds: Sequence[Ground], width: int) -> Iterator[Line]:
    """A line a reason, the labels in a column."""
    widest = max((cell_len(ground.label) for ground in grounds), default=0)
    for ground in grounds:
        label = Run(padded(ground.label, widest + 1), "dim")
        said = [Run(bound(": ".join(filter(None, ground[1:]))))]
        room = max(width - cells([label]), _NARROWEST // 2)
        yield from _hanging(label, wrapped(said, room))


def _hanging(first: Run, lines: Iterable[Line]) -> list[Line]:
    """The lines, the first after `first`, the others under it."""
    below = Run(" " * cells([first]))
    return [(below if n else first, *line) for n, line in enumerate(lines)]


def _foot(view: View, sheet: Sheet) -> Iterator[Line]:
    if view.placeless:
        yield from wrapped([Run(say("Ohne Stelle im Text"), "bold")], sheet.measure)
        notes = _notes(view, sheet.measure - _NOTE_INDENT)
        yield from _footnotes(view.placeless, notes)
        yield ()
    yield (Run("─" * sheet.measure, "dim"),)
    yield (Run(say("Stimmen"), "bold"),)
    yield from _voices(view, sheet)
    for line in filter(None, (balance(view), legend(view))):
        yield from wrapped([Run(bound(line))], sheet.measure)
    yield ()
    yield from chronicle(view, sheet.measure)
    yield from _problems(view, sheet)


def _problems(view: View, sheet: Sheet) -> Iterator[Line]:
    if view.problems:
        yield (Run(say("Hinweise"), "bold"),)
        for problem in view.problems:
            message = [Run(bound(problem_line(problem)))]
            yield from _hanging(Run("– "), wrapped(message, sheet.measure - 2))
        yield ()


def _voices(view: View, sheet: Sheet) -> Iterator[Line]:
    """A line a voice: its name, its passages, what is known about it."""
    widest = max((cell_len(voice.name) for voice in view.voices), default=0)
    column = min(widest, _LONGEST_NAME, sheet.measure // 2)
    for voice in view.voices:
        names = wrapped([Run(voice.name, f"bold {style_of(voice)}")], column)
        facts = joined([counted_passages(view, voice), *voice_facts(voice)])
        beside = wrapped([Run(bound(facts))], sheet.measure - column - 2)
        for name, fact in zip_longest(names, beside, fillvalue=()):
            yield (*name, Run(" " * (column - cells(name) + 2)), *fact)
