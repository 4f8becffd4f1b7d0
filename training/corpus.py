"""Annotated documents, on the tokens of the reader.

Takes documents in the JSON form of the quotation corpus (docs/training.md gives it),
returns `Example`s: forms, and for each quotation the token numbers of its content and
roles. The tokens of the annotation are found again in the text by their characters, so
that another tokenisation costs no annotation. What rules find comes along as hints, as
it does when a text is read.
"""

from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

from laut.model import article_of
from laut.reading.draft import draft_of
from laut.reading.forms import forms
from laut.reading.hints import Hint, hints_of
from laut.reading.pipeline import STEPS
from laut.reading.tokens import Tokens, tokenize
from training.errors import TrainingError
from training.raw_text import json_lines

ROLES = ("frame", "speaker", "cue", "addressee")
MEDIA = ("Speech", "SW", "Writing", "ST", "Thought", "TW")
KINDS = ("Direct", "Indirect", "Reported", "FreeIndirect", "IndirectFreeIndirect")
"""The kinds as the corpus names them, in the order of `hints.KINDS`."""

NO_RULES = frozenset({"rendered", "sources"})
"""The steps of the reading where the rules have said all that they say."""


class Marked(NamedTuple):
    """One gold quotation, in token numbers.

    Attributes:
        kind: index into `KINDS`.
        medium: index into `MEDIA`, -1 where none is given.
        content: ascending token numbers.
        roles: the token numbers of each of `ROLES`.
        depth: 0, or 1 where it lies in another quotation.
    """

    kind: int
    medium: int
    content: tuple[int, ...]
    roles: tuple[tuple[int, ...], ...]
    depth: int


class Example(NamedTuple):
    """One document with its gold quotations, and what rules find in it."""

    name: str
    tokens: Tokens
    forms: list[str]
    quotations: tuple[Marked, ...]
    hints: list[Hint]


def read_examples(path: Path) -> list[Example]:
    """All documents of a file.

    Raises:
        TrainingError: a line is not of the form, or the file cannot be read.
    """
    found = []
    for number, row in enumerate(json_lines(path), start=1):
        try:
            found.append(example_of(row))
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise TrainingError(
                f"{path}: document {number} is not of the form that docs/training.md "
                f"gives: {error!r}"
            ) from error
    if not found:
        raise TrainingError(f"{path}: there are no documents in it")
    return found


def example_of(row: dict[str, Any]) -> Example:
    """One document of the corpus's JSON form.

    Raises:
        KeyError, IndexError, TypeError, ValueError: it is not of that form.
    """
    tokens = tokenize(row["originalText"])
    place = _Places(row, tokens)
    marked = [place.marked(annotation) for annotation in row["annotations"]]
    return Example(
        row["file"],
        tokens,
        forms(tokens),
        tuple(with_depth([m for m in marked if m.content])),
        hints_by_rule(row["originalText"], tokens),
    )


def hints_by_rule(text: str, tokens: Tokens) -> list[Hint]:
    """What the steps before the model find in a text."""
    draft = draft_of(article_of(text))
    for named in takewhile(lambda named: named.name not in NO_RULES, STEPS):
        draft = named.step(draft)
    return hints_of(draft.quotations, tokens)


class _Places:
    """Token numbers of an annotation → our token numbers."""

    def __init__(self, row: dict[str, Any], tokens: Tokens) -> None:
        self.ours = list(_matches(_gold_spans(row), tokens.spans))

    def tokens(self, part: dict[str, Any] | None) -> tuple[int, ...]:
        numbers = (part or {}).get("tokenIds", [])
        return tuple(sorted({t for n in numbers for t in self.ours[n]}))

    def marked(self, annotation: dict[str, Any]) -> Marked:
        medium = annotation.get("medium")
        return Marked(
            KINDS.index(annotation["type"]),
            MEDIA.index(medium) if medium in MEDIA else -1,
            self.tokens(annotation["quote"]),
            tuple(self.tokens(annotation.get(role)) for role in ROLES),
            0,
        )


def _gold_spans(row: dict[str, Any]) -> Iterator[tuple[int, int]]:
    text, at = row["originalText"], 0
    for sentence in row["sentences"]:
        for token in sentence["tokens"]:
            begin = text.find(token, at)
            if begin < 0:
                raise ValueError(f"token {token!r} is not in the text after {at}")
            at = begin + len(token)
            yield begin, at


def _matches(
    gold: Iterable[tuple[int, int]], ours: list[tuple[int, int]]
) -> Iterator[list[int]]:
    """For each gold span the numbers of our tokens that share a character with it."""
    first = 0
    for begin, end in gold:
        while first < len(ours) and ours[first][1] <= begin:
            first += 1
        last, found = first, []
        while last < len(ours) and ours[last][0] < end:
            found.append(last)
            last += 1
        yield found


def with_depth(marked: list[Marked]) -> list[Marked]:
    """Largest first; one that shares tokens with a larger one is nested."""
    ordered = sorted(marked, key=lambda m: (-len(m.content), m.content[0]))
    taken: set[int] = set()
    result = []
    for one in ordered:
        inside = bool(taken & set(one.content))
        result.append(one._replace(depth=int(inside)))
        taken |= set(one.content)
    return sorted(result, key=lambda m: (m.content[0], m.depth))
