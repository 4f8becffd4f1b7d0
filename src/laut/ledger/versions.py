"""What a version of an article changed of the one before it.

Takes two articles, returns the places where they differ: short fields whole, texts line
by line. Pure. Of two texts that hardly share a line, and of very long ones, no attempt
is made to pair lines: one change says what went and what came.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from laut.ledger.records import Change
from laut.model import Article

_FIELDS = ("title", "author", "published")
_MOST_LINES = 2000
"""Lines that differ, up to which they are paired: the work grows with the square."""


def changes(before: Article, after: Article) -> tuple[Change, ...]:
    """The places where two versions differ, in the order title, author, date, text."""
    fields = (
        Change(field=name, before=getattr(before, name), after=getattr(after, name))
        for name in _FIELDS
    )
    found = [change for change in fields if change.before != change.after]
    return (*found, *_lines(before.text.splitlines(), after.text.splitlines()))


def _lines(old: list[str], new: list[str]) -> Iterator[Change]:
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    if not old and not new:
        return
    if len(old) + len(new) > _MOST_LINES:
        yield _change(old, new)
        return
    for tag, a, b, c, d in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            yield _change(old[a:b], new[c:d])


def _shared(old: list[str], new: list[str]) -> int:
    """How many lines both begin with."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(old), len(new)))


def _change(old: list[str], new: list[str]) -> Change:
    return Change(field="text", before="\n".join(old), after="\n".join(new))
