"""The ledger of the collection holds what its manifest says, on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from laut.demo.manifest import ExpectedAttribution, ExpectedClaim, manifest
from laut.inquiry.answers import Wanted, claims_of, life_of
from laut.inquiry.records import ClaimTold, Life, Said
from laut.inquiry.repeats import echoes_of
from laut.ledger.book import Ledger, open_book
from tests.inquiry.conftest import fill, readings

EXPECTED = manifest()

OPEN = {
    "kauf": "a denial of all arms is not yet tied to what is said of some of them",
    "wagner": "a denial of all arms is not yet tied to what is said of some of them",
}
"""Claims that do not yet come out right, and why."""

BY_ID = {claim.id: claim for claim in EXPECTED.claims}
by_claim = pytest.mark.parametrize(
    "expected",
    [
        pytest.param(
            claim,
            id=claim.id,
            marks=[pytest.mark.xfail(reason=OPEN[claim.id], strict=True)]
            if claim.id in OPEN
            else [],
        )
        for claim in EXPECTED.claims
    ],
)

ALIKE = 85


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def book(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ledger]:
    """A ledger of the collection."""
    if request.param == "sqlite":
        name = str(Path(tmp_path_factory.mktemp("demo"), "ledger.sqlite"))
    else:
        name = request.getfixturevalue("postgres").format(name="postgres")
    with open_book(name) as opened:
        fill(opened, readings())
        yield opened


@pytest.fixture(scope="module")
def found(book: Ledger) -> list[ClaimTold]:
    return claims_of(book, Wanted(limit=1000))


def of(told: ExpectedAttribution, found: list[ClaimTold]) -> ClaimTold:
    """The claim that has an expected attribution among its own."""
    near = [(alike(told, one), claim) for claim in found for one in claim.attributions]
    score, claim = max(near, key=lambda pair: pair[0])
    assert score >= ALIKE, told
    return claim


def alike(told: ExpectedAttribution, one: Said) -> float:
    if told.article != one.article:
        return 0
    return fuzz.ratio(told.content, one.content) + (told.source == one.source)


def life(expected: ExpectedClaim, found: list[ClaimTold], book: Ledger) -> Life:
    """The one claim that all attributions of an expected one are in."""
    ids = {of(told, found).id for told in expected.attributions}
    assert len(ids) == 1
    return life_of(book, ids.pop())


def test_every_echo_is_found_and_no_other(book: Ledger) -> None:
    told = {(one.copy, one.of, one.kind) for one in echoes_of(book)}
    assert told == {(one.copy, one.of, one.kind) for one in EXPECTED.echoes}


def test_an_echo_has_the_share_that_was_copied(book: Ledger) -> None:
    shares = {one.copy: one.share for one in echoes_of(book)}
    for one in EXPECTED.echoes:
        assert shares[one.copy] == pytest.approx(one.share, abs=0.03)


@by_claim
def test_all_attributions_of_a_claim_are_in_one(
    expected: ExpectedClaim, found: list[ClaimTold], book: Ledger
) -> None:
    told = life(expected, found, book).attributions
    assert len(told) == len(expected.attributions)


@by_claim
def test_a_claim_rests_on_as_many_origins_as_it_should(
    expected: ExpectedClaim, found: list[ClaimTold], book: Ledger
) -> None:
    assert life(expected, found, book).origins == expected.origins


@by_claim
def test_a_claim_stands_as_it_should_at_every_time(
    expected: ExpectedClaim, found: list[ClaimTold], book: Ledger
) -> None:
    told = life(expected, found, book)
    history = [(c.date[:10], c.article, c.standing, set(c.by)) for c in told.history]
    assert history == [
        (c.since, c.article, c.standing, set(c.by)) for c in expected.standing
    ]
    assert told.standing == expected.standing[-1].standing


@pytest.mark.parametrize("expected", EXPECTED.claims, ids=lambda claim: claim.id)
def test_claims_that_are_near_one_another_stay_apart(
    expected: ExpectedClaim, found: list[ClaimTold]
) -> None:
    mine = {of(told, found).id for told in expected.attributions}
    for name in expected.apart_from:
        assert not mine & {of(told, found).id for told in BY_ID[name].attributions}
