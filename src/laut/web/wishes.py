"""Wishes: what a list is to show, from the words behind an address.

They are checked when they are made, then only used; what cannot be meant is left out,
so that any address gives a page.
"""

import re
from collections.abc import Mapping
from typing import get_args

import msgspec

from laut.terms import Identity
from laut.views.typography import one_line

PAGE = 20
"""Rows of a page."""

LAST_PAGE = 50
"""Pages beyond are not asked for: whoever wants more narrows the search."""

LONGEST = 300
"""Characters of a wish; no name and no query has more."""

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """What a list is to show.

    Attributes:
        words: what to search for.
        outlet: of whom.
        source: in which this source speaks.
        identity: in which somebody is named so.
        since: published on that day or later; the beginning of an ISO date.
        until: published on that day or before.
        page: from 1.
    """

    words: str = ""
    outlet: str = ""
    source: str = ""
    identity: str = ""
    since: str = ""
    until: str = ""
    page: int = 1

    @property
    def skipped(self) -> int:
        """Rows of the pages before."""
        return (self.page - 1) * PAGE

    @property
    def wanted(self) -> int:
        """Rows to ask for: one more than are shown tells whether there are more."""
        return PAGE + 1

    @property
    def narrowed(self) -> bool:
        """Whether anything but words narrows the list."""
        return any((self.outlet, self.source, self.identity, self.since, self.until))


def wishes_of(query: Mapping[str, str]) -> Wishes:
    """The wishes that stand behind an address."""
    until = _date(query.get("until", ""))
    identity = query.get("identity", "")
    return Wishes(
        words=text_of(query, "q"),
        outlet=text_of(query, "outlet"),
        source=text_of(query, "source"),
        identity=identity if identity in get_args(Identity) else "",
        since=_date(query.get("since", "")),
        until=f"{until}~" if until and len(until) < len("2022-09-06") else until,
        page=page_of(query),
    )


def text_of(query: Mapping[str, str], name: str) -> str:
    """One wish in words: harmless, in one line, no longer than it may be."""
    return one_line(query.get(name, ""))[:LONGEST].strip()


def page_of(query: Mapping[str, str]) -> int:
    """The number of the page that is wanted."""
    number = query.get("page", "")
    known = number.isascii() and number.isdigit() and len(number) <= len(str(LAST_PAGE))
    return min(max(int(number), 1), LAST_PAGE) if known else 1


def _date(written: str) -> str:
    return written if _DATE.fullmatch(written) else ""
