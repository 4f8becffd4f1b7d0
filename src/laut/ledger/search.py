"""Search: which articles hold some words, the best first.

`index` writes the words of articles down as their database wants them (FTS5 with stems
of our own, or a tsvector in German), `search` asks for them. All words of a query must
be there; „in quotation marks“ stand words that must follow one another, and what has a
hyphen before it must be missing. Passages and marks are made here, alike for both.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    Connection,
    Float,
    Integer,
    Select,
    column,
    literal_column,
    select,
    text,
)

from laut.ledger.records import Hit
from laut.ledger.stems import Word, stem, stems, words
from laut.ledger.tables import articles, texts
from laut.model import Article

_TERM = re.compile(
    r'(?<!\S)(?P<no>-?)(?:["„“”«»](?P<phrase>[^"„“”«»]+)["„“”«»]|(?P<word>\S+))'
)
_MOST = 150_000
"""Characters of an article that PostgreSQL indexes, whose vectors are bounded."""
_LOOKED_AT = 500_000
"""Characters of an article that are looked through for a passage."""
_BEFORE, _AFTER = 60, 140
"""Characters of a passage before and after its first match, about."""

_FTS5 = text(
    "INSERT INTO searched (rowid, title, text) VALUES (:number, :title, :text)"
)
_TSVECTOR = text(
    "INSERT INTO searched (article, words) VALUES (:number,"
    " setweight(to_tsvector('german', :title), 'A')"
    " || to_tsvector('german', :text))"
)
_ASK_FTS5 = (
    select(
        column("rowid", Integer).label("article"),
        literal_column("-bm25(searched, 4.0, 1.0)", Float).label("score"),
    )
    .select_from(text("searched"))
    .where(text("searched MATCH :query"))
)
_ASK_TSVECTOR = (
    select(
        column("article", Integer),
        literal_column("ts_rank_cd(words, asked)", Float).label("score"),
    )
    .select_from(text("searched, websearch_to_tsquery('german', :query) AS asked"))
    .where(text("words @@ asked"))
)


_FILTERED = {
    "sqlite": literal_column("+rowid", Integer),
    "postgresql": column("article", Integer),
}
"""What narrows a search; the plus keeps SQLite from asking FTS5 once for each row."""


class Term(NamedTuple):
    """Words that must follow one another, or must not be there."""

    words: tuple[str, ...]
    wanted: bool


def index(connection: Connection, added: Mapping[int, Article]) -> None:
    """Write the words of new articles down, by the numbers of the articles."""
    if connection.dialect.name == "postgresql":
        rows = [_vector(number, article) for number, article in added.items()]
        connection.execute(_TSVECTOR, rows)
    else:
        rows = [_stemmed(number, article) for number, article in added.items()]
        connection.execute(_FTS5, rows)


def search(
    connection: Connection,
    query: str,
    limit: int,
    among: Select[int] | None = None,
) -> list[Hit]:
    """The articles that fit a query, the best first.

    Args:
        connection: the ledger.
        query: what a user typed.
        limit: how many at most.
        among: the numbers of the articles that may be found; None for all.
    """
    terms = terms_of(query)
    if not any(term.wanted for term in terms):
        return []
    found = _found(connection, terms, limit, among)
    rows = connection.execute(
        select(articles, texts.c.text)
        .join(texts, texts.c.article == articles.c.number)
        .where(articles.c.number.in_(list(found)))
    )
    rows_of = {row.number: row for row in rows}
    looked_for = {stem(word) for term in terms if term.wanted for word in term.words}
    return [_hit(rows_of[n], score, looked_for) for n, score in found.items()]


def terms_of(query: str) -> list[Term]:
    """What a query asks for; marks that belong to no word are left out."""
    found = []
    for match in _TERM.finditer(query):
        said = re.findall(r"\w+", match["phrase"] or match["word"])
        if said:
            found.append(Term(tuple(said), wanted=not match["no"]))
    return found


def _stemmed(number: int, article: Article) -> dict[str, Any]:
    title, body = " ".join(stems(article.title)), " ".join(stems(article.text))
    return {"number": number, "title": title, "text": body}


def _vector(number: int, article: Article) -> dict[str, Any]:
    return {"number": number, "title": article.title, "text": article.text[:_MOST]}


def _found(
    connection: Connection,
    terms: Sequence[Term],
    limit: int,
    among: Select[int] | None,
) -> dict[int, float]:
    """The numbers of the articles that fit, with their scores."""
    if connection.dialect.name == "postgresql":
        asked, query = _ASK_TSVECTOR, _websearch(terms)
    else:
        asked, query = _ASK_FTS5, _match(terms)
    number, score = asked.selected_columns
    if among is not None:
        asked = asked.where(_FILTERED[connection.dialect.name].in_(among))
    best = asked.order_by(score.desc(), number).limit(limit)
    rows = connection.execute(best, {"query": query})
    return {number: float(score) for number, score in rows}


def _match(terms: Sequence[Term]) -> str:
    """The query as FTS5 wants it."""
    phrases = {term: " ".join(map(stem, term.words)) for term in terms}
    wanted = " AND ".join(f'"{phrases[t]}"' for t in terms if t.wanted)
    unwanted = "".join(f' NOT "{phrases[t]}"' for t in terms if not t.wanted)
    return f"({wanted}){unwanted}"


def _websearch(terms: Sequence[Term]) -> str:
    """The query as `websearch_to_tsquery` wants it."""
    signs = {True: "", False: "-"}
    return " ".join(f'{signs[t.wanted]}"{" ".join(t.words)}"' for t in terms)


def _hit(row: Any, score: float, looked_for: set[str]) -> Hit:
    passage, marks = passage_of(row.text, looked_for)
    return Hit(
        article=row.id,
        key=row.key,
        version=row.version,
        title=row.title,
        outlet=row.outlet,
        url=row.url,
        published=row.published,
        passage=passage,
        marks=marks,
        score=score,
    )


def passage_of(
    body: str, looked_for: set[str]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The words around the first of those looked for, and where they match.

    Where none is found, the text's beginning.
    """
    matching = _matching(body[:_LOOKED_AT], looked_for)
    first = next(matching, None)
    at = first.begin if first else 0
    begin = 0 if at <= _BEFORE else body.find(" ", at - _BEFORE, at) + 1 or at
    end = len(body) if len(body) <= at + _AFTER else body.rfind(" ", at, at + _AFTER)
    end = end if end > at else at + _AFTER
    words_around = body[begin:end].split()
    before, after = ["…"] * (begin > 0), ["…"] * (end < len(body))
    passage = " ".join([*before, *words_around, *after])
    return passage, tuple((w.begin, w.end) for w in _matching(passage, looked_for))


def _matching(body: str, looked_for: set[str]) -> Iterator[Word]:
    return (word for word in words(body) if word.stem in looked_for)
