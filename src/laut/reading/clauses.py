"""What a clause is: subordinate, relative, a report's frame, an apposition.

Pure questions about an `Outline` and its clauses; each looks at one clause only.
"""

import re

from laut.reading.cues import is_cue
from laut.reading.outline import ENDS, Clause, Outline, passage_at
from laut.reading.verbs import is_konjunktiv
from laut.reading.words import words_of

_PAST = re.compile(r"[a-zäöüß]{2,}(?:te|ten)$")
_PRESENT = re.compile(r"[a-zäöüß]{3,}(?:[^aeiouäöü]t)$")
_WITH_ZU = re.compile(
    r"(?:ab|an|auf|aus|bei|durch|ein|entgegen|fest|fort|frei|her|heraus|hin|hinein|los|mit|nach|"
    r"nieder|teil|über|um|unter|vor|voran|voraus|vorbei|weg|weiter|wieder|zurück|zusammen|zu|"
    r"bereit|bekannt|klar|statt|sicher|wahr|nahe|auseinander|offen|hervor|heran|hinzu|dar)zu[a-zäöüß]+n$"
)


def open_tokens(outline: Outline, clause: Clause) -> list[int]:
    """The words of a clause outside quotation marks and brackets."""
    result: list[int] = []
    depth, index = 0, clause.first
    while index < clause.last:
        if outline.pair_at[index] >= 0:
            index = outline.outer[outline.pair_at[index]].last
            continue
        word = outline.words[index]
        depth = max(0, depth + (word == "(") - (word == ")"))
        if not depth and word != ")" and word not in ENDS:
            result.append(index)
        index += 1
    return result


def has_konjunktiv(outline: Outline, clause: Clause) -> bool:
    """Whether one of its open tokens is a Konjunktiv and no adjective."""
    return konjunktiv_at(outline, clause) is not None


def konjunktiv_at(outline: Outline, clause: Clause) -> int | None:
    """The first token of a clause that is a finite Konjunktiv."""
    for index in open_tokens(outline, clause):
        if _is_konjunktiv_here(outline, index):
            return index
    return None


def _is_konjunktiv_here(outline: Outline, index: int) -> bool:
    low = outline.lows[index]
    if low in words_of("konjunktiv-sure"):
        return outline.words[index].islower() or index == _opening(outline, index)
    if not outline.words[index].islower():
        return False
    return is_konjunktiv(low) and not _attributive(outline, index)


def _opening(outline: Outline, index: int) -> int:
    """The first word of the passage: it has its capital from there."""
    return outline.passages[passage_at(outline, index)].first


def _attributive(outline: Outline, index: int) -> bool:
    """Whether a form in -e stands as an adjective: article before, noun after."""
    before = outline.lows[index - 1] if index else ""
    return before in words_of("before-adjective")


def is_verb_like(outline: Outline, index: int) -> bool:
    """Whether a token may be a finite verb, by its form alone."""
    word, low = outline.words[index], outline.lows[index]
    if low in words_of("plain-verb"):
        return index == 0 or outline.lows[index - 1] != "zu"
    if not word[:1].islower() or _attributive(outline, index):
        return False
    if is_cue(low) or is_konjunktiv(low):
        return True
    if low in words_of("no-verb") or _is_infinitive(outline, index):
        return False
    return bool(_PAST.match(low) or _PRESENT.match(low))


def _is_infinitive(outline: Outline, index: int) -> bool:
    """Whether a token is an infinitive with zu: „zu halten“, „auszuwerten“."""
    low = outline.lows[index]
    return bool(_WITH_ZU.match(low)) or (index > 0 and outline.lows[index - 1] == "zu")


def has_verb(outline: Outline, clause: Clause) -> bool:
    """Whether something in the clause may be a finite verb."""
    return any(is_verb_like(outline, i) for i in open_tokens(outline, clause))


def is_subordinate(outline: Outline, clause: Clause) -> bool:
    """Whether it opens like a subordinate clause, with dass, weil, ob or wie."""
    low = outline.lows[clause.first]
    return low in words_of("subordinator") or (
        low in words_of("question") and outline.pair_at[clause.first] < 0
    )


def is_relative(outline: Outline, clause: Clause) -> bool:
    """Whether it opens like a relative clause and has its verb at the end."""
    low = outline.lows[clause.first]
    at = clause.first
    if low in words_of("preposition") and at + 1 < clause.last:
        at += 1
    if clause.divider != "," or outline.lows[at] not in words_of("relative"):
        return False
    tokens = open_tokens(outline, clause)
    if not tokens or not is_verb_like(outline, tokens[-1]):
        return False
    second = outline.words[at + 1] if at + 1 < clause.last else ""
    if second[:1].isupper() and len(tokens) == len(("der", "Plan", "scheitere")):
        return False
    return _is_finite(outline, tokens[-1]) or not any(
        _is_finite(outline, i) for i in tokens[1:-1]
    )


def _is_finite(outline: Outline, index: int) -> bool:
    """Whether a token is finite beyond doubt, and no participle: „habe“, „will“."""
    low = outline.lows[index]
    plain = low in words_of("plain-verb") and is_verb_like(outline, index)
    return plain or _is_konjunktiv_here(outline, index)


def is_main(outline: Outline, clause: Clause) -> bool:
    """Whether it may be a main clause: a verb, and no opening of another kind."""
    return (
        not is_subordinate(outline, clause)
        and not is_relative(outline, clause)
        and has_verb(outline, clause)
    )


def has_infinitive(outline: Outline, clause: Clause) -> bool:
    """Whether it holds an infinitive with zu, and not um, ohne or statt before it."""
    if outline.lows[clause.first] in words_of("purpose"):
        return False
    tokens = open_tokens(outline, clause)
    for place, index in enumerate(tokens):
        low = outline.lows[index]
        if _WITH_ZU.match(low):
            return True
        if low == "zu" and place + 1 < len(tokens):
            following = outline.words[tokens[place + 1]]
            if following[:1].islower() and following.endswith("n"):
                return True
    return False


def has_main_verb(outline: Outline, clause: Clause) -> bool:
    """Whether a clause that is not relative has something like a finite verb."""
    return not is_relative(outline, clause) and has_verb(outline, clause)
