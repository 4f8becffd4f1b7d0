"""Ledgers on both databases, and the readings of the collection."""

from functools import cache

from laut.demo.articles import articles
from laut.inquiry.following import follow
from laut.ledger.book import Ledger
from laut.ledger.records import Entry
from laut.model import Reading
from laut.reading.pipeline import read_article
from tests.ledger.conftest import ledger, named, postgres

__all__ = ["ledger", "named", "postgres"]

NOON = "2026-01-01T12:00:00+00:00"


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(read_article(article) for article in articles())


def fill(book: Ledger, some: tuple[Reading, ...]) -> None:
    """Write readings down and look at them."""
    book.add([Entry(reading=one, input="a.txt") for one in some], NOON)
    for _ in follow(book):
        pass
