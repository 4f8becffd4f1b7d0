"""Whether a clause looks back or ahead: its tense, and words such as „künftig“.

Takes the tokens of a sentence and a place in it, looks outwards from there for the
nearest word that tells, never farther than `REACH` tokens: a past or a perfect looks
back, a future, a present or an intention ahead.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache

from laut.reading.tables import rows


class Outlook(Enum):
    """Where a clause looks."""

    BACK = "back"
    OPEN = "open"
    NOW = "now"
    AHEAD = "ahead"


REACH = 16
"""How many tokens on each side are looked at."""

_PARTICIPLE = re.compile(
    r"(?:[a-zäöüß]{2,6})?ge[a-zäöüß]{3,}(?:t|en)$|(?:be|ver|er|ent|zer|miss)[a-zäöüß]{3,}(?:t|en)$"
    r"|[a-zäöüß]{3,}iert$"
)
_PAST = re.compile(
    r"(?!ge)[a-zäöüß]{2,}[^aeiouäöü]te[nt]?$|(?!ge)[a-zäöüß]{3,}ete[n]?$"
)


def outlook(
    words: Sequence[str],
    first: int,
    last: int,
    within: tuple[int, int],
) -> Outlook:
    """Where the clause around the tokens `first` to `last` looks.

    Args:
        words: all tokens as they stand; nouns, known by their capital, tell nothing.
        first: the first token of the expression.
        last: the token after its last.
        within: its sentence, half-open.
    """
    begin, end = max(within[0], first - REACH), min(within[1], last + REACH)
    participle = any(_PARTICIPLE.match(word) for word in words[begin:end])
    for at in _outwards((first, last), (begin, end)):
        word = words[at].lower() if at == within[0] else words[at]
        told = _told(word, participle=participle)
        if told is not None:
            return told
    return Outlook.OPEN


def _outwards(inner: tuple[int, int], outer: tuple[int, int]) -> Iterator[int]:
    """The places around an expression, the nearest first."""
    for step in range(1, REACH + 1):
        if inner[0] - step >= outer[0]:
            yield inner[0] - step
        if inner[1] + step - 1 < outer[1]:
            yield inner[1] + step - 1


def _told(low: str, *, participle: bool) -> Outlook | None:
    """What one word tells of the tense, if anything."""
    words = _words()
    if low in words["perfect"] and participle:
        return Outlook.BACK
    for name, told in _CLASSES:
        if low in words[name]:
            return told
    past = low in _strong_pasts() or _PAST.match(low)
    return Outlook.BACK if past and low not in words["none"] else None


_CLASSES = (
    ("back", Outlook.BACK),
    ("ahead", Outlook.AHEAD),
    ("present", Outlook.NOW),
)


@cache
def _words() -> dict[str, frozenset[str]]:
    names = {row[0] for row in rows("outlook")}
    return {
        name: frozenset(
            w for r in rows("outlook") if r[0] == name for w in r[1].split()
        )
        for name in names
    }


@cache
def _strong_pasts() -> frozenset[str]:
    """„ging“, „gingen“, and with a prefix that is not split off: „begann“."""
    pasts = [row[2] for row in rows("strong")]
    plural = [past + ("n" if past.endswith("e") else "en") for past in pasts]
    both = {*pasts, *plural}
    return frozenset(
        both | {p + b for p in ("be", "ver", "er", "ent", "zer") for b in both}
    )
