"""Echoes in a ledger: the index of prints, and what a new article repeats.

`Prints` is an `index.Index` on a connection, `Articles` the articles that echoes look
at, by their keys. Their work is bounded: a hash that is in many articles is counted up
to `MANY` and no further, and of the articles that repeat one another no more than
`CHAIN` are looked at together.
"""

from collections import Counter, OrderedDict
from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, select, text

from laut.inquiry.shelf import paged
from laut.ledger.shelf import article_of_row
from laut.ledger.tables import articles, fingerprints, texts
from laut.ledger.trails import echoes, pairs
from laut.model import Article
from laut.trace.comparing import Pair
from laut.trace.echoes import pairs_of
from laut.trace.firsts import Echo, echoes_from
from laut.trace.prints import prints_of

MANY = 200
"""Up to how many articles a hash is counted."""

FREQUENT = 12
"""How many of the hashes that are in more articles are looked up at all."""

CHAIN = 300
"""How many articles that repeat one another are looked at together."""

_KEPT = 2000


class Articles(Mapping[str, Article]):
    """The articles of a ledger by their keys, which they have for ids here."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: OrderedDict[str, Article] = OrderedDict()
        self.numbers: dict[str, int] = {}

    def __getitem__(self, key: str) -> Article:
        """The article of a key."""
        if key not in self._kept:
            self.fetch([key])
        return self._kept[key]

    def __iter__(self) -> Iterator[str]:
        """The keys of those at hand."""
        return iter(self._kept)

    def __len__(self) -> int:
        """How many are at hand."""
        return len(self._kept)

    def __contains__(self, key: object) -> bool:
        """Every key that is asked for comes from the ledger."""
        return True

    def fetch(self, keys: Collection[str]) -> None:
        """Have some articles at hand."""
        missing = [key for key in keys if key not in self._kept]
        rows = select(articles, texts.c.text).join(
            texts, texts.c.article == articles.c.number
        )
        for some in paged(missing):
            for row in self._connection.execute(rows.where(articles.c.key.in_(some))):
                self.keep(row.key, row.number, article_of_row(row))

    def keep(self, key: str, number: int, article: Article) -> Article:
        """Have an article at hand; the article as it is named here."""
        self._kept[key] = msgspec.structs.replace(article, id=key)
        self.numbers[key] = number
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return self._kept[key]


class Prints:
    """Which articles of a ledger hold which hashes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._spread: dict[int, int] = {}

    def spread(self, hashes: Collection[int]) -> Mapping[int, int]:
        """In how many articles each hash is, counted up to `MANY`."""
        missing = [one for one in hashes if one not in self._spread]
        name = self._connection.dialect.name
        for some in paged(missing):
            given = f"[{','.join(map(str, some))}]" if name == "sqlite" else some
            asked = {"some": given, "many": MANY}
            rows = self._connection.execute(_SPREAD[name], asked)
            self._spread |= {row[0]: row[1] for row in rows}
        return self._spread

    def sharing(self, hashes: Collection[int]) -> Mapping[str, int]:
        """The articles that hold any of these hashes, and how many of them each."""
        self.spread(hashes)
        frequent = sorted(h for h in hashes if self._spread[h] >= MANY)
        rare = [h for h in hashes if 0 < self._spread[h] < MANY]
        found: Counter[int] = Counter()
        for some in paged(rare):
            found.update(self._connection.execute(_ALL, {"some": some}).scalars())
        for one in frequent[:FREQUENT]:
            found.update(self._connection.execute(_SOME, {"hash": one}).scalars())
        return self._named(found)

    def add(self, number: int, article: Article) -> None:
        """Keep the prints of an article."""
        rows = [
            {"hash": one.hash, "article": number, "position": one.position}
            for one in prints_of(article).all
        ]
        if rows:
            self._connection.execute(insert(fingerprints), rows)
        for hash_ in {row["hash"] for row in rows}:
            self._spread.pop(hash_, None)

    def _named(self, found: Mapping[int, int]) -> dict[str, int]:
        named: dict[str, int] = {}
        for some in paged(list(found)):
            rows = select(articles.c.number, articles.c.key)
            for row in self._connection.execute(
                rows.where(articles.c.number.in_(some))
            ):
                named[row.key] = found[row.number]
        return named


_HELD = "SELECT DISTINCT article FROM fingerprints WHERE hash = wanted.{} LIMIT :many"
_COUNTED = "SELECT wanted.{0}, (SELECT count(*) FROM ({1}) AS held) FROM {2}"
_SPREAD = {
    "sqlite": text(
        _COUNTED.format("value", _HELD.format("value"), "json_each(:some) AS wanted")
    ),
    "postgresql": text(
        _COUNTED.format(
            "hash",
            _HELD.format("hash"),
            "unnest(CAST(:some AS bigint[])) AS wanted (hash)",
        )
    ),
}
"""In how many articles each of some hashes is, counted up to so many."""


