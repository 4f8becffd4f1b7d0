import unicodedata

import pytest
from hypothesis import given, strategies as st

from laut.tongues import speaking
from laut.views.typography import bound, date_in_words, harmless, one_line, quoted, runs

from .oddities import odd_texts


@given(odd_texts)
def test_harmless_text_holds_no_control_and_no_mark_of_direction(text: str) -> None:
    bidi = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    for character in harmless(text):
        assert unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        assert unicodedata.bidirectional(character) not in bidi


@given(st.text(st.characters(categories=["L", "N", "P", "S", "M"])))
def test_harmless_keeps_what_draws_something(text: str) -> None:
    assert harmless(text) == text


@given(odd_texts, odd_texts)
def test_harmless_works_piece_by_piece(one: str, other: str) -> None:
    assert harmless(one) + harmless(other) == harmless(one + other)


def test_an_escape_sequence_is_seen_and_does_nothing() -> None:
    assert harmless("\x1b[2J\x07") == "␛[2J␇"


def test_soft_hyphens_are_left_out() -> None:
    assert harmless("Re\u00adgie\u00adrung") == "Regierung"


def test_joined_emoji_stay_joined() -> None:
    assert harmless("👩\u200d🚀") == "👩\u200d🚀"


def test_one_line_has_single_blanks() -> None:
    assert one_line("  ein\n\tSprecher \u2028 sagte ") == "ein Sprecher sagte"


@pytest.mark.parametrize(
    "text",
    [
        "am 24. Februar",
        "3,5 Millionen",
        "3 %",
        "18 Uhr",
        "z. B.",
        "Dr. Venn",
        "Not –",
        "Zeile 3",
    ],
)
def test_a_newspaper_breaks_no_line_here(text: str) -> None:
    assert bound(text).count("\u00a0") == 1


@pytest.mark.parametrize("text", ["im Jahr 2022. Danach", "Raum 3 und", "Haus. Und"])
def test_lines_may_break_here(text: str) -> None:
    assert bound(text) == text


@given(odd_texts)
def test_binding_changes_blanks_only(text: str) -> None:
    assert bound(text).replace("\u00a0", " ") == text.replace("\u00a0", " ")


def test_quotation_marks_inside_others_are_single() -> None:
    assert quoted("sprach von „Lüge“") == "„sprach von ‚Lüge‘“"


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2022", "2022"),
        ("2022-09", "September 2022"),
        ("2022-09-06", "6. September 2022"),
        ("2022-03-01T06:05:09+01:00", "1. März 2022, 06:05 Uhr"),
        ("2022-03-01 06:05", "1. März 2022, 06:05 Uhr"),
        ("2022-13-01", "2022-13-01"),
        ("gestern\n", "gestern"),
        ("", ""),
    ],
)
def test_a_date_is_as_precise_as_it_was_given(published: str, shown: str) -> None:
    assert date_in_words(published) == shown


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [([], ""), ([4], "4"), ([1, 2], "1, 2"), ([1, 2, 3, 7, 9, 10], "1–3, 7, 9, 10")],
)
def test_three_numbers_in_a_row_are_drawn_together(
    numbers: list[int], shown: str
) -> None:
    assert runs(numbers) == shown


def test_dates_and_quotation_marks_are_english_where_english_is_spoken() -> None:
    with speaking("en"):
        assert date_in_words("2022-03-01 06:05") == "1 March 2022, 06:05"
        assert quoted("sagte „nein“") == "“sagte ‚nein‘”"
