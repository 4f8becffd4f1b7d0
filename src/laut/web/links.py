"""Addresses of the desk: permanent, made in one place.

Articles, passages and claims are named by their keys, which hold in every ledger;
sources by their names.
"""

from urllib.parse import quote, urlencode

PATHS = {
    "start": "/",
    "search": "/search",
    "article": "/article/{0}",
    "passage": "/passage/{0}",
    "source": "/source/{0}",
    "between": "/between",
    "claims": "/claims",
    "claim": "/claim/{0}",
    "paste": "/paste",
    "review": "/review",
    "judge": "/review/{0}",
    "history": "/history",
    "api": "/api/{0}",
}
"""The paths of the pages by their names."""


def href(page: str, /, *names: str, **query: object) -> str:
    """The address of a page.

    Args:
        page: one of `PATHS`.
        names: what stands in the path.
        query: what stands behind it; what is empty is left out.
    """
    path = PATHS[page].format(*(quote(name, safe="") for name in names))
    asked = {name: value for name, value in query.items() if value not in {"", None}}
    return f"{path}?{urlencode(asked)}" if asked else path
