"""The corpus of political claims: statements, and which pairs say the same.

A line of the file is one actor's claim: `quote`, `name`, `claimvalues` (categories;
those that end in 00 are only headings of others), `cpos` (for or against), `doc_id`,
`cdate`. A passage that is marked for several actors is one statement here. Gold is a
pair of different articles where one actor says the same: actor, category and polarity
agree. A pair in which only the actor differs is *open*: nobody said whether the two
say the same.
"""

import json
import lzma
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from evaluation.errors import EvaluationError

HEADING = "00"


class Statement(NamedTuple):
    """A passage of an article in which actors take a side.

    Attributes:
        sides: category and polarity.
        claims: actor, category and polarity.
    """

    article: str
    published: str
    quote: str
    actors: frozenset[str]
    sides: frozenset[tuple[str, str]]
    claims: frozenset[tuple[str, str, str]]


Pair = tuple[int, int]


def statements(corpus: Path) -> list[Statement]:
    """The statements of the corpus, in its order.

    Raises:
        EvaluationError: there is no such file, or a line is of another form.
    """
    passages: dict[tuple[object, ...], list[dict[str, str]]] = defaultdict(list)
    try:
        with lzma.open(corpus, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                place = row["doc_id"], row["begin"], row["end"], row["quote"]
                passages[place].append(row)
        return [_statement(rows) for rows in passages.values()]
    except (OSError, lzma.LZMAError, ValueError, KeyError) as error:
        raise EvaluationError(f"{corpus}: cannot be read: {error!r}") from error


def _statement(rows: Sequence[dict[str, str]]) -> Statement:
    claims = frozenset(
        (row["name"], value, row["cpos"])
        for row in rows
        for value in row["claimvalues"]
        if not value.endswith(HEADING)
    )
    return Statement(
        article=str(rows[0]["doc_id"]),
        published=rows[0]["cdate"],
        quote=rows[0]["quote"],
        actors=frozenset(row["name"] for row in rows),
        sides=frozenset(claim[1:] for claim in claims),
        claims=claims,
    )


def same_claim(given: Sequence[Statement]) -> frozenset[Pair]:
    """The pairs of different articles that share actor, category and polarity."""
    return _sharing(given, lambda statement: statement.claims)


def same_side(given: Sequence[Statement]) -> frozenset[Pair]:
    """The pairs of different articles that share category and polarity."""
    return _sharing(given, lambda statement: statement.sides)


def same_actor(given: Sequence[Statement]) -> frozenset[Pair]:
    """The pairs of different articles that share an actor."""
    return _sharing(given, lambda statement: statement.actors)


def _sharing(
    given: Sequence[Statement], of: Callable[[Statement], frozenset[object]]
) -> frozenset[Pair]:
    members: dict[object, list[int]] = defaultdict(list)
    for number, statement in enumerate(given):
        for value in of(statement):
            members[value].append(number)
    return frozenset(_pairs(given, members.values()))


def _pairs(given: Sequence[Statement], groups: Iterator[list[int]]) -> Iterator[Pair]:
    for group in groups:
        for one, other in combinations(group, 2):
            if given[one].article != given[other].article:
                yield one, other
