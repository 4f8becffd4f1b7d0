"""What a source does with its words: tells, demands, accuses.

`act_of` takes a `Rendered` and decides in this order: the whole that a fragment sits
in; the cue, where it is a word of an act of its own; then, for cues such as „sagte“
and „laut“ and where there is none, the content – a question, a verb of rendering
whose subject the source is, an obligation, the source's own future, a word that
judges. What is left is told as fact.
"""

from collections.abc import Callable

from laut.reading.actwords import ActWordFound
from laut.reading.clauses import is_verb_like
from laut.reading.decided import Decided
from laut.reading.polarity import (
    is_future,
    is_perfect_infinitive,
    modal_in,
    negation_at,
)
from laut.reading.predicate import is_finite
from laut.reading.predicates import class_of
from laut.reading.rendered import Rendered, is_cue_negated, own_word
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
    for rule in _RULES:
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
    if cued.word.act == "announce" and rendered.quotation.kind == "direct":
        return None
    if cued.word.act == "praise" and is_cue_negated(rendered):
        return _as("deny", rendered, cued.at, "Lob, das verneint ist")
    if cued.word.commitment == "CT-" and is_cue_negated(rendered):
        return _as("state", rendered, cued.at, "Dementi, das verneint ist")
    return _as(cued.word.act, rendered, cued.at, f"Tabelle acts, Zeile {cued.word.row}")


def _is_supposed_future(rendered: Rendered, found: ActWordFound) -> bool:
    """„geht davon aus, dass … werde“; of a bare „von“ nearly always."""
    if found.word.act != "opine" or found.word.commitment != "PR":
        return False
    said = (*rendered.said.main, *rendered.said.rest)
    outline = rendered.outline
    future = modal_in(outline, said, "future") or modal_in(outline, said, "ability")
    return future is not None or rendered.quotation.kind == "reported"


def _by_slogan(rendered: Rendered) -> Decided[Act] | None:
    """„Nieder mit …“, „Schluss mit …“: a slogan without a finite verb."""
    main = rendered.said.main
    if rendered.quotation.kind != "direct" or not main:
        return None
    outline = rendered.outline
    first = outline.lows[main[0]] in class_of("slogan")
    if not first or any(is_verb_like(outline, i) for i in main[:-1]):
        return None
    return _as("demand", rendered, main[0], "Tabelle predicates, slogan")


def _by_answer(rendered: Rendered) -> Decided[Act] | None:
    """„auf die Frage, | ob …“: the question that somebody answers."""
    begin = rendered.content[0] if rendered.content else 0
    if rendered.outline.lows[max(0, begin - 2) : begin] != ["frage", ","]:
        return None
    return Decided("ask", "es ist die Frage, auf die jemand antwortet")


def _by_question(rendered: Rendered) -> Decided[Act] | None:
    if rendered.quotation.kind != "direct" or rendered.said.ends != "?":
        return None
    return Decided("ask", "der Satz endet mit einem Fragezeichen")


def _by_own_verb(rendered: Rendered) -> Decided[Act] | None:
    """„Ich fordere …“, „er gehe davon aus“: a verb of rendering in the content."""
    found = own_word(rendered)
    if found is None or found.word.act in {"say", "state"}:
        return None
    if found.word.act == "opine" and _is_supposed_future(rendered, found):
        return _as("predict", rendered, found.at, "über Künftiges")
    if found.word.act in {"confirm", "deny"} and _is_negated(rendered):
        return _as("state", rendered, found.at, "verneint")
    where = f"im Wiedergegebenen, Tabelle acts, Zeile {found.word.row}"
    return _as(found.word.act, rendered, found.at, where)


def _is_negated(rendered: Rendered) -> bool:
    """„er könne es nicht bestätigen“, „man schließe nichts aus“."""
    return negation_at(rendered.outline, rendered.said.main) is not None


def _by_bidding(rendered: Rendered) -> Decided[Act] | None:
    """„wies alle an, … zu gehen“ with a neutral cue, and „Gehen Sie …“."""
    outline, main = rendered.outline, rendered.said.main
    if len(main) > 1 and _is_imperative(rendered):
        return _as("demand", rendered, main[0], "Befehlsform")
    told = bool(rendered.quotation.addressee) and rendered.quotation.kind == "indirect"
    infinitive = any(outline.lows[i] == "zu" for i in main)
    if not told or not infinitive or any(is_finite(outline, i) for i in main):
        return None
    return _as("demand", rendered, main[-1], "Infinitiv mit zu an jemanden gerichtet")


def _is_imperative(rendered: Rendered) -> bool:
    outline, main = rendered.outline, rendered.said.main
    if rendered.quotation.kind != "direct":
        return False
    return outline.words[main[1]] == "Sie" and outline.lows[main[0]].endswith("en")


