"""Expressions of time in a row of tokens, by the patterns of `time-patterns.tsv`.

`found_in(words)` yields what is found from left to right, none overlapping
another. The patterns are one tree of words and kinds; from every token the tree is
walked as far as the tokens lead, and the longest way wins. The tree has a depth, so
that all is linear in the text.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from laut.reading.tables import rows
from laut.reading.timewords import Sense, senses

NONE = "-"
"""The type of what only looks like an expression of time."""


class Row(NamedTuple):
    """A row of the table: what a way through the tree means.

    Attributes:
        number: its place in the table.
        lead: how many tokens before the expression are part of the way.
        size: how many tokens the expression has.
    """

    number: int
    type: str
    rule: str
    lead: int
    size: int


class Found(NamedTuple):
    """An expression of time among the tokens.

    Attributes:
        first, last: its tokens, half-open.
        senses: as what each token of the way was taken, what stands around included.
    """

    row: Row
    first: int
    last: int
    senses: tuple[Sense, ...]

    def value(self, *kinds: str) -> str:
        """The value of the first token that was taken as one of the kinds, or ""."""
        return next((s.value for s in self.senses if s.kind in kinds), "")

    def values(self, *kinds: str) -> list[str]:
        """The values of all tokens that were taken as one of the kinds."""
        return [s.value for s in self.senses if s.kind in kinds]

    def has(self, word: str) -> bool:
        """Whether a word that stands in the pattern itself is there."""
        return any(s.kind == "" and s.value == word for s in self.senses)


class _Node:
    """A place in the tree: where tokens lead on, and what ends here."""

    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.ends: list[Row] = []


class _Element(NamedTuple):
    keys: tuple[str, ...]
    outside: bool
    optional: bool


_Key = tuple[str, Sense]
_Way = tuple[Sense, ...]


def found_in(words: Sequence[str]) -> Iterator[Found]:
    """The expressions of time, and none of those that only look like one."""
    tree, _ = _grammar()
    keys = [_keys(word) for word in words]
    free = 0
    for at, mine in enumerate(keys):
        if at < free or not any(key in tree.next for key, _ in mine):
            continue
        best = _longest(tree, keys, at)
        if best is None:
            continue
        rival = _longest(tree, keys, best.first) if best.first > at else None
        if rival is not None and rival.last > best.last:
            best = rival
        free = best.last
        if best.row.type != NONE:
            yield best


@lru_cache(maxsize=1 << 15)
def _keys(word: str) -> tuple[_Key, ...]:
    """All keys that a token answers to."""
    found, low = senses(word), word.lower()
    literal = ((f"={low}", Sense("", low)),) if low in _grammar()[1] else ()
    if not found:
        return literal
    kinds = [(s.kind, s) for s in found]
    exact = [(f"{s.kind}={s.value}", s) for s in found]
    return (*kinds, *exact, *literal)


def _longest(tree: _Node, keys: Sequence[tuple[_Key, ...]], at: int) -> Found | None:
    """The longest expression on a way that begins at a token."""
    best: tuple[tuple[int, int, int], Row, _Way] | None = None
    ways: list[tuple[_Node, int, _Way]] = [(tree, at, ())]
    while ways:
        node, here, way = ways.pop()
        for row in node.ends:
            rank = (row.size, len(way), -row.number)
            if best is None or rank > best[0]:
                best = (rank, row, way)
        if here < len(keys) and node.next:
            steps = ((node.next.get(key), sense) for key, sense in keys[here])
            ways += [(n, here + 1, (*way, s)) for n, s in steps if n is not None]
    if best is None:
        return None
    _, row, way = best
    return Found(row, at + row.lead, at + row.lead + row.size, way)


@cache
def _grammar() -> tuple[_Node, frozenset[str]]:
    """The tree, and the words that stand in patterns themselves."""
    tree = _Node()
    names = {row[1]: row[2] for row in rows("time-patterns") if row[0] == "="}
    for number, (kind, rule, pattern) in enumerate(rows("time-patterns")):
        if kind != "=":
            for way in _ways(_elements(pattern, names)):
                _add(tree, way, (number, kind, rule))
    return tree, frozenset(_literals(tree))


def _elements(pattern: str, names: dict[str, str]) -> list[_Element]:
    """The words of a pattern: „<am|zum> DAY MONTH YEAR?“."""
    result, outside = [], False
    for written in pattern.split():
        outside = outside or written.startswith("<")
        bare = written.strip("<>")
        word = bare.removesuffix("?")
        parts = [p for w in word.split("|") for p in names.get(w, w).split("|")]
        keys = tuple(p if p[0].isupper() else f"={p}" for p in parts)
        result.append(_Element(keys, outside, bare.endswith("?")))
        outside = outside and not written.endswith(">")
    return result


def _ways(elements: list[_Element]) -> Iterator[list[_Element]]:
    """The pattern with and without each word that may be missing."""
    if not elements:
        yield []
        return
    head, *rest = elements
    for way in _ways(rest):
        yield [head, *way]
        if head.optional:
            yield way


def _add(tree: _Node, way: list[_Element], row: tuple[int, str, str]) -> None:
    nodes = [tree]
    for element in way:
        nodes = [n.next.setdefault(k, _Node()) for n in nodes for k in element.keys]
    inside = [i for i, element in enumerate(way) if not element.outside]
    if not inside:
        return
    ends = Row(*row, lead=inside[0], size=len(inside))
    for node in nodes:
        node.ends.append(ends)


def _literals(node: _Node) -> Iterator[str]:
    for key, following in node.next.items():
        if key[0] == "=":
            yield key[1:]
        yield from _literals(following)
