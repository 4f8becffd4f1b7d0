"""What a word looks like."""

import numpy as np

from laut.reading.shapes import WIDTH, shapes


def columns(*words: str) -> dict[str, list[int]]:
    made = shapes(words)
    return {
        word: np.flatnonzero(row).tolist()
        for word, row in zip(words, made, strict=True)
    }


def test_each_word_has_a_row() -> None:
    assert shapes(["Der", "Kanzler", "."]).shape == (3, WIDTH)
    assert shapes([]).shape == (0, WIDTH)


def test_a_word_after_a_full_stop_begins_a_sentence() -> None:
    begins = shapes(["Ja", ".", "Nein", "danke"])[:, WIDTH - 2]
    assert begins.tolist() == [1, 0, 1, 0]


def test_a_capital_within_a_sentence_is_told_from_one_at_its_beginning() -> None:
    inner = shapes(["Heute", "kommt", "Scholz"])[:, WIDTH - 1]
    assert inner.tolist() == [0, 0, 1]


def test_forms_of_the_konjunktiv_are_told() -> None:
    seen = columns("sei", "war", "gehe", "geht")
    assert set(seen["sei"]) > set(seen["war"])
    assert set(seen["gehe"]) > set(seen["geht"])
