"""Words in quotation marks that no frame has claimed.

Inside another quotation they are nested: its speaker speaks them verbatim. Beside a
cue in their own clause they take its roles ("nannte das „Unsinn“"). Elsewhere they are
speech where they read like sentences; titles, names and words held with tongs are not.
"""

from typing import NamedTuple

import msgspec

from laut.model import Quotation
from laut.reading.carried import speaker_before
from laut.reading.clauses import is_verb_like
from laut.reading.draft import Draft, with_quotations
from laut.reading.frames import Range, subject_after, subject_before
from laut.reading.marks import Pair
from laut.reading.outline import ENDS, Outline, Passage, passage_at
from laut.reading.phrases import Width, phrase_end
from laut.reading.rendering import Rendering, quotation_of, ranges_of
from laut.reading.roles import Matrix, matrices_of, roles_of
from laut.reading.spoken import Spoken, spoken_of
from laut.reading.words import is_name_like, words_of
from laut.spans import Spans, cover, holds

SENTENCE = 5
"""From how many words on marked words may be a sentence of somebody's."""


def marked(draft: Draft) -> Draft:
    """Add direct speech that stands in marks and was not yet read."""
    spoken = spoken_of(draft)
    found: list[Quotation] = []
    for pair in draft.outline.outer:
        quotation = _quotation(draft, spoken, pair)
        if quotation is not None:
            found.append(_continued(draft, quotation, found))
    return with_quotations(draft, found)


def _continued(draft: Draft, new: Quotation, found: list[Quotation]) -> Quotation:
    """A loose sentence right after another in marks: who speaks goes on."""
    if new.speaker or not found or new.cue or not found[-1].speaker:
        return new
    between = draft.article.text[found[-1].content[-1].end : new.content[0].begin]
    frame = cover(draft.article.text, found[-1].frame[-1:])
    if "\n" in between or between.strip(" .") not in frame:
        return new
    return msgspec.structs.replace(new, speaker=found[-1].speaker)


def _quotation(draft: Draft, spoken: Spoken, pair: Pair) -> Quotation | None:
    number = spoken.content[pair.first]
    if number >= 0:
        return _inside(draft, pair, spoken.quotations[number])
    beside = _before_verb(draft, pair) or _beside_cue(draft, pair)
    if beside is not None or not _is_sentence(draft.outline, pair):
        return beside
    return _after_colon(draft, pair) or _loose(draft, spoken, pair)


def _inside(draft: Draft, pair: Pair, outer: Quotation) -> Quotation | None:
    """Marked words inside another quotation, with the roles of that."""
    if outer.kind == "direct" or not _is_verbatim(draft.outline, pair):
        return None
    if _is_within(draft, pair, outer.speaker):
        return None
    inner = quotation_of(
        draft,
        Rendering(rule="nested", kind="direct", content=((pair.first, pair.last),)),
    )
    return msgspec.structs.replace(
        inner,
        medium=outer.medium,
        cue=outer.cue,
        speaker=outer.speaker,
        addressee=outer.addressee,
        frame=outer.frame,
    )


def _is_within(draft: Draft, pair: Pair, pieces: Spans) -> bool:
    whole = draft.tokens.span(*pair)
    return any(holds(piece, whole) for piece in pieces)


def _after_colon(draft: Draft, pair: Pair) -> Quotation | None:
    """„Der Minister: „…““, „X lehnte mit den Worten ab: „…““."""
    outline = draft.outline
    if pair.first == 0 or outline.words[pair.first - 1] != ":":
        return None
    passage = outline.passages[passage_at(outline, pair.first - 1)]
    roles = _roles_before(outline, passage, pair.first)
    speaker = roles.speaker if roles else ()
    found = () if roles is None else roles.cue
    return quotation_of(
        draft,
        Rendering(
            rule="colon",
            kind="direct",
            content=((pair.first, pair.last),),
            cue=ranges_of(found),
            speaker=speaker,
            frame=((passage.first, pair.first),),
        ),
    )


class _Introduction(NamedTuple):
    speaker: tuple[Range, ...]
    cue: tuple[int, ...]


