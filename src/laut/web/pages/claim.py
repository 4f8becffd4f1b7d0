"""The claim: its wording in each outlet, its life, its origins, and its standing."""

from starlette.requests import Request
from starlette.responses import Response

from laut.web.desk import desk_of
from laut.web.drawing.life import life_picture
from laut.web.drawing.origins import origins_picture
from laut.web.pages.article import nothing_there
from laut.web.rendering import shown
from laut.web.traced import claims_of, life_of


def claims(request: Request) -> Response:
    """The claims to begin with."""
    with desk_of(request).ledger.looking() as connection:
        found = claims_of(connection)
    return shown(request, "claims.html", claims=found)


def claim(request: Request) -> Response:
    """The page of a claim."""
    with desk_of(request).ledger.looking() as connection:
        life = life_of(connection, request.path_params["id"])
    if life is None:
        raise nothing_there()
    return shown(
        request,
        "claim.html",
        life=life,
        timeline=life_picture(life),
        origins=origins_picture(life),
    )
