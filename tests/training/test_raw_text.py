"""Raw text: what is taken from files, and what is written."""

import lzma
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="needs PyTorch: make train-test")

from training.errors import TrainingError
from training.raw_text import (
    headlines,
    json_lines,
    mended,
    paragraphs,
    releases,
    speeches,
    write_tokens,
)
from training.stream import numbered, read_stream, write_stream


def test_a_line_that_was_misread_is_mended_or_dropped() -> None:
    assert mended("GrÃ¼ne wÃ¤hlen") == "Grüne wählen"
    assert mended("Grüne wählen") == "Grüne wählen"
    assert mended("Ã und nichts weiter") == ""


def test_short_and_repeated_headlines_are_left_out(tmp_path: Path) -> None:
    long = "Im Norden fällt am Wochenende der erste Schnee"
    path = tmp_path / "headlines.txt"
    path.write_text(f"{long}\nMehr\n{long}\n", "utf-8")
    assert list(headlines(path)) == [long]


def test_lines_up_to_an_empty_one_are_one_document(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("Eins.\nZwei.\n\n\nDrei.", "utf-8")
    assert list(paragraphs(path, " ")) == ["Eins. Zwei.", "Drei."]


def test_releases_are_title_lead_and_text_and_every_third_speech_is_taken(
    tmp_path: Path,
) -> None:
    packed = tmp_path / "releases.jsonl.xz"
    packed.write_bytes(lzma.compress(b'{"title": "A", "lead": null, "text": "B"}\n'))
    plain = tmp_path / "speeches.jsonl"
    plain.write_text("".join(f'{{"text": "{n}"}}\n' for n in range(5)))
    assert list(releases(packed)) == ["A\n\nB"]
    assert list(speeches(plain)) == ["0", "3"]


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=r"none\.jsonl"):
        list(json_lines(tmp_path / "none.jsonl"))
    (tmp_path / "odd.jsonl").write_text('{"a": 1}\n[1]\n{')
    with pytest.raises(TrainingError, match=r"odd\.jsonl:2"):
        list(json_lines(tmp_path / "odd.jsonl"))


def test_text_is_written_as_forms_and_read_back_as_numbers(tmp_path: Path) -> None:
    texts = ["Am 6. Mai kam »sie«.\nSie kam.", "Sie kam."]
    assert write_tokens(texts, tmp_path / "text.txt") == 14
    assert (tmp_path / "text.txt").read_text("utf-8") == (
        "Am 0. Mai kam „ sie “ .\nSie kam .\n\nSie kam .\n\n"
    )
    write_stream(numbered(tmp_path / "text.txt", least=2), tmp_path)
    stream = read_stream(tmp_path)
    assert stream.words == ["\n", "\0", "kam", ".", "Sie"]
    assert stream.counts.tolist() == [1, 1, 3, 3, 2]
    assert stream.ids.tolist() == [
        1,
        1,
        1,
        2,
        1,
        1,
        1,
        3,
        0,
        4,
        2,
        3,
        0,
        0,
        4,
        2,
        3,
        0,
        0,
    ]
