"""The wide door of intake: what `sources` takes in, and feeds, lists of them, archives.

`gather` yields what is found under the names that a user gives. Addresses are asked for
news only, as far as the `Memory` knows of them; of a feed, only what it has not shown
before. What is to be remembered comes out with what was found (`Found.note`), so that
whoever keeps the one keeps the other. The web is asked politely (see `visitor`), many
hosts in turn. Writes nothing down itself.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import BinaryIO, TypeVar

import msgspec

from laut.config import Config
from laut.errors import FetchError, InputError, UnreadableError
from laut.intake.feeds import Feed, Item, article_of_item, feed_of
from laut.intake.found import Found, Note
from laut.intake.kinds import Kind, kind_of_name
from laut.intake.outlines import feeds_in
from laut.intake.raw import Raw, Validators
from laut.intake.sources import (
    Door,
    count,
    date_option,
    dated,
    found_in,
    in_answer,
    is_address,
    kind_of_answer,
    whole,
)
from laut.intake.visitor import Visitor
from laut.intake.warc import articles_in_archive
from laut.model import Article
from laut.tongues import say

Memory = Callable[[str], Note]
"""What is known of an address."""

Each = TypeVar("Each")

_UNCOUNTED = (Kind.FEED, Kind.OUTLINE, Kind.ARCHIVE)
_AT_ONCE = 32
"""Feeds that are asked in turn, so that their hosts have their pauses."""


def nothing_known(address: str) -> Note:
    """The memory of somebody who has never asked."""
    return Note(address=address)


def gather(
    names: Sequence[str],
    config: Config,
    published: str = "",
    memory: Memory = nothing_known,
    visitor: Visitor | None = None,
) -> Iterator[Found]:
    """All that is found under the names, one at a time.

    Args:
        names: as `sources.take` has them, and feeds, lists of feeds, archives.
        config: the limits.
        published: the date of articles that bring none; "" where unknown.
        memory: what is known of addresses.
        visitor: who asks; None for a new one.

    Raises:
        ConfigError: `published` cannot be read. At once, before any input is opened.
    """
    gatherer = _Gatherer(config, memory, visitor or Visitor(config))
    return gatherer.gathered(names, date_option(published))


def count_all(names: Sequence[str]) -> int | None:
    """How many articles `gather` will find, about; None where only asking can tell."""
    unknown = (is_address(name) or kind_of_name(name) in _UNCOUNTED for name in names)
    return None if any(unknown) else count(names)


class _Gatherer:
    def __init__(self, config: Config, memory: Memory, visitor: Visitor) -> None:
        self._config = config
        self._memory = memory
        self._visitor = visitor
        self._asked: set[str] = set()
        """Pages that feeds have led to in this run; several may lead to one."""
        self._door = Door(self._in_web, self._openers())

    def gathered(self, names: Sequence[str], published: str) -> Iterator[Found]:
        for is_web, some in groupby(names, is_address):
            each = (found_in([n], self._config, published, self._door) for n in some)
            yield from in_turn(each, _AT_ONCE) if is_web else chain.from_iterable(each)

    def _openers(
        self,
    ) -> dict[Kind, Callable[[str, BinaryIO, Config], Iterator[Found]]]:
        return {
            Kind.FEED: self._in_feed_file,
            Kind.OUTLINE: self._in_outline_file,
            Kind.ARCHIVE: _in_archive,
        }

    def _in_feed_file(
        self, name: str, stream: BinaryIO, config: Config
    ) -> Iterator[Found]:
        raw = Raw(name=name, body=whole(name, stream, config))
        yield from self._in_feed(raw)

    def _in_outline_file(
        self, name: str, stream: BinaryIO, config: Config
    ) -> Iterator[Found]:
        yield from self._in_outline(name, whole(name, stream, config))

    def _in_outline(self, name: str, body: bytes) -> Iterator[Found]:
        feeds = (self._in_web(each, self._config) for each in feeds_in(name, body))
        yield from in_turn(feeds, _AT_ONCE)

    def _in_web(self, address: str, config: Config) -> Iterator[Found]:
        """What stands at an address; what cannot be had is noted, too."""
        known = self._memory(address)
        try:
            yield from self._in_address(address, known, config)
        except InputError as error:
            failed = msgspec.structs.replace(known, problem=error.reason)
            yield Found(error.name, error, failed)

    def _in_address(self, address: str, known: Note, config: Config) -> Iterator[Found]:
        raw = self._visitor.ask(address, _validators(known))
        if raw is None:
            yield Found(address, None, msgspec.structs.replace(known, problem=""))
            return
        kind = kind_of_answer(raw)
        if kind is Kind.FEED:
            yield from self._in_feed(raw)
        elif kind is Kind.OUTLINE:
            yield from self._in_outline(address, raw.body)
        else:
            yield from in_answer(raw, config)

    def _in_feed(self, raw: Raw) -> Iterator[Found]:
        """The news of a feed; the feed itself is done when all of them were had."""
        feed = feed_of(raw)
        complete = True
        for item in feed.items:
            found = self._in_item(raw, feed, item)
            complete = complete and not isinstance(found.article, FetchError)
            yield found
        if complete and raw.address:
            yield Found(raw.name, None, _note(raw.name, raw))
        elif not feed.items:
            yield Found(raw.name, None)

    def _in_item(self, raw: Raw, feed: Feed, item: Item) -> Found:
        if not item.text and not item.link:
            said = say("Ein Eintrag des Feeds hat weder Text noch Adresse.")
            return Found(raw.name, UnreadableError(raw.name, said))
        address = item.link or f"{raw.name}#{item.mark}"
        known = self._memory(address)
        if known.mark == item.mark or address in self._asked:
            return Found(address, None)
        self._asked.add(address)
        if item.text:
            article = dated(article_of_item(item, feed), raw.retrieved)
            return Found(address, article, Note(address=address, mark=item.mark))
        return self._in_page(item, known)

    def _in_page(self, item: Item, known: Note) -> Found:
        """What stands on the page of an entry."""
        address = item.link
        try:
            raw = self._visitor.visit(address, _validators(known))
            if raw is None:
                again = msgspec.structs.replace(known, mark=item.mark, problem="")
                return Found(address, None, again)
            return _of_page(item, raw, self._config)
        except FetchError as error:  # another time, perhaps
            again = msgspec.structs.replace(known, problem=error.reason)
            return Found(address, error, again)
        except InputError as error:
            note = Note(address=address, mark=item.mark, problem=error.reason)
            return Found(address, error, note)


def _in_archive(name: str, stream: BinaryIO, config: Config) -> Iterator[Found]:
    return articles_in_archive(name, stream, config.max_bytes)


def _of_page(item: Item, raw: Raw, config: Config) -> Found:
    """The article on the page of an entry; what it does not say, the feed does."""
    nothing = UnreadableError(item.link, say("Es steht nichts darin."))
    found = next(in_answer(raw, config), Found(item.link, nothing))
    article = found.article
    if isinstance(article, Article):
        article = msgspec.structs.replace(
            article,
            title=article.title or item.title,
            author=article.author or item.author,
            published=article.published or item.published,
            url=article.url or item.link,
        )
    note = msgspec.structs.replace(_note(item.link, raw), mark=item.mark)
    return Found(item.link, article, note)


def _note(address: str, raw: Raw) -> Note:
    return Note(address=address, etag=raw.etag, modified=raw.modified)


def _validators(known: Note) -> Validators:
    return Validators(etag=known.etag, modified=known.modified)


def in_turn(iterables: Iterable[Iterator[Each]], width: int) -> Iterator[Each]:
    """One of each in turn, of so many at once; when one ends, the next begins."""
    coming = iter(iterables)
    running: list[Iterator[Each]] = []
    for _ in range(width):
        running.extend(_next_of(coming))
    while running:
        for one in tuple(running):
            found = list(_next_of(one))
            yield from found
            if not found:
                running.remove(one)
                running.extend(_next_of(coming))


def _next_of(iterator: Iterator[Each]) -> Iterator[Each]:
    """The next of an iterator; nothing where there is none."""
    for found in iterator:
        yield found
        return
