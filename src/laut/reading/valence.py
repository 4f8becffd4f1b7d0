"""Words that judge, from `valence.tsv`: inakzeptabel, Meilenstein, versagt."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from laut.reading.conjugation import forms_of
from laut.reading.outline import Outline
from laut.reading.tables import rows

_ENDINGS = {
    "predicate": ("",),
    "adjective": (
        "",
        "e",
        "en",
        "er",
        "es",
        "em",
        "ere",
        "erer",
        "eren",
        "ste",
        "sten",
    ),
    "noun": ("", "s", "es", "e", "en", "n", "er", "ern"),
    "word": ("",),
}


class Judgement(NamedTuple):
    """A word that judges: the act it stands for, its row in the table, its token."""

    act: str
    row: int
    at: int


def judgements(outline: Outline, tokens: Iterable[int]) -> list[Judgement]:
    """The words that judge among some tokens, in the order of the table."""
    known = _words()
    found = [
        Judgement(*known[outline.lows[i]], i)
        for i in tokens
        if outline.lows[i] in known
    ]
    return sorted(found, key=lambda judgement: (judgement.row, judgement.at))


@cache
def _words() -> dict[str, tuple[str, int]]:
    table: dict[str, tuple[str, int]] = {}
    for number, (act, sort, cell) in enumerate(rows("valence"), start=1):
        for word in cell.split():
            for form in _forms(word, sort):
                table.setdefault(form, (act, number))
    return table


def _forms(word: str, sort: str) -> set[str]:
    if sort == "verb":
        forms = forms_of(word)
        return set(forms.joined | (frozenset() if forms.particle else forms.finite))
    return {word.lower() + ending for ending in _ENDINGS[sort]}
