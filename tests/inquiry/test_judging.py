"""What people decide: claims and sources follow, and it can be taken back."""

import pytest

from laut.errors import LedgerError
from laut.inquiry import judging
from laut.inquiry.answers import Wanted, claims_of, life_of
from laut.inquiry.judging import Judge
from laut.inquiry.records import ClaimTold
from laut.inquiry.sources import profile_of
from laut.ledger.book import Ledger
from tests.inquiry.conftest import fill, readings

ANNA = Judge("Anna", "2026-01-02T10:00:00+00:00")
BEN = Judge("Ben", "2026-01-03T10:00:00+00:00")
SOME = readings()[4:10]


@pytest.fixture
def book(ledger: Ledger) -> Ledger:
    fill(ledger, SOME)
    return ledger


def claim(book: Ledger, words: str, source: str = "") -> ClaimTold:
    """The greatest claim with these words."""
    found = claims_of(book, Wanted(words=words, source=source))
    return max(found, key=lambda one: len(one.attributions))


def everything(book: Ledger) -> list[ClaimTold]:
    return claims_of(book, Wanted(limit=1000))


def test_merged_claims_are_one_until_that_is_taken_back(book: Ledger) -> None:
    before = everything(book)
    bought = claim(book, "Raketen kaufen")
    denied = claim(book, "Waffen Munition ausgeführt")
    made = judging.merge(book, bought.id, denied.id, ANNA)
    merged = claim(book, "Raketen kaufen")
    assert merged.id == bought.id
    assert len(merged.attributions) == len(bought.attributions) + len(
        denied.attributions
    )
    assert merged.standing == "disputed"
    assert "vereint" in merged.note
    judging.take_back(book, made.key, BEN, "voreilig")
    assert everything(book) == before
    assert book.judgements()[0].retired_by == "Ben"


def test_what_comes_in_later_follows_the_judgement(ledger: Ledger) -> None:
    fill(ledger, SOME[:-1])
    bought = claim(ledger, "Raketen kaufen")
    sanctions = claim(ledger, "Exportkontrollen Sanktionen")
    judging.merge(ledger, bought.id, sanctions.id, ANNA)
    fill(ledger, SOME[-1:])
    assert claim(ledger, "Raketen kaufen").id == bought.id
    texts = {one.content for one in claim(ledger, "Raketen kaufen").attributions}
    assert {one.content for one in sanctions.attributions} <= texts


def test_split_attributions_are_a_claim_of_their_own(book: Ledger) -> None:
    before = everything(book)
    bought = claim(book, "Raketen kaufen")
    gone = [one.id for one in bought.attributions[-2:]]
    made = judging.split(book, bought.id, gone, ANNA)
    left = life_of(book, bought.id)
    assert not {one.id for one in left.attributions} & set(gone)
    parted = [
        c for c in everything(book) if {o.id for o in c.attributions} == set(gone)
    ]
    assert len(parted) == 1
    judging.take_back(book, made.key[:8], BEN)
    assert everything(book) == before


def test_a_rejected_attribution_counts_for_nothing(book: Ledger) -> None:
    bought = claim(book, "Raketen kaufen")
    confirming = [o for o in bought.attributions if o.relation == "confirms"]
    for one in confirming:
        judging.reject(book, one.id, ANNA)
    now = life_of(book, bought.id)
    assert (now.standing, now.origins) == ("alleged", 1)
    assert [one.note for one in now.attributions].count("verworfen") == len(confirming)
    assert bought.id in {
        c.id for c in claims_of(book, Wanted(standing="alleged", limit=1000))
    }


def test_a_rejected_claim_is_no_longer_listed_but_still_there(book: Ledger) -> None:
    bought = claim(book, "Raketen kaufen")
    judging.reject(book, bought.id, ANNA)
    assert bought.id not in {one.id for one in everything(book)}
    assert life_of(book, bought.id).note == "verworfen"
    judging.accept(book, bought.id, BEN)
    assert life_of(book, bought.id).note == "geprüft"
    assert bought.id in {one.id for one in everything(book)}


def test_a_corrected_source_is_the_other_everywhere(book: Ledger) -> None:
    spoken = profile_of(book, "US-Regierungsvertreter").said
    made = judging.correct(book, "US-Regierungsvertreter", "Pentagon", ANNA)
    assert profile_of(book, "US-Regierungsvertreter").said == ()
    now = profile_of(book, "Pentagon")
    assert {one.id for one in spoken} <= {one.id for one in now.said}
    assert {source.kind for source in now.sources} == {"military"}
    assert "berichtigt" in now.said[0].note
    assert claims_of(book, Wanted(source="US-Regierungsvertreter")) == []
    judging.take_back(book, made.key, BEN)
    assert profile_of(book, "US-Regierungsvertreter").said == spoken


def test_one_attribution_can_have_its_source_corrected(book: Ledger) -> None:
    bought = claim(book, "Raketen kaufen")
    one = bought.attributions[0]
    judging.correct(book, one.id, "Washington Post", ANNA)
    now = life_of(book, bought.id).attributions
    assert now[0].source == "Washington Post"
    assert [o.source for o in now[1:]] == [o.source for o in bought.attributions[1:]]


def test_what_cannot_be_judged_is_said(book: Ledger) -> None:
    bought, denied = claim(book, "Raketen kaufen"), claim(book, "Munition ausgeführt")
    with pytest.raises(LedgerError, match="dieselbe"):
        judging.merge(book, bought.id, bought.id, ANNA)
    with pytest.raises(LedgerError, match="gibt es nicht"):
        judging.reject(book, "ffffffffffff", ANNA)
    with pytest.raises(LedgerError, match="hat die Behauptung nicht"):
        judging.split(book, bought.id, [denied.attributions[0].id], ANNA)
    with pytest.raises(LedgerError, match="keine Quelle"):
        judging.correct(book, "Niemand", "Jemand", ANNA)
    with pytest.raises(LedgerError, match="Urteil"):
        judging.take_back(book, "ffff", ANNA)
    assert book.judgements() == ()
