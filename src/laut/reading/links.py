"""The hands that words came through, as the sentence around them names them.

    sagte X | der BBC | gegenüber dem Spiegel | im Gespräch mit der Bild   reported_by
    …, wie die BBC berichtete                                              reported_by
    unter Berufung auf Y                                                   cites
    in einem Brief                                                         document

Takes a scene and a range of tokens, yields links with their places. Tables:
`german/chains.tsv`, `carriers.tsv`, `nouns.tsv`.
"""

from collections.abc import Iterator
from functools import cache

import msgspec

from laut.model import Link
from laut.reading.anaphora import fuller
from laut.reading.frames import Range
from laut.reading.media import (
    OPENINGS,
    is_medium_word,
    medium_around,
    medium_at,
    medium_name,
)
from laut.reading.nominative import nominative
from laut.reading.nouns import Noun, noun_of, speaking
from laut.reading.outline import Outline, Passage
from laut.reading.phrases import Width, phrase_end
from laut.reading.scene import Scene
from laut.reading.tables import classed
from laut.reading.words import is_adjective_like, is_name_like, words_of

LOOK_BACK = 5
"""How many words before a medium its article and preposition stand."""


@cache
def chain_words(name: str) -> frozenset[str]:
    """The words of one class of `german/chains.tsv`.

    Raises:
        KeyError: there is no such class.
    """
    return classed("chains", name)


def tells_first(outline: Outline, passage: Passage) -> bool:
    """Whether a sentence says who told it first: „hatte zuerst X darüber berichtet“."""
    lows = set(outline.lows[passage.first : passage.last])
    return all(lows & chain_words(name) for name in ("first", "told", "about"))


def media_told(scene: Scene, where: Range) -> Iterator[Link]:
    """The media that a speaker talks to or in."""
    outline = scene.outline
    index = where[0]
    while index < where[1]:
        if not is_medium_word(outline.words[index]):
            index += 1
            continue
        around = medium_around(outline, index, where)
        if _is_told(outline, around[0], where):
            yield known_medium(scene, around)
        index = max(around[1], index + 1)


def _is_told(outline: Outline, first: int, where: Range) -> bool:
    """Whether a medium is one that somebody tells: by what stands before it."""
    at = first - 1
    while at > where[0] and is_adjective_like(outline.words[at]):
        if outline.lows[at] in OPENINGS or outline.lows[at] in chain_words("dative"):
            break
        at -= 1
    described = at < first - 1 and outline.lows[first] in chain_words("everyday")
    if at < 0 or described:
        return False
    low = outline.lows[at]
    noun = noun_of(outline.words[first])
    if low == "der" and noun is not None and noun.plural:
        return False
    if low in chain_words("dative"):
        before = outline.lows[at - 1] if at > 0 else ""
        if before in words_of("preposition") or before == "gegenüber":
            return before in chain_words("medium-after")
        return at >= where[0] and not _is_of_medium(before)
    return low in chain_words("medium-after")


def _is_of_medium(low: str) -> bool:
    return low.endswith(tuple(chain_words("of-medium")))


def told_by(scene: Scene, where: Range) -> Iterator[Link]:
    """The medium that passed the words on: „…, wie die Zeitung berichtete“."""
    outline = scene.outline
    for index in range(where[0] + 1, where[1]):
        if outline.lows[index] != "wie" or outline.words[index - 1] != ",":
            continue
        end = next(
            (at for at in range(index, where[1]) if outline.words[at] == ","), where[1]
        )
        medium = medium_at(outline, index + 1, end)
        verbs = outline.lows[index + 1 : end]
        if medium is not None and any(low in chain_words("as-told") for low in verbs):
            yield medium_link(scene, medium_around(outline, medium, (index + 1, end)))


def broadcasts_in(scene: Scene, where: Range) -> Iterator[Link]:
    """„in einer Fernsehansprache“: television, whichever."""
    outline = scene.outline
    for index in range(where[0] + 1, where[1]):
        if outline.lows[index] in chain_words("broadcast"):
            first = _phrase_begin(outline, index, where)
            if outline.lows[first - 1] in chain_words("medium-after"):
                span = scene.draft.tokens.span(first, index + 1)
                yield Link(name="Fernsehen", how="reported_by", span=span)


