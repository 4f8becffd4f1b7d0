"""Words of rendering: what a verb or noun does with what it renders.

`acts.tsv` gives every word its act and how sure it makes the source. `found_in` looks
for the telling one among some tokens: a verb with all its parts goes before a bare
one, a verb before a noun, a word of its own act before a neutral one. Pure look-up,
one pass over the tokens.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from laut.reading.conjugation import forms_of
from laut.reading.outline import Outline
from laut.reading.tables import rows

_SHORTEST = 4
"""Letters of the shortest noun that may end a compound."""

_VERBS = frozenset({"verb", "cue"})

_NEUTRAL = frozenset({"say", "state"})


class ActWord(NamedTuple):
    """One word of one row of `acts.tsv`.

    Attributes:
        act: an act of the vocabulary, or "say".
        commitment: "CT", "PR-" and so on; "-" where the content decides.
        row: the number of its row.
        beside: what must stand beside it, in lower case.
        sort: "verb", "cue", "noun" or "word"; see the table.
    """

    act: str
    commitment: str
    row: int
    beside: frozenset[str]
    sort: str


class ActWordFound(NamedTuple):
    """An `ActWord` at a token of the text."""

    word: ActWord
    at: int


IN_CUE = frozenset({"verb", "cue", "noun", "word"})
IN_FRAME = frozenset({"verb", "cue", "word"})
IN_REPORT = frozenset({"verb", "noun", "word"})
IN_CONTENT = frozenset({"verb", "word"})
"""The sorts of words that tell something where the tokens stand."""


def found_in(
    outline: Outline, tokens: Iterable[int], sorts: frozenset[str]
) -> ActWordFound | None:
    """The word of these sorts that tells most; None where none is known."""
    places = list(tokens)
    lows = {outline.lows[index] for index in places}
    best: ActWordFound | None = None
    for index in places:
        for word in _candidates(outline, index):
            if word.sort not in sorts:
                continue
            if word.beside <= lows and (
                best is None or _weight(word) > _weight(best.word)
            ):
                best = ActWordFound(word, index)
    return best


def _candidates(outline: Outline, index: int) -> tuple[ActWord, ...]:
    known = _words().get(outline.lows[index], ())
    if not outline.words[index][:1].isupper():
        return known
    exact = tuple(word for word in known if word.sort == "word")
    return (*exact, *_noun(outline.lows[index]))


def _noun(low: str) -> tuple[ActWord, ...]:
    """The rows of a noun or of the longest noun that ends it: Rücktrittsforderung."""
    nouns = _nouns()
    for begin in range(max(1, len(low) - _SHORTEST + 1)):
        known = nouns.get(low[begin:])
        if known is not None and (begin == 0 or len(low) - begin >= _SHORTEST):
            return (known,)
    return ()


def _weight(word: ActWord) -> tuple[int, int]:
    is_verb = word.sort in _VERBS
    if word.act not in _NEUTRAL:
        return len(word.beside), 4 if is_verb else 2
    return len(word.beside), 3 if is_verb and word.act == "state" else int(is_verb)


@cache
def _words() -> dict[str, tuple[ActWord, ...]]:
    """Verbs in all their forms, and the words that stand exactly so."""
    table: dict[str, list[ActWord]] = {}
    for form, word in _verb_forms():
        table.setdefault(form, []).append(word)
    for number, (act, commitment, sort, cell) in enumerate(rows("acts"), start=1):
        for form in cell.split() if sort == "word" else ():
            word = ActWord(act, commitment, number, frozenset(), sort)
            table.setdefault(form.lower(), []).append(word)
    return {form: tuple(words) for form, words in table.items()}


def _verb_forms() -> Iterator[tuple[str, ActWord]]:
    for number, (act, commitment, sort, cell) in enumerate(rows("acts"), start=1):
        for entry in cell.split() if sort in _VERBS else ():
            *beside, verb = entry.split("+")
            forms = forms_of(verb)
            needed = frozenset(part.lower() for part in beside)
            parted = needed | ({forms.particle} if forms.particle else set())
            for form in forms.finite:
                yield form, ActWord(act, commitment, number, parted, sort)
            for form in forms.joined:
                yield form, ActWord(act, commitment, number, needed, sort)


@cache
def _nouns() -> dict[str, ActWord]:
    return {
        noun.lower() + ending: ActWord(act, commitment, number, frozenset(), sort)
        for number, (act, commitment, sort, cell) in enumerate(rows("acts"), start=1)
        if sort == "noun"
        for noun in cell.split()
        for ending in ("", "e", "en", "er", "es", "n", "s", "se", "sen")
    }
