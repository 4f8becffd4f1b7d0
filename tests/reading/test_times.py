"""Expressions of time, read as the cases in Markdown say, and never out of bounds."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

import laut
from laut.model import Time, article_of
from laut.reading.draft import draft_of
from laut.reading.steps.times import RULES, times
from laut.reading.tables import rows
from laut.reading.timegrammar import NONE

CASES = Path(__file__).parent / "cases" / "times"
NOTHING = "–"
PUBLISHED = "2022-09-06"

SCRAPS = (
    *("am", "im", "der", "den", "vor", "seit", "bis", "zum", "um", "in", "von", "und"),
    *("Montag", "Mai", "Sommer", "Ostern", "Abend", "Nacht", "Jahr", "Tagen", "Woche"),
    *("heute", "gestern", "vergangenen", "nächsten", "diesem", "ersten", "halb", "Uhr"),
    *("2014", "24.", "31.", "29.", "Februar", "0", "9999", "1.5.2020", "2006/07", "٣"),
    *("Quartal", "Jahrhundert", "Jahrtausend", "zwei", "einigen", "zuvor", "später"),
    *("18.30", "99.99", "00:00", "90er", "35-Stunden-Woche", ".", ",", "?", "\n", "–"),
)
"""What expressions are made of, to be thrown together."""


def _cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.md")):
        for line in path.read_text("utf-8").splitlines():
            cells = [cell.strip() for cell in line.strip("|").split(" | ")]
            if line.startswith("|") and cells[0][:1] in {"1", "2", NOTHING}:
                yield pytest.param(*cells, id=f"{path.stem}: {cells[1][:50]}")


def _read(text: str, published: str) -> tuple[Time, ...]:
    return times(draft_of(article_of(text, published=published))).times


def _shown(text: str, time: Time) -> str:
    stretch = f" {time.begin}..{time.end}" if time.begin or time.end else ""
    words = text[time.span.begin : time.span.end]
    return f"{words} = {time.type} {time.value}{stretch}"


@pytest.mark.parametrize(("published", "text", "expected"), list(_cases()))
def test_a_text_has_the_times_that_the_case_says(
    published: str, text: str, expected: str
) -> None:
    found = _read(text, "" if published == NOTHING else published)
    assert "; ".join(_shown(text, time) for time in found) == expected.replace(
        NOTHING, ""
    )


def test_there_are_enough_cases() -> None:
    assert len(list(_cases())) >= 120


def test_a_reading_holds_its_times() -> None:
    (time,) = laut.read("Der Damm brach im August.", published=PUBLISHED).times
    assert (time.type, time.value) == ("DATE", "2022-08")


@pytest.mark.shared
def test_the_article_that_holds_the_whole_job_has_its_three_dates(shared: Path) -> None:
    text = (shared / "seed" / "article.txt").read_text("utf-8")
    found = [time for time in _read(text, PUBLISHED) if time.value[0].isdigit()]
    assert [time.value for time in found] == ["2022-08", "2014", "2022-02-24"]
    assert found[1].begin == "2014"


def test_every_rule_of_the_patterns_is_written_and_every_rule_written_is_used() -> None:
    kinds = {NONE, "="}
    used = {rule for kind, rule, _ in rows("time-patterns") if kind not in kinds}
    assert used == set(RULES)


def test_every_kind_of_a_pattern_is_one_that_words_or_figures_have() -> None:
    known = {kind.upper() for kind, *_ in rows("time-words")} | {
        *("N", "HOUR", "YEAR", "DATE", "DAY", "YEARS", "CLOCK", "SHORT-DATE"),
        *("DAYPART", "COUNT", "ORDINAL", "LASTING"),
        *("FIGURE-DECADE", "DECADE-NOUN", "FIGURE-LASTING"),
    }
    names = {rule for kind, rule, _ in rows("time-patterns") if kind == "="}
    patterns = [pattern for _, _, pattern in rows("time-patterns")]
    words = [w.strip("<>?") for pattern in patterns for w in pattern.split()]
    kinds = {part.partition("=")[0] for word in words for part in word.split("|")}
    assert {kind for kind in kinds if kind[:1].isupper()} <= known | names


@given(st.text(max_size=200), st.dates().map(date.isoformat) | st.text(max_size=12))
def test_no_text_and_no_date_is_too_odd(text: str, published: str) -> None:
    _holds(text, published)


@given(
    st.lists(st.sampled_from(SCRAPS), max_size=30).map(" ".join),
    st.dates().map(date.isoformat) | st.just(""),
)
def test_expressions_thrown_together_stay_in_the_text_and_apart(
    text: str, published: str
) -> None:
    _holds(text, published)


def _holds(text: str, published: str) -> None:
    """Spans are in the text, in order, apart; every value says something."""
    end = 0
    for time in _read(text, published):
        assert end <= time.span.begin < time.span.end <= len(text)
        assert time.value
        assert text[time.span.begin : time.span.end].strip()
        end = time.span.end
