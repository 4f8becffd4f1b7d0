"""Origins, as the cases in `cases/origins.md` say, and what always holds of them."""

from random import Random

import pytest
from hypothesis import given, strategies as st

from laut.trace.origins import _KEYS, _RULES, origins
from laut.trace.tables import rows
from tests.trace.claims import CONTENT, Case, cases

CASES = list(cases("origins"))


@pytest.mark.parametrize("case", CASES)
def test_a_claim_has_as_many_beginnings_as_the_case_says(case: Case) -> None:
    found = origins(case.assertions, case.echoes)
    assert found.count == len(found.beginnings) == int(case.expected), found.why


@pytest.mark.parametrize("case", CASES)
def test_every_assertion_is_told_of(case: Case) -> None:
    found = origins(case.assertions, case.echoes)
    occasions = [name for one in found.beginnings for name in one.occasions]
    assert len(set(occasions)) == len(occasions)
    assert set(occasions) <= {one.id for one in case.assertions}
    assert len(found.why) >= found.count
    assert all(line.endswith(".") for line in found.why)


@given(st.sampled_from([p.values[0] for p in CASES]), st.randoms(use_true_random=False))
def test_the_order_of_assertions_and_echoes_does_not_matter(
    case: Case, chance: Random
) -> None:
    assertions, echoes = list(case.assertions), list(case.echoes)
    expected = origins(assertions, echoes)
    chance.shuffle(assertions)
    chance.shuffle(echoes)
    assert origins(assertions, echoes) == expected


def test_a_claim_of_nobody_has_none() -> None:
    assert origins(()).count == 0
    assert origins(()).why == ()


def test_there_are_at_least_thirty_cases() -> None:
    assert len(CASES) >= 30
    assert CONTENT


def test_the_table_and_the_code_know_the_same_rules() -> None:
    assert [row[0] for row in rows("origins")] == list(_RULES)
    assert {row[1] for row in rows("origins")} <= set(_KEYS)


def test_the_beginnings_are_told_line_by_line() -> None:
    by_title = {param.id: param.values[0] for param in CASES}
    case = by_title["Who confirms beside the newspaper is one more"]
    first, second = origins(case.assertions).why
    assert first == (
        "1. New York Times, zuerst 2022-09-06 (1 Fundstelle): Ein Medium, das selbst "
        "berichtet, zählt einmal, wer auch immer es weitergibt."
    )
    assert second == (
        "2. US-Regierungsvertreter, zuerst 2022-09-07 (1 Fundstelle): Wer aus eigenem "
        "Wissen bestätigt, ist ein eigener Anfang."
    )
