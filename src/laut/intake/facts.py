"""What a page says about its article: title, author, outlet, address, time.

Takes the parsed tree of a page and returns `Facts`. Reads JSON-LD (see `linked`), meta
elements (Open Graph, Dublin Core and the usual others), `itemprop`, `<time>` and the
headline on the page. The time of publication keeps its hour and zone: of the places
that name the same day, the first that also names the hour is taken. What is not said is
""; what cannot be understood is as good as not said. Pure; nothing here raises.
"""

import html
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import msgspec

from laut.intake.dates import iso_date_or_nothing
from laut.intake.linked import Node, article_node, names, words
from laut.intake.wording import line

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "dcterms.issued",
    "parsely-pub-date",
    "pubdate",
    "publish-date",
    "sailthru.date",
)
"""Names of meta elements that give the time of publication, the surest first."""
_DAY = len("2022-09-06")


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says about its article; "" for what it does not say.

    Attributes:
        headlines: each way the page words the headline: the title is one of them.
        lead: the summary in its head, often the first paragraph.
    """

    title: str
    author: str
    outlet: str
    url: str
    published: str
    headlines: tuple[str, ...]
    lead: str


def facts_of(tree: "HtmlElement", address: str = "") -> Facts:
    """Read the facts off a page.

    Args:
        tree: the page.
        address: where it was fetched; links are relative to it.
    """
    node = article_node(_scripts(tree))
    metas = _metas(tree)
    outlet = _first([*metas.get("og:site_name", ()), *names(node.get("publisher"))])
    headlines = tuple(_headlines(tree, node, metas, outlet))
    return Facts(
        title=_first(headlines),
        author=_author(node, metas),
        outlet=outlet,
        url=_canonical(tree, metas, address),
        published=_published(_dates(tree, node, metas)),
        headlines=headlines,
        lead=_first([*metas.get("og:description", ()), *metas.get("description", ())]),
    )


def _first(values: Iterable[str]) -> str:
    return next(filter(None, map(_line, values)), "")


def _line(value: str) -> str:
    return line(html.unescape(value))


def _scripts(tree: "HtmlElement") -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in script.get("type", "").lower():
            yield script.text or ""


def _metas(tree: "HtmlElement") -> dict[str, list[str]]:
    """The contents of the meta elements by their names, in lower case."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            name = meta.get(key, "").strip().lower()
            if name:
                found.setdefault(name, []).append(meta.get("content", ""))
    return found


def _headlines(
    tree: "HtmlElement", node: Node, metas: dict[str, list[str]], outlet: str
) -> Iterator[str]:
    """The headline in JSON-LD, Open Graph, on the page, and in the title bar."""
    on_page = [" ".join(h.itertext()) for h in tree.iter("h1")]
    in_bar = [" ".join(t.itertext()) for t in tree.findall(".//head/title")]
    in_head = [words(node.get("headline")), *metas.get("og:title", ())]
    for written in [*in_head, *on_page, *in_bar]:
        headline = _without_outlet(_line(written), outlet)
        if headline:
            yield headline


def _without_outlet(headline: str, outlet: str) -> str:
    """`Ein Titel | Beispielblatt` without the outlet."""
    if not outlet or not headline.casefold().endswith(outlet.casefold()):
        return headline
    shorter = headline[: -len(outlet)].rstrip()
    return shorter.rstrip("|-–—·:• ") if shorter[-1:] in tuple("|-–—·:•") else headline


def _author(node: Node, metas: dict[str, list[str]]) -> str:
    """Everybody who is named as author, joined by commas; no addresses."""
    found = names(node.get("author")) or metas.get("author", [])
    people = dict.fromkeys(map(_line, found))
    return ", ".join(name for name in people if name and "://" not in name)


def _canonical(tree: "HtmlElement", metas: dict[str, list[str]], address: str) -> str:
    """The address that the page gives itself, else the one it was fetched from."""
    links = [
        link.get("href", "")
        for link in tree.iter("link")
        if "canonical" in link.get("rel", "").lower().split()
    ]
    for given in [*links, *metas.get("og:url", ())]:
        joined = _joined(address, given.strip())
        if joined:
            return joined
    return address


def _joined(address: str, given: str) -> str:
    """A web address made absolute; "" where that makes none."""
    try:
        joined = urljoin(address, line(given))
        parts = urlsplit(joined)
    except ValueError:
        return ""
    is_web = parts.scheme in {"http", "https"} and parts.netloc
    return joined if given and is_web else ""


def _dates(
    tree: "HtmlElement", node: Node, metas: dict[str, list[str]]
) -> Iterator[str]:
    """All that may be the time of publication, the surest first."""
    yield words(node.get("datePublished"))
    for name in _PUBLISHED:
        yield from metas.get(name, ())
    for element in tree.xpath("//*[@itemprop='datePublished']"):
        yield element.get("datetime") or element.get("content") or ""
    yield words(node.get("dateCreated"))
    times = (
        "//article//time[@datetime]",
        "//main//time[@datetime]",
        "//time[@datetime]",
    )
    for path in times:
        yield from (time.get("datetime", "") for time in tree.xpath(path))


def _published(written: Iterable[str]) -> str:
    dates = [found for found in map(iso_date_or_nothing, written) if found]
    if not dates:
        return ""
    same_day = [found for found in dates if found[:_DAY] == dates[0][:_DAY]]
    return next((found for found in same_day if len(found) > _DAY), dates[0])
