"""`Life`: a claim as pages show it, its articles under their keys.

A frozen value, filled by `laut.web.asking.claims` from what the ledger knows of claims.
"""

from collections.abc import Mapping

import msgspec

from laut.tongues import say
from laut.trace.firsts import Echo
from laut.trace.origins import Origins
from laut.trace.roles import Cast
from laut.trace.standing import Standing
from laut.views.typography import one_line


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """An article that is linked to."""

    key: str
    title: str
    outlet: str
    published: str

    @property
    def name(self) -> str:
        """What a link to it says: the outlet, else the title."""
        return one_line(self.outlet) or self.heading

    @property
    def heading(self) -> str:
        """The title, or that there is none."""
        return one_line(self.title) or say("Ohne Titel")


class Life(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with its whole life.

    Attributes:
        members: the ids of all its assertions, the first one first.
        casts: those that count, with what each does, in the order of publication.
        echoes: those among its articles.
        places: its articles, and those that they repeat, by their keys.
    """

    id: str
    wording: str
    since: str
    members: tuple[str, ...]
    casts: tuple[Cast, ...]
    origins: Origins
    standing: Standing
    echoes: tuple[Echo, ...]
    places: Mapping[str, Place]

    @property
    def articles(self) -> int:
        """In how many articles it is told."""
        return len({one.assertion.article for one in self.casts})

    def origin_of(self, assertion: str) -> int:
        """The number of the beginning that an assertion counts with; 0 for none."""
        for number, beginning in enumerate(self.origins.beginnings, start=1):
            if assertion in beginning.occasions:
                return number
        return 0

    def echo_of(self, article: str) -> Echo | None:
        """The echo that an article of the claim is; None where it is none."""
        return next((echo for echo in self.echoes if echo.copy == article), None)


class Repeat(msgspec.Struct, frozen=True, kw_only=True):
    """An article that repeats the one that is shown, or that it repeats.

    Attributes:
        place: the other article.
        is_first: whether the other one came first.
    """

    place: Place
    kind: str
    share: float
    is_first: bool
