"""Pages: from HTML to an article.

Takes the bytes of a page and returns an `Article`: the body by trafilatura, everything
about it by `facts`. One paragraph, heading or item of a list a line; tables, captions
and what surrounds the article are left out, and so is the headline, which is the title.
Reads no style sheets, runs no scripts, fetches nothing.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from laut.errors import UnreadableError
from laut.intake.decoding import text_of
from laut.intake.facts import Facts, facts_of
from laut.intake.raw import Raw
from laut.intake.wording import clean, line
from laut.model import Article, article_of
from laut.tongues import say

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_CHARSET = re.compile(rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)")
_HEAD = 4096
_BULLET = re.compile(r"(?m)^- ")
_END_OF_SENTENCE = tuple('.!?…:"“”«»‘’)')
_LEADS = (
    "//body//p[normalize-space() = $lead]"
    " | //h1/following-sibling::p[re:test(@class, 'teaser|lead|intro|vorspann', 'i')]"
)
_ABOVE_HEADLINE = 4
"""How many short lines, such as the name of the section, may stand above a headline."""


def article_of_page(raw: Raw) -> Article:
    """The article on a page.

    Raises:
        UnreadableError: it is no page, or there is no article on it.
    """
    tree = _tree(raw)
    facts = facts_of(tree, raw.address)
    article = article_of(
        clean(_text(raw.name, tree, facts)),
        title=facts.title,
        published=facts.published,
        outlet=facts.outlet,
        url=facts.url,
    )
    return msgspec.structs.replace(article, author=facts.author)


def _tree(raw: Raw) -> "HtmlElement":
    from lxml import (  # type: ignore[import-untyped]  # noqa: PLC0415 - only pages need it
        etree,
        html,
    )

    said = _CHARSET.search(raw.body[:_HEAD])
    charset = raw.charset or (said[1].decode("ascii", "replace") if said else "")
    text = text_of(raw.name, raw.body, charset)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableError(
            raw.name, say("Die Seite ist leer oder kein HTML.")
        ) from error


def _text(name: str, tree: "HtmlElement", facts: Facts) -> str:
    from trafilatura import bare_extraction  # noqa: PLC0415 - only pages need it

    found = bare_extraction(
        tree, fast=True, include_comments=False, include_tables=False
    )
    text = getattr(found, "text", None) or ""
    lines = [line(part) for part in _BULLET.sub("", text).splitlines()]
    lines = _below_headline([part for part in lines if part], facts.headlines)
    if not lines:
        raise UnreadableError(name, say("Auf dieser Seite steht kein Artikel."))
    return "\n".join(_with_lead(lines, tree, facts.lead))


def _below_headline(lines: list[str], headlines: Sequence[str]) -> list[str]:
    """The lines without the headline, and without the short ones above it."""
    known = {_folded(headline) for headline in headlines}
    for at, text in enumerate(lines[: _ABOVE_HEADLINE + 1]):
        if _folded(text) in known:
            kept = [above for above in lines[:at] if above.endswith(_END_OF_SENTENCE)]
            return kept + lines[at + 1 :]
    return lines


def _with_lead(lines: list[str], tree: "HtmlElement", lead: str) -> list[str]:
    """The lines, opened by the lead where the page shows one and the body has it not.

    Sites set their leads apart from the body, where they are easily taken for the
    teaser of another article; but a lead is often the sentence that names the source.
    """
    for shown in _leads(tree, lead)[:1]:
        text = line(" ".join(shown.itertext()))
        rest = [part for part in lines if _folded(part) != _folded(text)]
        if text and not any(_folded(text) in _folded(part) for part in rest):
            return [text, *rest]
    return lines


def _leads(tree: "HtmlElement", lead: str) -> list["HtmlElement"]:
    """The paragraphs that say what the head of the page says, or stand as leads."""
    regular_expressions = {"re": "http://exslt.org/regular-expressions"}
    found = tree.xpath(_LEADS, lead=lead, namespaces=regular_expressions)
    return list(found)


def _folded(text: str) -> str:
    return line(text).casefold()
