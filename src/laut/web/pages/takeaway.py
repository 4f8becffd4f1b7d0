"""Taking away: what people corrected, as training data, one article a line."""

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from laut.ledger.corrections import standing
from laut.ledger.judgements import judgements_in
from laut.web.annotations import annotated
from laut.web.asking import statements
from laut.web.desk import desk_of
from laut.web.pages.article import shelved

_KIND = "application/x-ndjson"
_AT_ONCE = 500


def corrections(request: Request) -> Response:
    """Every article with a judged passage, in the JSON form of the corpus."""
    ledger = desk_of(request).ledger

    def lines() -> Iterator[bytes]:
        with ledger.looking() as connection:
            for row in _rows(connection):
                yield msgspec.json.encode(row) + b"\n"

    name = 'attachment; filename="laut-corrections.jsonl"'
    headers = {"content-disposition": name}
    return StreamingResponse(lines(), media_type=_KIND, headers=headers)


def _rows(connection: Connection) -> Iterator[dict[str, object]]:
    for key in _judged_articles(connection):
        found = shelved(connection, key)
        verdicts = standing(found.judgements)
        if verdicts:
            yield annotated(found.reading, checked=len(verdicts))


def _judged_articles(connection: Connection) -> list[str]:
    """The keys of articles with judgements, as they were judged first."""
    subjects = list(standing(judgements_in(connection)))
    keys: dict[str, None] = {}
    for begin in range(0, len(subjects), _AT_ONCE):
        some = statements.of_keys(connection, subjects[begin : begin + _AT_ONCE])
        by_key = {statement.key: statement.article for statement in some}
        wanted = subjects[begin : begin + _AT_ONCE]
        keys |= {by_key[subject]: None for subject in wanted if subject in by_key}
    return list(keys)
