"""The tables of what is found across articles, beside those of `tables`.

All of it can be made again from articles, readings and judgements, and is brought up to
date after articles are added, some at a time:

- `assertions`: the attributions of the newest reading of each article, whole (`body`,
  MessagePack), each with the claim that it belongs to. `grouped` is the claim that its
  words alone give it, `claim` the one that people's judgements leave it in.
- `keys`: an inverted index: by which terms an assertion is found. Of weight are those
  that tell what is worth comparing; those of weight 0 serve searches: words, names and
  sources, the latter with what they are before them.
- `ties`: which assertions say or deny the same, the one with the lesser key first.
- `claims`: one row each, with what is derived of it (`origins`, `standing`), for lists.
- `pairs`: articles that repeat one another; `echoes`: what that makes of them.
- `progress`: the last reading that was looked at, and by which rules.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
)

from laut.ledger.tables import NUMBER, fingerprints, metadata, readings

_ARTICLE = "articles.number"
_ASSERTION = "assertions.number"


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _key(name: str, target: str) -> Column[int]:
    points = ForeignKey(target)
    return Column(name, NUMBER, points, primary_key=True, autoincrement=False)


assertions = Table(
    "assertions",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
    Column("article", NUMBER, ForeignKey(_ARTICLE), nullable=False),
    Column("body", LargeBinary, nullable=False),
    _text("grouped"),
    _text("claim"),
    _text("relation"),  # to its claim: asserts, confirms, denies, mentions
    Index("assertions_article", "article"),
    Index("assertions_grouped", "grouped"),
    Index("assertions_claim", "claim"),
)

keys = Table(
    "keys",
    metadata,
    Column("term", Text, primary_key=True),
    Column("assertion", NUMBER, primary_key=True, autoincrement=False),
    Column("weight", Float, nullable=False),
    sqlite_with_rowid=False,
)

ties = Table(
    "ties",
    metadata,
    _key("one", _ASSERTION),
    _key("other", _ASSERTION),
    Column("score", Float, nullable=False),
    Column("barred", Boolean, nullable=False),
    Index("ties_other", "other"),
    sqlite_with_rowid=False,
)

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    _text("wording"),
    _text("since"),  # when its earliest member was published
    _text("last"),  # likewise the latest
    Column("members", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    _text("standing"),
    Index("claims_last", "last", "id"),
    Index("claims_standing", "standing", "last", "id"),
)

pairs = Table(
    "pairs",
    metadata,
    _key("copy", _ARTICLE),
    _key("of", _ARTICLE),
    _text("kind"),
    Column("share", Float, nullable=False),
    _text("sign"),
    Index("pairs_of", "of"),
    sqlite_with_rowid=False,
)

echoes = Table(
    "echoes",
    metadata,
    _key("copy", _ARTICLE),
    _key("of", _ARTICLE),
    _text("kind"),
    Column("share", Float, nullable=False),
    _text("because"),
    Index("echoes_of", "of"),
    sqlite_with_rowid=False,
)

progress = Table(
    "progress",
    metadata,
    Column("name", Text, primary_key=True),
    Column("number", NUMBER, nullable=False),
)

FOUND = (echoes, pairs, claims, ties, keys, assertions)
"""The tables that hold what was found, those that point to others first."""

READINGS = "readings"
"""The name of the progress over readings."""


RULES = 1
"""The version of the rules by which all of this is found. It is raised when they change
so that other claims or echoes come out; then ledgers are looked at anew."""

_RULES = "rules"


def last_looked_at(connection: Connection) -> int:
    """The last reading that was looked at by these rules; 0 where none was."""
    marks = {row.name: row.number for row in connection.execute(select(progress))}
    return marks.get(READINGS, 0) if marks.get(_RULES) == RULES else 0


def look_anew(connection: Connection) -> None:
    """Where other rules were at work, forget what they found."""
    rules = select(progress.c.number).where(progress.c.name == _RULES)
    if connection.execute(rules).scalar() == RULES:
        return
    for table in (
        echoes,
        pairs,
        claims,
        ties,
        keys,
        assertions,
        fingerprints,
        progress,
    ):
        connection.execute(delete(table))
    row = {"name": _RULES, "number": RULES}
    connection.execute(insert(progress), [row])


def waiting(connection: Connection) -> int:
    """How many readings come after the last that was looked at."""
    after = readings.c.number > last_looked_at(connection)
    count = select(func.count()).select_from(readings).where(after)
    return connection.execute(count).scalar() or 0