_ALL = (
    select(fingerprints.c.article)
    .where(fingerprints.c.hash.in_(bindparam("some", expanding=True)))
    .distinct()
    .add_columns(fingerprints.c.hash)
)
_SOME = (
    select(fingerprints.c.article)
    .where(fingerprints.c.hash == bindparam("hash"))
    .distinct()
    .limit(MANY)
)


def follow(
    connection: Connection, shelf: Articles, index: Prints, key: str
) -> set[str]:
    """Find what a new article repeats, and write it down.

    Returns:
        The keys of the articles whose echoes changed.
    """
    article = shelf[key]
    index.add(shelf.numbers[key], article)
    found = pairs_of(article, index, shelf)
    if not found:
        return set()
    shelf.fetch({name for pair in found for name in (pair.copy, pair.of)})
    _write_pairs(connection, shelf, found)
    copies = {pair.copy for pair in found}
    chain = _chain(connection, shelf, copies)
    return _write_echoes(connection, shelf, copies | _above(chain, key), chain)


def _above(chain: Collection[Pair], key: str) -> set[str]:
    """The copies of what a new article is a copy of itself, or of it."""
    return {pair.copy for pair in chain if pair.of == key}


def _write_pairs(
    connection: Connection, shelf: Articles, found: Sequence[Pair]
) -> None:
    rows = [
        {"copy": shelf.numbers[pair.copy], "of": shelf.numbers[pair.of]}
        | {"kind": pair.kind, "share": pair.share, "sign": pair.sign}
        for pair in found
    ]
    connection.execute(insert(pairs), rows)


def _chain(
    connection: Connection, shelf: Articles, copies: Collection[str]
) -> list[Pair]:
    """The pairs of some copies, and of those that they are copies of, and so on."""
    found: dict[tuple[int, int], Pair] = {}
    seen: set[int] = set()
    waiting = {shelf.numbers[key] for key in copies}
    while waiting and len(seen) < CHAIN:
        some = sorted(waiting)[: CHAIN - len(seen)]
        seen |= set(some)
        rows = connection.execute(select(pairs).where(pairs.c.copy.in_(some))).all()
        waiting = {row.of for row in rows} - seen
        names = _keys(connection, {n for row in rows for n in (row.copy, row.of)})
        found |= {
            (r.copy, r.of): Pair(names[r.copy], names[r.of], r.kind, r.share, r.sign)
            for r in rows
        }
    return list(found.values())


def _keys(connection: Connection, numbers: Collection[int]) -> dict[int, str]:
    named: dict[int, str] = {}
    for some in paged(sorted(numbers)):
        rows = select(articles.c.number, articles.c.key)
        where = rows.where(articles.c.number.in_(some))
        named |= {row.number: row.key for row in connection.execute(where)}
    return named


def _write_echoes(
    connection: Connection,
    shelf: Articles,
    copies: Collection[str],
    chain: Collection[Pair],
) -> set[str]:
    """Write the echoes of some copies down, in place of those that were there."""
    shelf.fetch({name for pair in chain for name in (pair.copy, pair.of)})
    made = echoes_from(chain, shelf, copies)
    numbers = [shelf.numbers[key] for key in copies]
    connection.execute(delete(echoes).where(echoes.c.copy.in_(numbers)))
    if made:
        connection.execute(insert(echoes), [_row(echo, shelf) for echo in made])
    return set(copies)


def _row(echo: Echo, shelf: Articles) -> dict[str, object]:
    return {
        "copy": shelf.numbers[echo.copy],
        "of": shelf.numbers[echo.of],
        "kind": echo.kind,
        "share": echo.share,
        "because": echo.because,
    }


def echoes_among(connection: Connection, keys: Collection[str]) -> list[Echo]:
    """The echoes of some articles, by the keys of the articles."""
    copy, of = articles.alias(), articles.alias()
    rows = (
        select(echoes, copy.c.key.label("copy_key"), of.c.key.label("of_key"))
        .join(copy, copy.c.number == echoes.c.copy)
        .join(of, of.c.number == echoes.c.of)
    )
    return [
        Echo(
            copy=r.copy_key, of=r.of_key, kind=r.kind, share=r.share, because=r.because
        )
        for some in paged(sorted(keys))
        for r in connection.execute(rows.where(copy.c.key.in_(some)))
    ]
