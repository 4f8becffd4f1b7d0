"""The form in which the model sees a token."""

import pytest
from hypothesis import given, strategies as st

from laut.reading.forms import forms
from laut.reading.tokens import tokenize


def seen(text: str) -> list[str]:
    return forms(tokenize(text))


@pytest.mark.parametrize(
    "text",
    ["Er rief „so“ aus", "Er rief »so« aus", 'Er rief "so" aus', "Er rief ''so'' aus"],
)
def test_double_marks_of_every_style_look_the_same(text: str) -> None:
    assert seen(text) == ["Er", "rief", "„", "so", "“", "aus"]


@pytest.mark.parametrize("text", ["ein ‚so‘ da", "ein ›so‹ da", "ein 'so' da"])
def test_single_marks_of_every_style_look_the_same(text: str) -> None:
    assert seen(text) == ["ein", "‚", "so", "‘", "da"]


def test_a_straight_mark_between_spaces_closes_what_is_open() -> None:
    assert [form for form in seen('" so " und " so "') if form in "„“"] == [*"„“„“"]


def test_digits_are_all_one() -> None:
    assert seen("am 24. Februar 2022") == ["am", "00.", "Februar", "0000"]


def test_half_a_character_becomes_a_sign_of_its_own() -> None:
    assert seen("ein \ud800 da") == ["ein", "\ufffd", "da"]


@given(st.text())
def test_every_token_has_a_form(text: str) -> None:
    assert len(seen(text)) == len(tokenize(text))
