"""Sentences with other annotations: names, parts of speech, mood.

Each reader takes a corpus file and returns `Sentence`s on the corpus's own tokens,
brought to the forms that the model sees. Labels are numbers in the tables below.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from evaluation.corpora import blocks
from laut.reading.forms import (
    CLOSED,
    DOUBLE,
    OPEN,
    SINGLE,
    SINGLE_CLOSED,
    SINGLE_OPEN,
)
from laut.reading.labels import MOODS, NAMES, POS
from laut.reading.words import words_of

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


def syntax(path: Path, mood_of: Callable[[str, str], int]) -> Iterator[Sentence]:
    """Parts of speech and mood from CoNLL-U.

    `mood_of` takes a form and its features: `marked_mood`, or `derived_mood`.
    """
    for block in blocks(path):
        rows = [r for r in block if r[0].isdigit()]
        yield Sentence(
            seen_forms(r[1] for r in rows),
            [POS.index(r[3]) if r[3] in POS else MISSING for r in rows],
            [mood_of(r[1], r[5]) for r in rows],
            [MISSING] * len(rows),
            silver=False,
        )


def marked_mood(form: str, features: str) -> int:
    """The mood that a corpus marks."""
    del form
    mood = _features(features).get("Mood", "none")
    return MOODS.index(mood) if mood in MOODS else 0


def derived_mood(form: str, features: str) -> int:
    """The mood where a corpus (HDT) marks every finite verb as indicative.

    A third person of the present in -e, and what only the Konjunktiv has, is
    subjunctive.
    """
    found = _features(features)
    marked = marked_mood(form, features)
    third = found.get("Person") == "3" and found.get("Number") == "Sing"
    in_e = found.get("Tense") == "Pres" and form.endswith("e")
    low = form.lower()
    if MOODS[marked] == "Ind" and (
        (third and in_e) or low in words_of("konjunktiv-second")
    ):
        return MOODS.index("Sub")
    return marked


def _features(cell: str) -> dict[str, str]:
    pairs = (feature.partition("=") for feature in cell.split("|"))
    return {name: value for name, _, value in pairs}


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
