"""`Desk`: what every page is given beside its request."""

from typing import NamedTuple

from starlette.requests import Request

from laut.ledger.book import Ledger
from laut.web.settings import Settings
from laut.web.traced import Tracer


class Desk(NamedTuple):
    """An open ledger, how the desk is run, and who traces claims for it."""

    ledger: Ledger
    settings: Settings
    tracer: Tracer


def desk_of(request: Request) -> Desk:
    """The desk that a request came to."""
    desk: Desk = request.app.state.desk
    return desk
