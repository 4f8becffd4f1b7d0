"""The chain of each quotation: from its own sentence, and from what came before.

Takes a draft whose quotations have sources; returns links by the id of a quotation,
outermost first, with the reason. A source that goes on speaking keeps its chain; a
sentence that says who told it first („hatte zuerst die Zeitung berichtet“) adds a link
to all that was told before it.
"""

from bisect import bisect_left
from collections.abc import Iterator

from laut.model import Link, Quotation
from laut.reading.actwords import IN_CUE, found_in
from laut.reading.decided import Decided
from laut.reading.draft import Draft
from laut.reading.frames import Range
from laut.reading.links import (
    broadcasts_in,
    chain_words,
    documents_in,
    leaned_on,
    media_told,
    medium_link,
    tells_first,
    told_by,
)
from laut.reading.media import is_medium_word, medium_around, medium_at
from laut.reading.scene import Scene, plain_scene_of
from laut.reading.spoken import tokens_of
from laut.spans import cover, overlap
from laut.terms import How

Chain = tuple[Link, ...]

REACH = 5
"""How many passages a chain is kept for a source that goes on speaking."""

_SAID: dict[How, str] = {
    "reported_by": "gab es weiter",
    "cites": "darauf stützt es sich",
    "spokesperson": "spricht für die Quelle",
    "document": "darin steht es",
}
_ORDER = {"reported_by": 0, "spokesperson": 1, "document": 2, "cites": 3}


def chains_of(draft: Draft) -> dict[int, Decided[Chain]]:
    """The chain of every quotation, by its id."""
    scene = plain_scene_of(draft)
    ordered = sorted(draft.quotations, key=lambda q: (q.content[0].begin, q.id))
    outer = {quotation.id: quotation for quotation in ordered}
    found: dict[int, Decided[Chain]] = {}
    before: dict[str, Quotation] = {}
    for quotation in ordered:
        own = _own(scene, quotation)
        around = outer.get(quotation.parent) if quotation.parent is not None else None
        last = before.get(_name(quotation))
        kept: Chain = ()
        if around is not None and _name(around) == _name(quotation):
            kept = _kept(found, around, own)
        elif last is not None and _is_near(scene, last, quotation):
            kept = _kept(found, last, own)
        elif around is not None and _is_said(scene, quotation):
            own = _joined(own, _passed_on(around))
        found[quotation.id] = _decided(scene, _joined(own, kept), kept=bool(kept))
        if quotation.parent is None:
            before[_name(quotation)] = quotation
    for number, link in _told_first(scene, ordered):
        chain = _joined((link,), found[number].value)
        found[number] = _decided(scene, chain, kept=False)
    return found


def _is_said(scene: Scene, quotation: Quotation) -> bool:
    """Whether a nested quotation is told by a verb of saying, not of thinking."""
    cue = [i for s in quotation.cue for i in range(*tokens_of(scene.draft, s))]
    found = found_in(scene.outline, cue, IN_CUE)
    thought = found is None or found.word.act in {"opine", "predict"}
    return not thought and found is not None and found.word.sort == "verb"


def _passed_on(around: Quotation) -> Chain:
    """„X sagte, Y habe gedroht, …“: what Y said reaches us through X."""
    name = _name(around)
    if not name or not around.speaker or around.kind != "indirect":
        return ()
    return (Link(name=name, how="reported_by", span=around.speaker[0]),)


def _decided(scene: Scene, chain: Chain, *, kept: bool) -> Decided[Chain]:
    if not chain:
        return Decided((), "der Satz nennt niemanden, über den die Worte kamen")
    text = scene.draft.article.text
    words = ", ".join(
        f"„{cover(text, [link.span])}“ ({_SAID[link.how]})"
        for link in chain
        if link.span is not None
    )
    return Decided(chain, f"{words}{'; die Quelle spricht weiter' if kept else ''}")


