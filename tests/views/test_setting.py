import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len

from laut.views.setting import (
    Line,
    Run,
    cells,
    cropped,
    held,
    padded,
    shortened,
    wrapped,
)

from .oddities import FOREIGN

words = st.text(st.sampled_from(FOREIGN + "abc -   \u00a0"), max_size=40)
styled = st.builds(Run, words, st.sampled_from(["", "bold"]), st.none() | st.just(7))


def text_of(lines: list[Line]) -> list[str]:
    return ["".join(run.text for run in line) for line in lines]


@given(st.lists(styled), st.integers(2, 40))
def test_no_line_is_longer_than_the_measure(runs: list[Run], width: int) -> None:
    assert all(cells(line) <= width for line in wrapped(runs, width))


@given(st.lists(styled), st.integers(2, 40))
def test_wrapping_neither_loses_nor_doubles_a_character(
    runs: list[Run], width: int
) -> None:
    shown = "".join(text_of(wrapped(runs, width)))
    given_text = "".join(run.text for run in runs)
    assert "".join(shown.split()) == "".join(given_text.split())


@given(st.text(st.sampled_from("abc  "), max_size=200))
def test_words_that_fit_are_never_broken(text: str) -> None:
    lines = text_of(wrapped([Run(text)], 12)) if max_word(text) <= 12 else []
    assert [word for line in lines for word in line.split()] == (
        text.split() if lines else []
    )


def max_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def test_lines_are_filled_as_far_as_they_go() -> None:
    assert text_of(wrapped([Run("Das ist ein Satz.")], 8)) == [
        "Das ist",
        "ein",
        "Satz.",
    ]


def test_what_no_blank_parts_stays_together() -> None:
    lines = wrapped(
        [Run("sagte "), Run("⟦1", "bold"), Run("er"), Run("⟧, "), Run("ja")], 9
    )
    assert text_of(lines) == ["sagte", "⟦1er⟧, ja"]


def test_a_held_text_is_one_word_and_comes_out_with_common_blanks() -> None:
    assert text_of(wrapped([Run("am "), Run(held("3. Mai"))], 7)) == ["am", "3. Mai"]


def test_a_word_longer_than_a_line_is_cut_with_its_styles() -> None:
    lines = wrapped([Run("abc", "bold"), Run("defg")], 4)
    assert lines == [(Run("abc", "bold"), Run("d")), (Run("efg"),)]


def test_wide_characters_take_two_cells() -> None:
    assert text_of(wrapped([Run("日本語")], 4)) == ["日本", "語"]


def test_combining_marks_stay_with_their_letter() -> None:
    assert text_of(wrapped([Run("a\u0308o\u0308u\u0308")], 2)) == [
        "a\u0308o\u0308",
        "u\u0308",
    ]


def test_a_flood_of_marks_on_one_letter_is_set_quickly() -> None:
    assert text_of(wrapped([Run("a" + "\u0301" * 50_000)], 10)) == [
        "a" + "\u0301" * 50_000
    ]


def test_an_anchor_stays_with_the_first_word() -> None:
    lines = wrapped([Run("aa bb cc", "", 3)], 2)
    assert [run.anchor for line in lines for run in line] == [3, None, None]


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("kurz", 4, "kurz"),
        ("Russland will Waffen kaufen", 20, "Russland … kaufen"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
        ("eins zwei", 1, "…"),
    ],
)
def test_the_middle_is_left_out_between_whole_words(
    text: str, width: int, shown: str
) -> None:
    assert shortened(text, width) == shown


def test_names_lose_their_end() -> None:
    assert cropped("Die Anwohner der Hafenstraße", 17) == "Die Anwohner der…"
    assert cropped("teilte … mit", 9) == "teilte…"


@given(words, st.integers(1, 30))
def test_nothing_short_is_longer_than_it_may_be(text: str, width: int) -> None:
    line = " ".join(text.split())
    assert cell_len(shortened(line, width)) <= width
    assert cell_len(cropped(line, width)) <= width


@given(words, st.integers(0, 50))
def test_padding_fills_up_to_the_width(text: str, width: int) -> None:
    assert cell_len(padded(text, width)) == max(width, cell_len(text))
