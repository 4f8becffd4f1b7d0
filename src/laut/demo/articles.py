"""The articles of the collection, from the text files in the package.

A file is an article: a head of lines `name: value`, an empty line, the text. Its name
without the ending is the id of the article. Nothing is fetched or guessed here.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable

from laut.model import Article, article_of

_FOLDER = "collection"


def articles() -> tuple[Article, ...]:
    """All articles of the collection, the first that was published first."""
    texts = (files("laut.demo") / _FOLDER).iterdir()
    found = [_article(text) for text in texts if text.name.endswith(".txt")]
    return tuple(sorted(found, key=lambda article: article.id))


def _article(file: Traversable) -> Article:
    head, _, text = file.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return article_of(
        text.strip(),
        title=fields["title"],
        published=fields["published"],
        outlet=fields["outlet"],
        url=fields["url"],
        id=file.name.removesuffix(".txt"),
    )
