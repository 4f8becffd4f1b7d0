"""laut: who said what, on whose word, from the news.

    import laut
    reading = laut.read("Der Minister sagte: „Das stimmt nicht.“")
    reading.quotations[0].kind  # "direct"

The public API is what `__all__` names. Importing it is cheap: readers, fetchers and
views are loaded when they are first used.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from laut.errors import InputError, LautError
from laut.model import (
    Article,
    Attribution,
    Entity,
    Event,
    Link,
    Mention,
    Problem,
    Quotation,
    Reading,
    Source,
    Time,
    article_of,
)
from laut.spans import Span

if TYPE_CHECKING:
    from laut.ledger.book import Ledger

__all__ = [
    "Article",
    "Attribution",
    "Entity",
    "Event",
    "InputError",
    "LautError",
    "Link",
    "Mention",
    "Problem",
    "Quotation",
    "Reading",
    "Source",
    "Span",
    "Time",
    "open_ledger",
    "read",
]

__version__ = "0.1.0"


def read(
    text: str,
    *,
    title: str = "",
    published: str = "",
    outlet: str = "",
    url: str = "",
    id: str | None = None,  # noqa: A002 - the name of the field
) -> Reading:
    """Read one text.

    Args:
        text: German prose; paragraphs and headings stand on lines of their own.
        title: its headline.
        published: ISO 8601 date, or date and time.
        outlet: the medium that published it.
        url: its address.
        id: kept as `Reading.article.id`; else a hash of the content is made.

    Returns:
        The reading. The same text gives the same reading, always.
    """
    from laut.reading.pipeline import read_article  # noqa: PLC0415 - import on use

    article = article_of(
        text, title=title, published=published, outlet=outlet, url=url, id=id
    )
    return read_article(article)


def open_ledger(named: str | Path = "") -> "Ledger":
    """Open a ledger, where readings are kept; it is made where there is none.

    Args:
        named: a file, or `postgresql://user@host/name`; "" for what the variable
            `LAUT_LEDGER` names, else a file in the user's data folder.

    Returns:
        The ledger, a context manager that closes it.

    Raises:
        LautError: it cannot be opened, or was written by a newer laut.
    """
    import os  # noqa: PLC0415 - import on use

    from laut.ledger.book import open_book  # noqa: PLC0415
    from laut.ledger.location import wanted  # noqa: PLC0415

    return open_book(wanted(named, os.environ))
