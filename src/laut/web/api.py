"""The read-only JSON API, and the OpenAPI document that describes it.

Every answer is made of the records of laut, so their types give its schema. What an
address asks for is read as pages read it: what cannot be meant is left out.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from laut import __version__
from laut.errors import LedgerError
from laut.inquiry.answers import life_of, rulings_in
from laut.inquiry.records import ClaimTold, Life
from laut.inquiry.telling import told
from laut.ledger.corrections import standing
from laut.ledger.judgements import latest_judgements
from laut.ledger.records import Judgement, Kept
from laut.model import Reading
from laut.web.asking import articles, statements
from laut.web.asking.actors import actor_of, between
from laut.web.asking.claims import most_told
from laut.web.desk import desk_of
from laut.web.pages.article import nothing_there, shelved
from laut.web.records import ArticleCard, EventLine, Portrait, Statement
from laut.web.wishes import PAGE, page_of, text_of, wishes_of

_JSON = "application/json"
_JUDGEMENTS = 500
_CLAIMS = 60


class ArticleWhole(msgspec.Struct, frozen=True, kw_only=True):
    """An article, all versions of it, and its reading as people left it."""

    article: Kept
    versions: tuple[Kept, ...]
    reading: Reading
    judged: dict[str, Judgement]


class SourceWhole(msgspec.Struct, frozen=True, kw_only=True):
    """A source in figures, and a page of what it said."""

    portrait: Portrait
    statements: list[Statement]


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """What is answered instead."""

    error: str


class Question(NamedTuple):
    """One address of the API.

    Attributes:
        path: with its parameters in braces.
        answer: what is answered.
        shape: the type of the answer.
        says: one sentence for the document.
        wishes: the parameters behind the address, with a sentence each.
    """

    path: str
    answer: Callable[[Request], Any]
    shape: Any
    says: str
    wishes: dict[str, str]


def _articles(request: Request) -> list[ArticleCard]:
    with desk_of(request).ledger.looking() as connection:
        return articles.found(connection, wishes_of(request.query_params))[:PAGE]


def _article(request: Request) -> ArticleWhole:
    with desk_of(request).ledger.looking() as connection:
        found = shelved(connection, request.path_params["key"])
    return ArticleWhole(
        article=found.kept,
        versions=found.versions,
        reading=found.reading,
        judged=standing(found.judgements),
    )


def _passage(request: Request) -> Statement:
    with desk_of(request).ledger.looking() as connection:
        there = statements.of_keys(connection, [request.path_params["key"]])
    if not there:
        raise nothing_there()
    return there[0]


def _source(request: Request) -> SourceWhole:
    name, page = request.path_params["name"], page_of(request.query_params)
    with desk_of(request).ledger.looking() as connection:
        found = statements.portrait(connection, name)
        said = statements.by_source(connection, name, PAGE, (page - 1) * PAGE)
    if found is None:
        raise nothing_there()
    return SourceWhole(portrait=found, statements=said)


def _between(request: Request) -> list[EventLine]:
    one = actor_of(text_of(request.query_params, "one"))
    other = actor_of(text_of(request.query_params, "other"))
    if not one.name or not other.name:
        return []
    with desk_of(request).ledger.looking() as connection:
        return between(connection, one, other)


def _claims(request: Request) -> list[ClaimTold]:
    with desk_of(request).ledger.looking() as connection:
        ids = [life.id for life in most_told(connection, _CLAIMS)]
        return told(connection, ids, rulings_in(connection))


def _claim(request: Request) -> Life:
    try:
        return life_of(desk_of(request).ledger, request.path_params["key"])
    except LedgerError as error:
        raise nothing_there() from error


def _judgements(request: Request) -> tuple[Judgement, ...]:
    with desk_of(request).ledger.looking() as connection:
        return latest_judgements(connection, _JUDGEMENTS)


_PAGE = {"page": f"Number of the page, from 1; a page has {PAGE} rows."}
_WISHES = {
    "q": "Words to search for; „a phrase“, -without.",
    "outlet": "Published by this outlet.",
    "source": "This source speaks in it.",
    "identity": "Somebody is named so: named, role, unnamed, none.",
    "since": "Published then or later, as an ISO date.",
    "until": "Published then or before, as an ISO date.",
}

QUESTIONS = (
    Question(
        "/api/articles",
        _articles,
        list[ArticleCard],
        "Articles, the best first where words are searched, else the newest.",
        _WISHES | _PAGE,
    ),
    Question(
        "/api/articles/{key}",
        _article,
        ArticleWhole,
        "An article by key or id: versions, reading as people left it, judgements.",
        {},
    ),
    Question("/api/passages/{key}", _passage, Statement, "A passage by its key.", {}),
    Question(
        "/api/sources/{name}",
        _source,
        SourceWhole,
        "A source by its name: figures, and what it said, the newest first.",
        _PAGE,
    ),
    Question(
        "/api/between",
        _between,
        list[EventLine],
        "What two actors did to one another, over time.",
        {"one": "Name of an actor, or a state.", "other": "The other one."},
    ),
    Question(
        "/api/claims",
        _claims,
        list[ClaimTold],
        "Claims that several articles make, those with the most origins first.",
        {},
    ),
    Question("/api/claims/{key}", _claim, Life, "A claim with its whole life.", {}),
    Question(
        "/api/judgements",
        _judgements,
        tuple[Judgement, ...],
        "The last judgements, the newest first, also those taken back.",
        {},
    ),
)
"""Everything that can be asked."""


def _answering(question: Question) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        found = question.answer(request)
        return Response(msgspec.json.encode(found), media_type=_JSON)

    return answer


def _document(request: Request) -> Response:
    del request
    return Response(msgspec.json.encode(document()), media_type=_JSON)


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document."""
    shapes = [*(question.shape for question in QUESTIONS), Failure]
    schemas, components = msgspec.json.schema_components(
        shapes, ref_template="#/components/schemas/{name}"
    )
    failure = schemas[-1]
    paths = {
        question.path: {"get": _described(question, schema, failure)}
        for question, schema in zip(QUESTIONS, schemas, strict=False)
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "laut", "version": __version__},
        "paths": paths,
        "components": {"schemas": components},
    }


def _described(question: Question, schema: Any, failure: Any) -> dict[str, Any]:
    answers = {"200": _answer("The answer.", schema)}
    if "{" in question.path:
        answers["404"] = _answer("There is nothing of that name.", failure)
    return {
        "summary": question.says,
        "operationId": question.answer.__name__.strip("_"),
        "parameters": [*_in_path(question.path), *_behind(question.wishes)],
        "responses": answers,
    }


def _answer(says: str, schema: Any) -> dict[str, Any]:
    return {"description": says, "content": {_JSON: {"schema": schema}}}


def _in_path(path: str) -> list[dict[str, Any]]:
    names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    shape = {"type": "string", "minLength": 1}
    return [
        {"name": name, "in": "path", "required": True, "schema": shape}
        for name in names
    ]


def _behind(wishes: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {"name": name, "in": "query", "description": says, "schema": {"type": "string"}}
        for name, says in wishes.items()
    ]


def _route(question: Question) -> Route:
    path = question.path.replace("{name}", "{name:path}")
    return Route(path, _answering(question))


ROUTES: list[BaseRoute] = [
    Route("/api/openapi.json", _document),
    *map(_route, QUESTIONS),
]
"""The routes of the API."""
