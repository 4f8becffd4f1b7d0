import pytest

from laut.trace.credits import credited_in, names_of_outlet
from laut.trace.prints import same_address
from laut.trace.tables import rows


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hafenstadt (npa) – Die Brücke ist zu.", "npa"),
        ("Hafenstadt (dpa/npa) – Die Brücke ist zu.", "npa"),
        ("[Küstenfunk] Die Brücke ist zu.", "küstenfunk"),
        ("Quelle: Hafenblatt", "hafenblatt"),
        ("Mit Material der npa", "npa"),
        ("Das berichtet die Zeitung „Hafenblatt“.", "hafenblatt"),
        ("Das berichtete zuerst der Küstenfunk.", "küstenfunk"),
        ("Zuvor berichtet hatte das Abendblatt.", "abendblatt"),
        ("Die Brücke ist laut Neues Abendblatt zu.", "neues abendblatt"),
        ("Nach Informationen des Küstenfunk ist sie zu.", "küstenfunk"),
        ("Unter Berufung auf das Hafenblatt heißt es.", "hafenblatt"),
        ("Das sagte sie am Montag der Agentur npa.", "npa"),
        ("Dem Hafenblatt zufolge ist sie zu.", "hafenblatt"),
        ("Wie das „Hafenblatt“ berichtet, ist sie zu.", "hafenblatt"),
        ("Der Küstenfunk hatte zuerst berichtet.", "küstenfunk"),
    ],
)
def test_whoever_is_credited_is_found(text: str, name: str) -> None:
    assert name in credited_in(text)


def test_who_is_merely_named_is_not_credited() -> None:
    assert not credited_in("Das Hafenblatt zieht um. Der Küstenfunk feiert heute.")


def test_an_outlet_goes_by_its_name_its_short_form_and_its_initials() -> None:
    assert names_of_outlet("Nordlicht Presse Agentur") == {
        *("nordlicht presse agentur", "npa")
    }
    assert names_of_outlet("Das Hafenblatt") == {"hafenblatt"}
    assert names_of_outlet("Agentur Windrose (wra)") == {"agentur windrose", "wra"}
    assert names_of_outlet("") == frozenset()


def test_every_row_of_credits_has_a_place_for_the_name() -> None:
    assert all(row[0].count("{who}") == 1 for row in rows("credits"))


@pytest.mark.parametrize(
    "url",
    [
        "http://blatt.example/a",
        "https://www.blatt.example/a/",
        "https://m.blatt.example/a#oben",
        "https://blatt.example/a?utm_source=x&fbclid=y",
    ],
)
def test_an_address_is_the_same_however_one_comes_to_it(url: str) -> None:
    assert same_address(url) == "blatt.example/a"


def test_a_page_that_is_asked_for_by_a_number_stays_itself() -> None:
    assert same_address("https://blatt.example/a?id=7&utm_source=x") != same_address(
        "https://blatt.example/a?id=8"
    )
