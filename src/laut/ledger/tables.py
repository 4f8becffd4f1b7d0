"""The scheme of a ledger: every table, with what its rows mean.

The migrations bring a database to this scheme; a test holds the two together.

- `articles`: one row for each text as it was published. `key` is the hash of what it
  is (see `keys`), `id` the article's own. Versions of one article share `series`, the
  key of the first, and are counted by `version`. `number` is the row's short name
  within this database: other tables point to it, nobody outside should keep it.
- `texts`: the text of an article; `searched` (not here, for it is of another kind in
  each database) its words for `search`.
- `changes`: what a version changed of the one before it.
- `sightings`: the inputs in which an article was met, each once.
- `readings`: every reading of an article, whole (`bodies.packed`), one for each version
  of the reader; none is ever replaced.
- `quotations`, `links`, `mentions`, `times`, `events`, `parties`: the newest reading of
  each article taken apart, so that one can ask across articles. They can be made again
  from `readings`, and are when a newer reader has read. Each row names its `reading`:
  by it come the version of the reader, the time, and by `article` the inputs.
- `fingerprints`: the hashes of `winnowing` that an article holds, and where.
- `judgements`, `retirements`: what people decided, and what of it they took back.
- `fetches`: what is known of an address from the last time that it was asked.

Moments are ISO 8601 as text; "" stands for what is not known, NULL for what is not
decided. Spans are half-open character offsets into the text of the article.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()

NUMBER = BigInteger().with_variant(Integer, "sqlite")
"""A number of a row; SQLite lays rows out by a key that is called INTEGER."""

_ARTICLE = "articles.number"
_READING = "readings.number"


def _number(name: str, target: str = "", *, null: bool = False) -> Column[int]:
    """A column that holds a number of a row, perhaps of another table."""
    points = [ForeignKey(target)] if target else []
    return Column(name, NUMBER, *points, nullable=null)


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _count(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null)


def _row(points_to: str = _ARTICLE) -> tuple[Column[int], Column[int]]:
    """The key of a row of a reading: its article, and its place in the reading."""
    article = Column("article", NUMBER, ForeignKey(points_to), primary_key=True)
    return article, Column("number", Integer, primary_key=True)


articles = Table(
    "articles",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
    _text("id"),
    _text("series"),
    _count("version"),
    _text("house"),  # whose it is: the outlet, else the host of the address
    _text("by_url", null=True),  # hashes that tie versions; NULL where nothing can
    _text("by_id", null=True),
    _text("content"),  # hash of title and text: equal in verbatim copies
    _text("title"),
    _text("author"),
    _text("outlet"),
    _text("url"),
    _text("published"),
    _text("day"),  # of publication; "" where unknown
    _text("retrieved"),
    _text("language"),
    _count("characters"),
    _text("added"),
    Index("articles_id", "id"),
    Index("articles_version", "series", "version", unique=True),
    Index("articles_by_url", "by_url"),
    Index("articles_by_id", "by_id"),
    Index("articles_content", "content"),
    Index("articles_day", "day"),
)

texts = Table(
    "texts",
    metadata,
    Column(
        "article",
        NUMBER,
        ForeignKey(_ARTICLE),
        primary_key=True,
        autoincrement=False,
    ),
    _text("text"),
)

changes = Table(
    "changes",
    metadata,
    *_row(),
    _number("previous", _ARTICLE),
    _text("field"),  # title, text, published, author
    _text("before"),
    _text("after"),
    sqlite_with_rowid=False,
)

sightings = Table(
    "sightings",
    metadata,
    Column("article", NUMBER, ForeignKey(_ARTICLE), primary_key=True),
    Column("input", Text, primary_key=True),  # as the user gave it, with the line
    _text("id"),  # of the article, as this input had it
    _text("url"),
    _text("retrieved"),
    _text("seen"),
    sqlite_with_rowid=False,
)

readings = Table(
    "readings",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    _number("article", _ARTICLE),
    _text("reader"),
    _text("made"),
    Column("body", LargeBinary, nullable=False),
    Index("readings_once", "article", "reader", unique=True),
)

quotations = Table(
    "quotations",
    metadata,
    *_row(),
    _number("reading", _READING),
    _text("key"),  # the same in every reading that finds these words of this source
    _text("kind"),
    _text("medium"),  # joined by commas
    _count("parent", null=True),
    Column("confidence", Float, nullable=False),
    _count("starts"),
    _count("ends"),
    _text("spans"),  # of the content, as JSON
    _text("content"),  # the words, parts joined by " … "
    _text("cue"),
    _text("speaker"),
    _text("addressee"),
    _text("source"),  # the name; "" where nobody is given
    _text("source_key"),  # the name folded, to compare
    _text("source_kind", null=True),
    _text("identity", null=True),
    _text("country", null=True),
    _text("act", null=True),
    _text("factuality", null=True),
    Column("distanced", Boolean, nullable=True),
    Index("quotations_key", "key"),
    Index("quotations_source", "source_key", "article"),
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    *_row(),
    _number("reading", _READING),
    _count("quotation"),
    _count("place"),  # in the chain: 0 is the outermost
    _text("name"),
    _text("name_key"),
    _text("how"),
    _count("starts", null=True),
    _count("ends", null=True),
    Index("links_name", "name_key", "article"),
    sqlite_with_rowid=False,
)

mentions = Table(
    "mentions",
    metadata,
    *_row(),
    _number("reading", _READING),
    _count("starts"),
    _count("ends"),
    _text("label"),
    _text("words"),
    _text("entity"),  # id of the entity; "" where none was found
    _text("name"),
    _text("name_key"),
    _text("country", null=True),
    Index("mentions_entity", "entity", "article"),
    sqlite_with_rowid=False,
)

times = Table(
    "times",
    metadata,
    *_row(),
    _number("reading", _READING),
    _count("starts"),
    _count("ends"),
    _text("type"),
    _text("value"),
    _text("since"),
    _text("until"),
    sqlite_with_rowid=False,
)

events = Table(
    "events",
    metadata,
    *_row(),
    _number("reading", _READING),
    _count("starts"),
    _count("ends"),
    _text("trigger"),
    _text("type"),
    _text("context"),
    _text("object"),
    _text("date"),
    _text("place"),
    _text("status"),
    _count("quotation", null=True),  # that tells it; NULL where the author does
    Index("events_type", "type", "article"),
    sqlite_with_rowid=False,
)

parties = Table(
    "parties",
    metadata,
    *_row(),
    _number("reading", _READING),
    _count("event"),
    _text("role"),  # actor or target
    _text("entity"),
    _text("name"),
    _text("name_key"),
    _text("country", null=True),
    Index("parties_name", "name_key", "article"),
    Index("parties_country", "country", "article"),
    sqlite_with_rowid=False,
)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("hash", NUMBER, primary_key=True, autoincrement=False),
    Column("article", NUMBER, ForeignKey(_ARTICLE), primary_key=True),
    Column("position", Integer, primary_key=True),  # of the word it begins with
    sqlite_with_rowid=False,
)

judgements = Table(
    "judgements",
    metadata,
    Column("key", Text, primary_key=True),
    Column("number", NUMBER, nullable=False, unique=True),  # order of making
    _text("kind"),
    _text("subject"),
    _text("object"),
    _text("body"),  # JSON, what the kind needs beyond
    _text("made_by"),
    _text("made"),
    Index("judgements_subject", "subject"),
)

retirements = Table(
    "retirements",
    metadata,
    Column("judgement", Text, ForeignKey("judgements.key"), primary_key=True),
    _text("made_by"),
    _text("made"),
    _text("reason"),
)

fetches = Table(
    "fetches",
    metadata,
    Column("address", Text, primary_key=True),
    _text("etag"),
    _text("modified"),  # Last-Modified, as the server wrote it
    _text("mark"),  # hash of what a feed said of this page
    _text("fetched"),
    _count("failures"),  # in a row
    _text("problem"),  # the last failure; "" after a success
)

OF_A_READING = (links, parties, quotations, mentions, times, events)
"""The tables that hold the newest reading of each article, taken apart."""
