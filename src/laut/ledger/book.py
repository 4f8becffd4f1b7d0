"""`Ledger`: the door to everything that a ledger can do.

    with open_book("ledger.sqlite") as ledger:
        ledger.add([Entry(reading=reading, input="a.txt")], at="2022-09-06T12:00:00Z")

Every method is one transaction: it happens whole or not at all, also when the program
is killed in it. Whoever asks across articles takes a connection by `looking` and asks
`laut.ledger.tables`. Moments are handed in by the caller. Errors of the database come
out as `LedgerError`.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import URL

from laut.errors import LedgerError
from laut.ledger import counts, fetches, judgements, search, seen, shelf, store
from laut.ledger.engine import connected, folder_made, looking, translated, writing
from laut.ledger.keys import article_key
from laut.ledger.location import file_of, shown, url_of
from laut.ledger.records import Counts, Entry, Fetched, Hit, Judgement, Kept, Outcome
from laut.ledger.schema import bring_up
from laut.model import Article, Reading
from laut.tongues import say


def open_book(named: str | Path) -> "Ledger":
    """Open a ledger; it is made where there is none, and brought up to date.

    Args:
        named: a file, or `postgresql://…`.

    Raises:
        ConfigError: it names nothing that laut can use.
        LedgerError: it cannot be opened, or a newer laut has written it.
    """
    url = url_of(str(named))
    folder_made(url)
    return _opened(url)


def open_existing(named: str | Path) -> "Ledger":
    """As `open_book`, but a file that is not there is not made.

    Raises:
        LedgerError: there is no such file; otherwise as `open_book`.
    """
    url = url_of(str(named))
    file = file_of(url)
    if file is not None and not file.is_file():
        raise LedgerError(
            say(
                "{name}: Dort ist noch kein Ledger. „laut add EINGABE“ legt es an;"
                " ein anderes nennt --ledger.",
                name=shown(url),
            )
        )
    return _opened(url)


def _opened(url: URL) -> "Ledger":
    engine = connected(url)
    try:
        with translated(url):
            bring_up(engine, shown(url))
    except BaseException:
        engine.dispose()
        raise
    return Ledger(engine)


class Ledger:
    """A ledger that is open; close it, or use it in a `with` statement."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database; nothing is pending, ever."""
        self._engine.dispose()

    @property
    def name(self) -> str:
        """What users know it by: a path, or an address without its password."""
        return shown(self._engine.url)

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A connection for questions; it sees the ledger as it is now, throughout."""
        with translated(self._engine.url), looking(self._engine) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with translated(self._engine.url), writing(self._engine) as connection:
            yield connection

    def add(
        self,
        entries: Iterable[Entry],
        at: str,
        *,
        met: Iterable[tuple[Article, str]] = (),
        notes: Iterable[Fetched] = (),
    ) -> tuple[Outcome, ...]:
        """Write readings and their articles down, and what goes with them, or nothing.

        Args:
            entries: the readings; what is there already is not written twice.
            at: the moment, in ISO 8601.
            met: articles that are there already, each with an input that held it;
                those that are not there are left out.
            notes: what is known now of addresses, in place of what was.

        Returns:
            What came of each entry, in their order.
        """
        with translated(self._engine.url):
            prepared = [store.prepared(entry) for entry in entries]
        with self._writing() as connection:
            outcomes = store.write(connection, prepared, at)
            seen.see_known(connection, list(met), at)
            fetches.note(connection, notes)
        return outcomes

    def unread(self, articles: Sequence[Article], reader: str) -> list[Article]:
        """Those of the articles that hold no reading by this version of the reader."""
        keys = {article_key(article): article for article in articles}
        with self.looking() as connection:
            known = seen.read_by(connection, list(keys), reader)
        return [article for key, article in keys.items() if key not in known]

    def article(self, name: str) -> tuple[Kept, ...]:
        """The article of an id or key, with all its versions; empty where unknown."""
        with self.looking() as connection:
            return shelf.kept(connection, name)

    def reading(self, name: str) -> Reading | None:
        """The newest reading of the article of an id or key; None where unknown."""
        with self.looking() as connection:
            return next(shelf.readings_of(connection, [name]), None)

    def readings(self) -> Iterator[Reading]:
        """The newest reading of every article, as they were added, one at a time."""
        with self.looking() as connection:
            yield from shelf.all_readings(connection)

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """The articles that hold the words of a query, the best first."""
        with self.looking() as connection:
            return search.search(connection, query, limit)

    def counts(self) -> Counts:
        """How much it holds."""
        with self.looking() as connection:
            return counts.counts(connection)

    def judge(self, judgement: Judgement) -> Judgement:
        """Append a judgement (see `judgements.judged`); the same one."""
        with self._writing() as connection:
            judgements.judge(connection, judgement)
        return judgement

    def retire(self, key: str, made_by: str, made: str, reason: str = "") -> None:
        """Take a judgement back.

        Raises:
            LedgerError: there is none of that key, or it was taken back before.
        """
        with self._writing() as connection:
            judgements.retire(connection, key, made_by, made, reason)

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements as they were made, also those taken back."""
        with self.looking() as connection:
            return judgements.judgements_in(connection)

    def fetched(self, address: str) -> Fetched:
        """What is known of an address from the last time that it was asked."""
        with self.looking() as connection:
            return fetches.fetched(connection, address)
