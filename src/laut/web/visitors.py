"""Visitors: whom a cookie names, what they may send, and the name they judge under.

A visitor is a random word. Nothing is kept of them at the desk.
"""

import secrets
from urllib.parse import quote, unquote, urlsplit

from starlette.requests import Request
from starlette.responses import Response

from laut.views.typography import one_line
from laut.web.settings import Settings, digest
from laut.web.signing import is_signed, signature

VISITOR, PASS, NAME = "laut-visitor", "laut-pass", "laut-name"
"""The cookies."""

LONGEST_NAME = 80
_YEAR = 365 * 24 * 3600
_FORM, _PASSED = "form", "pass"


def visitor_of(request: Request) -> str:
    """The visitor, met before or new."""
    known: str = getattr(request.state, "visitor", "")
    if not known:
        known = request.cookies.get(VISITOR, "") or secrets.token_urlsafe(16)
        request.state.visitor = known
    return known


def form_key(request: Request, settings: Settings) -> str:
    """What every form of this visitor carries."""
    return signature(settings.key, _FORM, visitor_of(request))


def may_send(request: Request, carried: str, settings: Settings) -> bool:
    """Whether a form was made here for this visitor, and is sent from here."""
    visitor = request.cookies.get(VISITOR, "")
    ours = bool(visitor) and is_signed(settings.key, carried, _FORM, visitor)
    return ours and _is_from_here(request)


def _is_from_here(request: Request) -> bool:
    origin = request.headers.get("origin", "")
    site = request.headers.get("sec-fetch-site", "same-origin")
    host = request.headers.get("host", "")
    return site in {"same-origin", "none"} and (
        not origin or urlsplit(origin).netloc == host
    )


def remember_visitor(request: Request, response: Response) -> None:
    """Give the visitor's cookie to whoever has none."""
    visitor = visitor_of(request)
    if request.cookies.get(VISITOR) != visitor:
        _set(request, response, VISITOR, visitor)


def name_of(request: Request) -> str:
    """The name under which the visitor judged last; "" where they have not."""
    return one_line(unquote(request.cookies.get(NAME, "")))[:LONGEST_NAME]


def remember_name(request: Request, response: Response, name: str) -> None:
    """Keep the name, so that it need not be written again."""
    _set(request, response, NAME, quote(name))


def is_let_in(request: Request, settings: Settings) -> bool:
    """Whether the visitor knows the token, where one is asked for."""
    if not settings.pass_digest:
        return True
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.casefold() == "bearer" and knows(token, settings):
        return True
    return is_signed(settings.key, request.cookies.get(PASS, ""), _PASSED)


def knows(token: str, settings: Settings) -> bool:
    """Whether this is the token."""
    return secrets.compare_digest(digest(token), settings.pass_digest)


def let_in(request: Request, response: Response, settings: Settings) -> None:
    """Remember that the visitor knew the token."""
    _set(request, response, PASS, signature(settings.key, _PASSED))


def _set(request: Request, response: Response, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=_YEAR,
        path="/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )
