"""Subword vectors are those that floret computes."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="needs PyTorch: make train-test")
pytest.importorskip("floret", reason="needs floret: make train-test")

import floret

from laut.reading.subwords import Subwords
from training.errors import TrainingError
from training.export import int8_rows
from training.vectors import SubwordTable, VectorPlan, read_floret, trained_table

TEXT = "die Lage bleibt ernst , sagte die Ministerin .\n" * 40


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("text") / "text.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_any_word_has_the_vector_that_floret_gives_it(
    text: Path, tmp_path: Path
) -> None:
    model = floret.train_unsupervised(
        str(text),
        model="skipgram",
        mode="floret",
        dim=6,
        bucket=300,
        hashCount=2,
        minn=3,
        maxn=5,
        minCount=1,
        t=1.0,
        thread=1,
        verbose=0,
    )
    model.save_floret_vectors(str(tmp_path / "v.floret"))
    table = read_floret(tmp_path / "v.floret")
    assert table.rows.std() > 0.1
    for word in ("Ministerin", "Landesministerin", "ß", "„"):
        theirs = model.get_word_vector(word)
        np.testing.assert_allclose(table.vector(word), theirs, rtol=1e-3, atol=1e-4)


def test_one_thread_gives_one_table_each_time(text: Path, tmp_path: Path) -> None:
    plan = VectorPlan(dimensions=4, buckets=50, epochs=1, least=1, sampling=1)
    one, same = (trained_table(text, plan, threads=1) for _ in range(2))
    np.testing.assert_array_equal(one.rows, same.rows)
    one.write(tmp_path / "table.npz")
    np.testing.assert_array_equal(
        SubwordTable.read(tmp_path / "table.npz").rows, one.rows
    )


def test_a_text_without_frequent_words_is_named(tmp_path: Path) -> None:
    (tmp_path / "few.txt").write_text("ein Satz\n", "utf-8")
    with pytest.raises(TrainingError, match=r"few\.txt"):
        trained_table(tmp_path / "few.txt", VectorPlan(), threads=1)


def test_the_int8_table_of_the_package_gives_nearly_the_same_vectors() -> None:
    rows = np.random.default_rng(5).standard_normal((400, 16)).astype(np.float32)
    table = SubwordTable(rows, scale=0.5)
    whole = int8_rows(table)
    shipped = Subwords(whole.rows, whole.step * table.scale).vectors(["Ministerin"])
    np.testing.assert_allclose(shipped[0], table.vector("Ministerin"), atol=0.01)
