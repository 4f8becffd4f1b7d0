"""Annotated documents become examples, and examples become tags and back."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("torch", reason="needs PyTorch: make train-test")

from laut.reading.decode import INNER, OUTER, contents
from training.corpus import KINDS, Example, Marked, example_of, read_examples
from training.documents import Document, document_of
from training.errors import TrainingError
from training.lexicon import Lexicon
from training.vectors import SubwordTable

Row = dict[str, Any]


@pytest.fixture(scope="module")
def examples(corpus: Path) -> dict[str, Example]:
    return {example.name: example for example in read_examples(corpus)}


def words(example: Example, tokens: tuple[int, ...]) -> list[str]:
    return [example.tokens.words[token] for token in tokens]


def quotation(example: Example, kind: str) -> Marked:
    return next(q for q in example.quotations if KINDS[q.kind] == kind)


def document(example: Example) -> Document:
    table = SubwordTable(np.zeros((7, 4), np.float32))
    return document_of(example, Lexicon(["\n", "\0"], table))


def one_hot(tags: list[int], count: int) -> Any:
    return np.eye(count, dtype=np.float32)[tags]


def test_an_annotation_keeps_its_words_on_other_tokens(
    examples: dict[str, Example],
) -> None:
    one = quotation(examples["fähre"], "Direct")
    assert words(examples["fähre"], one.content) == [
        "„",
        "Wir",
        "fahren",
        "wieder",
        "“",
    ]
    frame, speaker, cue, addressee = (words(examples["fähre"], r) for r in one.roles)
    assert frame[0] == ","
    assert speaker == ["die", "Reederei"]
    assert cue == ["teilte", "mit"]
    assert addressee == ["ihren", "Kunden"]


def test_a_date_that_the_annotation_splits_is_one_token_of_ours() -> None:
    text = "Am 6. Mai, sagte sie."
    tokens = ["Am", "6", ".", "Mai", ",", "sagte", "sie", "."]
    annotation = {"type": "Indirect", "quote": {"tokenIds": [0, 1, 2, 3]}}
    example = example_of(
        {
            "file": "x",
            "originalText": text,
            "sentences": [{"tokens": tokens}],
            "annotations": [annotation],
        }
    )
    assert words(example, example.quotations[0].content) == ["Am", "6.", "Mai"]
    assert example.quotations[0].medium == -1


def test_what_lies_in_a_larger_quotation_is_nested(
    examples: dict[str, Example],
) -> None:
    depths = [q.depth for q in examples["brücke"].quotations]
    assert depths == [0, 0, 1]


def test_rules_leave_hints(examples: dict[str, Example]) -> None:
    assert any(hint.roles[1] for hint in examples["haushalt"].hints)


def test_contents_come_back_from_their_tags(examples: dict[str, Example]) -> None:
    for example in examples.values():
        made = document(example)
        found = [
            piece.places
            for tags, count, level in ((made.outer, 16, OUTER), (made.inner, 11, INNER))
            for piece in contents(one_hot(tags, count), level, made.token)
        ]
        assert sorted(found) == sorted(q.content for q in made.quotations)


def test_a_break_inside_a_content_is_tagged_as_inside(
    examples: dict[str, Example],
) -> None:
    made = document(examples["rede"])
    inside = [tag for place, tag in enumerate(made.outer) if made.token[place] < 0]
    assert inside == [0, 2, 0]


@pytest.mark.parametrize(
    "change",
    [
        {"annotations": [{"type": "Shouted", "quote": {"tokenIds": [0]}}]},
        {"annotations": [{"type": "Direct", "quote": {"tokenIds": [9999]}}]},
        {"annotations": [{"type": "Direct"}]},
        {"sentences": [{"tokens": ["Nirgends"]}]},
        {"originalText": None},
    ],
)
def test_a_document_of_another_form_is_named(
    rows: list[Row], change: Row, tmp_path: Path
) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in (rows[0], rows[1] | change)))
    with pytest.raises(
        TrainingError, match=r"own\.jsonl: document 2 is not of the form"
    ):
        read_examples(path)


def test_a_file_without_documents_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("\n")
    with pytest.raises(TrainingError, match="no documents"):
        read_examples(tmp_path / "empty.jsonl")
