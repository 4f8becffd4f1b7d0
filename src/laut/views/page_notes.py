"""The notes of a page: an item of a list for each passage, with a way back to it.

Takes a view, gives HTML by the numbers of the passages. Reasons, where there are any,
are folded away below their note, and unfold without script.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from laut.tongues import say
from laut.views.grounds import Ground, grounds_by_number
from laut.views.markup import Place, classes, escaped
from laut.views.notes import LEANS, Note, joined, notes_of
from laut.views.page_text import More, nothing_more
from laut.views.passages import Passage
from laut.views.sureness import signs_of
from laut.views.voices import View
from laut.views.words import HOWS, KINDS


def page_notes(view: View, place: Place, more: More = nothing_more) -> dict[int, str]:
    """The notes of all passages by their numbers.

    Args:
        view: what is shown.
        place: where on the page.
        more: HTML that a page adds at the end of the note of a passage.
    """
    grounds = grounds_by_number(view.passages, view.reasons)
    notes: dict[int, str] = {}
    for passage, note in zip(view.passages, notes_of(view.passages), strict=True):
        number = passage.number
        notes[number] = _item(
            passage, note, (*_grounds(grounds[number]), more(passage)), place
        )
    return notes


def notes_list(passages: Iterable[Passage], notes: Mapping[int, str]) -> str:
    """The notes of some passages as a list; "" where there are none."""
    label = say("Anmerkungen")
    here = "".join(notes[passage.number] for passage in passages)
    return f'<ol class="notes" aria-label="{label}">{here}</ol>' if here else ""


def _item(passage: Passage, note: Note, after: Sequence[str], place: Place) -> str:
    number = passage.number
    label = escaped(say("Zur Stelle {number}", number=number))
    back = f'href="#{place.name}-p{number}" aria-label="{label}"'
    said = "".join((*_source(note), *_facts(passage, note), *after))
    return (
        f'<li id="{place.name}-n{number}" class="{classes(passage.voice)}">'
        f'<a class="n" {back}>{number}{signs_of(passage.quotation)}</a> '
        f"<div>{said}</div></li>"
    )


def _source(note: Note) -> Iterator[str]:
    """Who it is, and through whose hands the words came."""
    yield f'<bdi class="name">{escaped(note.name)}</bdi>'
    if note.aside:
        yield f' <span class="aside">{escaped(note.aside)}</span>'
    if note.chain:
        yield f' <span class="chain">{_spoken_arrows(escaped(note.chain))}</span>'


def _spoken_arrows(chain: str) -> str:
    """The chain with words for the arrow where it is read aloud."""
    aloud = f'<span class="vh">{say(HOWS["cites"])}</span>'
    return chain.replace(LEANS, f'<span aria-hidden="true">{LEANS}</span>{aloud}')


def _facts(passage: Passage, note: Note) -> Iterator[str]:
    """The facts in a row, doubts first, the kind drawn like its passage."""
    kind = passage.quotation.kind
    word = say(KINDS[kind])
    shown = [f"<strong>{escaped(doubt)}</strong>" for doubt in note.doubts]
    for fact in note.facts:
        is_kind = fact == word
        line = f'<span class="kind {kind}">{escaped(fact)}</span>'
        shown.append(line if is_kind else escaped(fact))
    yield f' <span class="facts">{joined(shown)}</span>'


def _grounds(grounds: Sequence[Ground]) -> Iterator[str]:
    if grounds:
        rows = "".join(
            f"<dt>{escaped(ground.label)}: {escaped(ground.value)}</dt>"
            f'<dd lang="de">{escaped(ground.because)}</dd>'
            for ground in grounds
        )
        summary = f"<summary>{escaped(say('Gründe'))}</summary>"
        yield f'<details class="why">{summary}<dl>{rows}</dl></details>'