def known_medium(scene: Scene, around: Range) -> Link:
    """A medium as a link; „der Zeitung“ as the one named before."""
    link = medium_link(scene, around)
    noun = noun_of(scene.outline.words[around[0]])
    if around[1] - around[0] > 1 or noun is None:
        return link
    body = fuller(scene, around[0], noun)
    return link if body is None else msgspec.structs.replace(link, name=body.name)


def medium_link(scene: Scene, around: Range) -> Link:
    """A medium as a link, by its own name where it has one beside a noun."""
    return Link(
        name=medium_name(scene.outline, around),
        how="reported_by",
        span=scene.draft.tokens.span(*around),
    )


def leaned_on(scene: Scene, where: Range) -> Iterator[Link]:
    """On whose knowledge the source leans: „unter Berufung auf Y“."""
    outline = scene.outline
    for index in range(where[0], where[1]):
        if outline.lows[index] != "auf" or not _leans(outline, index, where):
            continue
        begin = _past_namelessness(outline, index + 1, where[1])
        end = phrase_end(outline, begin, where[1], Width.NARROW)
        if begin < end < where[1] and outline.lows[end] == "von":
            end = max(phrase_end(outline, end + 1, where[1], Width.NARROW), end)
        if end > begin:
            yield Link(
                name=_knower(outline, begin, end),
                how="cites",
                span=scene.draft.tokens.span(index + 1, end),
            )


def _past_namelessness(outline: Outline, first: int, end: int) -> int:
    """Past „nicht namentlich genannte“; the first word where it is not said."""
    at = first
    while at < end and outline.lows[at] in chain_words("not-named"):
        at += 1
    return at


def _knower(outline: Outline, first: int, end: int) -> str:
    """Who knows, past mere words for saying: „Angaben | der Polizei“."""
    for at in range(first, end - 1):
        noun = noun_of(outline.words[at])
        if (
            noun is not None
            and noun.head == "angabe"
            and is_name_like(outline.words[at])
        ):
            first = at + 1 + (outline.lows[at + 1] in {"von", "vom"})
    return nominative(outline, first, end)


def _leans(outline: Outline, index: int, where: Range) -> bool:
    """Whether „auf“ belongs to „unter Berufung“ or „beruft sich“."""
    if outline.lows[index - 1] in chain_words("lean"):
        return index > 1 and outline.lows[index - 2] in chain_words("lean-before")
    near = outline.lows[max(where[0], index - 12) : index]
    return "sich" in near and any(low in chain_words("lean-verb") for low in near)


def documents_in(scene: Scene, where: Range) -> Iterator[Link]:
    """The texts that give the words: „in einem Brief“."""
    outline = scene.outline
    for index in range(where[0], where[1]):
        if not outline.words[index][:1].isupper() or outline.pair_at[index] >= 0:
            continue
        noun = noun_of(outline.words[index])
        own = noun is not None and _own_report(outline, index, noun)
        if noun is None or (noun.sort != "document" and not own):
            continue
        first = _phrase_begin(outline, index, where)
        near = outline.lows[first][:4] == "dies"
        if first > 0 and not near and _gives(outline, first, where):
            yield Link(
                name=nominative(outline, first, index + 1),
                how="document",
                span=scene.draft.tokens.span(first, index + 1),
            )


def _own_report(outline: Outline, index: int, noun: Noun) -> bool:
    """„in ihrem | Bericht“: a report of one's own."""
    before = outline.lows[index - 1] if index else ""
    return noun.head == "bericht" and before in speaking("his") | speaking("her")


def _phrase_begin(outline: Outline, index: int, where: Range) -> int:
    """The article of a noun, past what may stand between, else the noun itself."""
    for at in range(index - 1, max(where[0], index - LOOK_BACK) - 1, -1):
        low = outline.lows[at]
        if low in words_of("preposition") or not outline.words[at][:1].islower():
            return at + 1
        if low in words_of("other-article") or low in words_of("subject-article"):
            return at
    return index


def _gives(outline: Outline, first: int, where: Range) -> bool:
    """Whether a text is given by what stands before it: „in“, „Vorstellung“."""
    shown = outline.lows[first] in {"des", "eines", "der", "einer"}
    if shown and outline.lows[first - 1] in chain_words("showing"):
        return True
    low = outline.lows[first - 1]
    return first > where[0] and low in chain_words("document-before")
