"""The claim: its wording in each outlet, its life, its origins, and its standing."""

import re

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from laut.errors import LedgerError
from laut.inquiry import judging
from laut.inquiry.answers import claim_named
from laut.inquiry.judging import Judge
from laut.ledger.book import Ledger
from laut.tongues import say
from laut.trace.tables import rows
from laut.views.markup import escaped
from laut.views.typography import one_line
from laut.web.asking import claims as ask
from laut.web.desk import desk_of
from laut.web.drawing.life import life_picture
from laut.web.drawing.origins import origins_picture
from laut.web.forms import Fields
from laut.web.links import href
from laut.web.lives import Life
from laut.web.moments import now
from laut.web.pages.article import nothing_there
from laut.web.rendering import shown
from laut.web.visitors import LONGEST_NAME, remember_name

_KEY = re.compile(r"\b[0-9a-f]{20}\b")
_MOST = 60
_BAD = 422


def claims(request: Request) -> Response:
    """The claims that several articles make."""
    with desk_of(request).ledger.looking() as connection:
        lives = ask.most_told(connection, _MOST)
    return shown(request, "claims.html", lives=lives)


def claim(request: Request) -> Response:
    """The page of a claim; an id that it had before leads to the one it has."""
    desk, name = desk_of(request), request.path_params["id"]
    with desk.ledger.looking() as connection:
        try:
            id_ = claim_named(connection, name)
        except LedgerError as error:
            raise nothing_there() from error
        if id_ != name:
            return RedirectResponse(href("claim", id_), 303)
        life = ask.one_life(connection, id_)
        made = ask.judgements_of(connection, life)
        others = ask.others(connection, id_, _MOST)
    return shown(
        request,
        "claim.html",
        life=life,
        timeline=life_picture(life),
        origins=origins_picture(life),
        why=[_linked(line, life) for line in life.origins.why],
        table=rows("standing"),
        others=others,
        judgements=made,
    )


def _linked(line: str, life: Life) -> Markup:
    """A line with links in place of the keys of articles."""
    parts: list[str] = []
    at = 0
    for found in _KEY.finditer(line):
        place = life.places.get(found[0])
        if place is not None:
            link = f'<a href="{href("article", found[0])}">{escaped(place.name)}</a>'
            parts += [escaped(line[at : found.start()]), link]
            at = found.end()
    return Markup("".join([*parts, escaped(line[at:])]))  # noqa: S704 - escaped


def regroup(request: Request, fields: Fields) -> Response:
    """Write down that two claims are one, or that an assertion is none of this one."""
    name = one_line(fields.get("name", ""))[:LONGEST_NAME]
    if not name:
        raise HTTPException(_BAD, say("Ein Urteil braucht einen Namen."))
    kind, other = fields.get("verdict", ""), fields.get("other", "")
    if kind not in {"merge", "split"} or not other:
        raise HTTPException(400, say("Dieses Urteil kennt laut nicht."))
    subject = request.path_params["id"]
    ledger = desk_of(request).ledger
    try:
        _regrouped(ledger, kind, subject, other, Judge(name, now()))
    except LedgerError as error:
        raise HTTPException(409, str(error)) from error
    answer = RedirectResponse(href("claim", subject), 303)
    remember_name(request, answer, name)
    return answer


def _regrouped(ledger: Ledger, kind: str, claim: str, other: str, by: Judge) -> None:
    if kind == "merge":
        judging.merge(ledger, claim, other, by)
    else:
        judging.split(ledger, claim, [other], by)
