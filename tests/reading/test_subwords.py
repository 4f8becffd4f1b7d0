"""Static vectors of words."""

from concurrent.futures import ThreadPoolExecutor

import mmh3
import numpy as np
import pytest
from hypothesis import given, strategies as st

from laut.reading import subwords
from laut.reading.subwords import Subwords, grams, subword_rows

TABLE = np.random.default_rng(1).integers(-127, 127, (500, 8), np.int8)
words = st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=20)


def test_the_n_grams_of_a_word_are_three_to_five_characters_and_itself() -> None:
    assert sorted(grams("Amt")) == sorted(
        ["<Amt>", "<Am", "<Amt", "<Amt>", "Amt", "Amt>", "mt>"]
    )


def test_rows_are_two_of_the_four_parts_of_a_hash_of_128_bits() -> None:
    digest = mmh3.hash128("<Amt>", subwords.SEED)
    first, second = digest & 0xFFFFFFFF, digest >> 32 & 0xFFFFFFFF
    assert subword_rows("Amt", 500)[:2] == [first % 500, second % 500]


def test_a_vector_is_the_mean_of_the_rows_of_its_word() -> None:
    (vector,) = Subwords(TABLE, 0.5).vectors(["Ärztin"])
    rows = TABLE[subword_rows("Ärztin", 500)].astype(np.float64)
    assert vector == pytest.approx(0.5 * rows.mean(axis=0), rel=1e-6)


def test_a_word_is_cut_where_no_word_is_that_long() -> None:
    one, other = Subwords(TABLE, 1.0).vectors(["x" * 60, "x" * 10_000])
    assert np.array_equal(one, other)


def test_no_words_have_no_vectors() -> None:
    assert Subwords(TABLE, 1.0).vectors([]).shape == (0, 8)


@given(words, words)
def test_a_vector_does_not_depend_on_words_before(
    before: list[str], asked: list[str]
) -> None:
    used, fresh = Subwords(TABLE, 0.1), Subwords(TABLE, 0.1)
    used.vectors(before)
    assert np.array_equal(used.vectors(asked), fresh.vectors(asked))


def test_what_is_kept_is_bounded_and_forgetting_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(subwords, "MOST_KNOWN", 10)
    table = Subwords(TABLE, 0.1)
    asked = [f"Wort{n}" for n in range(8)]
    first = table.vectors(asked)
    table.vectors([f"Satz{n}" for n in range(8)])
    assert len(table._known) <= 10
    assert np.array_equal(table.vectors(asked), first)


def test_threads_at_once_get_the_same_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subwords, "MOST_KNOWN", 30)
    table = Subwords(TABLE, 0.1)
    lists = [[f"Wort{n}" for n in range(k, k + 25)] for k in range(200)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(table.vectors, lists))
    for asked, vectors in zip(lists, found, strict=True):
        assert np.array_equal(vectors, Subwords(TABLE, 0.1).vectors(asked))
