"""Who stands behind the words, where the subject of the frame only answers or carries.

    X hat die Darstellung von Y zurückgewiesen, …     the claim is Y's
    … wurden laut Y verletzt, berichtet die Agentur   the knowledge is Y's
    20:16 Uhr - Y: …                                  the heading gives Y's words

Takes an article, a quotation and the tokens of its speaker, returns the tokens of the
other one, or None.
"""

from laut.model import Quotation
from laut.reading.draft import Draft
from laut.reading.frames import Range
from laut.reading.media import medium_around, medium_at
from laut.reading.nominative import head_of, past_article
from laut.reading.nouns import noun_of, speaking
from laut.reading.outline import DASHES, Outline, passage_at
from laut.reading.phrases import Width, phrase_end
from laut.reading.scene import Scene
from laut.reading.spoken import tokens_of
from laut.reading.telling import Stance, telling_of
from laut.reading.words import is_name_like, words_of

LONGEST = 5
"""How many words may stand before the colon of a heading."""

_SAID = frozenset({"saying", "document"})


def heading_of(draft: Draft, quotation: Quotation) -> Range | None:
    """Who stands before the colon of a heading: „20:16 Uhr - | Lindt | : …“."""
    outline = draft.outline
    colon = tokens_of(draft, quotation.content[0])[0] - 1
    if colon < 1 or outline.words[colon] != ":":
        return None
    first = colon
    while first > max(0, colon - LONGEST) and is_name_like(outline.words[first - 1]):
        first -= 1
        if outline.broken[first]:
            break
    opens = outline.broken[first] or outline.words[first - 1] in DASHES
    return (first, colon) if first < colon and opens else None


def contradicted(draft: Draft, quotation: Quotation) -> Range | None:
    """Whose claim the frame rejects: „wies die Darstellung von | Y | zurück, …“."""
    outline = draft.outline
    cue = [i for span in quotation.cue for i in range(*tokens_of(draft, span))]
    if not any(outline.lows[index] in speaking("reject") for index in cue):
        return None
    begin = tokens_of(draft, quotation.content[0])[0]
    for first, last in (tokens_of(draft, span) for span in quotation.frame):
        for index in range(first, min(last, begin)):
            owner = _owner(outline, index, min(last, begin))
            if owner is not None:
                return owner
    return None


def _owner(outline: Outline, index: int, last: int) -> Range | None:
    """Whose claim a noun at a token is, where nothing follows but the verb."""
    noun = noun_of(outline.words[index]) if outline.words[index][:1].isupper() else None
    if noun is None or noun.sort not in _SAID:
        return None
    end = phrase_end(outline, index, last, Width.NARROW)
    after = outline.lows[end:last]
    closes = all(low in speaking("reject") | {",", "zurück", "ab"} for low in after)
    telling = telling_of(outline, index, end)
    if not closes or telling.owner is None or telling.owner[0] <= index:
        return None
    return telling.owner


def asked_by(draft: Draft, quotation: Quotation) -> Range | None:
    """„sagte X dem | Sender Y | auf die Frage, ob …“: the question is the medium's."""
    outline = draft.outline
    begin = tokens_of(draft, quotation.content[0])[0]
    if outline.lows[max(0, begin - 3) : begin] != ["die", "frage", ","]:
        return None
    passage = outline.passages[passage_at(outline, begin)]
    at = medium_at(outline, passage.first, begin)
    if at is None:
        return None
    return medium_around(outline, at, (passage.first, begin))


def is_patient(draft: Draft, quotation: Quotation, speaker: Range) -> bool:
    """„X wurde aufgefordert, zu …“: who is asked to do something does not speak."""
    outline = draft.outline
    cue = {outline.lows[i] for s in quotation.cue for i in range(*tokens_of(draft, s))}
    if not cue & speaking("been") or not cue & speaking("asked"):
        return False
    before = outline.lows[speaker[0] - 1] if speaker[0] else ""
    first = outline.lows[speaker[0]]
    return not {before, first} & words_of("preposition")


def carried_in(scene: Scene, quotation: Quotation, speaker: Range) -> Range | None:
    """Who a carried content itself names: „wurden laut | Behörden | verletzt“."""
    outline = scene.outline
    head = head_of(outline, past_article(outline, *speaker), speaker[1])
    if quotation.kind != "indirect" or head is None:
        return None
    if medium_at(outline, head, speaker[1]) != head:
        return None
    for first, last in (tokens_of(scene.draft, span) for span in quotation.content):
        for index in range(first, last - 1):
            if outline.lows[index] != "laut" or outline.pair_at[index] >= 0:
                continue
            end = phrase_end(outline, index + 1, last, Width.NARROW)
            telling = telling_of(outline, index + 1, end)
            if telling.stance is not Stance.WHO:
                continue
            if medium_at(outline, index + 1, end) is None:
                return telling.owner
    return None
