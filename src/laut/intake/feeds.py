"""Feeds: from RSS or Atom to what each entry says.

Takes the bytes of a feed and returns a `Feed` with its `Item`s. What a feed carries
whole (`content:encoded`, Atom's `content`) is read from it; of an entry that carries
only a teaser, its page must be asked. Pure; the library is given bytes and never
fetches.
"""

import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from laut.errors import UnreadableError
from laut.intake.dates import iso_date_or_nothing
from laut.intake.raw import Raw
from laut.intake.wording import clean, line
from laut.model import Article, article_of
from laut.tongues import say

_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "div", "br")
_LEAST = 200
"""Characters below which a content is no article but a teaser."""
_MARKUP = re.compile(r"<[a-zA-Z/!]")


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of a feed.

    Attributes:
        link: the address of its page; "" where it has none.
        text: the article, one paragraph a line; "" where it only has a teaser.
        mark: a hash of what the feed says of it; another one means news.
    """

    link: str
    title: str
    author: str
    published: str
    text: str
    mark: str


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """What a feed says of itself, and its entries in its order."""

    title: str
    items: tuple[Item, ...]


def feed_of(raw: Raw) -> Feed:
    """The feed that the bytes are.

    Raises:
        UnreadableError: they are none.
    """
    import feedparser  # noqa: PLC0415 - only feeds need it

    headers = {"content-location": raw.address}
    if raw.media_type and raw.charset:
        headers["content-type"] = f"{raw.media_type}; charset={raw.charset}"
    parsed = feedparser.parse(
        io.BytesIO(raw.body), response_headers=headers, sanitize_html=False
    )
    if not parsed.get("version") and not parsed.entries:
        raise UnreadableError(raw.name, say("Das ist kein Feed, oder er ist zerstört."))
    title = line(_words(parsed.feed.get("title")))
    return Feed(title=title, items=tuple(map(_item, parsed.entries)))


def article_of_item(item: Item, feed: Feed) -> Article:
    """The article that an entry carries whole."""
    article = article_of(
        item.text,
        title=item.title,
        published=item.published,
        outlet=feed.title,
        url=item.link,
    )
    return msgspec.structs.replace(article, author=item.author)


def _item(entry: Any) -> Item:
    said = [_said(entry, name) for name in ("link", "title", "author")]
    updated = _said(entry, "updated")
    date = _said(entry, "published") or updated
    body = _content(entry)
    marked = "\0".join([*said, date, updated, body or _said(entry, "summary")])
    return Item(
        link=said[0].strip(),
        title=line(_plain(said[1])),
        author=line(said[2]),
        published=iso_date_or_nothing(date) if date else "",
        text=body,
        mark=hashlib.sha256(marked.encode("utf-8", "replace")).hexdigest()[:20],
    )


def _content(entry: Any) -> str:
    found = [_words(part.get("value")) for part in entry.get("content", ())]
    text = _plain(max(found, key=len, default=""))
    return text if len(text) >= _LEAST else ""


def _said(entry: Any, name: str) -> str:
    """A field of an entry; past the library, which guesses where one is missing."""
    return _words(dict.get(entry, name))


def _words(value: object) -> str:
    return value if isinstance(value, str) else ""


def _plain(markup: str) -> str:
    """The text of a piece of HTML, one paragraph a line."""
    if not _MARKUP.search(markup) and "&" not in markup:
        return clean(markup)
    from lxml import html  # type: ignore[import-untyped]  # noqa: PLC0415 - on use

    root = html.fragment_fromstring(markup, create_parent="div")
    for unseen in root.xpath(".//script | .//style | .//figure"):
        unseen.drop_tree()
    return "\n".join(_lines("".join(_pieces(root))))


def _pieces(element: Any) -> Iterator[str]:
    """The text of an element, blocks on lines of their own."""
    edge = "\n" if element.tag in _BLOCKS else ""
    yield edge
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _pieces(child)
        yield child.tail or ""
    yield edge


def _lines(text: str) -> list[str]:
    found = (line(part) for part in text.split("\n"))
    return [part for part in found if part]
