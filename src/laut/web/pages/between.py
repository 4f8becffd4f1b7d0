"""Between two actors: what they did to one another, over time, on whose word."""

from starlette.requests import Request
from starlette.responses import Response

from laut.web.asking.actors import MOST, actor_of, between as between_them
from laut.web.desk import desk_of
from laut.web.drawing.events import events_picture
from laut.web.rendering import shown
from laut.web.strip import event_words
from laut.web.wishes import text_of
from laut.web.wording import event_facts


def between(request: Request) -> Response:
    """The page for two names, or the form that asks for them."""
    one = text_of(request.query_params, "one")
    other = text_of(request.query_params, "other")
    lines = []
    if one and other:
        with desk_of(request).ledger.looking() as connection:
            lines = between_them(connection, actor_of(one), actor_of(other))
    return shown(
        request,
        "between.html",
        one=one,
        other=other,
        lines=lines,
        most=MOST,
        picture=events_picture(lines, one),
        event_words=event_words,
        event_facts=event_facts,
    )
