"""The scorer of expressions of time."""

from pathlib import Path

import pytest

from evaluation.corpora import digest
from evaluation.errors import EvaluationError
from evaluation.times import (
    Count,
    Timex,
    compared,
    document_of,
    documents,
    paired,
    scored,
    times,
)
from laut.spans import Span

TIMEML = """<?xml version="1.0"?><TimeML>
<DOCID>dam</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2022-09-06">06.09.2022</TIMEX3></DCT>
<TITLE>Damm gebrochen</TITLE>
<TEXT>Der Damm brach am <TIMEX3 tid="t1" type="DATE" value="2022-08-29">Montag</TIMEX3>,
vor <TIMEX3 tid="t2" type="DURATION" value="P1W">einer Woche</TIMEX3>\
<TIMEX3 tid="t3" type="DATE" value="2022-08-30"/> &amp; überall.</TEXT>
</TimeML>
"""
"""Written for these tests."""


def _timex(begin: int, end: int, value: str = "2014", kind: str = "DATE") -> Timex:
    return Timex(Span(begin, end), kind, value)


def test_a_document_is_its_text_its_day_and_the_marks_that_hold_words() -> None:
    article, timexes = document_of("dam", TIMEML)
    assert article.published == "2022-09-06"
    assert article.text.startswith("Der Damm brach am Montag,")
    assert article.text.endswith("vor einer Woche & überall.")
    words = [article.text[t.span.begin : t.span.end] for t in timexes]
    assert words == ["Montag", "einer Woche"]
    assert [t.value for t in timexes] == ["2022-08-29", "P1W"]


def test_the_same_reading_scores_everything() -> None:
    gold = [_timex(0, 4), _timex(10, 14, "P1D", "DURATION")]
    assert set(scored(compared(gold, gold)).figures.values()) == {100.0}


def test_an_overlap_is_relaxed_and_not_strict() -> None:
    count = compared([_timex(0, 4)], [_timex(2, 8)])
    assert (count.strict, count.relaxed, count.type, count.value) == (0, 1, 1, 1)


def test_type_and_value_are_judged_apart() -> None:
    count = compared([_timex(0, 4, "P1Y", "DURATION")], [_timex(0, 4, "P1Y", "SET")])
    assert (count.strict, count.type, count.value) == (1, 0, 1)


def test_what_does_not_overlap_is_found_too_much_and_missed() -> None:
    count = compared([_timex(0, 4)], [_timex(4, 8)])
    assert (count.found, count.gold, count.relaxed) == (1, 1, 0)


def test_the_best_overlap_is_taken_first_and_each_expression_once() -> None:
    whole, part, gold = _timex(0, 10), _timex(4, 10), _timex(4, 10)
    assert list(paired([whole, part], [gold])) == [(part, gold)]
    count = compared([whole, part], [gold])
    assert (count.found, count.relaxed, count.strict) == (2, 1, 1)


def test_f1_is_of_all_that_was_found_and_all_there_is() -> None:
    count = Count(found=4, gold=6, strict=2, relaxed=3, type=3, value=1)
    figures = scored(count).figures
    assert figures == {"strict": 40.0, "relaxed": 60.0, "type": 60.0, "value": 20.0}
    assert "strict       P  50.0  R  33.3  F1  40.0" in scored(count).table


def test_nothing_found_and_nothing_there_is_no_error() -> None:
    assert scored(compared([], [])).figures["strict"] == 0.0


def test_a_folder_is_scored_by_reading_its_articles(tmp_path: Path) -> None:
    (tmp_path / "dam.tml").write_text(TIMEML, "utf-8")
    assert scored(Count(2, 2, 2, 2, 2, 1)).figures == times([tmp_path]).figures


def test_a_folder_without_timeml_is_said_to_have_none(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no TimeML files"):
        list(documents(tmp_path))


@pytest.mark.parametrize("written", ["<TimeML", "<TimeML></TimeML>"])
def test_what_is_no_timeml_is_named(tmp_path: Path, written: str) -> None:
    (tmp_path / "odd.tml").write_text(written, "utf-8")
    with pytest.raises(EvaluationError, match=r"odd\.tml: no TimeML"):
        list(documents(tmp_path))


def test_the_digest_of_a_folder_is_of_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("1")
    before = digest(tmp_path)
    (tmp_path / "one").write_text("2")
    changed = digest(tmp_path)
    (tmp_path / "one").rename(tmp_path / "two")
    assert len({before, changed, digest(tmp_path)}) == 3
