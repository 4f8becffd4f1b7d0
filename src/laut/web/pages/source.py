"""The source: everything it said, to whom, how it is named, and what became of it."""

from starlette.requests import Request
from starlette.responses import Response

from laut.inquiry.sources import profile_of
from laut.views.words import ACTS, IDENTITIES
from laut.web.asking import claims, statements
from laut.web.desk import desk_of
from laut.web.drawing.months import months_picture
from laut.web.links import href
from laut.web.pages.article import nothing_there
from laut.web.rendering import shown
from laut.web.wishes import PAGE, page_of
from laut.web.wording import OUTCOMES


def source(request: Request) -> Response:
    """The page of a source, by its name."""
    name = request.path_params["name"]
    page = page_of(request.query_params)
    desk = desk_of(request)
    with desk.ledger.looking() as connection:
        found = statements.portrait(connection, name)
        if found is None:
            raise nothing_there()
        said = statements.by_source(connection, name, PAGE + 1, (page - 1) * PAGE)
    entries = profile_of(desk.ledger, found.name).record
    with desk.ledger.looking() as connection:
        record = claims.told_by_several(connection, entries)
    return shown(
        request,
        "source.html",
        found=found,
        said=said[:PAGE],
        record=record,
        outcomes=OUTCOMES,
        acts=ACTS,
        identities=IDENTITIES,
        months=months_picture(found.months),
        page=page,
        further=href("source", name, page=page + 1) if len(said) > PAGE else "",
        back=href("source", name, page=page - 1) if page > 1 else "",
    )
