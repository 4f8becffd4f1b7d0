"""The source: everything it said, to whom, how it is named, and what became of it."""

from starlette.requests import Request
from starlette.responses import Response

from laut.views.words import ACTS, IDENTITIES
from laut.web.asking import statements
from laut.web.desk import desk_of
from laut.web.drawing.months import months_picture
from laut.web.links import href
from laut.web.pages.article import nothing_there
from laut.web.rendering import shown
from laut.web.traced import record_of
from laut.web.wishes import PAGE, page_of


def source(request: Request) -> Response:
    """The page of a source, by its name."""
    name = request.path_params["name"]
    page = page_of(request.query_params)
    with desk_of(request).ledger.looking() as connection:
        found = statements.portrait(connection, name)
        if found is None:
            raise nothing_there()
        said = statements.by_source(connection, name, PAGE + 1, (page - 1) * PAGE)
        record = record_of(connection, found.name)
    return shown(
        request,
        "source.html",
        found=found,
        said=said[:PAGE],
        record=record,
        acts=ACTS,
        identities=IDENTITIES,
        months=months_picture(found.months),
        page=page,
        further=href("source", name, page=page + 1) if len(said) > PAGE else "",
        back=href("source", name, page=page - 1) if page > 1 else "",
    )
