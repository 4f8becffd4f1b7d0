"""The article: set to be read, each passage with its voice, beside it who speaks."""

from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from laut.ledger import shelf
from laut.ledger.corrections import concerns_reading, corrected
from laut.ledger.judgements import judgements_on
from laut.ledger.keys import quotation_key
from laut.ledger.records import Judgement, Kept
from laut.model import Explained, Reading
from laut.reading.pipeline import READER
from laut.reading.reasons import explained_article
from laut.tongues import say
from laut.views.passages import passages_of
from laut.web.asking import claims, statements
from laut.web.citing import citation
from laut.web.desk import desk_of
from laut.web.filters import LABELS, filter_of
from laut.web.folio import PLACE, folio_of
from laut.web.links import href
from laut.web.rendering import shown

_CLAIMS = 20


class Shelved(msgspec.Struct, frozen=True, kw_only=True):
    """An article with all that the ledger holds of it.

    Attributes:
        kept: the article.
        versions: all its versions, itself too.
        read: its newest reading, as the reader made it.
        keys: the keys of its quotations by their ids.
        judgements: those on its passages.
    """

    kept: Kept
    versions: tuple[Kept, ...]
    read: Reading
    keys: Mapping[int, str]
    judgements: tuple[Judgement, ...]

    @property
    def reading(self) -> Reading:
        """The reading as people left it."""
        return corrected(self.read, self.kept.key, self.judgements)


def article(request: Request) -> Response:
    """The page of an article; an id leads to its key."""
    name = request.path_params["key"]
    desk = desk_of(request)
    with desk.ledger.looking() as connection:
        found = shelved(connection, name)
        key = found.kept.key
        echoes = claims.echoes_with(connection, key)
        lives = claims.told_in(connection, key, _CLAIMS)
    if key != name:
        return RedirectResponse(href("article", key), 308)
    why = request.query_params.get("why") == "1"
    chosen = filter_of(request.query_params)
    reading = with_reasons(found.reading) if why else found.reading
    link = str(request.url.replace(path=href("article", key), query=""))
    return shown(
        request,
        "article.html",
        key=key,
        kept=found.kept,
        versions=found.versions,
        folio=folio_of(reading, chosen, found.keys),
        chosen=chosen,
        filters=LABELS,
        why=why,
        can_explain=found.reading.reader == READER,
        cited=citation(found.kept.article, key, link),
        judgements=found.judgements,
        echoes=echoes,
        claims=lives,
    )


def passage(request: Request) -> Response:
    """Leads to a passage in its article."""
    key = request.path_params["key"]
    with desk_of(request).ledger.looking() as connection:
        there = statements.of_keys(connection, [key])
        if not there:
            raise nothing_there()
        found = shelved(connection, there[0].article)
    numbers = [
        passage.number
        for passage in passages_of(found.reading)
        if found.keys[passage.quotation.id] == key
    ]
    anchor = f"#{PLACE.name}-p{numbers[0]}" if numbers else ""
    return RedirectResponse(href("article", found.kept.key) + anchor, 303)


def shelved(connection: Connection, name: str) -> Shelved:
    """The article of an id or key.

    Raises:
        HTTPException: 404, there is none.
    """
    versions = shelf.kept(connection, name)
    kept = _named(versions, name)
    read = shelf.readings_of(connection, [kept.key] if kept else [])
    reading = next(read, None)
    if kept is None or reading is None:
        raise nothing_there()
    keys = {q.id: quotation_key(kept.key, q) for q in reading.quotations}
    made = judgements_on(connection, list(keys.values()))
    return Shelved(
        kept=kept,
        versions=tuple(one for one in versions if one.series == kept.series),
        read=reading,
        keys=keys,
        judgements=tuple(filter(concerns_reading, made)),
    )


def _named(versions: Sequence[Kept], name: str) -> Kept | None:
    """The article of that key, else the newest of that id."""
    by_key = (one for one in versions if one.key == name)
    by_id = (one for one in reversed(versions) if one.article.id == name)
    return next(by_key, None) or next(by_id, None)


def nothing_there() -> HTTPException:
    """What is answered where the ledger holds nothing of that name."""
    return HTTPException(404, say("Das steht nicht im Ledger."))


def with_reasons(reading: Reading) -> Reading:
    """The reading with the reasons of the reader that made it, if it is this one."""
    if reading.reader != READER:
        return reading
    known = {quotation.id for quotation in reading.quotations}
    reasons = explained_article(reading.article).reasons
    fields = {name: getattr(reading, name) for name in Reading.__struct_fields__}
    mine = tuple(reason for reason in reasons if reason.quotation in known)
    return Explained(**fields, reasons=mine)
