"""laut: who said what, on whose word, from the news.

    import laut
    reading = laut.read("Der Minister sagte: „Das stimmt nicht.“")
    reading.quotations[0].kind  # "direct"

The public API is what `__all__` names. Importing it is cheap: readers, fetchers and
views are loaded when they are first used.
"""

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
