"""What of an article goes into the index: its fingerprints, and keys that stand for it.

Beside the fingerprints of its text an article has keys: of its address, of its headline
where it is little more than one, and of its outlet and those whom it credits, by day.
Who shares one may be an echo; `echoes` verifies. A ledger keeps `prints_of` article by
article, as (hash, article, position); keys have no position: `KEY`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from laut.model import Article
from laut.trace.clock import day_of
from laut.trace.credits import KEPT, credited_in, names_of_outlet
from laut.trace.fingerprints import Print, fingerprints, key, words_of

KEY = -1
"""The position of a key, which stands nowhere in the text."""

SHORT = 50
"""Up to how many words an article is little more than its headline."""

HEADLINE = 20
"""Up to how many words a text without a title is taken for a headline."""

DAYS = 3
"""How many days apart the same headline may be of the same story."""

_SCHEME = re.compile(r"^[a-z]+://(?:www\.|m\.|amp\.)?", re.IGNORECASE)
_TRACKING = re.compile(
    r"(?<=[?&])(?:utm_\w+|fbclid|gclid|ref|wt_\w+|xtor)=[^&#]*&?", re.IGNORECASE
)


class Prints(NamedTuple):
    """The prints of an article.

    Attributes:
        text: fingerprints of its words.
        headline: keys of pairs of words, of an article that is little more than one.
        names: keys of its whole headline and of outlets, each a sign by itself.
        address: the key of its address, which only versions share.
    """

    text: tuple[Print, ...] = ()
    headline: tuple[Print, ...] = ()
    names: tuple[Print, ...] = ()
    address: tuple[Print, ...] = ()

    @property
    def all(self) -> frozenset[Print]:
        """Every print, as the index keeps them."""
        return frozenset((*self.text, *self.headline, *self.names, *self.address))


@lru_cache(maxsize=KEPT)
def prints_of(article: Article) -> Prints:
    """The prints of an article."""
    words = words_of(article.text or article.title)
    headline = words_of(headline_of(article)) if len(words) <= SHORT else []
    names = (*_whole(article, headline), *_credits(article))
    return Prints(
        fingerprints(words),
        _keys(_pairs(article, headline)),
        _keys(names),
        _keys([key("address", same_address(article.url))] if article.url else []),
    )


@lru_cache(maxsize=KEPT)
def same_address(url: str) -> str:
    """An address less what does not tell pages apart: scheme, fragment, tracking."""
    bare = _SCHEME.sub("", url.strip()).partition("#")[0]
    return _TRACKING.sub("", bare).rstrip("/?&")


@lru_cache(maxsize=KEPT)
def headline_of(article: Article) -> str:
    """The headline of a short article; "" of any other."""
    if len(words_of(article.text)) > SHORT:
        return ""
    first = article.text.strip().partition("\n")[0]
    return article.title or (first if len(words_of(first)) <= HEADLINE else "")


def _keys(keys: Iterable[int]) -> tuple[Print, ...]:
    return tuple(Print(key_, KEY) for key_ in sorted(set(keys)))


def _pairs(article: Article, headline: list[str]) -> Iterator[int]:
    """A key for every two words of a headline that follow one another."""
    for stretch in _stretches(article):
        for one, other in pairwise(headline):
            yield key("pair", stretch, one, other)


def _whole(article: Article, headline: list[str]) -> Iterator[int]:
    for stretch in _stretches(article) if headline else ():
        yield key("headline", stretch, *headline)


def _credits(article: Article) -> Iterator[int]:
    """Keys that an article shares with those whom it credits, the day before too."""
    day = day_of(article.published)
    if day is None:
        return
    for name in names_of_outlet(article.outlet):
        yield key("credit", str(day), name)
    for name in credited_in(article.text):
        yield key("credit", str(day), name)
        yield key("credit", str(day - 1), name)


def _stretches(article: Article) -> tuple[str, ...]:
    """Names of stretches; those at most `DAYS` apart share one."""
    day = day_of(article.published)
    return ("",) if day is None else (str(day // DAYS), str(day // DAYS + 1))
