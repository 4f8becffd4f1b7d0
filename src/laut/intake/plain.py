"""Plain text: the whole input is one article.

A first line that stands alone – it is short, does not end as a sentence does, and an
empty line or a whole paragraph on one line follows – is taken for the headline: it
becomes the title and leaves the text, as the headline of a page does.
"""

import re

from laut.intake.decoding import text_of
from laut.intake.raw import Raw
from laut.intake.wording import clean
from laut.model import Article, article_of

_HEADLINE = re.compile(
    r"""\s*(?P<title>[^\n]{1,149}[^\s.:;,…])[ \t]*\n
        (?:[ \t]*\n\s*(?=\S)               # an empty line
          |(?=[A-ZÄÖÜ„»"][^\n]{150}))        # or a long line that begins anew""",
    re.VERBOSE,
)


def article_of_text(raw: Raw) -> Article:
    """The article that the bytes are.

    Raises:
        UnreadableError: the bytes are no text.
    """
    text = clean(text_of(raw.name, raw.body, raw.charset))
    headline = _HEADLINE.match(text)
    if headline is None:
        return article_of(text, url=raw.address)
    title, rest = headline["title"], text[headline.end() :]
    return article_of(rest, title=title, url=raw.address)
