import io
from itertools import pairwise

import pytest
from rich.color import Color, ColorSystem
from rich.console import Console
from rich.style import Style

from laut.views.ink import VOICE_STYLES, encodable, put
from laut.views.passages import SLOTS
from laut.views.setting import Run

from .contrast import contrast


def colours() -> list[str]:
    return [_hex(Style.parse(style).color) for style in VOICE_STYLES[1:]]


def _hex(color: Color | None) -> str:
    assert color is not None
    return color.get_truecolor().hex


@pytest.mark.parametrize("paper", ["#000000", "#ffffff"])
def test_every_voice_reads_on_black_and_on_white(paper: str) -> None:
    assert min(contrast(colour, paper) for colour in colours()) >= 3.8


def test_each_slot_has_a_colour_of_its_own_and_nobody_has_none() -> None:
    assert len(set(colours())) == SLOTS
    assert Style.parse(VOICE_STYLES[0]).color is None


def test_where_there_are_sixteen_colours_none_is_black_or_white() -> None:
    for style in VOICE_STYLES[1:]:
        colour = Style.parse(style).color
        assert colour is not None
        assert colour.downgrade(ColorSystem.STANDARD).number not in {0, 7, 8, 15}


def test_neighbours_differ() -> None:
    assert all(one != other for one, other in pairwise(VOICE_STYLES))


def test_an_encoding_that_lacks_signs_gets_plainer_ones() -> None:
    assert encodable("⟦1 „Ja – gut“⟧", "latin-1") == '[1 "Ja - gut"]'
    assert encodable("⟦1 „Ja“ ж⟧", "utf-8") == "⟦1 „Ja“ ж⟧"
    assert encodable("Größe ж", "latin-1") == "Größe ?"


def test_a_line_is_written_as_it_is_set() -> None:
    raw = io.BytesIO()
    console = Console(file=io.TextIOWrapper(raw, encoding="cp1252"), width=10)
    put((Run("[b]ein Wort :smile: länger als die Breite[/b]  "),), console, indent=2)
    console.file.flush()
    written = raw.getvalue().decode("cp1252")
    assert written == "  [b]ein Wort :smile: länger als die Breite[/b]\n"
