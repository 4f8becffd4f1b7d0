import io
import re
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len
from rich.console import Console

from laut.model import Attribution, Problem, Quotation, Reading, Source, article_of
from laut.spans import Span
from laut.tongues import speaking
from laut.views.terminal import MEASURE, print_reading, sheet_for
from laut.views.typography import harmless

from . import samples
from .oddities import foreign_readings, found, odd_readings

SHOWN = Path(__file__).parent / "shown"
CODE = re.compile(r"\x1b\[[0-9;]*m")


def written(reading: Reading, console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    print_reading(reading, console)
    return console.file.getvalue()


def shown(reading: Reading, width: int) -> str:
    return written(reading, Console(file=io.StringIO(), width=width))


def coloured(reading: Reading, width: int) -> str:
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=True,
        color_system="256",
        no_color=False,
    )
    return written(reading, console)


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("name", ["bridge", "talks", "bare", "arms", "explained"])
def test_a_sample_is_shown_like_this(name: str, width: int) -> None:
    expected = SHOWN / f"{name}-{width}.txt"
    assert shown(getattr(samples, name)(), width) == expected.read_text("utf-8")


@pytest.mark.parametrize("width", [80, 120])
def test_colour_adds_codes_and_changes_no_character(width: int) -> None:
    codes = coloured(samples.bridge(), width)
    assert CODE.sub("", codes) == shown(samples.bridge(), width)
    assert "\x1b[38;5;32m" in codes


def test_the_author_s_own_voice_has_no_colour() -> None:
    codes = coloured(samples.bridge(), 80)
    assert "\x1b[0m, berichtete Venn weiter. \x1b[" in codes


def test_headings_and_the_title_are_bold() -> None:
    codes = coloured(samples.bridge(), 80)
    assert "\x1b[1mDie Brücke bleibt zu\x1b[0m" in codes
    assert "\x1b[1mRheinbrücke bei Leverfeld bis zum Frühjahr gesperrt\x1b[0m" in codes


@given(foreign_readings, st.sampled_from([16, 40, 80, 100, 120, 200]))
def test_no_character_of_the_article_is_lost_or_doubled(
    reading: Reading, width: int
) -> None:
    assert found(shown(reading, width)) == found(harmless(reading.article.text))


@given(odd_readings, st.integers(1, 130))
def test_any_reading_is_shown_within_the_width(reading: Reading, width: int) -> None:
    lines = shown(reading, width).split("\n")
    assert all(cell_len(line) <= max(width, 16) + 1 for line in lines)


@given(odd_readings)
def test_nothing_foreign_reaches_the_terminal_as_a_control(reading: Reading) -> None:
    line = shown(reading, 80).replace("\n", "")
    assert harmless(line) == line


def test_an_article_cannot_steer_the_terminal() -> None:
    attack = "\x1b]0;Titel\x07\x1b[2J\x9b1mRot\u202e"
    quotation = Quotation(
        id=0,
        kind="direct",
        content=(Span(0, 9),),
        cue=(Span(0, 9),),
        speaker=(Span(0, 9),),
        addressee=(Span(0, 9),),
        attribution=Attribution(source=Source(name=attack, country=attack)),
    )
    reading = Reading(
        article=article_of(attack, title=attack, outlet=attack, published=attack),
        reader="r",
        quotations=(quotation,),
        problems=(Problem(step="x", message=attack),),
    )
    text = CODE.sub("", coloured(reading, 120))
    assert not set("\x1b\x07\x9b\u202e") & set(text)
    assert text.count("␛]0;Titel␇") == 8


@given(foreign_readings)
def test_every_passage_has_one_note_with_its_number(reading: Reading) -> None:
    lines = [line.strip() for line in shown(reading, 80).splitlines()]
    signed = r"(\d+)[?!]* (?!Stelle)"
    notes = [match[1] for line in lines if (match := re.match(signed, line))]
    assert sorted(map(int, notes)) == [*range(1, len(reading.quotations) + 1)]


@given(st.integers(1, 400))
def test_text_is_never_set_wider_than_the_measure(width: int) -> None:
    sheet = sheet_for(width)
    assert sheet.measure <= MEASURE
    assert sheet.indent + sheet.measure + sheet.margin <= max(width, 16)
    assert bool(sheet.margin) == (width >= 100)


def test_a_stream_that_lacks_signs_gets_plainer_ones() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="latin-1")
    print_reading(samples.bridge(), Console(file=stream, width=80))
    stream.flush()
    text = raw.getvalue().decode("latin-1")
    assert '[2 "Wir haben Risse in drei Trägern gefunden"], sagte' in text
    assert "?" not in text


def test_a_doubt_is_seen_at_the_passage_and_at_its_note_without_colour() -> None:
    text = shown(samples.arms(), 80)
    assert "⟦2? Sie könnten" in text
    assert "2? US-Gewährsperson (namenlos) ← wie 1" in text
    assert "? nicht sicher" in text


def test_reasons_stand_under_their_note_at_any_width() -> None:
    for width in (40, 80, 120):
        lines = [line.strip() for line in shown(samples.explained(), width).split("\n")]
        assert any(line.startswith("Nennung    namenlos:") for line in lines)
        assert any(line.startswith("Abstand    nein: der") for line in lines)


def test_the_frame_of_the_article_is_english_where_english_is_spoken() -> None:
    with speaking("en"):
        text = shown(samples.explained(), 80)
    for english in (
        "Voices",
        "(unnamed, US government)",
        "first Weltblatt",
        "possible",
    ):
        assert english in text
    assert "Name      unnamed: „US-Gewährsperson“ steht" in text
    for german in ("Stimmen", "namenlos", "indirekt", "möglich"):
        assert german not in text
