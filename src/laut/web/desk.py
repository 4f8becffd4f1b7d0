"""`Desk`: what every page is given beside its request."""

from typing import NamedTuple

from starlette.requests import Request

from laut.ledger.book import Ledger
from laut.web.settings import Settings


class Desk(NamedTuple):
    """An open ledger, and how the desk is run."""

    ledger: Ledger
    settings: Settings


def desk_of(request: Request) -> Desk:
    """The desk that a request came to."""
    desk: Desk = request.app.state.desk
    return desk
