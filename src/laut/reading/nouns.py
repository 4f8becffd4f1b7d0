"""Nouns for those who speak and for what they give, from `german/nouns.tsv`.

Takes one word as it stands, returns what it is by its ending, or None: „Ministeriums“
is a body, neuter, in the nominative „Ministerium“. Knows nothing of the text around.
"""

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from laut.reading.tables import classed, rows

Sort = Literal["office", "spokes", "man", "body", "medium", "document", "saying"]
"""What a noun is; the table says which is which."""

Letter = Literal["m", "f", "n", "p"]
"""A gender, or `p` for a plural."""

_PERSONS = frozenset({"office", "spokes", "man"})


class Noun(NamedTuple):
    """What a word is by its ending.

    Attributes:
        sort: what it stands for.
        gender: of the singular.
        head: the noun of the table, in lower case: „ministerium“.
        lemma: the word in the nominative, as it is written: „Innenministerium“.
        single: the same of the singular.
        plural: whether the form is only a plural.
    """

    sort: Sort
    gender: Letter
    head: str
    lemma: str
    single: str
    plural: bool

    @property
    def is_person(self) -> bool:
        """Whether it stands for somebody, not something."""
        return self.sort in _PERSONS

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands before the noun of the table: „Ministerium“."""
        return self.single.lower() == self.head


class _Form(NamedTuple):
    sort: Sort
    gender: Letter
    head: str
    nominative: str
    plural: bool
    whole: bool


@lru_cache(maxsize=1 << 16)
def noun_of(word: str) -> Noun | None:
    """What a word is by the longest ending that is in the table."""
    low = word.lower()
    forms = _forms()
    for length in range(min(len(low), _longest()), 1, -1):
        form = forms.get(low[-length:])
        if form is None or (form.whole and length != len(low)):
            continue
        before, own = word[: len(word) - length], word[len(word) - length :]
        lemma, single = (
            before + _cased(noun, own, upper=not before or before[-1] == "-")
            for noun in (form.nominative, form.head)
        )
        return Noun(form.sort, form.gender, form.head, lemma, single, form.plural)
    return None


def _cased(noun: str, own: str, *, upper: bool) -> str:
    """A noun of the table as the text writes it: „SPD“ keeps its capitals."""
    if own.isupper() and len(own) > 1:
        return noun.upper()
    return noun[:1].upper() + noun[1:] if upper else noun


@cache
def _longest() -> int:
    return max(map(len, _forms()))


@cache
def _forms() -> dict[str, _Form]:
    """Every form of every noun; of two the first in the table."""
    found: dict[str, _Form] = {}
    for sort, gender, cell in rows("nouns"):
        for pair in cell.split():
            for form, read in _bent(pair, sort, gender):  # type: ignore[arg-type]
                found.setdefault(form, read)
    return found


def _bent(pair: str, sort: Sort, gender: Letter) -> list[tuple[str, _Form]]:
    """The forms of one noun of the table: of the singular, then of the plural."""
    head, _, several = pair.lstrip("=").partition("/")
    whole = pair[0] == "="
    only = gender == "p"
    one = _Form(sort, gender, head, head, only, whole)
    result = [(head + ending, one) for ending in _endings(gender, head)]
    if several:
        many = _Form(sort, gender, head, several, plural=True, whole=whole)
        result += [(several, many), (several + "n", many)]
    return result


def _endings(gender: Letter, head: str) -> tuple[str, ...]:
    if gender in "fp":
        return ("", "n") if gender == "p" and head[-1] in "er" else ("",)
    if head.endswith("er"):
        return ("", "s")
    return ("", "s", "es")


@cache
def speaking(name: str) -> frozenset[str]:
    """The words of one class of `german/speaking.tsv`, in lower case.

    Raises:
        KeyError: there is no such class.
    """
    return classed("speaking", name)
