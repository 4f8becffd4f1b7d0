"""What texts tell of words: counting it."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="needs PyTorch: make train-test")

from laut.reading.labels import NAMES
from laut.reading.lore import FULL, WIDTH
from training.lore import (
    CLASSES,
    LEAST,
    MARKED,
    crossed,
    lore_of,
    marked,
    no_lore,
    read_lore,
    surroundings,
    write_lore,
)
from training.tasks import Sentence

LINES = ["Herr Holt sagte nichts ."] * LEAST + ["In Holt und aus Holt kam das Holt ."]


def sentence(form: str, name: str) -> Sentence:
    return Sentence([form], [0], [0], [NAMES.index(name)], silver=True)


def test_a_word_is_told_by_the_names_it_was_marked_as() -> None:
    rows = marked([sentence("Holt", "B-PER")] * 3 + [sentence("Holt", "O")])
    begin = 1 + 2 * CLASSES.index("PER")
    assert rows["Holt"][[0, begin, begin + 1]].tolist() == pytest.approx([0.2, 0.6, 0])
    assert len(rows["Holt"]) == MARKED


def test_a_word_is_told_by_what_stands_around_it() -> None:
    rows = surroundings(LINES)
    assert list(rows) == ["Holt"]
    article, place, _, title = rows["Holt"][1:5]
    assert [article, place, title] == pytest.approx([1 / 6, 1 / 6, 3 / 6])


def test_how_often_a_word_stands_without_its_capital_is_told() -> None:
    rows = surroundings(["so ein Essen , sie essen , das Essen , zum Essen gut"])
    assert rows["Essen"][-1] == pytest.approx(1 / 4)


def test_the_table_is_what_was_counted(tmp_path: Path) -> None:
    marks, around = marked([sentence("Bonn", "B-LOC")]), surroundings(LINES)
    made = lore_of(marks, around)
    write_lore(made, tmp_path / "lore.npz")
    seen = read_lore(tmp_path / "lore.npz").of(["Bonn", "Holt", "Ulm"])
    assert seen[0, :MARKED] == pytest.approx(marks["Bonn"], abs=1 / FULL)
    assert seen[1, MARKED:] == pytest.approx(around["Holt"], abs=1 / FULL)
    assert not seen[0, MARKED:].any()
    assert not seen[2].any()


def test_no_word_is_told_by_its_own_mark() -> None:
    four = [sentence(word, "B-LOC") for word in ("Bonn", "Ulm", "Bonn", "Kiew")]
    rows = list(crossed(lore_of(marked(four), {}), four))
    told = [bool(row[0, :MARKED].any()) for row in rows]
    assert told == [True, False, True, False]


def test_one_who_knows_nothing_has_zeros() -> None:
    assert no_lore().of(["Bonn"]).tolist() == np.zeros((1, WIDTH)).tolist()
