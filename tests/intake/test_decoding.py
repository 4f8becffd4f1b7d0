import codecs
import contextlib

import pytest
from hypothesis import given, strategies as st

from laut.errors import UnreadableError
from laut.intake.decoding import start_of, text_of

GERMAN = "Der Präsident sagte: „Für Überläufer gibt es keinen Spaß – 5 €.“\n" * 3


@pytest.mark.parametrize(
    "raw",
    [
        GERMAN.encode("utf-8"),
        GERMAN.encode("utf-8-sig"),
        GERMAN.encode("cp1252"),
        GERMAN.encode("utf-16"),
        GERMAN.encode("utf-16-le"),
        GERMAN.encode("utf-16-be"),
        codecs.BOM_UTF16_BE + GERMAN.encode("utf-16-be"),
        GERMAN.encode("utf-32"),
    ],
    ids=["utf-8", "sig", "cp1252", "utf-16", "le", "be", "be with mark", "utf-32"],
)
def test_an_encoding_is_found_without_being_named(raw: bytes) -> None:
    assert text_of("x", raw) == GERMAN
    assert start_of(raw).startswith("Der Pr")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf_8_is_always_read_as_such(text: str) -> None:
    assert text_of("x", text.encode(), "iso-8859-1") == text.removeprefix("\ufeff")


def test_a_wrong_name_does_not_beat_valid_utf_8() -> None:
    assert text_of("x", GERMAN.encode(), "windows-1252") == GERMAN


def test_a_named_encoding_is_used_where_the_bytes_allow_it() -> None:
    polish = "Rząd złożył oświadczenie – żadnych wyjątków, powiedział rzecznik."
    assert text_of("x", polish.encode("iso8859-2", "replace"), "ISO-8859-2") == (
        polish.replace("–", "?")
    )


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "no such", "utf-7\x00", ""])
def test_western_text_is_cp1252_whatever_else_was_said(charset: str) -> None:
    assert text_of("x", GERMAN.encode("cp1252"), charset) == GERMAN


def test_one_broken_byte_in_utf_8_costs_one_character_and_not_all_umlauts() -> None:
    raw = GERMAN.encode()
    broken = raw[:40] + b"\xff" + raw[40:]
    assert text_of("x", broken).replace("\ufffd", "") == GERMAN


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"PK\x03\x04\x14\x00", "DOCX"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "Bild"),
        (b"\x7fELF\x02\x01\x01\x00", "Programm"),
        (b"{\\rtf1\\ansi Text}", "RTF"),
        (b"Text\x00\x01\x02 mehr Text", "Binärdatei"),
        (bytes(range(32)) * 4, "Binärdatei"),
    ],
)
def test_what_is_no_text_is_refused_by_name(raw: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=f"^bild.dat: .*{said}"):
        text_of("bild.dat", raw)


@given(st.binary(max_size=200), st.sampled_from(["", "utf-16", "koi8-r", "idna"]))
def test_no_bytes_break_the_decoding(raw: bytes, charset: str) -> None:
    with contextlib.suppress(UnreadableError):
        assert isinstance(text_of("x", raw, charset), str)
    start_of(raw)
