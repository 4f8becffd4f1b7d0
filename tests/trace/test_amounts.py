"""Figures in contents: what they are, and when they cannot be the same."""

import pytest

from laut.reading.tokens import tokenize
from laut.trace.amounts import Amount, amounts_in, clash


def figures(text: str) -> tuple[Amount, ...]:
    return amounts_in(tuple(tokenize(text).words))


@pytest.mark.parametrize(
    ("text", "value", "sort", "shown"),
    [
        ("1.500 Soldaten", 1500, "", "1.500 Soldaten"),
        ("rund 3,5 Millionen Euro", 3.5e6, "vague", "3,5 Millionen Euro"),
        ("mehr als 1.000 Container", 1000, "least", "1.000 Container"),
        ("höchstens zwölf Raketen", 12, "most", "zwölf Raketen"),
        ("Hunderte weitere Drohnen", 100, "vague", "Hunderte"),
        ("um 40 Prozent der Stimmen", 40, "", "40 Prozent"),
        ("es waren 7, sagte er", 7, "", "7"),
    ],
)
def test_a_figure_has_a_value_and_a_sort(
    text: str, value: float, sort: str, shown: str
) -> None:
    (amount,) = figures(text)
    assert (amount.value, amount.sort, amount.shown) == (value, sort, shown)


@pytest.mark.parametrize(
    "text", ["am 24. Februar 2022", "im Jahr 2014", "um 18 Uhr", "vor 30 Jahren", "ein"]
)
def test_dates_and_times_are_no_figures(text: str) -> None:
    assert [amount for amount in figures(text) if amount.of != "jahr"] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("40 Tote", "44 Menschen"),
        ("40 Tote und drei Verletzte", "44 Tote und drei Verletzte"),
        ("mehr als 1.000 Container", "1.200 Container"),
    ],
)
def test_other_figures_clash(one: str, other: str) -> None:
    assert clash(figures(one), figures(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("40 Tote", "40 Menschen"),
        ("rund 12.000 Soldaten", "12.500 Soldaten"),
        ("40 Tote und drei Verletzte", "40 Tote"),
        ("40 Tote", "viele Tote"),
        ("zwei Raketen und 40 Tote", "drei Drohnen und fünf Schiffe"),
    ],
)
def test_figures_that_may_be_the_same_do_not_clash(one: str, other: str) -> None:
    assert clash(figures(one), figures(other)) is None
