"""Entries for ledgers, made for tests."""

from typing import Any

import laut
from laut.ledger.records import Entry
from laut.model import Reading, article_of

NOON = "2022-09-06T12:00:00+00:00"
LATER = "2022-09-07T12:00:00+00:00"
TEXT = (
    "Die Brücke bleibe gesperrt, sagte die Bürgermeisterin am Montag.\n"
    "Ein Gutachter habe Risse gefunden. Laut Polizei wurde niemand verletzt."
)
PAGE = "https://bote.example/bruecke"


def entry(text: str = TEXT, name: str = "a.txt", **known: Any) -> Entry:
    return Entry(reading=laut.read(text, **known), input=name)


def bare(text: str) -> Entry:
    """An entry of a text that nobody has read."""
    return Entry(reading=Reading(article=article_of(text), reader="x"), input=text)
