"""What a ledger answers about claims, sources, deeds and echoes."""

import pytest

import laut
from laut.errors import LedgerError
from laut.inquiry.answers import Wanted, claims_of, life_of
from laut.inquiry.deeds import deeds_between
from laut.inquiry.repeats import echoes_of
from laut.inquiry.sources import profile_of
from laut.ledger.book import Ledger
from laut.model import Reading
from tests.inquiry.conftest import fill, readings

SOME = (*readings()[2:8], *readings()[11:15])


@pytest.fixture
def book(ledger: Ledger) -> Ledger:
    fill(ledger, SOME)
    return ledger


def wordings(book: Ledger, wanted: Wanted) -> set[str]:
    return {claim.wording for claim in claims_of(book, wanted)}


def test_words_find_claims_in_whatever_form(book: Ledger) -> None:
    bought = "Russland kauft Millionen Raketen und Artilleriegranaten in Nordkorea"
    assert bought in wordings(book, Wanted(words="Kauf von Raketen"))
    assert bought not in wordings(book, Wanted(words="Kauf von Schuhen"))
    assert wordings(book, Wanted(words="und")) == set()


def test_a_state_is_found_by_every_name_that_it_has(book: Ledger) -> None:
    found = wordings(book, Wanted(about="Nordkorea", limit=1000))
    assert found <= wordings(book, Wanted(about="Pjöngjang", limit=1000))
    assert len(found) > 5


def test_a_source_is_found_by_its_last_word_and_its_spokesman(book: Ledger) -> None:
    puschilin = wordings(book, Wanted(source="Puschilin"))
    assert puschilin == wordings(book, Wanted(source="Denis Puschilin")) != set()
    assert wordings(book, Wanted(source="Kirby")) != set()
    assert wordings(book, Wanted(source="Niemand")) == set()


def test_claims_can_be_asked_for_by_day_standing_and_number(book: Ledger) -> None:
    late = claims_of(book, Wanted(since="2022-11-01", limit=1000))
    assert all(one.last >= "2022-11-01" for one in late)
    assert 0 < len(late) < len(claims_of(book, Wanted(limit=1000)))
    denied = claims_of(book, Wanted(standing="denied", about="Russland"))
    assert {one.standing for one in denied} == {"denied"}
    assert len(claims_of(book, Wanted(limit=2))) == 2
    lasts = [one.last for one in claims_of(book, Wanted(limit=1000))]
    assert lasts == sorted(lasts, reverse=True)


def test_the_list_says_of_a_claim_what_its_life_says(book: Ledger) -> None:
    for claim in claims_of(book, Wanted(limit=1000)):
        life = life_of(book, claim.id)
        assert (life.standing, life.origins) == (claim.standing, claim.origins)
        assert life.origins_why == claim.origins_why
        assert life.history[-1:] == () or life.history[-1].standing == life.standing


def test_the_row_of_a_claim_says_what_is_derived_anew(book: Ledger) -> None:
    for standing in ("alleged", "confirmed", "denied", "disputed"):
        for claim in claims_of(book, Wanted(standing=standing, limit=1000)):
            assert claim.standing == standing


def test_the_beginning_of_an_id_names_a_claim(book: Ledger) -> None:
    [claim, *_] = claims_of(book, Wanted())
    assert life_of(book, claim.id[:10]).id == claim.id
    for wrong in ("", "zzz"):
        with pytest.raises(LedgerError, match="gibt es nicht"):
            life_of(book, wrong)
    with pytest.raises(LedgerError, match="mehrere"):
        _ambiguous(book)


def _ambiguous(book: Ledger) -> None:
    ids = [claim.id for claim in claims_of(book, Wanted(limit=1000))]
    firsts = [id_[0] for id_ in ids]
    life_of(book, max(firsts, key=firsts.count))


def test_every_member_but_the_first_says_why_it_belongs(book: Ledger) -> None:
    life = life_of(book, claims_of(book, Wanted(words="Raketen kaufen"))[0].id)
    reasons = [one.why for one in life.attributions]
    assert reasons[0] == ""
    assert all("weil" in reason for reason in reasons[1:])


def test_a_source_has_its_names_its_words_and_what_became_of_them(
    book: Ledger,
) -> None:
    profile = profile_of(book, "Kirby")
    assert profile.sources[0].name == "Nationaler Sicherheitsrat der USA"
    assert profile.named[0].count >= profile.named[-1].count > 0
    days = [one.published for one in profile.said]
    assert days == sorted(days)
    denied = profile_of(book, "Nationaler Sicherheitsrat der USA").record
    assert any(entry.denied_by == ("Nordkorea",) for entry in denied)
    assert profile_of(book, "Niemand").said == ()


def test_deeds_between_two_states_come_with_date_status_and_word(
    book: Ledger,
) -> None:
    deeds = deeds_between(book, "Moskau", "Nordkorea")
    assert {(d.direction, d.type) for d in deeds} >= {("to", "COOPERATE")}
    told = {deed.source for deed in deeds}
    assert {"New York Times", "US-Regierungsvertreter"} <= told
    back = deeds_between(book, "Nordkorea", "Russland")
    assert len(back) == len(deeds)
    assert {d.direction for d in deeds if d.direction == "to"} == {"to"}
    assert deeds_between(book, "Russland", "Frankreich") == []


def test_who_acts_together_is_told_so(ledger: Ledger) -> None:
    fill(ledger, (_read("Am Montag trafen sich Angela Merkel und Emmanuel Macron."),))
    together = deeds_between(ledger, "Angela Merkel", "Emmanuel Macron")
    assert {deed.direction for deed in together} == {"with"}


def _read(text: str) -> Reading:
    return laut.read(text, published="2020-05-04")


def test_echoes_are_asked_for_by_either_article(book: Ledger) -> None:
    first = "06-us-regierungsvertreter"
    copies = {"07-us-regierungsvertreter-nachdruck", "08-russlands-nachschub"}
    assert {one.copy for one in echoes_of(book, first)} == copies
    assert {one.of for one in echoes_of(book, copies.pop())} == {first}
    assert echoes_of(book, "fehlt") == []
    assert len(echoes_of(book, limit=1)) == 1
    assert "Agentur Windrose" in echoes_of(book, first)[0].because


def test_an_empty_ledger_has_empty_answers(ledger: Ledger) -> None:
    assert claims_of(ledger, Wanted()) == []
    assert echoes_of(ledger) == []
    assert deeds_between(ledger, "Russland", "Nordkorea") == []
