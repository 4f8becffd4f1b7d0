import json
import lzma
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from evaluation.echoes import alike_in, front_pages, items_of, planted_copies, scored
from evaluation.errors import EvaluationError
from evaluation.planted import (
    EVERY,
    PASSAGE,
    Planted,
    copies_of,
    cut,
    distinct,
    edited,
    embedded,
    planted,
    releases,
)
from laut.model import Article
from laut.trace.firsts import Echo

CHANCE = random.Random(1)  # noqa: S311 - the same in every run
WORDS = [f"wort{n}" for n in range(400)]


def text(begin: int, sentences: int = 14) -> str:
    """Sentences of ten words that no other text has."""
    return " ".join(
        " ".join(f"w{begin}x{s}y{n}" for n in range(10)) + "." for s in range(sentences)
    )


def release(number: int) -> Article:
    day = f"2020-01-{number % 28 + 1:02}T12:00"
    return Article(id=str(number), outlet="Amt", published=day, text=text(number))


def packed(path: Path, rows: Iterable[dict[str, Any]]) -> Path:
    with lzma.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    return path


def test_the_same_copies_are_planted_in_every_run() -> None:
    one, other = release(1), release(2)
    assert list(copies_of(one, other)) == list(copies_of(one, other))


def test_a_copy_that_is_edited_keeps_most_words() -> None:
    before = text(1).split()
    after = edited(text(1), WORDS, CHANCE).split()
    assert before != after
    assert len(set(before) & set(after)) > 0.8 * len(before)


def test_a_cut_is_a_stretch_of_the_text_and_not_too_short() -> None:
    piece = cut(text(1), CHANCE)
    assert piece in text(1)
    assert PASSAGE <= len(piece.split()) < len(text(1).split())


def test_a_passage_is_embedded_whole() -> None:
    whole = embedded("Ein Satz steht hier.", text(2), CHANCE)
    assert "Ein Satz steht hier." in whole.split("\n")
    assert set(text(2).split()) <= set(whole.split())


def test_of_releases_that_share_sentences_the_first_is_taken() -> None:
    twin = Article(id="twin", text=text(1) + " Und noch ein Satz dazu.")
    assert [one.id for one in distinct([release(1), twin, release(2)])] == ["1", "2"]


def test_planted_copies_are_found_and_nothing_else(tmp_path: Path) -> None:
    rows = [
        {"id": str(n), "date": "2020-01-02", "text": text(n)} for n in range(EVERY * 9)
    ]
    corpus = packed(tmp_path / "releases.jsonl.xz", rows)
    collection = planted(releases(corpus))
    assert len(collection.of) == 12
    scores = planted_copies(corpus)
    assert scores.figures == {"recall": 100.0, "precision": 100.0}


def test_a_wrong_echo_and_a_missing_one_are_counted() -> None:
    collection = Planted(
        (), {"a/cut": "a", "b/cut": "b"}, {"a/cut": "cut", "b/cut": "cut"}
    )
    found = [
        Echo(copy="a/cut", of="a", kind="cut", share=1.0),
        Echo(copy="b/cut", of="c", kind="cut", share=1.0),
    ]
    assert scored(collection, found).figures == {"recall": 50.0, "precision": 50.0}


def page(number: int, title: str, outlet: str, day: int = 1) -> dict[str, Any]:
    return {
        "first": f"2026-01-{day:02}T08:00:00",
        "var": [[title, ""], [title, "Ein Anreißer."], [f"Jetzt: {title}!", ""]],
        "outlet": outlet,
        "url": f"https://{outlet}.example/{number}" if number else None,
    }


HEAD = "Brücke am Hafen bleibt bis Herbst gesperrt"


def test_headlines_and_their_changes_are_found(tmp_path: Path) -> None:
    rows = [
        page(1, HEAD, "a"),
        page(2, HEAD, "b", 2),
        page(3, HEAD.replace("bis", "bis zum"), "c", 2),
        page(4, HEAD, "d", 20),
        page(0, "Fähre legt alle zehn Minuten ab", "e"),
    ]
    corpus = packed(tmp_path / "pages.jsonl.xz", rows)
    assert [len(item) for item in items_of(corpus)] == [2, 2, 2, 2, 1]
    first = [item[0] for item in items_of(corpus)]
    assert {(a.outlet, b.outlet) for a, b in alike_in(first)} == {
        *(("a", "b"), ("a", "c"), ("b", "c"))
    }
    scores = front_pages(corpus)
    assert scores.figures == {"identical": 100.0, "alike": 100.0, "versions": 100.0}


@pytest.mark.parametrize("read", [items_of, releases])
def test_a_corpus_that_cannot_be_read_is_told(read: Any, tmp_path: Path) -> None:
    for path in (tmp_path / "none.xz", packed(tmp_path / "odd.xz", [{"x": 1}])):
        with pytest.raises(EvaluationError, match="cannot be read"):
            list(read(path))
