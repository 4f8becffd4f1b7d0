"""Assets: the style and the script of the desk, and its sign; one string each.

The style is that of all pages of laut (`laut.views.page_style`) and what the desk adds.
Addresses carry a digest of the content, so browsers may keep them for good.
"""

import hashlib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from laut.views.page_style import style

MOST_VOICES = 60
"""Voices of one article that light up together; further ones do not."""

_KEPT = "public, max-age=31536000, immutable"


class Asset(NamedTuple):
    """A file that pages load."""

    kind: str
    content: str


@cache
def assets() -> dict[str, Asset]:
    """The files by their names."""
    own = files("laut.web").joinpath("static")
    sheets = [
        own.joinpath(name).read_text("utf-8") for name in ("desk.css", "parts.css")
    ]
    return {
        "desk.css": Asset("text/css", "\n".join([style(MOST_VOICES), *sheets])),
        "desk.js": Asset("text/javascript", own.joinpath("desk.js").read_text("utf-8")),
        "laut.svg": Asset("image/svg+xml", own.joinpath("laut.svg").read_text("utf-8")),
    }


@cache
def version() -> str:
    """A digest of all of them."""
    content = "\0".join(asset.content for asset in assets().values())
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def asset(request: Request) -> Response:
    """One of the files."""
    found = assets().get(request.path_params["name"])
    if found is None:
        return PlainTextResponse("", 404)
    answer = Response(found.content, media_type=found.kind)
    if request.query_params.get("v") == version():
        answer.headers["cache-control"] = _KEPT
    return answer
