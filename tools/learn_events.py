"""Learn what speaks for events and their roles, and write the tables that say so.

Run as `python -m tools.learn_events CORPUS GOLD`: CORPUS is a file of the quotation
corpus, GOLD the annotated events of some of its articles. Writes `event-lemmas`,
`event-weights` and `event-fillers`. Logistic regression by Newton's method; the counts
of a word leave out the article that is learned from, so that rare words do not seem
sure.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from evaluation.corpora import documents
from laut.reading.eventcandidates import Candidate
from laut.reading.eventfillers import ACTOR, TARGET, Filler, united
from laut.reading.eventtelling import told_of
from laut.reading.eventwords import is_joint
from laut.reading.eventworth import key_of, lemma_odds, signs_of
from laut.reading.pipeline import drafted
from laut.reading.steps.events import finder_of

TABLES = Path(__file__).parent.parent / "src/laut/reading/german"
ROUNDS = 50
EVENTS, FILLERS = 20.0, 12.0
"""How much weights are held back, for events and for roles."""

EXPECTED = {
    ACTOR: {
        "verb slot actor": 1.0,
        "noun slot actor": 0.7,
        "noun stated as actor": 2.0,
        "verb stated as actor": 2.0,
        "joined slot actor": 1.0,
        "noun agent": 0.7,
        "verb agent": 0.7,
    },
    TARGET: {
        "verb slot target": 0.5,
        "noun slot target": 0.5,
        "joined slot target": 1.0,
    },
}
"""What grammar weighs before any article was looked at."""

LEAST = {"event": -0.75, ACTOR: -1.1, TARGET: -1.3}
"""What the sum must reach: chosen so that about as many are read as there are."""

SMALL = 0.03
"""Weights below this are left out."""

_STEM = re.compile(r"(?<=\w{4})(es|en|er|e|n|s)$")


class Example(NamedTuple):
    """Something weighed: its article, its word, what speaks for it, whether right."""

    article: str
    key: str
    signs: tuple[str, ...]
    right: bool


class Learned(NamedTuple):
    """The examples of one corpus: events, and who fills each role of right ones."""

    events: list[Example]
    roles: dict[str, list[Example]]


def examples(corpus: Path, gold: Path) -> Learned:
    """The examples that annotated articles give."""
    lines = gold.read_text("utf-8").splitlines()
    annotated = {row["doc"]: row["events"] for row in map(json.loads, lines)}
    learned = Learned([], {ACTOR: [], TARGET: []})
    for document, article in documents(corpus):
        if document["file"] not in annotated:
            continue
        draft = drafted(article)
        if draft.said is not None:
            finder = finder_of(draft, draft.said)
            found = finder.candidates
            told = told_of(draft, [one.sign for one in found])
            left = [*_placed(article.text, annotated[document["file"]])]
            for one, signs in zip(found, signs_of(found, told), strict=True):
                hit = _hit(one, draft.tokens.spans[one.sign.trigger], left)
                name = document["file"]
                learned.events.append(
                    Example(name, key_of(one), tuple(signs), hit is not None)
                )
                if hit is not None:
                    _add_roles(learned, name, finder.fillers(one), _sides(one, hit))
    return learned


def _placed(text: str, events: list[Any]) -> Iterator[tuple[tuple[int, int], Any]]:
    """Annotated events with the span of their trigger."""
    for event in events:
        word = rf"(?<!\w){re.escape(event['trigger'])}(?!\w)"
        spans = [match.span() for match in re.finditer(word, text)]
        yield spans[event["nth"] - 1], event


def _hit(one: Candidate, span: tuple[int, int], left: list[Any]) -> Any:
    """The annotated event that a candidate is, taken from those left."""
    for entry in left:
        (begin, end), event = entry
        if begin < span[1] and span[0] < end and event["type"] == one.sign.row.type:
            left.remove(entry)
            return event
    return None


def _sides(one: Candidate, hit: Any) -> dict[str, list[str]]:
    """Who is right for each role; of a joint deed all who take part are targets too."""
    both = hit[ACTOR] if is_joint(one.sign.row) else []
    return {ACTOR: hit[ACTOR], TARGET: [*both, *hit[TARGET]]}


def _add_roles(
    learned: Learned,
    article: str,
    fillers: list[Filler],
    sides: Mapping[str, Sequence[str]],
) -> None:
    for filler in united(fillers):
        for role, known in learned.roles.items():
            right = any(_same(name, filler.entity.name) for name in sides[role])
            known.append(Example(article, filler.entity.name, filler.signs, right))


def _same(one: str, other: str) -> bool:
    """Whether the capitalised words of one name are among those of the other."""
    first, second = _capitals(one), _capitals(other)
    return bool(first and second) and (first <= second or second <= first)


def _capitals(name: str) -> set[str]:
    return {_STEM.sub("", w) for w in re.findall(r"\w+", name) if w[:1].isupper()}


def counts(events: Sequence[Example]) -> tuple[Counter[str], Counter[str]]:
    """How often each word was right, and how often it was seen."""
    right = Counter(one.key for one in events if one.right)
    return right, Counter(one.key for one in events)


def odds(events: Sequence[Example]) -> list[float]:
    """The odds of each example's word in the other articles."""
    right, seen = counts(events)
    here = Counter((one.article, one.key) for one in events)
    hits = Counter((one.article, one.key) for one in events if one.right)
    return [
        lemma_odds(
            right[one.key] - hits[one.article, one.key],
            seen[one.key] - here[one.article, one.key],
        )
        for one in events
    ]


