"""Words as they count when contents are compared: their stems, and how much each weighs.

Takes words as they stand in a text. A stem stands for all forms of a word, for the verb
and its noun (liefern, Lieferung), and for the words that `claim-synonyms.tsv` lays
beside it. Its weight grows with its rarity, told by its place in the list of frequent
words that the model ships with: so it is the same whatever a ledger holds, before or
later. Pure look-ups and rules.
"""

import math
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from laut.reading.conjugation import forms_of
from laut.reading.tables import classed, rows
from laut.reading.tagger import model
from laut.reading.words import words_of

RAREST = 60_000
"""The rank of a word that is not in the list, whose last has half of it."""

FREQUENT = 30
"""A word of this rank weighs log 2; those more frequent hardly anything."""

SHORTEST_STEM = 4
SHORTEST_PART = 4
SHORTEST_COMPOUND = 9

_ACTION = ("ungen", "ung")
_ENDINGS = ("em", "en", "er", "es", "e", "s", "n")
_SECOND = ("er", "en", "e")
_LATIN = re.compile(r"(\w{3,}ier)(?:en?|te?n?)")
"""Verbs in -ieren, which are too many to be listed."""
_FOLDED = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e"})
_LINKS = ("", "s", "n", "en", "es", "er")
_SMALL_CLASSES = (
    "subject-article", "other-article", "definite-article", "pronoun", "relative",
    "subordinator", "preposition", "clause-adverb", "coordinator", "modal", "connector",
    "auxiliary-have", "auxiliary-passive", "auxiliary-be", "complement", "question",
    "konjunktiv-sure", "reflexive",
)  # fmt: skip


@lru_cache(maxsize=100_000)
def stem_of(word: str) -> str:
    """The stem that a word counts as, its synonyms' where it has some."""
    stem = _plain_stem(word)
    return _synonyms().get(stem, stem)


@lru_cache(maxsize=100_000)
def weight_of(stem: str) -> float:
    """How much a stem weighs: 0 for the most frequent, about 7.6 for the rarest."""
    return math.log(1 + _ranks().get(stem, RAREST) / FREQUENT)


@cache
def is_small(low: str) -> bool:
    """Whether a word in lower case is too small to tell one content from another."""
    return low in _small() or _lemma(low) in classed("claims", "saying")


@cache
def is_verb(word: str) -> bool:
    """Whether a word is a form of a verb of the tables, written like one."""
    return word[:1].islower() and word in _infinitives()


@lru_cache(maxsize=100_000)
def parts_of(word: str) -> tuple[str, ...]:
    """The words that a compound is made of, two of them; none where it is no compound.

    „Waffenlieferung“ gives Waffe and Lieferung: of all ways to cut it into two words of
    the list the one with the most frequent words.
    """
    if "-" in word:
        return tuple(part for part in word.split("-") if len(part) >= SHORTEST_PART)
    low = word.lower()
    if len(low) < SHORTEST_COMPOUND:
        return ()
    ways = [(_spelt()[a] + _spelt()[b], a, b) for a, b in _cuts(low)]
    return min(ways)[1:] if ways else ()


def _cuts(low: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a word into two words of the list."""
    known = _spelt()
    for at in range(SHORTEST_PART, len(low) - SHORTEST_PART + 1):
        if low[at:] not in known:
            continue
        for head in (f"{low[:at]}e", *(low[:at].removesuffix(x) for x in _LINKS)):
            if len(head) >= SHORTEST_PART and head in known:
                yield head, low[at:]


@lru_cache(maxsize=100_000)
def _plain_stem(word: str) -> str:
    low = word.lower()
    lemma = _lemma(low) if word[:1].islower() else ""
    if lemma:
        return _stem_of_verb(lemma)
    folded = low.translate(_FOLDED)
    if word[:1].islower():
        return _less(folded, _ENDINGS, SHORTEST_STEM + 1)
    action = _less(folded, _ACTION)
    return action if action != folded else _less(_less(folded, _ENDINGS), _SECOND)


def _stem_of_verb(lemma: str) -> str:
    """„liefern“ → liefer, „exportieren“ → export, „erkennen“ → erkenn."""
    folded = lemma.translate(_FOLDED).removesuffix("n").removesuffix("e")
    shorter = folded.removesuffix("ier")
    return shorter if len(shorter) >= SHORTEST_STEM else folded


def _less(word: str, endings: tuple[str, ...], shortest: int = SHORTEST_STEM) -> str:
    """A word without the first of some endings that leaves a stem."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word[: -len(ending)]
    return word


@cache
def _lemma(low: str) -> str:
    """The infinitive of a form of a verb, with its prefix; "" where it is none."""
    found = _infinitives().get(low)
    if found:
        return found
    for prefix in _prefixes():
        rest = low.removeprefix(prefix)
        inner = _infinitives().get(rest) or _infinitives().get(rest.removeprefix("zu"))
        if rest != low and inner and len(rest) >= SHORTEST_STEM:
            return prefix + inner
    latin = _LATIN.fullmatch(low)
    return f"{latin[1]}en" if latin else ""


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(sorted(words_of("separable-prefix"), key=lambda w: (-len(w), w)))


@cache
def _infinitives() -> dict[str, str]:
    """Every form of the verbs of the tables by its infinitive; of two the first."""
    verbs = [verb for row in rows("verbs") for verb in row[1].split()]
    found: dict[str, str] = {}
    for verb in (*verbs, *(row[0] for row in rows("strong"))):
        forms = forms_of(verb)
        for form in forms.finite | forms.joined:
            found.setdefault(form, verb)
    return found


@cache
def _synonyms() -> dict[str, str]:
    """Stems of synonyms by the stem of the first of their row."""
    found: dict[str, str] = {}
    for first, others in rows("claim-synonyms"):
        head = _entry_stem(first)
        for word in others.split():
            found.setdefault(_entry_stem(word), head)
    return found


def _entry_stem(word: str) -> str:
    """The stem of a word of the table, which has nouns in lower case too."""
    return _plain_stem(word) if _lemma(word) else _plain_stem(word.capitalize())


@cache
def _ranks() -> dict[str, int]:
    """The rank of every stem: that of its most frequent form."""
    found: dict[str, int] = {}
    for word, rank in model().words.items():
        stem = stem_of(word)
        found[stem] = min(found.get(stem, RAREST), rank)
    return found


@cache
def _spelt() -> dict[str, int]:
    """The words of the list in lower case, with their rank."""
    found: dict[str, int] = {}
    for word, rank in model().words.items():
        found.setdefault(word.lower(), rank)
    return found


@cache
def _small() -> frozenset[str]:
    own = classed("claims", "small") | classed("claims", "negation")
    return own.union(*map(words_of, _SMALL_CLASSES))
