"""Paste: a text or an address, read at once, and kept only where that is asked for."""

from threading import BoundedSemaphore

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from laut.errors import InputError, LautError, UnreadableError
from laut.ingest import catch_up, explain_all
from laut.intake.language import refuse_foreign
from laut.intake.plain import article_of_text
from laut.intake.raw import Raw
from laut.intake.sources import date_option
from laut.intake.wording import clean, line
from laut.ledger.keys import article_key
from laut.ledger.records import Entry
from laut.model import Article, Explained, content_id
from laut.reading.pipeline import read_article
from laut.reading.reasons import explained_article
from laut.tongues import later, say
from laut.web.citing import is_web
from laut.web.desk import desk_of
from laut.web.filters import Filter
from laut.web.folio import folio_of
from laut.web.forms import Fields
from laut.web.links import href
from laut.web.moments import now
from laut.web.rendering import shown
from laut.web.settings import Settings

INPUT = later("eingefügter Text")
"""What the ledger calls the input of a text that was pasted."""

_AT_ONCE = BoundedSemaphore(2)
"""Readings at one time: a reading uses one core for as long as it takes."""

_BAD = 422
_KEPT = ("id", "title", "author", "outlet", "url", "published", "retrieved")
"""The fields that a form carries from reading to keeping, beside the text."""


def paste(request: Request) -> Response:
    """The empty form."""
    return shown(request, "paste.html", fields={}, problem="", folio=None)


def read_pasted(request: Request, fields: Fields) -> Response:
    """Read what was pasted; keep it where that was asked for."""
    settings = desk_of(request).settings
    try:
        if fields.get("keep") == "1":
            return _keep(request, _carried(fields, settings))
        reading = _read(fields, settings)
    except LautError as error:
        reason = error.reason if isinstance(error, InputError) else str(error)
        return shown(
            request, "paste.html", _BAD, fields=fields, problem=reason, folio=None
        )
    carried = {name: getattr(reading.article, name) for name in (*_KEPT, "text")}
    return shown(
        request,
        "paste.html",
        fields=fields,
        problem="",
        folio=folio_of(reading, Filter("all")),
        carried=carried,
    )


def _read(fields: Fields, settings: Settings) -> Explained:
    """What was pasted, read.

    Raises:
        LautError: it cannot be taken in.
    """
    address, published = line(fields.get("url", "")), fields.get("published", "")
    text = fields.get("text", "")
    if text.strip():
        day = date_option(published)
        article = _stated(_pasted(text, settings), fields, day)
        with _AT_ONCE:
            return explained_article(article)
    if not is_web(address):
        raise UnreadableError(address, say(_NOTHING))
    with _AT_ONCE:
        found = next(explain_all([address], settings.fetching, published))
    if isinstance(found, InputError):
        raise found
    _refuse_long(found.article.text, settings)
    return found


_NOTHING = later(
    "Bitte einen Text einfügen oder eine Adresse, die mit http:// oder https://"
    " beginnt."
)


def _pasted(text: str, settings: Settings) -> Article:
    _refuse_long(text, settings)
    name = say(INPUT)
    article = article_of_text(
        Raw(name=name, body=text.encode("utf-8", "replace"), charset="utf-8")
    )
    if not article.text.strip():
        raise UnreadableError(name, say("Es steht kein Text darin."))
    refuse_foreign(name, article.text)
    return article


def _stated(article: Article, fields: Fields, published: str) -> Article:
    """The article with what was written beside the text."""
    url = line(fields.get("url", ""))
    title = line(fields.get("title", "")) or article.title
    return msgspec.structs.replace(
        article,
        id=content_id(title, article.text),
        title=title,
        outlet=line(fields.get("outlet", "")),
        url=url if is_web(url) else "",
        published=published,
    )


def _refuse_long(text: str, settings: Settings) -> None:
    if len(text) > settings.max_text:
        raise UnreadableError(
            say(INPUT),
            say("Der Text hat mehr als {n} Zeichen.", n=settings.max_text),
        )


def _carried(fields: Fields, settings: Settings) -> Article:
    """The article as the form carried it: what was read, not fetched again."""
    _refuse_long(fields.get("text", ""), settings)
    text = clean(fields.get("text", ""))
    if not text:
        raise UnreadableError(say(INPUT), say("Es steht kein Text darin."))
    known = {name: line(fields.get(name, "")) for name in _KEPT}
    title = known.pop("title")
    known["id"] = known["id"] or content_id(title, text)
    return Article(title=title, text=text, **known)


def _keep(request: Request, article: Article) -> Response:
    with _AT_ONCE:
        reading = read_article(article)
    entry = Entry(reading=reading, input=article.url or say(INPUT))
    ledger = desk_of(request).ledger
    ledger.add([entry], now())
    for _ in catch_up(ledger):
        pass
    return RedirectResponse(href("article", article_key(article)), 303)
