"""Sentences with other annotations: names, parts of speech, mood.

Each reader takes a corpus file and returns `Sentence`s on the corpus's own tokens,
brought to the forms that the model sees. Labels are numbers in the tables below.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from training.runtime.forms import (
    CLOSED,
    DOUBLE,
    OPEN,
    SINGLE,
    SINGLE_CLOSED,
    SINGLE_OPEN,
)

POS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
    "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
MOODS = ("none", "Ind", "Sub", "Imp")
NAME_CLASSES = tuple(
    name + part
    for name in ("PER", "LOC", "ORG", "OTH")
    for part in ("", "deriv", "part")
)
NAMES = ("O", *(f"{b}-{c}" for c in NAME_CLASSES for b in "BI"))
MISSING = -100


class Sentence(NamedTuple):
    """One sentence; labels are -100 where the corpus says nothing.

    Attributes:
        forms: [tokens]; pos, mood, names: label numbers [tokens].
        silver: whether the names were marked by a machine.
    """

    forms: list[str]
    pos: list[int]
    mood: list[int]
    names: list[int]
    silver: bool


def seen_forms(words: Iterable[str]) -> list[str]:
    """The forms of words without a text: quotation marks open and close in turn."""
    inside = {True: False, False: False}
    result = []
    for word in words:
        double = word in DOUBLE
        if double or word in SINGLE:
            inside[double] = not inside[double]
            pair = (OPEN, CLOSED) if double else (SINGLE_OPEN, SINGLE_CLOSED)
            result.append(pair[0 if inside[double] else 1])
        else:
            result.append("".join("0" if c.isdigit() else c for c in word))
    return result


def blocks(path: Path) -> Iterator[list[list[str]]]:
    """Blocks of tab-separated rows, comments left out."""
    with path.open(encoding="utf8") as file:
        yield from _blocks(file)


def _blocks(file: Iterable[str]) -> Iterator[list[list[str]]]:
    block: list[list[str]] = []
    for line in file:
        if line.startswith(("# ", "#\t")):
            continue
        if line.strip():
            block.append(line.rstrip("\n").split("\t"))
        elif block:
            yield block
            block = []
    if block:
        yield block


def syntax(path: Path, *, moods: bool) -> Iterator[Sentence]:
    """Parts of speech, and mood where the corpus marks it, from CoNLL-U."""
    for block in blocks(path):
        rows = [r for r in block if r[0].isdigit()]
        mood = [MISSING] * len(rows)
        if moods:
            mood = [_mood(r[5]) for r in rows]
        yield Sentence(
            seen_forms(r[1] for r in rows),
            [POS.index(r[3]) if r[3] in POS else MISSING for r in rows],
            mood,
            [MISSING] * len(rows),
            silver=False,
        )


def _mood(features: str) -> int:
    for feature in features.split("|"):
        name, _, value = feature.partition("=")
        if name == "Mood" and value in MOODS:
            return MOODS.index(value)
    return 0


def names(path: Path) -> Iterator[Sentence]:
    """Outer names of GermEval 2014."""
    for block in blocks(path):
        yield _named([r[1] for r in block], [r[2] for r in block], silver=False)


def silver_names(path: Path) -> Iterator[Sentence]:
    """Names of WikiNEuRal; its MISC is OTH."""
    for block in blocks(path):
        labels = [r[2].replace("MISC", "OTH") for r in block]
        yield _named([r[1] for r in block], labels, silver=True)


def _named(words: list[str], labels: list[str], *, silver: bool) -> Sentence:
    nothing = [MISSING] * len(words)
    numbers = [NAMES.index(label) if label in NAMES else 0 for label in labels]
    return Sentence(seen_forms(words), nothing, nothing, numbers, silver)
