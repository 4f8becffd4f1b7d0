"""What holds of the quotations of any text, by rule and by the whole reader."""

import sys
from collections.abc import Callable
from itertools import pairwise
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, strategies as st

import laut
from laut.model import Quotation, article_of
from laut.reading.pipeline import hinted
from laut.reading.steps.sources import sources
from laut.spans import Spans

WORDS = (
    *("sagte", "teilte", "mit", "hat", "hatte", "wurde", "gesagt", "hieß", "soll"),
    *(",", ".", ":", ";", "–", "…", "(", ")", "!", "?", "\n"),
    *("„", "“", "»", "«", '"', "'", "‚", "‘"),
    *("laut", "nach", "Angaben", "zufolge", "so", "wie", "demnach", "weiter", "von"),
    *("der", "die", "das", "ein", "eine", "es", "er", "sie", "und", "dass", "ob", "zu"),
    *("Polizei", "Merkel", "Angela", "Sprecher", "kommen", "habe", "sei", "haben"),
)

news = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
anything = st.text(max_size=200)
texts = st.one_of(news, anything)

Read = Callable[[str], tuple[Quotation, ...]]


def by_rule(text: str) -> tuple[Quotation, ...]:
    return sources(hinted(article_of(text))).quotations


def by_model(text: str) -> tuple[Quotation, ...]:
    return laut.read(text).quotations


both = pytest.mark.parametrize("read", [by_rule, by_model])


@both
@given(text=texts)
def test_every_span_lies_in_the_text_and_holds_something(read: Read, text: str) -> None:
    for spans in all_spans(read(text)):
        for span in spans:
            assert 0 <= span.begin < span.end <= len(text)
            words = text[span.begin : span.end]
            assert words == words.strip()


@both
@given(text=texts)
def test_the_pieces_of_a_role_are_in_order_and_apart(read: Read, text: str) -> None:
    for spans in all_spans(read(text)):
        for before, after in pairwise(spans):
            assert before.end <= after.begin


@given(texts)
def test_no_step_fails(text: str) -> None:
    assert [p for p in laut.read(text).problems if p.step != "marks"] == []


@both
@given(text=texts)
def test_ids_count_in_the_order_of_the_text(read: Read, text: str) -> None:
    quotations = read(text)
    assert [q.id for q in quotations] == list(range(len(quotations)))
    begins = [q.content[0].begin for q in quotations]
    assert begins == sorted(begins)


@both
@given(text=texts)
def test_a_parent_holds_all_of_its_child(read: Read, text: str) -> None:
    quotations = read(text)
    for child in quotations:
        if child.parent is None:
            continue
        outer = quotations[child.parent]
        assert outer.id < child.id
        for piece in child.content:
            assert any(
                o.begin <= piece.begin and piece.end <= o.end for o in outer.content
            )


@both
@given(text=texts)
def test_no_two_quotations_have_the_same_content_and_kind(
    read: Read, text: str
) -> None:
    contents = [(q.kind, q.content) for q in read(text)]
    assert len(set(contents)) == len(contents)


@given(texts)
def test_every_content_holds_a_letter_or_a_number(text: str) -> None:
    for quotation in by_model(text):
        told = "".join(text[span.begin : span.end] for span in quotation.content)
        assert any(map(str.isalnum, told))


@both
@given(text=texts)
def test_every_quotation_has_content_a_source_and_a_confidence(
    read: Read, text: str
) -> None:
    for quotation in read(text):
        assert quotation.content
        assert quotation.attribution is not None
        assert 0 < quotation.confidence < 1


@given(texts)
def test_the_same_text_gives_the_same_reading(text: str) -> None:
    assert laut.read(text) == laut.read(text)


@given(news)
def test_a_mark_without_a_partner_is_told_where_it_stands(text: str) -> None:
    for problem in laut.read(text).problems:
        assert problem.span is not None
        assert text[problem.span.begin : problem.span.end] in {*"„“»«\"'‚‘", "''"}


@pytest.mark.parametrize(
    "piece",
    [
        "sagte ",
        "sagte, ",
        "„ ",
        '" ',
        "Merkel ",
        "hat teilte der ",
        "„Wir\n",
        "laut Polizei ",
        "nach Angaben der Polizei ",
        "Er sagte, dass es sei. ",
        "Es sei so. ",
        "„Ja“, sagte sie. ",
        "dass die der laut so ",
    ],
)
@both
def test_twice_the_text_takes_about_twice_the_work(read: Read, piece: str) -> None:
    read(piece)
    once = work(lambda: read(piece * 400))
    twice = work(lambda: read(piece * 800))
    assert twice < 2.6 * once


def work(read: Callable[[], object]) -> int:
    """How many functions are called: work that no busy machine distorts."""
    calls = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        del frame, argument
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read()
    finally:
        sys.setprofile(before)
    return calls


def all_spans(quotations: tuple[Quotation, ...]) -> list[Spans]:
    return [
        spans
        for q in quotations
        for spans in (q.content, q.cue, q.speaker, q.addressee, q.frame)
    ]
