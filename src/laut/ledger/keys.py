"""Names made of contents: equal contents get equal names, in every ledger.

Pure. A key is 20 hex digits of SHA-256 over fields parted by NUL, so it can be made
again by anybody and says nothing of when or where a thing was written down.
"""

import hashlib
from urllib.parse import urlsplit

from laut.model import Article, Quotation, content_id

_DIGITS = 20


def key_of(*fields: str) -> str:
    """The name of what these fields hold, in this order."""
    content = "\0".join(fields).encode("utf-8", "replace")
    return hashlib.sha256(content).hexdigest()[:_DIGITS]


def house_of(article: Article) -> str:
    """Whose the article is: its outlet, else the host of its address, folded.

    "" where neither is known.
    """
    return folded(article.outlet) or _host(article.url)


def folded(name: str) -> str:
    """A name as it is compared: without case, with single spaces."""
    return " ".join(name.casefold().split())


def article_key(article: Article) -> str:
    """The name of an article as it was published: its id, house, title and text.

    Two houses that print the same words have two articles; one house that shows the
    same words at two addresses has one.
    """
    return key_of(article.id, house_of(article), article.title, article.text)


def url_tie(article: Article) -> str | None:
    """What all versions of a text at one address share; None without an address."""
    return key_of(house_of(article), article.url) if article.url else None


def id_tie(article: Article) -> str | None:
    """What all versions of a text under one id share; None where no id was given.

    An id that is the hash of the content cannot tell a version.
    """
    made = article.id == content_id(article.title, article.text)
    return None if made else key_of(house_of(article), article.id)


def quotation_key(article: str, quotation: Quotation) -> str:
    """The name of a quotation: its article's key, and which words it renders.

    It outlives a new reading that finds the same words and calls them the same.
    """
    spans = (f"{span.begin}-{span.end}" for span in quotation.content)
    return key_of(article, quotation.kind, ",".join(spans))


def _host(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
