"""Start and search: the newest articles, and those that somebody looks for."""

from starlette.requests import Request
from starlette.responses import Response

from laut.terms import Identity
from laut.views.words import IDENTITIES
from laut.web.asking import articles, claims, statements
from laut.web.desk import desk_of
from laut.web.links import href
from laut.web.rendering import shown
from laut.web.wishes import PAGE, Wishes, wishes_of

_LATEST = 12
_NAMES = 6
_CLAIMS, _DECIDED = 6, 4
_CHOICES: tuple[Identity, ...] = ("unnamed", "role", "named", "none")


def start(request: Request) -> Response:
    """The first page: what came in last, and what is claimed."""
    desk = desk_of(request)
    with desk.ledger.looking() as connection:
        size = articles.size(connection)
        cards = articles.latest(connection, Wishes())[:_LATEST]
        doubtful = statements.to_review(connection, 3)
        told = claims.most_told(connection, _CLAIMS)
        decided = claims.decided(connection, _DECIDED)
    return shown(
        request,
        "start.html",
        size=size,
        cards=cards,
        doubtful=doubtful,
        told=told,
        decided=decided,
        wishes=Wishes(),
    )


def search(request: Request) -> Response:
    """What somebody looks for; only the results where a script asks for them."""
    wishes = wishes_of(request.query_params)
    desk = desk_of(request)
    with desk.ledger.looking() as connection:
        cards = articles.found(connection, wishes)
        names = statements.names_like(connection, wishes.words, _NAMES)
        outlets = articles.outlets(connection)
    part = request.query_params.get("part") == "results"
    return shown(
        request,
        "results.html" if part else "search.html",
        wishes=wishes,
        cards=cards[:PAGE],
        names=names if wishes.page == 1 else [],
        outlets=outlets,
        identities={name: IDENTITIES[name] for name in _CHOICES},
        further=_page(wishes, wishes.page + 1) if len(cards) > PAGE else "",
        back=_page(wishes, wishes.page - 1) if wishes.page > 1 else "",
    )


def _page(wishes: Wishes, number: int) -> str:
    return href(
        "search",
        q=wishes.words,
        outlet=wishes.outlet,
        source=wishes.source,
        identity=wishes.identity,
        since=wishes.since,
        until=wishes.until.rstrip("~"),
        page=number if number > 1 else "",
    )
