"""Two articles, compared: whether one repeats the other, how, and which one.

Takes two articles, in whichever order, and the hashes that are boilerplate; returns a
`Pair`, or None where neither repeats the other. Pure.
"""

from collections.abc import Callable, Collection
from functools import lru_cache
from typing import Literal, NamedTuple

import numpy as np
from rapidfuzz import fuzz

from laut.model import Article
from laut.reading.tables import rows as reading_rows
from laut.trace.clock import before, day_of, rank
from laut.trace.credits import credited_in, names_of_outlet, plain_name
from laut.trace.fingerprints import Mask, words_of
from laut.trace.overlaps import (
    Worded,
    common,
    copied,
    in_order,
    is_form,
    longest_passage,
    longest_run,
    shared_matter,
    worded,
)
from laut.trace.prints import DAYS, headline_of, same_address

EchoKind = Literal["verbatim", "cut", "edited", "embedded", "paraphrase", "version"]
"""How an article repeats another."""

Sign = Literal["address", "credit", "time", "agency", "length", "name"]
"""By what it was told which of two came first."""

SAME = 0.95
"""From this share on, both ways, a copy is verbatim."""

MAIN = 0.5
"""From this share on an article is mainly taken from the other."""

PART = 0.35
"""The share of either article from which on their words in common count as a copy."""

LEAST = 20
"""How many words in common a copy has at least, boilerplate left out."""

WHOLE = 8
"""How many words an article has at least that is a copy as a whole."""

PASSAGE = 30
"""How long a passage from another outlet is, quotations and boilerplate left out."""

FOREIGN = 30
"""How many words in a row that the other lacks are text of one's own, or left out."""

REWRITTEN = 0.55
"""What share of words in the same order shows a copy with many changes."""

WORTH = 0.1
"""From this share of runs on it is worth looking for a copy with many changes."""

LONGER, SHORTER = 1.25, 0.8
"""By how much a copy is longer or shorter than what it was made of."""

RETOLD = 0.45
"""What share of the longer words shows that a credited article is retold."""

ALIKE = 90.0
"""From how many points of rapidfuzz on two headlines are nearly the same."""

HEADLINE_WORDS = 4
"""How many words a headline has at least that nobody finds twice by chance."""


class Pair(NamedTuple):
    """An article and another that it repeats.

    Attributes:
        copy: the id of the one that came later.
        of: the id of the other.
        kind: how it repeats it.
        share: of the copy's words, how many stand in the other.
        sign: by what it was told which came first.
    """

    copy: str
    of: str
    kind: EchoKind
    share: float
    sign: Sign


class Shares(NamedTuple):
    """How much two texts have in common.

    Attributes:
        form: whether both fill the same form, with figures of their own.
        copy: the share of the later one's words.
        of: the share of the other one's words.
        words: how many words of the later one, boilerplate left out.
        passage: the longest passage, quotations and boilerplate left out.
        added: the longest passage of the later one that the other lacks.
        lost: the longest passage of the other one that the later one lacks.
    """

    form: bool
    copy: float
    of: float
    words: int
    passage: int
    added: int
    lost: int


def compared(one: Article, other: Article, worn: Collection[int] = ()) -> Pair | None:
    """The pair that two articles make; None where neither repeats the other."""
    copy, of, sign = ordered(one, other)
    if is_version(copy, of):
        share = copied(_words(copy), _words(of))
        return Pair(copy.id, of.id, "version", _rounded(share), "address")
    shares = shares_of(_words(copy), _words(of), worn)
    kind = _copy(copy, of, shares) or _headline(copy, of) or _retold(copy, of, sign)
    if kind is None:
        return None
    return Pair(copy.id, of.id, kind, _share(kind, copy, of, shares), sign)


def is_version(one: Article, other: Article) -> bool:
    """Whether two articles are the same page of the same outlet."""
    if not one.url or same_address(one.url) != same_address(other.url):
        return False
    outlets = {plain_name(a.outlet) for a in (one, other) if a.outlet}
    return len(outlets) < 2  # noqa: PLR2004 - two outlets are two articles


def ordered(one: Article, other: Article) -> tuple[Article, Article, Sign]:
    """The later of two articles, the earlier one, and what told them apart."""
    for sign, leads in _SIGNS:
        for copy, of in ((one, other), (other, one)):
            if leads(of, copy) and not leads(copy, of):
                return copy, of, sign
    of, copy = sorted((one, other), key=lambda a: rank(a.published, a.id))
    return copy, of, "name"


def shares_of(copy: Worded, of: Worded, worn: Collection[int]) -> Shares:
    """How much two texts have in common, boilerplate left out."""
    own, its = ~common(copy, worn), ~common(of, worn)
    mine, theirs = copied(copy, of) & own, copied(of, copy) & its
    told = mine & ~copy.quoted
    return Shares(
        form=is_form(copy, of, mine),
        copy=_share_of(mine, own),
        of=_share_of(theirs, its),
        words=int(told.sum()),
        passage=longest_passage(told),
        added=longest_run(~mine),
        lost=longest_run(~theirs),
    )