def _joined(one: Chain, other: Chain) -> Chain:
    """Both chains as one, outermost first, each link once."""
    seen: dict[tuple[str, str], Link] = {}
    for link in (*one, *other):
        seen.setdefault((link.how, link.name), link)
    return tuple(sorted(seen.values(), key=lambda link: _ORDER[link.how]))


def _own(scene: Scene, quotation: Quotation) -> Chain:
    """What the words of the speaker and of the sentence around them name."""
    told = quotation.attribution.via if quotation.attribution is not None else ()
    found = list(told)
    for where in _frames(scene, quotation):
        if not _speaks_itself(quotation):
            found += (
                link
                for link in (*media_told(scene, where), *told_by(scene, where))
                if not _is_in(link, found)
            )
        found += broadcasts_in(scene, where)
        found += leaned_on(scene, where)
        found += documents_in(scene, where)
    name = quotation.attribution.source.name if quotation.attribution else ""
    return tuple(link for link in found if link.name != name)


def _is_in(link: Link, found: list[Link]) -> bool:
    """Whether a link stands in the same words as another one of its kind."""
    return any(
        one.how == link.how and one.span and link.span and overlap(one.span, link.span)
        for one in found
    )


def _frames(scene: Scene, quotation: Quotation) -> Iterator[Range]:
    """The tokens that may name links: the frames, or a bare report's own sentence."""
    pieces = quotation.frame or (
        quotation.content if quotation.kind == "reported" else ()
    )
    for span in pieces:
        first, last = tokens_of(scene.draft, span)
        if first < last:
            yield first, last


def _speaks_itself(quotation: Quotation) -> bool:
    """Whether the source is a medium: then it passes on nothing."""
    if quotation.attribution is None:
        return False
    words = quotation.attribution.source.name.split()
    return any(is_medium_word(word) for word in words)


def _kept(found: dict[int, Decided[Chain]], before: Quotation, own: Chain) -> Chain:
    """The links of a quotation before, save of those kinds that are named anew."""
    given = {link.how for link in own}
    chain = found[before.id].value if before.id in found else ()
    return tuple(link for link in chain if link.how not in given)


def _is_near(scene: Scene, before: Quotation, quotation: Quotation) -> bool:
    """Whether a named source goes on speaking soon after a quotation."""
    here = tokens_of(scene.draft, quotation.content[0])[0]
    there = tokens_of(scene.draft, before.content[-1])[0]
    return bool(_name(quotation)) and scene.passages_between(there, here) <= REACH


def _name(quotation: Quotation) -> str:
    return quotation.attribution.source.name if quotation.attribution else ""


def _told_first(scene: Scene, ordered: list[Quotation]) -> Iterator[tuple[int, Link]]:
    """Quotations, and the medium of which a later sentence says that it told first."""
    outline = scene.outline
    for passage in outline.passages:
        if not tells_first(outline, passage):
            continue
        at = medium_at(outline, passage.first, passage.last)
        if at is None:
            continue
        around = medium_around(outline, at, (passage.first, passage.last))
        link = medium_link(scene, around)
        begin = scene.draft.tokens.spans[passage.first][0]
        block = list(_block_before(ordered, begin))
        if not any(_confirms(scene, quotation) for quotation in block):
            yield from ((quotation.id, link) for quotation in block)


def _confirms(scene: Scene, quotation: Quotation) -> bool:
    """Whether somebody confirms it: then it is known without the medium too."""
    said = cover(scene.draft.article.text, quotation.cue).lower().split()
    return any(word in chain_words("confirmed") for word in said)


def _block_before(ordered: list[Quotation], begin: int) -> Iterator[Quotation]:
    """The quotations of one source that stand last before a place."""
    place = bisect_left(ordered, begin, key=lambda q: q.content[0].begin)
    name = ""
    for number in range(place - 1, -1, -1):
        quotation = ordered[number]
        if quotation.parent is None:
            name = name or _name(quotation)
            if _name(quotation) != name:
                return
        if name and _name(quotation) == name:
            yield quotation
