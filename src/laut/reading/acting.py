"""What a source does with its words: tells, demands, accuses.

`act_of` takes a `Rendered` and decides in this order: the whole that a fragment sits
in; the cue, where it is a word of an act of its own; then, for cues such as „sagte“
and „laut“ and where there is none, the content – a question, a verb of rendering
whose subject the source is, an obligation, the source's own future, a word that
judges. What is left is told as fact.
"""

from collections.abc import Callable

from laut.reading.actwords import found_in
from laut.reading.decided import Decided
from laut.reading.polarity import is_perfect_infinitive, modal_in
from laut.reading.rendered import Rendered
from laut.reading.tables import rows
from laut.reading.valence import Judgement, judgements
from laut.terms import VOCABULARIES, Act

_ACTS: dict[str, Act] = {name: name for name in VOCABULARIES["act"]}  # type: ignore[misc]

_OVERRIDABLE = frozenset({"say", "state", "opine"})

_STANDS = frozenset({"demand", "accuse", "praise"})
"""What content makes even of an opinion: „nach Ansicht von X hat Y versagt“."""

Rule = Callable[[Rendered], Decided[Act] | None]


def act_of(rendered: Rendered) -> Decided[Act]:
    """The act, and why."""
    for rule in (_by_cue, _by_question, _by_own_verb, _by_modal, _by_judgement):
        decided = rule(rendered)
        if decided is not None:
            return decided
    return _by_default(rendered)


def label(act: str) -> str:
    """The act in German: „Forderung“."""
    return next(row[1] for row in rows("act-labels") if row[0] == act)


def _word(rendered: Rendered, at: int) -> str:
    return rendered.outline.words[at]


def _as(act: str, rendered: Rendered, at: int, where: str) -> Decided[Act]:
    reason = f"„{_word(rendered, at)}“ steht für {label(act)} ({where})"
    return Decided(_ACTS[act], reason)


def _by_cue(rendered: Rendered) -> Decided[Act] | None:
    """By the cue, unless the content has a say."""
    cued = rendered.cued
    if cued is None or cued.word.act in _OVERRIDABLE:
        return None
    return _as(cued.word.act, rendered, cued.at, f"Tabelle acts, Zeile {cued.word.row}")


def _by_question(rendered: Rendered) -> Decided[Act] | None:
    if rendered.quotation.kind != "direct" or rendered.said.ends != "?":
        return None
    return Decided("ask", "der Satz endet mit einem Fragezeichen")


def _by_own_verb(rendered: Rendered) -> Decided[Act] | None:
    """„Ich fordere …“, „er gehe davon aus“: a verb of rendering in the content."""
    if not rendered.own:
        return None
    found = found_in(rendered.outline, rendered.said.main, nouns=False)
    if found is None or found.word.act in {"say", "state"}:
        return None
    where = f"im Wiedergegebenen, Tabelle acts, Zeile {found.word.row}"
    return _as(found.word.act, rendered, found.at, where)


def _by_modal(rendered: Rendered) -> Decided[Act] | None:
    """By „müsse“ and „solle“, and by the source's own „werde“ and „wolle“."""
    outline, main = rendered.outline, rendered.said.main
    should = modal_in(outline, main, "should")
    if should is not None and not is_perfect_infinitive(outline, main):
        return _intended(rendered, should)
    must = modal_in(outline, main, "obligation")
    if must is not None:
        return _as("demand", rendered, must, "Tabelle predicates, obligation")
    will = modal_in(outline, main, "will")
    future = modal_in(outline, main, "future") if rendered.own else None
    at = will if will is not None else future
    if at is None:
        return None
    return _as("announce", rendered, at, "eigenes Vorhaben, Tabelle predicates")


def _intended(rendered: Rendered, at: int) -> Decided[Act] | None:
    """„soll“: a demand beside „Auffassung“, a plan else."""
    outline = rendered.outline
    subjunctive = outline.lows[at] in {"solle", "sollte", "sollten"}
    act = "demand" if subjunctive or rendered.own else "announce"
    return _as(act, rendered, at, "Tabelle predicates, should")


def _by_judgement(rendered: Rendered) -> Decided[Act] | None:
    cued = rendered.cued
    found = judgements(rendered.outline, rendered.said.main)
    if cued is not None and cued.word.act == "opine":
        found = [judged for judged in found if judged.act in _STANDS]
    if not found or (cued is not None and cued.word.act == "state"):
        return None
    return _judged(rendered, found[0])


def _judged(rendered: Rendered, judged: Judgement) -> Decided[Act]:
    return _as(judged.act, rendered, judged.at, f"Tabelle valence, Zeile {judged.row}")


def _by_default(rendered: Rendered) -> Decided[Act]:
    cued = rendered.cued
    if cued is not None and cued.word.act == "opine":
        return _as("opine", rendered, cued.at, f"Tabelle acts, Zeile {cued.word.row}")
    if cued is not None:
        where = f"Tabelle acts, Zeile {cued.word.row}"
        return _as("state", rendered, cued.at, where)
    return Decided("state", "kein Wort der Wiedergabe sagt etwas anderes")
