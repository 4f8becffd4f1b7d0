"""Forms: what visitors send, read with limits, and refused where it is not from here.

`taking` makes an endpoint of a function from a request and its fields to an answer. The
body is read as it comes and no further than the limit; the function runs in a thread,
for reading and the ledger take their time.
"""

from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from laut.tongues import later, say
from laut.web.desk import desk_of
from laut.web.visitors import may_send

Fields = Mapping[str, str]
"""The fields of a form by their names; of several of one name the last."""

Endpoint = Callable[[Request], Awaitable[Response]]

KEY = "form"
"""The field that holds the signature of the visitor."""

_MOST_FIELDS = 60
_KIND = "application/x-www-form-urlencoded"


def taking(answer: Callable[[Request, Fields], Response]) -> Endpoint:
    """An endpoint that takes a form."""

    async def endpoint(request: Request) -> Response:
        settings = desk_of(request).settings
        fields = await _fields(request, settings.max_form)
        if not may_send(request, fields.get(KEY, ""), settings):
            raise HTTPException(403, say(_STRANGE))
        return await run_in_threadpool(answer, request, fields)

    return endpoint


async def _fields(request: Request, most: int) -> Fields:
    if request.headers.get("content-type", "").partition(";")[0].strip() != _KIND:
        raise HTTPException(415, say("Das ist kein Formular von laut."))
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            raise HTTPException(413, say(_TOO_LARGE, size=f"{most / 1_000_000:g}"))
    try:
        pairs = parse_qsl(
            body.decode("ascii"), keep_blank_values=True, max_num_fields=_MOST_FIELDS
        )
    except ValueError as error:
        raise HTTPException(400, say("Das Formular ist nicht zu lesen.")) from error
    return dict(pairs)


_STRANGE = later(
    "Dieses Formular ist nicht von hier oder zu alt. Bitte die Seite neu laden und"
    " noch einmal absenden."
)
_TOO_LARGE = later("Das ist größer als {size} MB.")