def weights(
    found: Sequence[Example],
    held: float,
    more: Sequence[float] = (),
    expected: Mapping[str, float] = MappingProxyType({}),
) -> dict[str, float]:
    """The weight of each sign; `lemma` for what `more` gives of every example.

    Weights are held back to what is expected, where nothing is said to none.
    """
    names = sorted({sign for one in found for sign in one.signs})
    number = {name: at for at, name in enumerate(names)}
    signs = np.zeros((len(found), len(names) + 1))
    for row, one in enumerate(found):
        signs[row, [number[sign] for sign in one.signs]] = 1
        signs[row, -1] = more[row] if more else 1
    right = np.array([one.right for one in found], float)
    start = np.array([*(expected.get(name, 0.0) for name in names), 0.0])
    result = start.copy()
    for _ in range(ROUNDS):
        share = 1 / (1 + np.exp(-signs @ result))
        slope = signs.T @ (share - right) + held * (result - start)
        bend = (signs * (share * (1 - share))[:, None]).T @ signs
        result -= np.linalg.solve(bend + held * np.eye(len(result)), slope)
    return {**dict(zip(names, result.tolist(), strict=False)), "lemma": result[-1]}


def _write(table: str, lines: Iterable[str]) -> None:
    """Put new rows under the remarks that a table begins with."""
    path = TABLES / f"{table}.tsv"
    remarks = [line for line in path.read_text("utf-8").splitlines() if line[:1] == "#"]
    path.write_text("\n".join([*remarks, *lines]) + "\n", "utf-8")


def _rows(learned: dict[str, float], least: float, before: str = "") -> list[str]:
    big = {name: weight for name, weight in learned.items() if abs(weight) >= SMALL}
    rows = [f"{before}{name}\t{weight:.2f}" for name, weight in sorted(big.items())]
    return [f"{before}threshold\t{least:.2f}", *rows]


def main(corpus: Path, gold: Path) -> None:
    """Learn the tables from a corpus and write them."""
    learned = examples(corpus, gold)
    right, seen = counts(learned.events)
    _write("event-lemmas", (f"{w}\t{right[w]}\t{seen[w]}" for w in sorted(seen)))
    events = weights(learned.events, EVENTS, odds(learned.events))
    _write("event-weights", _rows(events, LEAST["event"]))
    lines = []
    for role, found in learned.roles.items():
        of_role = weights(found, FILLERS, expected=EXPECTED[role])
        lines += _rows(of_role, LEAST[role] - of_role.pop("lemma"), f"{role}\t")
    _write("event-fillers", lines)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
