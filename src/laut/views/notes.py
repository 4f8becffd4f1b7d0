"""Notes: what is said beside a passage about who speaks there and how.

Pure: from the records of the view to plain German words, the same in every view.
What is not known is left out.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

import msgspec

from laut.model import Article, Attribution, Link, Problem, Source
from laut.views.passages import NAMELESS_SLOT, Passage, Voice
from laut.views.typography import german_date, one_line, quoted, runs
from laut.views.voices import View
from laut.views.words import (
    ACTS,
    FACTUALITIES,
    HOWS,
    IDENTITIES,
    KINDS,
    MEDIA,
    SOURCE_KINDS,
    unresolved,
)

DOUBTFUL = 0.5
"""A quotation of less confidence is marked as read with doubt."""


_WORD = 4
_STEM = 5


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What stands beside a passage.

    Attributes:
        number: the passage's.
        name: who stands behind it.
        facts: short phrases, the weightiest first.
    """

    number: int
    name: str
    facts: tuple[str, ...]


def note_of(passage: Passage) -> Note:
    """The note of a passage."""
    return Note(
        number=passage.number,
        name=passage.voice.name,
        facts=tuple(_facts(passage)),
    )


def voice_facts(voice: Voice) -> tuple[str, ...]:
    """What is known about a voice beyond its name."""
    return () if voice.source is None else tuple(_source_facts(voice.source))


def dateline(article: Article) -> str:
    """Outlet, date and author in one line; "" where nothing is known.

    Where no outlet is known, the host of the address stands for it.
    """
    known = (
        one_line(article.outlet) or _host(article.url),
        german_date(article.published),
        one_line(article.author) and f"von {one_line(article.author)}",
    )
    return " · ".join(filter(None, known))


def title_of(article: Article) -> str:
    """The headline, else words that say there is none."""
    return one_line(article.title) or "Ohne Titel"


def balance(view: View) -> str:
    """In one sentence how much of the article is rendered, and of how many voices."""
    if not view.passages:
        return "Niemand wird wiedergegeben: Der Artikel spricht mit eigener Stimme."
    passages = _counted(len(view.passages), "Stelle", "Stellen")
    named = sum(voice.slot != NAMELESS_SLOT for voice in view.voices)
    voices = _counted(named, "Stimme", "Stimmen")
    return f"{passages} · {voices} · {view.share:.0%} des Textes wiedergegeben".replace(
        "%", "\u00a0%"
    )


def counted_passages(view: View, voice: Voice) -> str:
    """`3 Stellen: 1–3`, the passages of a voice."""
    numbers = view.numbers(voice)
    return f"{_counted(len(numbers), 'Stelle', 'Stellen')}: {runs(numbers)}"


def problem_line(problem: Problem) -> str:
    """A problem in one line, without the name of the step that met it."""
    return one_line(problem.message)


def _facts(passage: Passage) -> Iterator[str]:
    quotation = passage.quotation
    if passage.inside is not None:
        yield f"in\u00a0{passage.inside}"
    yield KINDS[quotation.kind]
    if "speech" not in quotation.medium:
        yield " oder ".join(MEDIA[medium] for medium in quotation.medium)
    if passage.cue:
        yield quoted(passage.cue)
    known = (passage.voice.name, passage.cue)
    open_to = passage.voice.name == unresolved(passage.speaker)
    if (
        passage.speaker
        and not open_to
        and not any(_alike(passage.speaker, words) for words in known)
    ):
        yield f"im Text {quoted(passage.speaker)}"
    if passage.addressee:
        yield f"zu {quoted(passage.addressee)}"
    if quotation.attribution is not None:
        yield from _attribution_facts(quotation.attribution)
    if quotation.confidence < DOUBTFUL:
        yield "unsicher gelesen"


def _alike(one: str, other: str) -> bool:
    """Whether one is a form of the other: they share the stem of a longer word."""
    return one == other or not _stems(one).isdisjoint(_stems(other))


def _stems(name: str) -> set[str]:
    return {word[:_STEM].casefold() for word in name.split() if len(word) >= _WORD}


def _attribution_facts(attribution: Attribution) -> Iterator[str]:
    if attribution.act is not None:
        yield ACTS[attribution.act]
    if attribution.factuality is not None:
        yield FACTUALITIES[attribution.factuality]
    if attribution.distanced:
        yield "mit Abstand wiedergegeben"
    yield from map(_link, attribution.via)


def _link(link: Link) -> str:
    return f"{HOWS[link.how]} {one_line(link.name)}"


def _source_facts(source: Source) -> Iterator[str]:
    if source.kind is not None:
        yield SOURCE_KINDS[source.kind]
    if source.identity is not None:
        yield IDENTITIES[source.identity]
    if source.country is not None:
        yield one_line(source.country)


def _host(url: str) -> str:
    try:
        return one_line(urlsplit(url).hostname or "")
    except ValueError:  # what is no address names no host
        return ""


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def joined(facts: Iterable[str]) -> str:
    """The facts in a row, parted by middle dots that begin no line."""
    return "\u00a0· ".join(facts)
