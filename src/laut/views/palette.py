"""The colours of the page, for light and for dark: AA contrast on their paper.

Tables only, as `#rrggbb`; index 0 of a row of voices is the voice that nobody is
named for, the others are the slots of `laut.views.passages`.
"""

from typing import NamedTuple


class Palette(NamedTuple):
    """The colours of one page.

    Attributes:
        paper: what is written on.
        ink: the text.
        faint: what is less than the text: dates, facts.
        line: rules; for no text.
        voices: a colour for each slot.
    """

    paper: str
    ink: str
    faint: str
    line: str
    voices: tuple[str, ...]


LIGHT = Palette(
    paper="#fdfcf9",
    ink="#1d1b18",
    faint="#545049",
    line="#d9d4c9",
    voices=(
        "#5b5750",
        "#0b57a6",
        "#993b00",
        "#006465",
        "#a1107a",
        "#456400",
        "#5d38c0",
        "#b0123c",
        "#735000",
    ),
)
"""Dark words on light paper."""

DARK = Palette(
    paper="#15171b",
    ink="#dedbd5",
    faint="#b1ada4",
    line="#383b42",
    voices=(
        "#b5b1a8",
        "#6cb6ff",
        "#ffa066",
        "#4fd1c5",
        "#ff8ad8",
        "#b3d36a",
        "#b9a3ff",
        "#ff8fa3",
        "#e0b26a",
    ),
)
"""Light words on dark paper."""
