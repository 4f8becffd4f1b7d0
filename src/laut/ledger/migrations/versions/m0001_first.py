"""The first scheme.

Revision ID: 0001
Revises:
"""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")

_FTS5 = """
CREATE VIRTUAL TABLE searched USING fts5(
    title, text, content = '', tokenize = "unicode61 remove_diacritics 0"
)
"""
_TSVECTOR = (
    """CREATE TABLE searched (
        article bigint PRIMARY KEY REFERENCES articles (number),
        words tsvector NOT NULL)""",
    "CREATE INDEX searched_words ON searched USING gin (words)",
)


def upgrade() -> None:
    """Make all tables."""
    for step in _STEPS:
        step()
    statements = _TSVECTOR if op.get_bind().dialect.name == "postgresql" else [_FTS5]
    for statement in statements:
        op.execute(statement)


def _texts(*names: str, null: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text, nullable=null) for name in names]


def _counts(*names: str, null: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer, nullable=null) for name in names]


def _key() -> sa.Column[Any]:
    return sa.Column("number", _NUMBER, primary_key=True, autoincrement=False)


def _article() -> sa.Column[Any]:
    to = sa.ForeignKey("articles.number")
    return sa.Column("article", _NUMBER, to, primary_key=True, autoincrement=False)


def _row() -> list[sa.Column[Any]]:
    number = sa.Column("number", sa.Integer, primary_key=True, autoincrement=False)
    return [_article(), number]


def _row_of_reading() -> list[sa.Column[Any]]:
    to = sa.ForeignKey("readings.number")
    return [*_row(), sa.Column("reading", _NUMBER, to, nullable=False)]


def _clustered(name: str, *columns: sa.Column[Any]) -> None:
    """A table whose rows lie in the order of their key."""
    op.create_table(name, *columns, sqlite_with_rowid=False)


def _articles() -> None:
    op.create_table(
        "articles",
        _key(),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        *_texts("id", "series"),
        *_counts("version"),
        *_texts("house"),
        *_texts("by_url", "by_id", null=True),
        *_texts("content", "title", "author", "outlet", "url", "published", "day"),
        *_texts("retrieved", "language"),
        *_counts("characters"),
        *_texts("added"),
    )
    op.create_index("articles_version", "articles", ["series", "version"], unique=True)
    for column in ("id", "by_url", "by_id", "content", "day"):
        op.create_index(f"articles_{column}", "articles", [column])


def _beside_articles() -> None:
    op.create_table("texts", _article(), *_texts("text"))
    to = sa.ForeignKey("articles.number")
    previous = sa.Column("previous", _NUMBER, to, nullable=False)
    _clustered("changes", *_row(), previous, *_texts("field", "before", "after"))
    met_in = sa.Column("input", sa.Text, primary_key=True)
    _clustered(
        "sightings", _article(), met_in, *_texts("id", "url", "retrieved", "seen")
    )


def _readings() -> None:
    to = sa.ForeignKey("articles.number")
    op.create_table(
        "readings",
        _key(),
        sa.Column("article", _NUMBER, to, nullable=False),
        *_texts("reader", "made"),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("readings_once", "readings", ["article", "reader"], unique=True)


def _quotations() -> None:
    _clustered(
        "quotations",
        *_row_of_reading(),
        *_texts("key", "kind", "medium"),
        *_counts("parent", null=True),
        sa.Column("confidence", sa.Float, nullable=False),
        *_counts("starts", "ends"),
        *_texts("spans", "content", "cue", "speaker", "addressee"),
        *_texts("source", "source_key"),
        *_texts("source_kind", "identity", "country", "act", "factuality", null=True),
        sa.Column("distanced", sa.Boolean, nullable=True),
    )
    op.create_index("quotations_key", "quotations", ["key"])
    op.create_index("quotations_source", "quotations", ["source_key", "article"])


def _links() -> None:
    _clustered(
        "links",
        *_row_of_reading(),
        *_counts("quotation", "place"),
        *_texts("name", "name_key", "how"),
        *_counts("starts", "ends", null=True),
    )
    op.create_index("links_name", "links", ["name_key", "article"])


def _mentions() -> None:
    _clustered(
        "mentions",
        *_row_of_reading(),
        *_counts("starts", "ends"),
        *_texts("label", "words", "entity", "name", "name_key"),
        *_texts("country", null=True),
    )
    op.create_index("mentions_entity", "mentions", ["entity", "article"])


def _times() -> None:
    _clustered(
        "times",
        *_row_of_reading(),
        *_counts("starts", "ends"),
        *_texts("type", "value", "since", "until"),
    )


def _events() -> None:
    _clustered(
        "events",
        *_row_of_reading(),
        *_counts("starts", "ends"),
        *_texts("trigger", "type", "context", "object", "date", "place", "status"),
        *_counts("quotation", null=True),
    )
    op.create_index("events_type", "events", ["type", "article"])


def _parties() -> None:
    _clustered(
        "parties",
        *_row_of_reading(),
        *_counts("event"),
        *_texts("role", "entity", "name", "name_key"),
        *_texts("country", null=True),
    )
    op.create_index("parties_name", "parties", ["name_key", "article"])
    op.create_index("parties_country", "parties", ["country", "article"])


def _fingerprints() -> None:
    _clustered(
        "fingerprints",
        sa.Column("hash", _NUMBER, primary_key=True, autoincrement=False),
        _article(),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    )


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("number", _NUMBER, nullable=False, unique=True),
        *_texts("kind", "subject", "object", "body", "made_by", "made"),
    )
    op.create_index("judgements_subject", "judgements", ["subject"])
    to = sa.ForeignKey("judgements.key")
    op.create_table(
        "retirements",
        sa.Column("judgement", sa.Text, to, primary_key=True),
        *_texts("made_by", "made", "reason"),
    )


def _fetches() -> None:
    op.create_table(
        "fetches",
        sa.Column("address", sa.Text, primary_key=True),
        *_texts("etag", "modified", "mark", "fetched"),
        *_counts("failures"),
        *_texts("problem"),
    )


_STEPS: tuple[Callable[[], None], ...] = (
    _articles,
    _beside_articles,
    _readings,
    _quotations,
    _links,
    _mentions,
    _times,
    _events,
    _parties,
    _fingerprints,
    _judgements,
    _fetches,
)