def _share_of(part: Mask, whole: Mask) -> float:
    return float(part.sum() / max(1, whole.sum()))


def _copy(copy: Article, of: Article, shares: Shares) -> EchoKind | None:
    """How a text repeats another word by word; None where it does not."""
    if shares.form:
        return None
    kin = _kin(copy, of)
    most = max(shares.copy, shares.of)
    enough = shares.words >= LEAST and most >= (MAIN if kin else PART)
    if enough or _as_a_whole(copy, shares):
        return _kind(copy, of, shares)
    if shares.passage >= PASSAGE and not kin:
        return "embedded"
    return "edited" if most >= WORTH and _is_rewritten(copy, of) else None


def _is_rewritten(copy: Article, of: Article) -> bool:
    """Whether texts, changed all over, still have most words in the same order."""
    one, other = _words(copy), _words(of)
    if min(len(one.words), len(other.words)) < LEAST:
        return False
    return in_order(one, other) >= REWRITTEN


def _as_a_whole(copy: Article, shares: Shares) -> bool:
    """Whether short texts are the same."""
    alike = min(shares.copy, shares.of) >= SAME
    return alike and len(_words(copy).words) >= WHOLE


def _kind(copy: Article, of: Article, shares: Shares) -> EchoKind:
    length = len(_words(copy).words) / max(1, len(_words(of).words))
    if shares.added >= FOREIGN or length >= LONGER:
        return "embedded"
    if shares.lost >= FOREIGN or length <= SHORTER:
        return "cut" if shares.copy >= MAIN else "embedded"
    return "verbatim" if min(shares.copy, shares.of) >= SAME else "edited"


def _headline(copy: Article, of: Article) -> EchoKind | None:
    """Whether two outlets print the same headline, or nearly the same."""
    if _kin(copy, of) or not _near(copy, of):
        return None
    ours, its = (_wordings(headline_of(article)) for article in (copy, of))
    if ours and its and ours[0] == its[0]:
        return "verbatim"
    scores = (fuzz.ratio(one, other) for one in ours for other in its)
    return "edited" if max(scores, default=0.0) >= ALIKE else None


def _wordings(headline: str) -> list[str]:
    """A headline, whole and less what stands before its colons; long ones only."""
    parts = headline.split(":")
    wordings = (words_of(":".join(parts[i:])) for i in range(len(parts)))
    return [" ".join(words) for words in wordings if len(words) >= HEADLINE_WORDS]


def _retold(copy: Article, of: Article, sign: Sign) -> EchoKind | None:
    """Whether an article tells in other words what one that it credits told."""
    if sign != "credit" or not _near(copy, of):
        return None
    mine, theirs = _words(copy), _words(of)
    if min(len(mine.words), len(theirs.words)) < LEAST:
        return None
    return "paraphrase" if shared_matter(mine, theirs) >= RETOLD else None


def _share(kind: EchoKind, copy: Article, of: Article, shares: Shares) -> float:
    """The share that belongs to a kind, in the words that it was found by."""
    if kind == "paraphrase":
        return _rounded(shared_matter(_words(copy), _words(of)))
    share = max(shares.copy, 0.0)
    if kind in {"edited", "verbatim"} and share < MAIN:
        share = max(share, in_order(_words(copy), _words(of)), _titles(copy, of))
    return _rounded(share)


def _titles(one: Article, other: Article) -> float:
    ours, its = (_wordings(headline_of(article)) for article in (one, other))
    return max((fuzz.ratio(a, b) / 100 for a in ours for b in its), default=0.0)


def _rounded(share: float | Mask) -> float:
    return round(float(np.mean(share)), 2) if np.size(share) else 0.0


def _words(article: Article) -> Worded:
    return worded(article.text or article.title)


def _kin(one: Article, other: Article) -> bool:
    """Whether two articles are of one outlet, as far as is known."""
    return bool(one.outlet) and plain_name(one.outlet) == plain_name(other.outlet)


def _near(one: Article, other: Article) -> bool:
    days = day_of(one.published), day_of(other.published)
    return None in days or abs((days[0] or 0) - (days[1] or 0)) <= DAYS


def _is_credited(first: Article, second: Article) -> bool:
    """Whether the second credits the outlet of the first, and can have known it."""
    named = _outlet_names(first.outlet) & credited_in(second.text)
    days = day_of(first.published), day_of(second.published)
    return bool(named) and (None in days or (days[0] or 0) <= (days[1] or 0) + 1)


def _is_agency(outlet: str) -> bool:
    return bool(_outlet_names(outlet) & _agencies())


@lru_cache
def _agencies() -> frozenset[str]:
    return frozenset(plain_name(row[0]) for row in reading_rows("agencies"))


_outlet_names = lru_cache(names_of_outlet)

_SIGNS: tuple[tuple[Sign, Callable[[Article, Article], bool]], ...] = (
    ("credit", _is_credited),
    ("time", lambda first, second: before(first.published, second.published)),
    ("agency", lambda one, other: _is_agency(one.outlet) > _is_agency(other.outlet)),
    ("length", lambda one, other: len(_words(one).words) > len(_words(other).words)),
)
"""What tells which of two articles came first, the surest sign first."""
