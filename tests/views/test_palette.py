import re

import pytest

from laut.views.html import to_page
from laut.views.palette import DARK, LIGHT, Palette
from laut.views.passages import SLOTS

from . import samples
from .contrast import contrast, mixed

AA = 4.5
TINT, TOUCHED = 0.09, 0.20
both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


@both
def test_each_slot_has_a_colour_of_its_own(palette: Palette) -> None:
    assert len(set(palette.voices)) == SLOTS + 1


@both
def test_text_dates_and_numbers_read_on_paper(palette: Palette) -> None:
    for colour in (palette.ink, palette.faint, *palette.voices):
        assert contrast(colour, palette.paper) >= AA


@both
@pytest.mark.parametrize("share", [TINT, TOUCHED])
def test_all_reads_on_the_tint_of_a_voice(palette: Palette, share: float) -> None:
    for voice in palette.voices:
        paper = mixed(voice, palette.paper, share)
        for colour in (voice, palette.ink, palette.faint):
            assert contrast(colour, paper) >= AA


def test_the_tints_are_those_of_the_page() -> None:
    page = to_page([samples.bridge()])
    shares = re.findall(
        r"color-mix\(in srgb, var\(--c\) (\d+)%, var\(--paper\)\)", page
    )
    assert {int(share) for share in shares} == {TINT * 100, TOUCHED * 100}
