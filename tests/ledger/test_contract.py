"""What holds of a ledger on both databases."""

from typing import Any

import laut
from laut.ledger.book import Ledger, open_book
from laut.ledger.keys import article_key
from laut.ledger.records import Change, Entry, Outcome, Sighting

NOON = "2022-09-06T12:00:00+00:00"
LATER = "2022-09-07T12:00:00+00:00"
TEXT = (
    "Die Brücke bleibe gesperrt, sagte die Bürgermeisterin am Montag.\n"
    "Ein Gutachter habe Risse gefunden."
)


def entry(text: str = TEXT, name: str = "a.txt", **known: Any) -> Entry:
    return Entry(reading=laut.read(text, **known), input=name)


def test_what_goes_in_comes_out_the_same(ledger: Ledger) -> None:
    given = entry(title="Brücke", published="2022-09-06", outlet="Bote")
    assert ledger.add([given], NOON) == (Outcome.NEW,)
    assert ledger.reading(given.reading.article.id) == given.reading
    assert list(ledger.readings()) == [given.reading]
