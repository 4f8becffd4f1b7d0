"""What an expression of time is read against: the article's day, and what went before.

A `Scene` is frozen; `seen` gives the scene after one more expression. A rule takes what
was found and the scene, and returns a `Reckoned`, or None where there is nothing.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from laut.reading.almanac import dated
from laut.reading.outlook import Outlook, outlook
from laut.reading.tables import rows
from laut.reading.timegrammar import Found

YEAR_FIGURES = 4

BESIDE = 4
"""How many tokens are right beside an expression."""


class Reckoned(NamedTuple):
    """The value of an expression; where the stretch that it tells begins and ends."""

    value: str
    begin: str = ""
    end: str = ""


class Scene(NamedTuple):
    """What expressions are read against.

    Attributes:
        published: the day of the article, if known.
        words, lows: its tokens.
        sentence: the tokens of the sentence, half-open.
        last: the value of the last date that the text has given, or "".
        daily: whether the article speaks of single days around its own.
    """

    published: date | None
    words: Sequence[str]
    lows: Sequence[str]
    sentence: tuple[int, int] = (0, 0)
    last: str = ""
    daily: bool = False

    @property
    def last_year(self) -> str:
        """The year of the last date that the text has given, or ""."""
        year = self.last[:4]
        return year if len(year) == YEAR_FIGURES and year.isdecimal() else ""

    @property
    def day(self) -> date | None:
        """The day that the text speaks of: its last, or that of the article."""
        return (dated(self.last) if self.last else None) or self.published

    @property
    def reference(self) -> date | None:
        """The first day of the time that the text speaks of, be it a month or year."""
        begun = dated(f"{self.last}-01-01"[:10]) or dated(f"{self.last_year}-01-01")
        return begun or self.published

    def before(self, found: Found, distance: int = 1) -> str:
        """The token before an expression, in lower case."""
        at = found.first - distance
        return self.lows[at] if at >= 0 else ""

    def after(self, found: Found, distance: int = 0) -> str:
        """The token after an expression, as it stands."""
        at = found.last + distance
        return self.words[at] if at < len(self.words) else ""

    def looks(self, found: Found) -> Outlook:
        """Whether the clause around an expression looks back or ahead."""
        if self._is_goal(found):
            return Outlook.AHEAD
        return outlook(self.words, found.first, found.last, self.sentence)

    def looks_beside(self, found: Found) -> Outlook:
        """The same by the words right beside the expression only."""
        begin, end = self.sentence
        near = (max(begin, found.first - BESIDE), min(end, found.last + BESIDE))
        return outlook(self.words, found.first, found.last, near)

    def _is_goal(self, found: Found) -> bool:
        """„auf den 28. November vertagt“: what something is put off to, or set for."""
        at = found.first
        if self.lows[at] not in around("goal-article"):
            at -= 1
        if at >= 0 and self.lows[at] in around("goal-article"):
            at -= 1
        return at >= 0 and self.lows[at] in around("goal")


@cache
def around(name: str) -> frozenset[str]:
    """A class of words of `time-context.tsv`."""
    found = [row[1] for row in rows("time-context") if row[0] == name]
    return frozenset(word for cell in found for word in cell.split())


Rule = Callable[[Found, Scene], Reckoned | None]
