"""The folio: a reading set to be read, as the article page and the paste page show it.

Takes a reading, gives the HTML of its paragraphs with their notes, its voices and its
strip. The HTML is that of `laut.views`; here it only gets what a desk adds: filters,
ways to judge a passage and to the words in the original.
"""

from collections.abc import Mapping
from html import escape

import msgspec
from markupsafe import Markup

from laut.model import Reading
from laut.tongues import say
from laut.views.markup import Place, classes, escaped
from laut.views.notes import (
    balance,
    chain_of,
    counted_passages,
    dateline,
    legend,
    problem_line,
    title_of,
    voice_facts,
)
from laut.views.page_notes import notes_list, page_notes
from laut.views.page_text import foreign, paragraph_text
from laut.views.passages import Passage, Voice, words_of
from laut.views.voices import View, view_of
from laut.web.citing import link_into
from laut.web.filters import Filter
from laut.web.links import href
from laut.web.strip import Item, strip_of

PLACE = Place("a", 1)
"""Where the article stands: it is the only one."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph, and the notes beside it; both are HTML."""

    text: Markup
    notes: Markup


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """A voice in the list of those who speak.

    Attributes:
        classes: of the voice.
        facts: what is known of the source.
        chains: through whose hands its words came.
        numbers: its passages, in words.
        first: the number of the first.
        named: whether the source has a name, and so a page of its own.
    """

    name: str
    classes: str
    facts: tuple[str, ...]
    chains: tuple[str, ...]
    numbers: str
    first: int
    named: bool


class Folio(msgspec.Struct, frozen=True, kw_only=True):
    """A reading, set to be read."""

    title: str
    dateline: str
    language: Markup
    balance: str
    legend: str
    rows: tuple[Row, ...]
    placeless: Markup
    speakers: tuple[Speaker, ...]
    strip: tuple[Item, ...]
    problems: tuple[str, ...]
    reader: str


def folio_of(
    reading: Reading, chosen: Filter, keys: Mapping[int, str] | None = None
) -> Folio:
    """The folio of a reading.

    Args:
        reading: with or without reasons.
        chosen: which passages stand out.
        keys: of its quotations by their ids, where the ledger keeps them and they can
            be judged.
    """
    view = view_of(reading)
    notes = page_notes(view, PLACE, lambda passage: _ways(passage, reading, keys or {}))
    return Folio(
        title=title_of(reading.article),
        dateline=dateline(reading.article),
        language=_ours(foreign(reading.article)),
        balance=balance(view),
        legend=legend(view),
        rows=tuple(_rows(view, chosen, notes)),
        placeless=_ours(notes_list(view.placeless, notes)),
        speakers=tuple(_speaker(voice, view) for voice in view.voices),
        strip=strip_of(view),
        problems=tuple(problem_line(problem) for problem in view.problems),
        reader=reading.reader,
    )


def _rows(view: View, chosen: Filter, notes: Mapping[int, str]) -> list[Row]:
    return [
        Row(
            text=_ours(paragraph_text(line, PLACE, view.article, chosen.classes)),
            notes=_ours(notes_list(filter(chosen.takes, line.opens), notes)),
        )
        for line in view.paragraphs
    ]


def _ours(written: str) -> Markup:
    return Markup(written)  # noqa: S704 - made of escaped parts by laut.views


def _speaker(voice: Voice, view: View) -> Speaker:
    passages = [p for p in view.passages if p.voice.number == voice.number]
    return Speaker(
        name=voice.name,
        classes=classes(voice),
        facts=voice_facts(voice),
        chains=tuple(dict.fromkeys(filter(None, map(chain_of, passages)))),
        numbers=counted_passages(view, voice),
        first=passages[0].number,
        named=voice.source is not None and bool(voice.source.name),
    )


def _ways(passage: Passage, reading: Reading, keys: Mapping[int, str]) -> str:
    """The ways from a passage: to its judgement, and to its place in the original."""
    ways = []
    words = words_of(reading.article.text, passage.pieces)
    original = link_into(reading.article.url, words)
    if original:
        ways.append(_way(original, say("im Original"), passage, ' rel="noreferrer"'))
    name = keys.get(passage.quotation.id, "")
    if name:
        ways.append(
            _way(href("passage", name), say("Link"), passage, " data-permalink")
        )
        ways.append(_way(href("judge", name), say("prüfen"), passage))
    return f'<span class="ways">{" ".join(ways)}</span>' if ways else ""


def _way(address: str, words: str, passage: Passage, more: str = "") -> str:
    where = say("Stelle {number}", number=passage.number)
    label = escaped(f"{words}: {where}")
    return (
        f'<a href="{escape(address)}" aria-label="{label}"{more}>{escaped(words)}</a>'
    )
