import unicodedata

import pytest
from hypothesis import given, strategies as st

from laut.intake.wording import clean, line

_ANY_TEXT = st.text(st.characters())


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u2028b\u2029c\x85d\x0ce", "a\nb\nc\nd\ne"),
        ("Auf\u00adklä\u00adrung", "Aufklärung"),
        ("Partei\u200bfreund\ufeff\u200d", "Parteifreund"),
        ("fu\u0308r", "für"),
        ("\x1b[31mrot\x1b[0m\x07", "[31mrot[0m"),
        ("\u202egnurheT\u202c", "gnurheT"),
        ("\ud83d", "\ufffd"),
        ("„So“ – sagte er\u00a0…\tund ging.", "„So“ – sagte er\u00a0…\tund ging."),
        ("Text \n\n", "Text"),
    ],
)
def test_a_text_keeps_all_but_what_nobody_sees(raw: str, kept: str) -> None:
    assert clean(raw) == kept


@given(_ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(_ANY_TEXT)
def test_a_clean_text_can_be_written_and_commands_no_terminal(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    controls = {c for c in cleaned if unicodedata.category(c) == "Cc"}
    assert controls <= {"\n", "\t"}
    assert unicodedata.is_normalized("NFC", cleaned)


def test_a_line_has_no_breaks_and_single_spaces() -> None:
    assert line("  Zwei\r\n  Zeilen\u00a0hier ") == "Zwei Zeilen hier"
