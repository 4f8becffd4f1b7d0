"""Guards: what holds for every answer, and what is refused before a page is asked.

Plain ASGI. `Guarded` refuses hosts that the desk has no name for (so that no foreign
page reaches it by a name of its own) and visitors who do not know the token, sets the
language that the browser asks for, and gives every answer the headers that keep
browsers from doing more than they are told.
"""

from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from laut.tongues import GERMAN, LANGUAGES, say, speaking
from laut.web.settings import Settings
from laut.web.visitors import is_let_in

ENTER = "/enter"
"""Where the token is asked for."""

_OPEN = (ENTER, "/static/")
"""What everybody may ask for."""

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-robots-tag": "noindex",
}
"""What every answer carries."""

_ELSEWHERE = "en"


class Guarded:
    """An application behind the guards."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or have the application answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                _dress(MutableHeaders(scope=message))
            await send(message)

        with speaking(wanted_language(Headers(scope=scope).get("accept-language"))):
            app = self._refusal(Request(scope)) or self._app
            await app(scope, receive, answer)

    def _refusal(self, request: Request) -> Response | None:
        """What stands in the way; None where nothing does."""
        names = self._settings.names
        if names and host_of(request.headers.get("host", "")) not in names:
            return PlainTextResponse(say("Diesen Rechner kennt laut nicht."), 421)
        path = request.url.path
        if path.startswith(_OPEN) or is_let_in(request, self._settings):
            return None
        if path.startswith("/api/") or request.method != "GET":
            refused = PlainTextResponse(say("Hier fehlt das Kennwort."), 401)
            refused.headers["www-authenticate"] = "Bearer"
            return refused
        asked = quote(f"{path}?{request.url.query}" if request.url.query else path)
        return RedirectResponse(f"{ENTER}?next={asked}", 303)


def _dress(headers: MutableHeaders) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    headers.setdefault("cache-control", "private, no-cache")
    headers.add_vary_header("Accept-Language")


def host_of(header: str) -> str:
    """The name in a header `Host`, without its port, in lower case."""
    name = header.strip().casefold()
    if name.startswith("["):
        return name[1:].partition("]")[0]
    return name.partition(":")[0]


def wanted_language(header: str | None) -> str:
    """The language of ours that a browser likes best; German where it says nothing."""
    weighed = [_weighed(part) for part in (header or "").split(",") if part.strip()]
    best_first = sorted(weighed, key=lambda pair: -pair[0])
    liked = [code for weight, code in best_first if weight > 0]
    if not liked:
        return GERMAN
    return next((code for code in liked if code in LANGUAGES), _ELSEWHERE)


def _weighed(part: str) -> tuple[float, str]:
    """The weight of one part of `Accept-Language`, and its language."""
    tag, _, weight = part.partition(";")
    code = tag.strip().partition("-")[0].casefold()
    try:
        return (float(weight.strip().removeprefix("q=")) if weight else 1.0), code
    except ValueError:
        return 0.0, code
