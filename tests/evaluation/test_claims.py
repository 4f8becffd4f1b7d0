"""The measure of claims: gold, baseline, learning, and the table."""

import json
import lzma
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from evaluation.claims import claims, compared, curve, lesson_of
from evaluation.cosines import cosines
from evaluation.debates import same_actor, same_claim, same_side, statements
from evaluation.errors import EvaluationError
from evaluation.learning import FOLDS, Lesson, across, fitted, fold_of
from laut.reading.tables import parsed
from laut.trace.likeness import MEASURES, Weights, weights
from tools.learn_claims import table_of

BRIDGES = "Die Stadt müsse die gesperrte Brücke über den Fluss schneller erneuern"
TOLLS = "Für Lastwagen auf den Landstraßen solle eine Maut eingeführt werden"


def row(doc: int, name: str, value: str, quote: str) -> dict[str, Any]:
    return {
        "quote": f"{quote}.",
        "cdate": f"2021-03-{doc:02}",
        "name": name,
        "parties": [],
        "begin": 0,
        "end": 10,
        "doc_id": doc,
        "claimvalues": ["100", value],
        "anno_id": f"{doc}{name}",
        "cpos": "1",
    }


ROWS = [
    *(row(doc, "Ada Beispiel", "101", BRIDGES) for doc in range(1, 13)),
    *(row(doc, "Bert Muster", "102", TOLLS) for doc in range(1, 13)),
    row(1, "Cora Probe", "101", BRIDGES),
    row(20, "Dora Probe", "101", BRIDGES),
]
"""Written for these tests; the passage of article 1 is marked for two actors."""


@pytest.fixture
def debates(tmp_path: Path) -> Path:
    path = tmp_path / "debates.jsonl.xz"
    with lzma.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in ROWS)
    return path


def test_a_passage_of_two_actors_is_one_statement(debates: Path) -> None:
    given = statements(debates)
    assert len(given) == 25
    both = next(one for one in given if len(one.actors) == 2)
    assert both.sides == {("101", "1")}


def test_gold_is_one_actor_saying_the_same_in_two_articles(debates: Path) -> None:
    given = statements(debates)
    same, sides, actors = same_claim(given), same_side(given), same_actor(given)
    assert len(same) == 2 * 66
    assert same == actors
    assert len(sides - same) == 12


def test_what_is_no_corpus_is_told(tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl.xz"
    with lzma.open(path, "wt", encoding="utf-8") as lines:
        lines.write("{}\n")
    for wrong in (path, tmp_path / "nowhere.xz"):
        with pytest.raises(EvaluationError, match="cannot be read"):
            statements(wrong)


def test_cosines_are_those_of_tf_idf() -> None:
    found = {(a, b): c for a, b, c in cosines(["rot blau", "blau rot", "rot", "gelb"])}
    assert found[0, 1] == pytest.approx(1.0)
    assert 0 < found[0, 2] < 1
    assert (0, 3) not in found


def test_recall_is_taken_at_the_last_rank_of_a_precision() -> None:
    ranked = np.array([True] * 10 + [False] * 2 + [True] * 2)
    found = curve(ranked, gold=24)
    assert found[0.9] == pytest.approx(100 * 10 / 24)
    assert found[0.75] == pytest.approx(100 * 12 / 24)
    assert curve(np.array([True] * 3), gold=3)[0.5] == 0


def test_no_weight_is_negative() -> None:
    chance = np.random.default_rng(1)
    helpful = chance.normal(size=400)
    measures = np.stack([helpful, -helpful, chance.normal(size=400)], axis=1)
    lesson = Lesson(measures, (helpful > 0).astype(float), np.ones(400))
    learned = fitted(lesson)
    assert learned.weights[0] > 1
    assert min(learned.weights) == 0


def test_a_pair_is_scored_by_other_folds_only() -> None:
    measures = np.array([[1.0], [0.0]] * 40)
    lesson = Lesson(measures, measures[:, 0], np.ones(80))
    folds = [(number // 2 % FOLDS, number // 2 % FOLDS) for number in range(80)]
    wrong = lesson.same.copy()
    own = np.array([fold == (0, 0) for fold in folds])
    wrong[own] = 1 - wrong[own]
    honest = across(lesson, folds)[own]
    assert across(lesson._replace(same=wrong), folds)[own] == pytest.approx(honest)


def test_folds_depend_on_the_article_alone() -> None:
    assert {fold_of(str(number)) for number in range(100)} == set(range(FOLDS))
    assert fold_of("7") == fold_of("7")


def test_claims_are_scored_from_quotes_alone(debates: Path) -> None:
    scores = claims(debates)
    assert scores.figures["precision"] == 100
    assert scores.figures["recall"] > 90
    assert "tf-idf voice" in scores.table


def test_open_pairs_teach_nothing(debates: Path) -> None:
    lesson = lesson_of(compared(debates))
    assert set(lesson.counts) == {0.0, 1.0}
    assert lesson.same[lesson.counts == 0].max() == 0


def test_weights_are_written_as_they_are_read() -> None:
    table = parsed(table_of(weights()))
    assert [name for name, _ in table] == [*MEASURES, "bias"]
    values = tuple(float(value) for _, value in table)
    assert Weights(values[:-1], values[-1]) == weights()
