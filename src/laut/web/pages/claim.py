"""The claim: its wording in each outlet, its life, its origins, and its standing."""

import re
from collections.abc import Mapping

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from laut.ledger.judgements import judged, judgements_on
from laut.model import Article
from laut.tongues import say
from laut.trace.tables import rows
from laut.views.markup import escaped
from laut.views.notes import title_of
from laut.views.typography import one_line
from laut.web.desk import desk_of
from laut.web.drawing.life import life_picture
from laut.web.drawing.origins import origins_picture
from laut.web.forms import Fields
from laut.web.links import href
from laut.web.moments import now
from laut.web.pages.article import nothing_there
from laut.web.rendering import shown
from laut.web.traced import is_too_large
from laut.web.visitors import LONGEST_NAME, remember_name

_KEY = re.compile(r"\b[0-9a-f]{20}\b")
_MOST = 60
_BAD = 422


def claims(request: Request) -> Response:
    """The claims that several articles make."""
    desk = desk_of(request)
    with desk.ledger.looking() as connection:
        traced = desk.tracer.traced(connection)
        too_large = is_too_large(connection)
    return shown(
        request, "claims.html", lives=traced.lives[:_MOST], too_large=too_large
    )


def claim(request: Request) -> Response:
    """The page of a claim."""
    desk, name = desk_of(request), request.path_params["id"]
    with desk.ledger.looking() as connection:
        traced = desk.tracer.traced(connection)
        made = judgements_on(connection, [name])
    life = traced.life(name)
    if life is None:
        raise nothing_there()
    return shown(
        request,
        "claim.html",
        life=life,
        timeline=life_picture(life),
        origins=origins_picture(life, traced.articles),
        articles=traced.articles,
        why=[_linked(line, traced.articles) for line in life.origins.why],
        table=rows("standing"),
        others=[other for other in traced.lives if other.claim.id != name][:_MOST],
        judgements=made,
    )


def _linked(line: str, articles: Mapping[str, Article]) -> Markup:
    """A line with links in place of the keys of articles."""
    parts: list[str] = []
    at = 0
    for found in _KEY.finditer(line):
        article = articles.get(found[0])
        if article is not None:
            name = one_line(article.outlet) or title_of(article)
            link = f'<a href="{href("article", found[0])}">{escaped(name)}</a>'
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
    desk_of(request).ledger.judge(judged(kind, subject, name, now(), object=other))
    answer = RedirectResponse(href("claim", subject), 303)
    remember_name(request, answer, name)
    return answer
