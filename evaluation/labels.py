"""Names, parts of speech and mood, against corpora of sentences.

A sentence is read as an article of its own, its words joined by spaces; what the
corpus says of its words is compared by characters, so the words need not be ours.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from evaluation.corpora import blocks
from evaluation.scores import Scores
from laut.model import Article, Mention
from laut.reading.labels import POS
from laut.reading.moods import moods
from laut.reading.pipeline import drafted
from laut.reading.steps.named import named


class Tally(NamedTuple):
    """How often found and gold agree."""

    both: int
    found: int
    gold: int

    def shown(self, name: str) -> str:
        """A line of a table, in percent."""
        precision = 100 * self.both / max(1, self.found)
        recall = 100 * self.both / max(1, self.gold)
        f1 = 200 * self.both / max(1, self.found + self.gold)
        return f"{name:<12} P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.1f}\n"

    @property
    def f1(self) -> float:
        """F1 in percent."""
        return round(200 * self.both / max(1, self.found + self.gold), 1)


def names(corpus: Path) -> Scores:
    """Outer names of a GermEval file: extent and class must both be right."""
    both: Counter[str] = Counter()
    found, gold = both.copy(), both.copy()
    for rows in blocks(corpus):
        spans = _spans([row[1] for row in rows])
        ours = {(*one.span, one.label) for one in _named([row[1] for row in rows])}
        theirs = set(_entities([row[2] for row in rows], spans))
        for group, counts in ((ours, found), (theirs, gold), (ours & theirs, both)):
            counts.update(label for *_, label in group)
    tallies = {n: Tally(both[n], found[n], gold[n]) for n in sorted(gold)}
    total = Tally(both.total(), found.total(), gold.total())
    lines = [tally.shown(name) for name, tally in tallies.items()]
    return Scores(total.shown("names") + "".join(lines), {"names": total.f1})


def grammar(corpus: Path) -> Scores:
    """Parts of speech and the subjunctive, against a CoNLL-U file."""
    right = total = both = found = gold = 0
    for block in blocks(corpus):
        rows = [row for row in block if row[0].isdigit()]
        draft = drafted(_article([row[1] for row in rows]))
        if draft.said is None:
            continue
        begins = {span[0]: n for n, span in enumerate(draft.tokens.spans)}
        mood = moods(draft.said, draft.outline.lows)
        tags = draft.said.pos[draft.said.token >= 0].argmax(1).tolist()
        for row, (begin, _) in zip(rows, _spans([row[1] for row in rows]), strict=True):
            ours = begins.get(begin)
            theirs, marked = "Mood=Sub" in row[5], ours is not None
            said = ours is not None and mood[ours] == "Sub"
            both, found, gold = both + (said and theirs), found + said, gold + theirs
            right += marked and ours is not None and POS[tags[ours]] == row[3]
            total += row[3] in POS
    share = round(100 * right / max(1, total), 1)
    subjunctive = Tally(both, found, gold)
    table = f"{'pos':<12} right {share:5.1f}\n" + subjunctive.shown("subjunctive")
    return Scores(table, {"pos": share, "subjunctive": subjunctive.f1})


def _named(words: Sequence[str]) -> tuple[Mention, ...]:
    """The names that the model finds, before anything is made of them."""
    draft = drafted(_article(words))
    return named(msgspec.structs.replace(draft, mentions=())).mentions


def _article(words: Sequence[str]) -> Article:
    return Article(id="", text=" ".join(words))


def _spans(words: Sequence[str]) -> list[tuple[int, int]]:
    result, at = [], 0
    for word in words:
        result.append((at, at + len(word)))
        at += len(word) + 1
    return result


def _entities(
    tags: Sequence[str], spans: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    """Begin, end and class of every name."""
    open_from, label = -1, ""
    for tag, (begin, _), last in zip(
        [*tags, "O"], [*spans, (0, 0)], [(0, 0), *spans], strict=True
    ):
        if label and tag != f"I-{label}":
            yield open_from, last[1], label
            label = ""
        if tag != "O" and not label:
            open_from, label = begin, tag[2:]
