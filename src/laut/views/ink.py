"""Ink: how set lines come onto a console, in its colours and its encoding.

Imports rich: load this module when it is used.
"""

from rich.console import Console
from rich.segment import Segment, Segments
from rich.text import Text

from laut.views.passages import Voice
from laut.views.setting import Line

VOICE_STYLES = (
    "italic",
    "color(32)",
    "color(166)",
    "color(30)",
    "color(163)",
    "color(64)",
    "color(99)",
    "color(197)",
    "color(130)",
)
"""How the voice of each slot looks: colours that read on black and on white."""

_PLAINER = str.maketrans("⟦⟧„“”‚‘’–—…·─═←", "[]\"\"\"'''--.*-=<")


def style_of(voice: Voice) -> str:
    """How a voice looks, in rich's words."""
    return VOICE_STYLES[voice.slot]


def put(line: Line, console: Console, *, indent: int = 0) -> None:
    """Write one line as it is set, never wrapped again, no blanks at its end."""
    text = Text(" " * indent if line else "")
    for run in line:
        text.append(encodable(run.text, console.encoding), run.style)
    text.rstrip()
    console.print(text, soft_wrap=True)


def put_raw(text: str, console: Console) -> None:
    """Write one line as it stands, its tabs too."""
    written = encodable(text, console.encoding)
    console.print(Segments([Segment(f"{written}\n")]), soft_wrap=True)


def encodable(text: str, encoding: str) -> str:
    """The text as an encoding can write it: with plainer signs where it must be."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAINER).encode(encoding, "replace").decode(encoding)
    return text
