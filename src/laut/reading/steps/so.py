"""`…, so X`: a frame of one word and whoever speaks, after or inside what is said."""

from laut.reading.clauses import has_verb
from laut.reading.draft import Draft, with_quotations
from laut.reading.frames import Range
from laut.reading.outline import DASHES, DIVIDERS, ENDS, Outline, Passage, trimmed
from laut.reading.phrases import Width, phrase_end
from laut.reading.rendering import Rendering, quotation_of
from laut.reading.spoken import spoken_of


def so(draft: Draft) -> Draft:
    """Add the quotations that `so X` follows or interrupts."""
    outline, spoken = draft.outline, spoken_of(draft)
    renderings = (_in_passage(outline, passage) for passage in outline.passages)
    fresh = [r for r in renderings if r and spoken.is_free(*r.cue[0])]
    return with_quotations(draft, [quotation_of(draft, r) for r in fresh])


def _in_passage(outline: Outline, passage: Passage) -> Rendering | None:
    for number in range(len(passage.clauses)):
        at = _so_at(outline, passage, number)
        if at is not None:
            return _rendering(outline, passage, number, at)
    return None


def _so_at(outline: Outline, passage: Passage, number: int) -> int | None:
    """Where `so` opens a clause, marks before it aside, that has no verb of its own."""
    clause = passage.clauses[number]
    at = clause.first
    while at < clause.last and outline.pair_at[at] >= 0:
        at += 1
    if at == passage.first or at + 1 >= clause.last or outline.words[at] != "so":
        return None
    named = phrase_end(outline, at + 1, clause.last, Width.NARROW) > at + 1
    return at if named and not has_verb(outline, clause) else None


def _rendering(
    outline: Outline, passage: Passage, number: int, at: int
) -> Rendering | None:
    shut = _closing_dash(outline, passage, at)
    if shut is not None:
        return _made(outline, passage, (at + 1, shut), (at - 1, shut + 1), shut + 1)
    last = _last_clause(outline, passage, number)
    end = passage.clauses[last].last
    while outline.words[end - 1] in ENDS:
        end -= 1
    end += last + 1 < len(passage.clauses) and outline.words[end] == ","
    begin = at - (outline.words[at - 1] in DIVIDERS)
    after = passage.last
    if last + 1 < len(passage.clauses):
        after = passage.clauses[last + 1].first
    speaker = _speaker(outline, passage, at, last if last > number else None)
    return _made(outline, passage, speaker, (begin, end), after)


def _closing_dash(outline: Outline, passage: Passage, at: int) -> int | None:
    """Where a dash closes what one opened before `so`: „– so der Plan –“."""
    if outline.words[at - 1] not in DASHES:
        return None
    dashes = (i for i in range(at + 2, passage.last) if outline.words[i] in DASHES)
    return next(dashes, None)


def _made(
    outline: Outline, passage: Passage, speaker: Range, frame: Range, after: int
) -> Rendering | None:
    """The rendering around a frame; its content goes on at `after`."""
    content = (
        trimmed(outline, passage.first, frame[0]),
        trimmed(outline, after, passage.last),
    )
    said = tuple(piece for piece in content if piece[0] < piece[1])
    if not said:
        return None
    direct = all(outline.pair_at[i] >= 0 for piece in said for i in range(*piece))
    return Rendering(
        rule="rede-so" if direct else "so",
        kind="direct" if direct else "indirect",
        content=said,
        cue=((speaker[0] - 1, speaker[0]),),
        speaker=(speaker,),
        frame=(frame,),
        medium=("speech", "writing"),
    )


def _last_clause(outline: Outline, passage: Passage, number: int) -> int:
    """The last clause of the frame: appositions have no verb, and no marks."""
    for ahead in range(number + 1, len(passage.clauses)):
        clause = passage.clauses[ahead]
        if outline.pair_at[clause.first] >= 0 or has_verb(outline, clause):
            return ahead - 1
    return len(passage.clauses) - 1


def _speaker(outline: Outline, passage: Passage, at: int, last: int | None) -> Range:
    """The phrase after `so`, with its appositions where it has some."""
    if last is not None:
        end = passage.clauses[last].last
        return at + 1, end - (outline.words[end - 1] in ENDS)
    return at + 1, phrase_end(outline, at + 1, passage.last, Width.NARROW)
