"""Citing: an article or a passage, as a line, as BibTeX, and as a link into the page.

Pure. A link into the page is a text fragment: browsers that know it scroll to the words
and light them up, the others show the page.
"""

import re
from urllib.parse import quote

import msgspec

from laut.model import Article
from laut.tongues import say
from laut.views.notes import title_of
from laut.views.typography import date_in_words, one_line, quoted

_WEB = ("http://", "https://")
_FEW = 5
"""Words at either end that a long passage is found by."""
_MANY = 12
_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_NAMED = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """How an article is cited.

    Attributes:
        line: in one line.
        bibtex: as an entry of BibTeX.
    """

    line: str
    bibtex: str


def citation(article: Article, key: str, link: str) -> Citation:
    """How an article is cited.

    Args:
        article: the article.
        key: its key in the ledger.
        link: its permanent address at this desk.
    """
    parts = (
        one_line(article.author),
        quoted(title_of(article)),
        one_line(article.outlet),
        date_in_words(article.published),
        article.url if is_web(article.url) else "",
    )
    known = ", ".join(filter(None, parts))
    read = say("gelesen mit laut, {link}", link=link)
    return Citation(line=f"{known} ({read})", bibtex=_bibtex(article, key))


def _bibtex(article: Article, key: str) -> str:
    fields = {
        "title": title_of(article),
        "author": article.author,
        "journal": article.outlet,
        "date": article.published,
        "url": article.url if is_web(article.url) else "",
        "urldate": article.retrieved,
        "langid": "german" if article.language == "de" else "",
        "note": f"laut:{key}",
    }
    rows = [
        f"  {name} = {{{_tex(one_line(value))}}},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@article{{laut-{key},", *rows, "}"])


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda sign: _NAMED.get(sign[0], f"\\{sign[0]}"), text)


def is_web(url: str) -> bool:
    """Whether the address may stand in a link."""
    return url.startswith(_WEB)


def link_into(url: str, words: str) -> str:
    """The address of some words of a page; "" where the page has none.

    Args:
        url: the page's.
        words: as they stand there, with ` … ` where something is left out.
    """
    first = words.split(" … ", maxsplit=1)[0].split()
    if not is_web(url) or not first:
        return ""
    page = one_line(url).partition("#")[0]
    if len(first) <= _MANY:
        return f"{page}#:~:text={_fragment(first)}"
    return f"{page}#:~:text={_fragment(first[:_FEW])},{_fragment(first[-_FEW:])}"


def _fragment(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")
