"""The application: routes, guards, and what is said where a page fails."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp

from laut.errors import LedgerError
from laut.ledger.book import Ledger
from laut.tongues import say
from laut.web.desk import Desk
from laut.web.guards import Guarded
from laut.web.rendering import shown
from laut.web.routes import ROUTES
from laut.web.settings import Settings


def desk_app(ledger: Ledger, settings: Settings) -> ASGIApp:
    """The desk over an open ledger."""
    app = Starlette(
        routes=ROUTES,
        exception_handlers={
            HTTPException: _refused,
            LedgerError: _closed,
            Exception: _failed,
        },
    )
    app.state.desk = Desk(ledger, settings)
    return Guarded(app, settings)


def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _answer(request, status, _reason(error))


def _reason(error: Exception) -> str:
    """What is said of an error: our own words, or those for the status."""
    if not isinstance(error, HTTPException):
        return say("Hier ist etwas fehlgeschlagen.")
    if error.status_code == 404 and error.detail == "Not Found":  # noqa: PLR2004 - HTTP
        return say("Diese Seite gibt es nicht.")
    if error.status_code == 405:  # noqa: PLR2004 - HTTP
        return say("Diese Seite nimmt das nicht an.")
    return error.detail


def _closed(request: Request, error: Exception) -> Response:
    return _answer(request, 503, str(error))


def _failed(request: Request, error: Exception) -> Response:
    return _answer(request, 500, _reason(error))


def _answer(request: Request, status: int, reason: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": reason}, status)
    return shown(request, "error.html", status, reason=reason, code=status)
