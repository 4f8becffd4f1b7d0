"""Plain text: the whole input is the text of one article, and it has no title."""

from laut.intake.decoding import text_of
from laut.intake.raw import Raw
from laut.intake.wording import clean
from laut.model import Article, article_of


def article_of_text(raw: Raw) -> Article:
    """The article that the bytes are.

    Raises:
        UnreadableError: the bytes are no text.
    """
    text = clean(text_of(raw.name, raw.body, raw.charset))
    return article_of(text, url=raw.address)
