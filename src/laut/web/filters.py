"""Filters of an article: which of its passages are to stand out.

Made from what stands behind the address, then only asked. The text stays whole; what
does not fit recedes.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from laut.tongues import later
from laut.views.notes import DOUBTFUL
from laut.views.passages import Passage
from laut.views.sureness import UNSURE, signs_of
from laut.web.wishes import text_of

Show = Literal["all", "unnamed", "unsure", "author", "source"]

LABELS: Mapping[Show, str] = later(
    {
        "all": "Alles",
        "unnamed": "Nur namenlose Quellen",
        "unsure": "Nur Unsicheres",
        "author": "Nur wofür der Artikel selbst einsteht",
    }
)
"""What the filters are called that need no name."""

_NAMELESS = ("unnamed", "none")


class Filter(NamedTuple):
    """Which passages are to stand out.

    Attributes:
        show: which kind of filter it is.
        source: the name of the voice, of a filter by source.
    """

    show: Show
    source: str = ""

    def takes(self, passage: Passage) -> bool:
        """Whether a passage is to stand out."""
        match self.show:
            case "all":
                return True
            case "unnamed":
                return _is_nameless(passage)
            case "unsure":
                return _is_unsure(passage)
            case "source":
                return passage.voice.name == self.source
            case "author":
                return False

    def classes(self, passage: Passage) -> str:
        """What makes a passage recede that is not meant."""
        return "" if self.takes(passage) else "off"


def filter_of(query: Mapping[str, str]) -> Filter:
    """The filter that stands behind an address."""
    source = text_of(query, "voice")
    if source:
        return Filter("source", source)
    for show in get_args(Show):
        if show == query.get("show") and show != "source":
            return Filter(show)
    return Filter("all")


def _is_nameless(passage: Passage) -> bool:
    source = passage.voice.source
    return source is None or not source.name or source.identity in _NAMELESS


def _is_unsure(passage: Passage) -> bool:
    quotation = passage.quotation
    return UNSURE in signs_of(quotation) or quotation.confidence < DOUBTFUL