def _by_modal(rendered: Rendered) -> Decided[Act] | None:
    """By „müsse“ and „solle“, and by the source's own „werde“ and „wolle“."""
    outline, main = rendered.outline, rendered.said.main
    should = modal_in(outline, main, "should")
    if should is not None and not is_perfect_infinitive(outline, main):
        return _intended(rendered, should)
    must = modal_in(outline, main, "obligation")
    if must is None:
        must = _forbidden(rendered)
    if must is not None:
        return _as("demand", rendered, must, "Tabelle predicates, obligation")
    return _by_future(rendered)


def _by_terms(rendered: Rendered) -> Decided[Act] | None:
    """„erst möglich, wenn …“: who names terms demands that they be met."""
    outline, said = rendered.outline, rendered.said
    only = modal_in(outline, said.main, "only")
    if only is None or modal_in(outline, said.rest, "condition") is None:
        return None
    return _as("demand", rendered, only, "mit einer Bedingung, Tabelle predicates")


def _by_future(rendered: Rendered) -> Decided[Act] | None:
    outline, main = rendered.outline, rendered.said.main
    if rendered.cued is not None and rendered.cued.word.act == "opine":
        return None
    will = modal_in(outline, main, "will")
    at = modal_in(outline, main, "future") if will is None else will
    if at is None or not _is_intent(rendered, at):
        return None
    return _as("announce", rendered, at, "ein Vorhaben, Tabelle predicates")


def _is_intent(rendered: Rendered, at: int) -> bool:
    """What the source itself will do, or „werde“ with an infinitive of anybody."""
    outline = rendered.outline
    if rendered.own or rendered.quotation.kind == "reported":
        return True
    coming = outline.lows[at] in class_of("coming")
    return coming and is_future(outline, rendered.said.main)


def _forbidden(rendered: Rendered) -> int | None:
    """„dürfe nicht“, „darf keinesfalls“."""
    outline, main = rendered.outline, rendered.said.main
    may = modal_in(outline, main, "permission")
    return None if negation_at(outline, main) is None else may


def _intended(rendered: Rendered, at: int) -> Decided[Act] | None:
    """„soll“: a demand in the Konjunktiv and beside „Auffassung“, a plan else."""
    cued, outline, main = rendered.cued, rendered.outline, rendered.said.main
    if outline.lows[main[0]] in class_of("purpose-opening"):
        return None
    opinion = cued is not None and cued.word.act == "opine"
    if opinion or outline.lows[at] in {"solle", "sollte", "sollten"}:
        return _as("demand", rendered, at, "Tabelle predicates, should")
    state = outline.lows[main[-1]] == "sein" or outline.lows[main[-2]] == "sein"
    if rendered.quotation.kind != "free_indirect" or state:
        return None
    return _as("announce", rendered, at, "Tabelle predicates, should")


def _by_judgement(rendered: Rendered) -> Decided[Act] | None:
    cued = rendered.cued
    found = judgements(rendered.outline, rendered.said.main)
    if cued is not None and cued.word.act == "opine":
        stands = _STANDS - ({"accuse"} if cued.word.sort == "verb" else set())
        found = [judged for judged in found if judged.act in stands]
    if negation_at(rendered.outline, rendered.said.main) is not None:
        found = [judged for judged in found if judged.act == "opine"]
    if not found or (cued is not None and cued.word.act == "state"):
        return None
    return _judged(rendered, found[0])


def _judged(rendered: Rendered, judged: Judgement) -> Decided[Act]:
    return _as(judged.act, rendered, judged.at, f"Tabelle valence, Zeile {judged.row}")


def _by_speaking_of(rendered: Rendered) -> Decided[Act] | None:
    """„sprach von einer „Zäsur““: a label is a view; a bare report of it is told."""
    cued, outline = rendered.cued, rendered.outline
    if cued is None or outline.lows[cued.at] not in class_of("speaking"):
        return None
    beside = [*rendered.cue, *rendered.frame, *rendered.content[:1]]
    of_it = any(outline.lows[i] == "von" for i in beside)
    if not of_it or rendered.quotation.kind == "reported":
        return None
    return _as("opine", rendered, cued.at, "„sprechen von“ mit eigenen Worten")


def _by_default(rendered: Rendered) -> Decided[Act]:
    cued = rendered.cued
    if cued is not None and _is_supposed_future(rendered, cued):
        return _as("predict", rendered, cued.at, "über Künftiges")
    if cued is not None and cued.word.act == "opine":
        return _as("opine", rendered, cued.at, f"Tabelle acts, Zeile {cued.word.row}")
    if cued is not None:
        where = f"Tabelle acts, Zeile {cued.word.row}"
        return _as("state", rendered, cued.at, where)
    return Decided("state", "kein Wort der Wiedergabe sagt etwas anderes")


_RULES: tuple[Rule, ...] = (
    _by_answer,
    _by_cue,
    _by_question,
    _by_slogan,
    _by_own_verb,
    _by_bidding,
    _by_terms,
    _by_modal,
    _by_judgement,
    _by_speaking_of,
)
