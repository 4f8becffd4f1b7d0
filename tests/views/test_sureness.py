import pytest

from laut.model import Attribution, Quotation, Source
from laut.spans import Span
from laut.terms import Act, Factuality
from laut.views.sureness import act_and_certainty, doubts_of, signs_of


def said(
    act: Act | None, factuality: Factuality | None, *, distanced: bool = False
) -> Quotation:
    attribution = Attribution(
        source=Source(name="x"), act=act, factuality=factuality, distanced=distanced
    )
    return Quotation(
        id=0, kind="direct", content=(Span(0, 1),), attribution=attribution
    )


@pytest.mark.parametrize(
    ("act", "factuality", "shown"),
    [
        ("state", "CT+", []),
        ("state", "CT-", ["verneinte Aussage"]),
        ("confirm", "CT+", ["bestätigt"]),
        ("deny", "CT-", ["bestreitet"]),
        (None, None, []),
    ],
)
def test_the_normal_case_stays_quiet(
    act: Act | None, factuality: Factuality | None, shown: list[str]
) -> None:
    quotation = said(act, factuality)
    assert list(act_and_certainty(quotation.attribution)) == shown
    assert list(doubts_of(quotation)) == []
    assert signs_of(quotation) == ""


@pytest.mark.parametrize(
    ("factuality", "shown"),
    [
        ("PR+", "wahrscheinlich"),
        ("PR-", "wahrscheinlich nicht"),
        ("PS+", "möglich"),
        ("PS-", "möglicherweise nicht"),
        ("UU", "offen"),
    ],
)
def test_what_is_not_certain_is_a_doubt_with_a_sign(
    factuality: Factuality, shown: str
) -> None:
    quotation = said("state", factuality)
    assert list(doubts_of(quotation)) == [shown]
    assert signs_of(quotation) == "?"


@pytest.mark.parametrize("act", ["demand", "ask"])
def test_that_a_demand_or_question_commits_to_nothing_goes_without_saying(
    act: Act,
) -> None:
    assert signs_of(said(act, "UU")) == ""
    assert signs_of(said(act, "PS+")) == "?"


def test_distance_has_a_sign_of_its_own() -> None:
    quotation = said("state", "PS+", distanced=True)
    assert list(doubts_of(quotation)) == ["möglich", "mit Abstand wiedergegeben"]
    assert signs_of(quotation) == "?!"


def test_without_an_attribution_nothing_is_said() -> None:
    quotation = Quotation(id=0, kind="direct", content=())
    assert signs_of(quotation) == ""
    assert list(act_and_certainty(None)) == []
    assert list(doubts_of(quotation)) == []
