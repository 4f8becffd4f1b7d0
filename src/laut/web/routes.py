"""The table of all pages of the desk."""

from starlette.routing import BaseRoute, Route

from laut.web import api
from laut.web.assets import asset
from laut.web.forms import taking
from laut.web.pages import (
    article,
    between,
    claim,
    enter,
    paste,
    review,
    source,
    start,
    takeaway,
)

ROUTES: list[BaseRoute] = [
    Route("/", start.start),
    Route("/search", start.search),
    Route("/article/{key}", article.article),
    Route("/passage/{key}", article.passage),
    Route("/source/{name:path}", source.source),
    Route("/between", between.between),
    Route("/claims", claim.claims),
    Route("/claim/{id}", claim.claim, methods=["GET"]),
    Route("/claim/{id}", taking(claim.regroup), methods=["POST"]),
    Route("/paste", paste.paste, methods=["GET"]),
    Route("/paste", taking(paste.read_pasted), methods=["POST"]),
    Route("/review", review.queue),
    Route("/review/{key}", review.judge, methods=["GET"]),
    Route("/review/{key}", taking(review.decide), methods=["POST"]),
    Route("/history", review.history, methods=["GET"]),
    Route("/history/{key}", taking(review.take_back), methods=["POST"]),
    Route("/corrections.jsonl", takeaway.corrections),
    Route("/enter", enter.enter, methods=["GET"]),
    Route("/enter", taking(enter.entered), methods=["POST"]),
    Route("/static/{name}", asset),
    *api.ROUTES,
]
"""Every address, with what answers."""
