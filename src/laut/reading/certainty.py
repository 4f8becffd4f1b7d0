"""How firmly a source commits to what is said: the factuality of its main proposition.

`factuality_of` takes a `Rendered` and its act and decides in this order: the act, where
it commits to nothing (demands, questions); the cue („geht davon aus“, „bestreitet“);
conditions; the words of certainty in the main clause; else certain. Negation of the
main predicate turns plus to minus.
"""

from laut.reading.decided import Decided
from laut.reading.polarity import (
    modal_in,
    negation_at,
    signs_in,
)
from laut.reading.predicates import class_of
from laut.reading.rendered import Rendered, is_cue_negated, own_word
from laut.terms import VOCABULARIES, Act, Factuality

_SUBJECT = 4
"""Among how many first words of a clause its subject is looked for."""

_VALUES: dict[str, Factuality] = {
    name: name  # type: ignore[misc]
    for name in VOCABULARIES["factuality"]
}


def factuality_of(rendered: Rendered, act: Act) -> Decided[Factuality]:
    """The factuality, and why."""
    return (
        _by_cue(rendered)
        or _by_act(rendered, act)
        or _by_condition(rendered, act)
        or _by_own_verb(rendered)
        or _by_signs(rendered)
        or _certain(rendered)
    )


def _negated(rendered: Rendered) -> int | None:
    return negation_at(rendered.outline, rendered.said.main)


def _sure(rendered: Rendered, level: str, reason: str) -> Decided[Factuality]:
    """A level of commitment with the sign that the main predicate gives it."""
    if level in _VALUES:
        return Decided(_VALUES[level], reason)
    if level.endswith("-"):
        return Decided(_VALUES[level], reason)
    at = _negated(rendered)
    if at is None:
        return Decided(_VALUES[f"{level}+"], reason)
    word = rendered.outline.words[at]
    return Decided(_VALUES[f"{level}-"], f"{reason}; verneint durch „{word}“")


def _by_cue(rendered: Rendered) -> Decided[Factuality] | None:
    cued = rendered.cued
    if cued is None or cued.word.commitment == "-":
        return None
    word = rendered.outline.words[cued.at]
    reason = f"wegen „{word}“ (Tabelle acts, Zeile {cued.word.row})"
    if is_cue_negated(rendered):
        return _turned(cued.word.commitment, reason)
    if cued.word.commitment == "PR":
        return _by_possibility(rendered) or _sure(rendered, "PR", reason)
    return _sure(rendered, cued.word.commitment, reason)


def _by_possibility(rendered: Rendered) -> Decided[Factuality] | None:
    """„geht davon aus, dass … könnte“ is no more than possible."""
    signs = signs_in(rendered.outline, rendered.said.main)
    if all(sign.value != "PS" for sign in signs):
        return None
    return _by_signs(rendered)


def _turned(level: str, reason: str) -> Decided[Factuality] | None:
    """A cue that is negated: „schloss nicht aus“, „glaubt nicht“."""
    turned: dict[str, Factuality] = {"CT-": "PS+", "PR": "PR-", "PR-": "PR+"}
    value = turned.get(level)
    return None if value is None else Decided(value, f"{reason}, verneint")


def _by_act(rendered: Rendered, act: Act) -> Decided[Factuality] | None:
    if act in {"demand", "ask"} or _opens_with_whether(rendered):
        return Decided("UU", "Forderungen und Fragen legen sich nicht fest")
    if act == "announce" and _is_programme(rendered):
        return Decided("UU", "das Vorhaben einer Partei ist ein Programm")
    return None


def _opens_with_whether(rendered: Rendered) -> bool:
    main = rendered.said.main
    return bool(main) and rendered.outline.lows[main[0]] == "ob"


def _is_programme(rendered: Rendered) -> bool:
    """„Die SPD will …“: what a party wants is not what it will do."""
    outline, main = rendered.outline, rendered.said.main
    if rendered.quotation.kind == "indirect" or modal_in(outline, main, "will") is None:
        return False
    names = {word.lower() for word in rendered.source.split()}
    names |= {outline.lows[i] for i in main[:_SUBJECT]}
    return not names.isdisjoint(class_of("party"))


def _by_condition(rendered: Rendered, act: Act) -> Decided[Factuality] | None:
    outline, said = rendered.outline, rendered.said
    unreal = modal_in(outline, said.main, "counterfactual")
    would = modal_in(outline, said.main, "future")
    own = act in {"announce", "threaten", "promise"}
    if said.conditional and (own or unreal is not None or would is not None):
        return Decided("UU", "gilt nur unter einer Bedingung")
    return None


def _by_own_verb(rendered: Rendered) -> Decided[Factuality] | None:
    found = own_word(rendered)
    if found is None or found.word.commitment == "-":
        return None
    word = rendered.outline.words[found.at]
    reason = f"wegen „{word}“ (Tabelle acts, Zeile {found.word.row})"
    turned = (
        _turned(found.word.commitment, reason)
        if _negated(rendered) is not None
        else None
    )
    return turned or _sure(rendered, found.word.commitment, reason)


def _by_signs(rendered: Rendered) -> Decided[Factuality] | None:
    signs = signs_in(rendered.outline, rendered.said.main)
    if not signs:
        return None
    sign = signs[0]
    can = rendered.outline.lows[sign.at].startswith(("kann", "könn"))
    if can and _negated(rendered) is not None:
        return None
    word = rendered.outline.words[sign.at]
    return _sure(
        rendered, sign.value, f"wegen „{word}“ (Tabelle commitment, Zeile {sign.row})"
    )


def _certain(rendered: Rendered) -> Decided[Factuality]:
    at = _negated(rendered)
    if at is None:
        return Decided("CT+", "ohne Einschränkung gesagt")
    word = rendered.outline.words[at]
    weak = word.lower() == "kaum"
    return Decided("PR-" if weak else "CT-", f"verneint durch „{word}“")