def _roles_before(
    outline: Outline, passage: Passage, stop: int
) -> _Introduction | None:
    """Who is introduced before a colon: by a cue, as the subject, or by name alone."""
    example = _example(outline, passage, stop - 1)
    if example is not None:
        return _Introduction((example,), ())
    for matrix in matrices_of(outline, passage):
        if matrix.found.parts[-1] < stop:
            roles = roles_of(outline, matrix, passage.first, stop - 1)
            return _Introduction(roles.speaker, matrix.found.parts)
    verb = next(
        (i for i in range(passage.first, stop) if is_verb_like(outline, i)), stop - 1
    )
    subject = subject_before(outline, passage.first, verb) or subject_after(
        outline, verb, stop - 1
    )
    return _Introduction((subject,), ()) if subject else None


def _example(outline: Outline, passage: Passage, colon: int) -> Range | None:
    """„Viele klagen, wie Ida Kern: „…““: whom `wie` picks out right before a colon."""
    for index in range(passage.first, colon):
        if outline.lows[index] == "wie" and outline.words[index - 1] == ",":
            end = phrase_end(outline, index + 1, colon, Width.NARROW)
            return (index + 1, end) if index + 1 < end == colon else None
    return None


def _words(outline: Outline, pair: Pair) -> list[int]:
    return [
        i
        for i in range(pair.first + 1, pair.last - 1)
        if outline.words[i][:1].isalnum()
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
    return (
        all_names
        and (
            is_name_like(before)
            or outline.lows[pair.first - 1] in words_of("before-name")
        )
        and len(inside) < SENTENCE
    )


def _beside_cue(draft: Draft, pair: Pair) -> Quotation | None:
    """Marked words that a cue of their own clause takes as its object."""
    outline = draft.outline
    passage = outline.passages[passage_at(outline, pair.first)]
    if not _is_verbatim(outline, pair):
        return None
    for matrix in matrices_of(outline, passage):
        clause = passage.clauses[matrix.clause]
        here = clause.first <= pair.first < clause.last
        if here and "rede" in matrix.found.cue.frames:
            quotation = _object(draft, pair, matrix)
            spoken = quotation.speaker and not _is_within(
                draft, pair, quotation.speaker
            )
            return quotation if spoken else None
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
            content=((pair.first, pair.last),),
            cue=ranges_of(found.parts),
            speaker=roles.speaker,
            frame=((first, pair.first), around),
            medium=found.cue.medium,
        ),
    )


def _before_verb(draft: Draft, pair: Pair) -> Quotation | None:
    """„„…“, freute sich der Trainer“: after the marks any verb says who speaks."""
    outline = draft.outline
    passage = outline.passages[passage_at(outline, pair.first)]
    after = next((c for c in passage.clauses if c.first == pair.last + 1), None)
    if after is None or passage.first != pair.first or after.divider != ",":
        return None
    if not is_verb_like(outline, after.first):
        return None
    end = after.last - (outline.words[after.last - 1] in ENDS)
    subject = subject_after(outline, after.first, end)
    return (
        quotation_of(
            draft,
            Rendering(
                rule="verb-after",
                kind="direct",
                content=((pair.first, pair.last),),
                cue=((after.first, after.first + 1),),
                speaker=(subject,),
                frame=((pair.last, end),),
            ),
        )
        if subject
        else None
    )


def _is_sentence(outline: Outline, pair: Pair) -> bool:
    """Whether loose marked words read like somebody's sentence."""
    inside = _words(outline, pair)
    if len(inside) < SENTENCE:
        return False
    if outline.words[pair.last - 2] in ENDS:
        return True
    return any(is_verb_like(outline, i) for i in inside)


def _loose(draft: Draft, spoken: Spoken, pair: Pair) -> Quotation:
    """A sentence in marks without a frame: who spoke right before goes on.

    Marked words in the midst of a sentence of the author are laid at nobody's door.
    """
    number = passage_at(draft.outline, pair.first)
    opens = draft.outline.passages[number].first == pair.first
    quotation = quotation_of(
        draft,
        Rendering(rule="loose", kind="direct", content=((pair.first, pair.last),)),
    )
    speaker = speaker_before(draft, spoken, number) if opens else ()
    return msgspec.structs.replace(quotation, speaker=speaker)
