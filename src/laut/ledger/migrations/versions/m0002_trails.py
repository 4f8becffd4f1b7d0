"""What is found across articles: assertions, claims, echoes.

Fingerprints are made anew with the rest, in the form that echoes are found by.

Revision ID: 0002
Revises: 0001
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.execute("DELETE FROM fingerprints")
    _assertions()
    _claims()
    _echoes()
    op.create_table(
        "progress",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("number", _NUMBER, nullable=False),
    )


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _key(name: str, target: str = "") -> sa.Column[Any]:
    points = [sa.ForeignKey(target)] if target else []
    return sa.Column(name, _NUMBER, *points, primary_key=True, autoincrement=False)


def _share(name: str = "share") -> sa.Column[Any]:
    return sa.Column(name, sa.Float, nullable=False)


def _assertions() -> None:
    article = sa.ForeignKey("articles.number")
    op.create_table(
        "assertions",
        _key("number"),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("article", _NUMBER, article, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        *_texts("grouped", "claim", "relation"),
    )
    for column in ("article", "grouped", "claim"):
        op.create_index(f"assertions_{column}", "assertions", [column])
    op.create_table(
        "keys",
        sa.Column("term", sa.Text, primary_key=True),
        _key("assertion"),
        _share("weight"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ties",
        _key("one", "assertions.number"),
        _key("other", "assertions.number"),
        _share("score"),
        sa.Column("barred", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ties_other", "ties", ["other"])


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("id", sa.Text, primary_key=True),
        *_texts("wording", "since", "last"),
        sa.Column("members", sa.Integer, nullable=False),
        sa.Column("origins", sa.Integer, nullable=False),
        *_texts("standing"),
    )
    op.create_index("claims_last", "claims", ["last", "id"])
    op.create_index("claims_standing", "claims", ["standing", "last", "id"])


def _echoes() -> None:
    for table, column in (("pairs", "sign"), ("echoes", "because")):
        op.create_table(
            table,
            _key("copy", "articles.number"),
            _key("of", "articles.number"),
            *_texts("kind"),
            _share(),
            *_texts(column),
            sqlite_with_rowid=False,
        )
        op.create_index(f"{table}_of", table, ["of"])
