"""Words in quotation marks that no frame has claimed.

Inside another quotation they are nested: its speaker speaks them verbatim. Beside a
cue in their own clause they take its roles ("nannte das „Unsinn“"). Elsewhere they are
speech where they read like sentences; a title, a name or a word held with tongs is none.
"""

from collections.abc import Iterator

import msgspec

from laut.model import Quotation
from laut.reading.clauses import is_verb_like, open_tokens
from laut.reading.cues import cues_in
from laut.reading.draft import Draft, with_quotations
from laut.reading.roles import Matrix, roles_of
from laut.reading.outline import ENDS, Outline, Pair, passage_at
from laut.reading.rendering import Rendering, quotation_of, ranges_of
from laut.reading.spoken import Spoken, spoken_of
from laut.reading.words import is_name_like, words_of

SENTENCE = 5
"""From how many words on marked words may be a sentence of somebody's."""


def marked(draft: Draft) -> Draft:
    """Add direct speech that stands in marks and was not yet read."""
    spoken = spoken_of(draft)
    found: list[Quotation] = []
    for pair in draft.outline.outer:
        quotation = _quotation(draft, spoken, pair, found)
        if quotation is not None:
            found.append(quotation)
    return with_quotations(draft, found)


def _quotation(
    draft: Draft, spoken: Spoken, pair: Pair, found: list[Quotation]
) -> Quotation | None:
    number = spoken.content[pair.first]
    outer = spoken.quotations[number] if number >= 0 else None
    if outer is not None and outer.kind == "direct":
        return None
    if outer is not None:
        if not _is_verbatim(draft.outline, pair):
            return None
        return _nested(draft, pair, outer)
    beside = _beside_cue(draft, pair)
    if beside is not None:
        return beside
    if _is_sentence(draft.outline, pair):
        return _loose(draft, spoken, pair, found)
    return None


def _words(outline: Outline, pair: Pair) -> list[int]:
    return [
        i for i in range(pair.first + 1, pair.last - 1) if outline.words[i][:1].isalnum()
    ]


def _is_verbatim(outline: Outline, pair: Pair) -> bool:
    """Whether marked words inside a quotation are the speaker's own, and no name."""
    inside = _words(outline, pair)
    before = outline.lows[pair.first - 1] if pair.first else ""
    if not inside or (pair.first and _names_something(outline, pair)):
        return False
    if len(inside) == 1:
        return before in words_of("before-word") or not is_name_like(
            outline.words[inside[0]]
        )
    return True


def _names_something(outline: Outline, pair: Pair) -> bool:
    """A noun right before: „die Zeitung „Welt““; all words written like names."""
    before = outline.words[pair.first - 1]
    inside = _words(outline, pair)
    all_names = all(
        is_name_like(outline.words[i]) or outline.lows[i] in words_of("inside-title")
        for i in inside
    )
    return all_names and (is_name_like(before) or outline.lows[pair.first - 1] in words_of("before-name")) and len(inside) < SENTENCE


def _nested(draft: Draft, pair: Pair, outer: Quotation) -> Quotation:
    inner = quotation_of(
        draft, Rendering(rule="nested", kind="direct", content=(tuple(pair),))
    )
    return msgspec.structs.replace(
        inner,
        medium=outer.medium,
        cue=outer.cue,
        speaker=outer.speaker,
        addressee=outer.addressee,
        frame=outer.frame,
    )


def _beside_cue(draft: Draft, pair: Pair) -> Quotation | None:
    """Marked words that a cue of their own clause takes as its object."""
    outline = draft.outline
    passage = outline.passages[passage_at(outline, pair.first)]
    for number, clause in enumerate(passage.clauses):
        if not clause.first <= pair.first < clause.last:
            continue
        for cue in cues_in(outline.lows, open_tokens(outline, clause), []):
            if "rede" in cue.cue.frames and _is_verbatim(outline, pair):
                return _object(draft, pair, Matrix(passage, number, cue, passage.first))
    return None


def _object(draft: Draft, pair: Pair, matrix: Matrix) -> Quotation:
    """Marked words as the object of a cue: „nannte das „Unsinn““."""
    outline, found = draft.outline, matrix.found
    first, last = matrix.passage.first, matrix.passage.clauses[matrix.clause].last
    roles = roles_of(outline, matrix, first, last)
    while last > pair.last and outline.words[last - 1] in ENDS:
        last -= 1
    around = (pair.last, last) if found.parts[-1] > pair.first else (last, last)
    return quotation_of(
        draft,
        Rendering(
            rule="object",
            kind="direct",
            content=(tuple(pair),),
            cue=ranges_of(found.parts),
            speaker=roles.speaker,
            frame=((first, pair.first), around),
            medium=found.cue.medium,
        ),
    )


def _is_sentence(outline: Outline, pair: Pair) -> bool:
    """Whether loose marked words read like somebody's sentence."""
    inside = _words(outline, pair)
    if len(inside) < SENTENCE:
        return False
    if outline.words[pair.last - 2] in ENDS:
        return True
    return any(is_verb_like(outline, i) for i in inside)


def _loose(
    draft: Draft, spoken: Spoken, pair: Pair, found: list[Quotation]
) -> Quotation:
    """A sentence in marks without a frame: who spoke before goes on."""
    outline = draft.outline
    number = passage_at(outline, pair.first)
    first = outline.passages[max(0, number - 2)].first
    before = next((q for q in spoken.backwards(first, pair.first) if q.speaker), None)
    quotation = quotation_of(
        draft, Rendering(rule="loose", kind="direct", content=(tuple(pair),))
    )
    del found
    if before is None:
        return quotation
    return msgspec.structs.replace(quotation, speaker=before.speaker)
