"""The door: where a desk that asks for a token asks for it."""

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from laut.tongues import say
from laut.web.desk import desk_of
from laut.web.forms import Fields
from laut.web.rendering import shown
from laut.web.visitors import knows, let_in

_BAD = 403


def enter(request: Request) -> Response:
    """The form that asks for the token."""
    wanted = _inner(request.query_params.get("next", ""))
    return shown(request, "enter.html", wanted=wanted, problem="")


def entered(request: Request, fields: Fields) -> Response:
    """Let in whoever knows the token."""
    settings = desk_of(request).settings
    wanted = _inner(fields.get("next", ""))
    if not settings.pass_digest or not knows(fields.get("token", ""), settings):
        problem = say("Das ist nicht das Kennwort.")
        return shown(request, "enter.html", _BAD, wanted=wanted, problem=problem)
    answer = RedirectResponse(wanted or "/", 303)
    let_in(request, answer, settings)
    return answer


def _inner(address: str) -> str:
    """The address, provided that it is one of this desk."""
    parts = urlsplit(address)
    inner = not parts.scheme and not parts.netloc and address.startswith("/")
    return address if inner and not address.startswith(("//", "/\\")) else ""
