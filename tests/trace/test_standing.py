"""Standing, as the cases in `cases/standing.md` say, and the tables it is made by."""

from random import Random
from typing import get_args

import pytest
from hypothesis import given, strategies as st

from laut.terms import VOCABULARIES
from laut.trace.roles import Role
from laut.trace.sides import Polarity, Side, side_of
from laut.trace.standing import State, standing
from laut.trace.tables import rows
from tests.trace.claims import Case, case_of, cases

CASES = list(cases("standing"))
CLAIM = "- a1 06 · Ada Muster · state named DE · {} {}"


def _shown(case: Case) -> str:
    history = standing(case.assertions, case.echoes).history
    return "; ".join(f"{c.article} {c.standing} {', '.join(c.by)}" for c in history)


@pytest.mark.parametrize("case", CASES)
def test_a_claim_has_the_history_that_the_case_says(case: Case) -> None:
    assert _shown(case) == case.expected


@pytest.mark.parametrize("case", CASES)
def test_the_standing_is_that_of_the_last_change(case: Case) -> None:
    found = standing(case.assertions, case.echoes)
    assert found.standing == found.history[-1].standing
    assert found.since == found.history[-1].date
    assert found.by
    assert all(change.because.endswith(".") for change in found.history)


@given(st.sampled_from([p.values[0] for p in CASES]), st.randoms(use_true_random=False))
def test_the_order_of_assertions_does_not_matter(case: Case, chance: Random) -> None:
    assertions = list(case.assertions)
    chance.shuffle(assertions)
    assert standing(assertions, case.echoes) == standing(case.assertions, case.echoes)


def test_there_are_at_least_thirty_cases() -> None:
    assert len(CASES) >= 30


def test_a_claim_of_nobody_is_alleged_by_nobody() -> None:
    found = standing(())
    assert (found.standing, found.since, found.by, found.history) == (
        *("alleged", ""),
        *((), ()),
    )


@pytest.mark.parametrize("polarity", get_args(Polarity))
@pytest.mark.parametrize("act", VOCABULARIES["act"])
@pytest.mark.parametrize("factuality", VOCABULARIES["factuality"])
def test_every_act_at_every_certainty_has_a_side(
    polarity: Polarity, act: str, factuality: str
) -> None:
    (one,) = case_of([CLAIM.format(act, factuality), "= x"]).assertions
    assert side_of(one, polarity) in get_args(Side)


def test_the_tables_say_only_what_the_code_understands() -> None:
    acts = {*VOCABULARIES["act"], "*"}
    for table in ("sides", "roles"):
        assert {act for row in rows(table) for act in row[1].split("|")} <= acts
    assert {row[3] for row in rows("sides")} == set(get_args(Side))
    assert {row[6] for row in rows("roles")} == set(get_args(Role))
    assert {row[2] for row in rows("standing")} == set(get_args(State))
