"""What every part of a page is written with: escaped text, classes, names of places."""

from html import escape

import msgspec

from laut.views.passages import Voice
from laut.views.typography import bound, harmless


class Place(msgspec.Struct, frozen=True):
    """Where an article stands on the page.

    Attributes:
        name: begins every id of the article.
        level: of the article's own heading.
    """

    name: str
    level: int


def escaped(text: str) -> str:
    """The text as it may stand in a page, in an element or in an attribute."""
    return escape(bound(harmless(text)))


def classes(voice: Voice) -> str:
    """The classes of what belongs to a voice."""
    return f"s{voice.slot} v{voice.number}"
