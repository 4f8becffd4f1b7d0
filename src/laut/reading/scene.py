"""What the resolving of names looks at: text, cast, bodies, and who spoke so far.

Made once from a draft; asked often. A *voice* is a source that was found, with the
words that decided it.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import msgspec

from laut.model import Link
from laut.reading.cast import Cast, cast_of
from laut.reading.draft import Draft
from laut.reading.frames import Range
from laut.reading.media import medium_at
from laut.reading.metonyms import metonym_of
from laut.reading.nouns import noun_of
from laut.reading.outline import Outline, outline_of, passage_at
from laut.reading.people import Found, name_end
from laut.reading.phrases import phrase_begin
from laut.reading.spoken import tokens_of
from laut.reading.tokens import tokenize
from laut.reading.words import is_name_like, words_of

_SHORT = 12
"""The longest short form in brackets: „(UNMISS)“."""


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """A source, and how it was found.

    Attributes:
        name: the name; "" where nobody is given.
        because: the reason, in German.
        gender: "m", "f", "n", "p", or "" where it is not plain.
        mouth: the gender of a spokesperson who speaks for it, or "".
        figure: its number in the cast, if it is somebody named there.
        is_person: whether it is a person.
        is_state: whether it is a state that a place stands for.
        links: whose mouth or text the speaker's words name beside it.
        at: the tokens that name it.
    """

    name: str
    because: str
    gender: str = ""
    mouth: str = ""
    figure: int | None = None
    is_person: bool = False
    is_state: bool = False
    links: tuple[Link, ...] = ()
    at: Range = (0, 0)


class Scene(NamedTuple):
    """A draft as the resolving of names sees it.

    Attributes:
        bodies: the tokens that are nouns for bodies or media, in order.
        titles: the title, outlined, where there is one.
        longs: short forms with their long names: „BGH“ → „Bundesgerichtshof“.
    """

    draft: Draft
    outline: Outline
    cast: Cast
    bodies: tuple[int, ...]
    titles: tuple[Outline, ...]
    longs: dict[str, Range]

    def passages_between(self, one: int, other: int) -> int:
        """How many passages a token stands after another."""
        return passage_at(self.outline, other) - passage_at(self.outline, one)

    def bodies_before(self, at: int) -> Iterator[int]:
        """The bodies named before a token, the nearest first."""
        for place in range(bisect_left(self.bodies, at) - 1, -1, -1):
            yield self.bodies[place]

    def bodies_after(self, at: int, most: int) -> tuple[int, ...]:
        """The next bodies named after a token."""
        place = bisect_left(self.bodies, at + 1)
        return self.bodies[place : place + most]


def scene_of(draft: Draft) -> Scene:
    """The scene of a draft."""
    outline, titles = draft.outline, _titles(draft.article.title)
    return Scene(
        draft=draft,
        outline=outline,
        cast=cast_of(outline, [*_speakers(draft), *_named(draft)], titles),
        bodies=tuple(_bodies(outline)),
        titles=titles,
        longs=dict(_longs(outline)),
    )


def plain_scene_of(draft: Draft) -> Scene:
    """The scene of a draft without its people, for those who ask only for bodies."""
    return Scene(
        draft=draft,
        outline=draft.outline,
        cast=Cast((), {}, ()),
        bodies=tuple(_bodies(draft.outline)),
        titles=_titles(draft.article.title),
        longs={},
    )


@lru_cache(16)
def _titles(title: str) -> tuple[Outline, ...]:
    """The title, outlined once for all steps; none where there is none."""
    return (outline_of(tokenize(title)),) if title else ()


def _bodies(outline: Outline) -> Iterator[int]:
    for index, word in enumerate(outline.words):
        if word[:1].isupper():
            noun = noun_of(word)
            if noun is not None and noun.sort in {"body", "medium"}:
                yield index


def _speakers(draft: Draft) -> Iterator[Found]:
    """Names of two words or more that speak, without article: nobody else does."""
    outline = draft.outline
    for span in {span for q in draft.quotations for span in q.speaker[:1]}:
        first, last = tokens_of(draft, span)
        if last - first < len(("Vera", "Lindt")) or outline.pair_at[first] >= 0:
            continue
        starts = [
            first,
            *(i + 1 for i in range(first, last) if outline.words[i] == ","),
        ]
        apposed = apposed_name(outline, last)
        if apposed is not None:
            starts.append(apposed[0])
        for start in starts:
            end = name_end(outline, start, lax=False)
            stops = end >= len(outline.words) or outline.words[end] in {",", "("}
            ends = end == last or stops
            if end - start > 1 and ends and _is_name(outline, start, end):
                yield Found(tuple(outline.words[start:end]), start, end, "", "")


def _named(draft: Draft) -> Iterator[Found]:
    """Names of people that the model finds, of two words or more."""
    outline = draft.outline
    for mention in draft.mentions:
        if mention.label != "PER":
            continue
        first, last = tokens_of(draft, mention.span)
        end = name_end(outline, first, lax=False)
        if end == last and end - first > 1 and _is_name(outline, first, end):
            yield Found(tuple(outline.words[first:end]), first, end, "", "")


def apposed_name(outline: Outline, last: int) -> Range | None:
    """„der Direktor des Werks | , Anthony Lake ,“: a name of two words, in commas."""
    if last >= len(outline.words) or outline.words[last] != ",":
        return None
    end = name_end(outline, last + 1, lax=False)
    closed = end < len(outline.words) and outline.words[end] in {",", "."}
    enough = end - last > len(("Anthony", "Lake"))
    return (last + 1, end) if closed and enough else None


def _is_name(outline: Outline, first: int, end: int) -> bool:
    return medium_at(outline, first, end) is None and not any(
        metonym_of(word) or (not is_name_like(word) and word.isupper())
        for word in outline.words[first:end]
    )


def _longs(outline: Outline) -> Iterator[tuple[str, Range]]:
    """„Schutzvereinigung für Wertpapierbesitz (DSW)“."""
    words = outline.words
    for index in range(1, len(words) - 2):
        if words[index] != "(" or words[index + 2] != ")":
            continue
        short = words[index + 1]
        if len(short) <= _SHORT and sum(c.isupper() for c in short) > 1:
            stop = outline.passages[passage_at(outline, index)].first
            begin = phrase_begin(outline, stop, index)
            begin = _past_verb(outline, begin, index)
            if begin < index and words[index - 1] != short:
                yield short, (begin, index)


def _past_verb(outline: Outline, begin: int, end: int) -> int:
    """„warnte | der Wetterdienst“: an article after small words begins the name."""
    for at in range(begin, end):
        if outline.words[at][:1].isupper():
            return begin
        if at > begin and outline.lows[at] in words_of("definite-article"):
            return at
    return begin


def quoted(scene: Scene, first: int, last: int) -> str:
    """The words of a range of tokens in quotation marks, for a reason."""
    span = scene.draft.tokens.span(first, last)
    return f"„{scene.draft.article.text[span.begin : span.end]}“"
