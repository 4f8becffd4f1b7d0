"""The step that replaces what rules found by what the model finds."""

import pytest

import laut
from laut.model import article_of
from laut.reading.decode import Piece
from laut.reading.pipeline import hinted
from laut.reading.steps.rendered import rendered, rendered_with, spans_of
from laut.reading.tokens import tokenize
from laut.spans import cover

TEXT = "Die Ministerin sagte, der Entwurf sei „eine Zumutung“ und werde abgelehnt."


def test_a_text_without_words_has_no_quotations() -> None:
    draft = hinted(article_of(" \n "))
    assert rendered(draft) is draft


def test_neighbouring_tokens_make_one_span() -> None:
    tokens = tokenize("eins zwei drei vier fünf")
    assert spans_of(tokens, [0, 1, 3]) == ((0, 9), (15, 19))
    assert spans_of(tokens, []) == ()


def test_what_is_nested_names_its_parent() -> None:
    outer, inner = laut.read(TEXT).quotations
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert cover(TEXT, inner.content) == "„eine Zumutung“"


def test_confidence_is_made_of_the_raw_score() -> None:
    draft = hinted(article_of(TEXT))
    raw = [q.confidence for q in rendered_with(draft, float).quotations]
    twice = [q.confidence for q in rendered_with(draft, lambda r: 2 * r).quotations]
    assert twice == pytest.approx([2 * one for one in raw])
    assert all(0 < one < 1 for one in raw)


def test_the_hints_are_replaced_not_added_to() -> None:
    draft = hinted(article_of("Das sei so, sagte Anna Schmidt am Montag."))
    assert len(draft.quotations) == len(rendered(draft).quotations) == 1


def test_a_content_without_a_letter_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    def everything(*_: object) -> list[Piece]:
        return [Piece(0, (1, 2), 0.9), Piece(0, (3, 4), 0.9)]

    monkeypatch.setattr("laut.reading.steps.rendered.contents", everything)
    draft = rendered(hinted(article_of("! ? Das stimmt")))
    assert [cover("! ? Das stimmt", q.content) for q in draft.quotations] == [
        "Das stimmt"
    ]
