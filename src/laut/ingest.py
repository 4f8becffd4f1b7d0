"""Where intake and reading meet: from the names that a user gives to readings.

Nothing is kept: one article at a time is taken in, read, and handed on. What cannot be
taken in comes out as the error that says why, in its place, and the run goes on.
"""

from collections.abc import Iterable, Iterator

from laut.config import Config
from laut.errors import InputError
from laut.intake.sources import take
from laut.model import Article, Explained, Reading
from laut.reading.pipeline import read_article
from laut.reading.reasons import explained_article


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


def _explained(taken: Article | InputError) -> Explained | InputError:
    return taken if isinstance(taken, InputError) else explained_article(taken)


def _read(taken: Article | InputError) -> Reading | InputError:
    return taken if isinstance(taken, InputError) else read_article(taken)
