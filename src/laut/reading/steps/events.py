"""Events: what public actors do to or with one another, on whose word.

Takes a draft that the model has read, with its mentions and quotations, returns one
with the events of its text, in their order.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial

import msgspec
import numpy as np

from laut.model import Entity, Event, Quotation
from laut.reading.chunks import Words
from laut.reading.draft import Draft
from laut.reading.eventactors import Actors
from laut.reading.eventcandidates import Candidate
from laut.reading.eventcontexts import context_of, subject_of_article
from laut.reading.eventfillers import ACTOR, TARGET, Filler, fitting
from laut.reading.eventfinding import Finder, Known
from laut.reading.eventtelling import Told, innermost, told_of
from laut.reading.eventwords import is_joint
from laut.reading.eventworth import chosen
from laut.reading.labels import POS
from laut.reading.polities import code_of_word, iso_codes
from laut.reading.prominence import Weight, weight_of
from laut.reading.scene import scene_of
from laut.reading.statenames import is_country, state_name
from laut.reading.surroundings import Surroundings
from laut.reading.tagger import Tagged
from laut.reading.tokens import Tokens
from laut.reading.words import is_adverb_like, words_of
from laut.spans import Span

OFTEN = 2
"""How often an article names the state that it tells of."""

_FUSED = frozenset({"im", "am", "vom", "zum", "zur", "beim", "ins", "ans"})
_ADVERBIAL = ("lich", "isch", "ig", "iv", "al", "gleich", "ell", "zeitig")
_NOMINAL = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VERB", "AUX"})


def events(draft: Draft) -> Draft:
    """The draft with the events of its text."""
    if draft.said is None:
        return draft
    finder = finder_of(draft, draft.said)
    found = finder.candidates
    told = told_of(draft, [one.sign for one in found])
    kept = chosen(found, told)
    subject = subject_of_article(draft.outline.lows) if kept else None
    return msgspec.structs.replace(
        draft,
        events=tuple(
            msgspec.structs.replace(
                _event(draft, found[n], told[n], finder.fillers(found[n])),
                context=context_of(found[n].sign.row, subject),
            )
            for n in kept
        ),
    )


def finder_of(draft: Draft, said: Tagged) -> Finder:
    """What finds the events of a draft that the model has read."""
    text = _words(draft, said)
    known = Known(
        text=text,
        actors=_actors(draft, text),
        sentences=list(draft.tokens.sentences),
        spoken=dict(_spoken(draft, text)),
        said_by=partial(_said_by, draft),
        voiced=partial(_voiced, draft),
        home=_home(draft),
    )
    return Finder(known)


def _words(draft: Draft, said: Tagged) -> Words:
    real = said.token >= 0
    lows = draft.outline.lows
    pos = [POS[number] for number in said.pos[real].argmax(1).tolist()]
    pos = ["ADP" if low in _FUSED else one for one, low in zip(pos, lows, strict=True)]
    moods = said.mood[real].argmax(1).tolist()
    names = {
        draft.article.text[m.span.begin : m.span.end].rpartition(" ")[2]
        for m in draft.mentions
        if m.label == "PER"
    }
    pos = [
        "PROPN" if one not in _NOMINAL and _is_name(word, names) else one
        for one, word in zip(pos, draft.outline.words, strict=True)
    ]
    for first, _ in draft.tokens.sentences:
        if pos[first] in _NOMINAL and _opens(draft.outline.words, pos, first, names):
            pos[first] = "ADV"
    inside = np.zeros(len(lows), bool)
    starts = np.zeros(len(lows), bool)
    for mention in draft.mentions:
        first, last = _tokens(draft.tokens, mention.span)
        inside[first + 1 : last] = True
        starts[first] = mention.label == "PER"
    return Words(
        words=draft.outline.words,
        lows=lows,
        pos=pos,
        inside=inside.tolist(),
        starts=starts.tolist(),
        finite=[
            mood != 0 and one in _FINITE for mood, one in zip(moods, pos, strict=True)
        ],
    )


def _opens(
    words: Sequence[str], pos: Sequence[str], first: int, names: set[str]
) -> bool:
    """Whether a word that opens a sentence is an adverb with a capital."""
    word, low = words[first], words[first].lower()
    if low in words_of("clause-adverb") or is_adverb_like(low):
        return True
    alone = [*pos[first + 1 : first + 2]] in (["VERB"], ["AUX"])
    known = word in names or weight_of(word) is not Weight.NOTHING
    return alone and not known and low.endswith(_ADVERBIAL)


def _is_name(word: str, names: set[str]) -> bool:
    """Whether a word that the model takes for none is a name: „Lammert würdigte“."""
    if not word[:1].isupper():
        return False
    acronym = word.isupper() and bool(code_of_word(word))
    return word in names or acronym or is_country(word)


def _tokens(tokens: Tokens, span: Span) -> tuple[int, int]:
    """The tokens under a span, half-open."""
    first = bisect_right(tokens.spans, (span.begin, len(tokens.text) + 1)) - 1
    last = bisect_right(tokens.spans, (span.end - 1, len(tokens.text) + 1))
    return max(0, first), last


def _actors(draft: Draft, text: Words) -> Actors:
    labels: dict[int, str] = {}
    for mention in draft.mentions:
        first, last = _tokens(draft.tokens, mention.span)
        labels.update(dict.fromkeys(range(first, last), mention.label))
    return Actors(text, scene_of(draft), labels)


def _home(draft: Draft) -> Entity | None:
    """The state that an article tells most of."""
    home = Surroundings(draft.outline).home()
    if home.seen < OFTEN or home.state not in iso_codes():
        return None
    return Entity(name=state_name(home.state), country=home.state)


def _voiced(draft: Draft, token: int) -> Entity | None:
    """Who speaks where a word is the cue of a quotation."""
    span = draft.tokens.span(token, token + 1)
    for quotation in draft.quotations:
        if span in quotation.cue:
            name = _source(quotation)
            return Entity(name=name) if name else None
    return None


def _said_by(draft: Draft, token: int) -> Entity | None:
    """Who says a token: the source of the innermost quotation around it."""
    found = innermost(draft, draft.tokens.span(token, token + 1))
    name = _source(found) if found is not None else ""
    return Entity(name=name) if name else None


def _spoken(draft: Draft, text: Words) -> Iterator[tuple[int, Entity]]:
    """The words that name a speaker otherwise than the source behind them."""
    for quotation in draft.quotations:
        name = _source(quotation)
        for span in quotation.speaker[:1]:
            first, last = _tokens(draft.tokens, span)
            said = draft.article.text[span.begin : span.end]
            if name and name not in said and said not in name:
                yield (
                    first if last - first == 1 else _head(text, first, last),
                    Entity(name=name),
                )


def _head(text: Words, first: int, last: int) -> int:
    """The first noun of a phrase."""
    nouns = [i for i in range(first, last) if text.pos[i] in _NOMINAL]
    return nouns[0] if nouns else first


def _source(quotation: Quotation) -> str:
    return quotation.attribution.source.name if quotation.attribution else ""


def _event(draft: Draft, found: Candidate, told: Told, fillers: list[Filler]) -> Event:
    sign = found.sign
    status = told.status_of(found.status, aside=found.aside)
    actors = fitting(ACTOR, fillers)
    taken = {one.entity.name for one in actors}
    targets = [f for f in fitting(TARGET, fillers) if f.entity.name not in taken]
    if is_joint(sign.row):
        others = targets if found.roles.target >= 0 else []
        actors, targets = [*actors, *others], []
    return Event(
        trigger=draft.tokens.span(sign.trigger, sign.trigger + 1),
        type=sign.row.type,  # type: ignore[arg-type]  # candidates have a type
        context=sign.row.context,
        actor=tuple(one.entity for one in actors),
        target=tuple(one.entity for one in targets),
        object=found.object,
        date=told.date if status == "happened" else told.dated,
        place=told.place,
        status=status,
        by=told.by,
    )
