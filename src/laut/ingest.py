"""Where intake, reading and ledger meet: from the names that a user gives to readings.

`read_all` and `explain_all` keep nothing: one article at a time is taken in, read, and
handed on. `add_all` writes into a ledger, some articles at a time, each only once, and
reads only those that this reader has not read there before. What cannot be taken in,
read or kept comes out as the error that says why, in its place, and the run goes on.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from laut.config import Config
from laut.errors import InputError, UnreadableError, UnstorableError
from laut.intake.sources import take
from laut.model import Article, Explained, Reading
from laut.reading.pipeline import READER, read_article
from laut.reading.reasons import explained_article
from laut.tongues import say

if TYPE_CHECKING:
    from laut.intake.found import Found, Note
    from laut.ledger.book import Ledger
    from laut.ledger.records import Fetched, Outcome

Clock = Callable[[], datetime]
"""What tells the time, with its zone."""

_MOST = 64
"""Articles that are written down at once, at most."""
_MANY = 60_000
"""Characters of articles after which they are written down; a second's reading."""


def now() -> datetime:
    """The time, for those who have no clock of their own."""
    return datetime.now(UTC)


class Added(NamedTuple):
    """What came of something that was found.

    Attributes:
        name: the input; of a part of it with its place.
        outcome: what writing it down did; None where there was nothing new to write.
    """

    name: str
    outcome: "Outcome | None"


def read_all(
    names: Iterable[str], config: Config, published: str = ""
) -> Iterator[Reading | InputError]:
    """Read everything under these names, in their order, as it is asked for.

    Args:
        names: files, folders, web addresses, or `-` for standard input.
        config: the limits.
        published: the date of articles that bring none; "" where unknown.

    Raises:
        ConfigError: `published` cannot be read. At once, before any input is opened.
    """
    return map(_read, take(names, config, published))


def explain_all(
    names: Iterable[str], config: Config, published: str = ""
) -> Iterator[Explained | InputError]:
    """As `read_all`, with the reasons for what is said of sources.

    Raises:
        ConfigError: `published` cannot be read. At once, before any input is opened.
    """
    return map(_explained, take(names, config, published))


def add_all(
    names: Sequence[str],
    ledger: "Ledger",
    config: Config,
    clock: Clock,
    published: str = "",
) -> Iterator[Added | InputError]:
    """Read everything under these names into a ledger, as the results are asked for.

    What came out is kept, whatever happens afterwards; what has not yet come out is
    taken in by the next run.

    Args:
        names: as in `read_all`, and feeds, lists of feeds and archives.
        ledger: where it is kept.
        config: the limits.
        clock: what tells the time.
        published: the date of articles that bring none; "" where unknown.

    Raises:
        ConfigError: `published` cannot be read. At once, before any input is opened.
        LedgerError: the ledger cannot be used any longer.
    """
    from laut.intake.gather import gather  # noqa: PLC0415 - reading alone needs it not

    def known(address: str) -> "Note":
        return _note(ledger.fetched(address))

    found = gather(names, config, published, known)
    return _added(found, _Writer(ledger, config, clock))


def _explained(taken: Article | InputError) -> Explained | InputError:
    return taken if isinstance(taken, InputError) else explained_article(taken)


def _read(taken: Article | InputError) -> Reading | InputError:
    return taken if isinstance(taken, InputError) else read_article(taken)


def _added(found: Iterable["Found"], writer: "_Writer") -> Iterator[Added | InputError]:
    held: list[Found] = []
    characters = 0
    for each in found:
        held.append(each)
        characters += len(each.article.text) if isinstance(each.article, Article) else 0
        if len(held) >= _MOST or characters >= _MANY:
            yield from writer.written(held)
            held, characters = [], 0
    if held:
        yield from writer.written(held)


Result = Reading | Article | InputError | None
"""What is to be done with what was found: a reading is to be written down, an article
is there already, and of None there is nothing new."""


class _Writer:
    """Reads what is found and writes it down."""

    def __init__(self, ledger: "Ledger", config: Config, clock: Clock) -> None:
        self._ledger = ledger
        self._config = config
        self._clock = clock

    def written(self, found: Sequence["Found"]) -> list[Added | InputError]:
        """Write down what was found: all at once, or what can be one by one."""
        named = {f.article: f.name for f in found if isinstance(f.article, Article)}
        unread = self._ledger.unread(list(named), READER)
        read = {article: self._reading(named[article], article) for article in unread}
        results = [_result(each.article, read) for each in found]
        try:
            return self._kept(found, results)
        except UnstorableError:
            pairs = zip(found, results, strict=True)
            return [self._kept_alone(each, result) for each, result in pairs]

    def _reading(self, name: str, article: Article) -> Reading | InputError:
        if len(article.text) > self._config.max_characters:
            return UnreadableError(name, _too_long(self._config))
        try:
            return read_article(article)
        except Exception as error:  # noqa: BLE001 - one text must not stop the others
            said = say(
                "Der Text ließ sich nicht lesen ({error}). Bitte den Fehler melden.",
                error=f"{type(error).__name__}: {error}",
            )
            failed = UnreadableError(name, said)
            failed.__cause__ = error
            return failed

    def _kept_alone(self, found: "Found", result: Result) -> Added | InputError:
        try:
            [done] = self._kept([found], [result])
        except UnstorableError as error:
            return UnreadableError(found.name, str(error))
        return done

    def _kept(
        self, found: Sequence["Found"], results: Sequence[Result]
    ) -> list[Added | InputError]:
        from laut.ledger.records import Entry, Outcome  # noqa: PLC0415 - as above

        pairs = [(f.name, result) for f, result in zip(found, results, strict=True)]
        read = [(name, r) for name, r in pairs if isinstance(r, Reading)]
        outcomes = iter(
            self._ledger.add(
                [Entry(reading=reading, input=name) for name, reading in read],
                self._now(),
                met=[(r, name) for name, r in pairs if isinstance(r, Article)],
                notes=[self._fetched(each.note) for each in found if each.note],
            )
        )
        done: list[Added | InputError] = []
        for name, result in pairs:
            if isinstance(result, InputError):
                done.append(result)
            elif isinstance(result, Reading):
                done.append(Added(name, next(outcomes)))
            else:
                done.append(Added(name, Outcome.KNOWN if result else None))
        return done

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")

    def _fetched(self, note: "Note") -> "Fetched":
        from laut.ledger.records import Fetched  # noqa: PLC0415 - as above

        before = self._ledger.fetched(note.address)
        failures = before.failures + 1 if note.problem else 0
        fetched = before.fetched if note.problem else self._now()
        known = msgspec.structs.asdict(note)
        return Fetched(failures=failures, fetched=fetched, **known)


def _result(
    article: Article | InputError | None,
    read: Mapping[Article, Reading | InputError],
) -> Result:
    """The reading of what was found, where it was to be read; else itself."""
    return read.get(article, article) if isinstance(article, Article) else article


def _too_long(config: Config) -> str:
    return say(
        "Der Text hat mehr als {most} Zeichen. Bitte teilen, einen Artikel je Datei"
        " oder je Zeile einer Datei .jsonl.",
        most=config.max_characters,
    )


def _note(fetched: "Fetched") -> "Note":
    from laut.intake.found import Note  # noqa: PLC0415 - as above

    return Note(
        address=fetched.address,
        etag=fetched.etag,
        modified=fetched.modified,
        mark=fetched.mark,
        problem=fetched.problem,
    )
