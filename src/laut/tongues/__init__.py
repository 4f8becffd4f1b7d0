"""What laut says to its users, in German or in English.

The source holds everything that is shown in German; `say` gives it in the language
that is spoken here and now, from the catalogue of that language (`en.po`), and as it
stands where there is none. The door sets the language by `speaking`, for its own thread
or task; nothing here reads settings. Reasons, names and words of articles are
German in every language: they are what was read, not what laut says of it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TypeVar

from laut.tongues.po import Entry, parsed

Texts = TypeVar("Texts")

GERMAN = "de"
LANGUAGES = (GERMAN, "en")

_ELSEWHERE = "en"
"""What speakers of any other language are more likely to read."""

_NOBODY_ASKED = frozenset({"C", "POSIX"})
"""Locales of machines, not of people."""

_spoken: ContextVar[str] = ContextVar("language", default=GERMAN)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within, `say` speaks this language, one of `LANGUAGES`."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    """The language that is spoken here and now."""
    return _spoken.get()


def say(text: str, /, **fields: object) -> str:
    """A German text of the source, in the language that is spoken.

    Args:
        text: as the source has it; places for fields in braces.
        fields: what comes into these places.
    """
    entry = _catalogue(spoken()).get(text)
    said = entry.said[0] if entry else text
    return said.format(**fields) if fields else said


def counted(number: int, one: str, many: str) -> str:
    """A number with what is counted: `one` of it, or `many`, each with its `{n}`."""
    entry = _catalogue(spoken()).get(one)
    said = entry.said if entry else (one, many)
    return said[number != 1].format(n=number)


def later(texts: Texts) -> Texts:
    """The same, marked for the catalogue: a text, or a table of texts, said later.

    Of a mapping only the values are texts to be said.
    """
    return texts


def language_of(environment: Mapping[str, str]) -> str:
    """The language that the variables of the locale ask for, as gettext weighs them.

    German where they ask for none.
    """
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next(filter(None, map(environment.get, names)), "C")
    if locale.partition(".")[0] in _NOBODY_ASKED:
        return GERMAN
    wanted = [*environment.get("LANGUAGE", "").split(":"), locale]
    codes = [name[:2].lower() for name in wanted if name]
    return next((code for code in codes if code in LANGUAGES), _ELSEWHERE)


@cache
def _catalogue(language: str) -> Mapping[str, Entry]:
    if language == GERMAN:
        return {}
    text = Path(__file__).with_name(f"{language}.po").read_text("utf-8")
    return {entry.one: entry for entry in parsed(text) if all(entry.said)}
