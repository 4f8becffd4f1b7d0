"""What is known of words: looking it up."""

import numpy as np

from laut.reading.lore import FULL, WIDTH, Lore, hashed


def lore(*words: str) -> Lore:
    """A table in which the first of the words has 1/255, the second 2/255 …"""
    rows = {
        hashed(word): np.full(WIDTH, n, np.uint8) for n, word in enumerate(words, 1)
    }
    order = sorted(rows)
    return Lore(np.array(order, np.uint32), np.array([rows[h] for h in order]))


def told(table: Lore, *forms: str) -> list[int]:
    rows = table.of(forms)
    assert rows.shape == (len(forms), WIDTH)
    return [round(float(row[0]) * FULL) for row in rows]


def test_each_form_has_its_row() -> None:
    assert told(lore("Kiew", "Bonn", "Ufa"), "Ufa", "Kiew", "Kiew") == [3, 1, 1]


def test_what_is_unknown_has_zeros() -> None:
    assert told(lore("Kiew", "Bonn"), "Nordau", "Bonn", "") == [0, 2, 0]


def test_a_genitive_is_known_by_its_nominative() -> None:
    assert told(lore("Kiew", "Ems", "Em"), "Kiews", "Ems") == [1, 2]


def test_no_forms_have_no_rows() -> None:
    assert lore("Kiew").of([]).shape == (0, WIDTH)
