"""Noun chunks with their cases, from parts of speech: who can be subject or object.

Takes the words of one sentence with their parts of speech, returns its `Chunk`s in
order. A chunk is one noun with its article and adjectives, or one pronoun; genitives,
names after a noun and second conjuncts are chunks that point to the one they belong
to. Cases are what the endings allow. Linear in the sentence.
"""

from collections.abc import Sequence
from enum import IntFlag
from functools import cache
from typing import NamedTuple

from laut.reading.heads import head_of
from laut.reading.polities import code_of_word
from laut.reading.prominence import Weight, weight_of
from laut.reading.tables import rows
from laut.reading.words import words_of

_NOMINAL = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"DET", "ADJ", "NUM"})
_MARKS = frozenset("„“”\"»«›‹‚‘’'") | {"``", "''"}
_COUNTED = frozenset(
    {"millionen", "milliarden", "hunderte", "tausende", "dutzende", "tonnen", "million"}
)
"""Nouns that count the noun after them."""

_AND = frozenset({"und", "sowie", "&"})


class Case(IntFlag):
    """The cases that a form allows."""

    NONE = 0
    NOM = 1
    ACC = 2
    DAT = 4
    GEN = 8


ANY = Case.NOM | Case.ACC | Case.DAT | Case.GEN
BARE = Case.NOM | Case.ACC | Case.DAT


class Chunk(NamedTuple):
    """A noun or pronoun with what goes before it.

    Attributes:
        first, last: its tokens, half-open, without preposition.
        head: the token of the noun; of names in a row the last.
        prep: the preposition before it, in lower case; "" where there is none.
        case: the cases that its words allow.
        belongs: the number of the chunk that it is a genitive of, or -1.
        joined: the number of the chunk that it is joined to by „und“, or -1.
        pronoun: whether it is one.
    """

    first: int
    last: int
    head: int
    prep: str
    case: Case
    belongs: int = -1
    joined: int = -1
    pronoun: bool = False


class Words(NamedTuple):
    """What is looked at, by the tokens of a whole text.

    Attributes:
        inside: whether a token goes on the name that the token before it is of.
        starts: whether a person's name begins with it.
        finite: whether it is a finite verb.
    """

    words: Sequence[str]
    lows: Sequence[str]
    pos: Sequence[str]
    inside: Sequence[bool]
    starts: Sequence[bool]
    finite: Sequence[bool]


def chunks_of(text: Words, first: int, last: int) -> list[Chunk]:
    """The chunks of a sentence that has the tokens `first` up to `last`."""
    found: list[Chunk] = []
    at = first
    while at < last:
        end = _past(text, at, last)
        if end == at:
            at += 1
            continue
        chunk = _chunk(text, at, end, first)
        found.append(_attached(text, found, chunk))
        at = end
    return found


def _past(text: Words, at: int, last: int) -> int:
    """Where the chunk that begins at a token ends; `at` where none begins."""
    pos = text.pos[at]
    if pos == "PRON" or (pos == "DET" and not _noun_follows(text, at, last)):
        return at if text.lows[at] == "ein" else at + 1
    if pos not in _INSIDE and pos not in _NOMINAL:
        return at
    end = at
    while end < last and text.pos[end] in _INSIDE:
        end += 1
        if end < last and text.pos[end] == "DET":
            return end
    while end < last and text.words[end] in _MARKS and end > at:
        end += 1
    noun = end
    while end < last and _names(text, end, noun):
        end += 1
    return end if end > noun else at


def _names(text: Words, at: int, noun: int) -> bool:
    """Whether a noun goes on: a name, or a noun right behind a noun."""
    if at == noun:
        return text.pos[at] in _NOMINAL
    if text.inside[at]:
        own = (
            _is_state(text.words[at - 1]) or _is_owner(text, at) or _is_thing(text, at)
        )
        return not own
    return _goes_on(text, at)


def _is_thing(text: Words, at: int) -> bool:
    """Whether a noun right behind a noun is none of its name: „Regierung Betrug“."""
    nouns = text.pos[at] == "NOUN" == text.pos[at - 1]
    return nouns and weight_of(text.words[at]) is Weight.NOTHING


def _goes_on(text: Words, at: int) -> bool:
    """Whether a word outside of names goes on the noun right before it."""
    after_name = text.starts[at] and text.pos[at - 1] == "PROPN"
    if text.pos[at] not in _NOMINAL or after_name or _is_owner(text, at):
        return False
    if text.lows[at - 1] in words_of("time-word") or _is_apart(text, at):
        return False
    return text.pos[at] == "PROPN" or text.pos[at - 1] == "NOUN"


def _is_owner(text: Words, at: int) -> bool:
    """Whether a name right behind a noun is its genitive: „Regierung Spaniens“."""
    word = text.words[at]
    return (
        text.pos[at] == "PROPN"
        and text.pos[at - 1] == "NOUN"
        and word.endswith("s")
        and bool(code_of_word(word.removesuffix("s")))
    )


def _is_apart(text: Words, at: int) -> bool:
    """Whether two nouns in a row are two: „warf China Spionage vor“, „Besuch Merkels“.

    Only an office takes a person's name behind it.
    """
    before = text.words[at - 1]
    if text.starts[at]:
        return head_of(before) is None
    if text.inside[at] or text.lows[at - 1] in _COUNTED:
        return False
    named = _is_state(before)
    head = head_of(before) if text.pos[at] == "NOUN" else None
    return named or (text.pos[at] == "NOUN" and (head is None or head.sort != "office"))


def _is_state(word: str) -> bool:
    return bool(code_of_word(word)) and "-" not in word


def _noun_follows(text: Words, at: int, last: int) -> bool:
    after = at + 1
    while after < last and (text.pos[after] in _INSIDE or text.words[after] in _MARKS):
        after += 1
    return after < last and text.pos[after] in _NOMINAL


def _chunk(text: Words, at: int, end: int, first: int) -> Chunk:
    head = end - 1
    before = at - 1
    while before >= first and text.words[before] in _MARKS:
        before -= 1
    prep = ""
    if before >= first and text.pos[before] == "ADP":
        prep = text.lows[before]
    pronoun = text.pos[head] in {"PRON", "DET"}
    case = Case.NONE if prep else _case(text, at, head, pronoun=pronoun)
    if prep and not pronoun and _prepositions().get(prep) == "gen":
        case = Case.GEN
    return Chunk(at, end, head, prep, case, pronoun=pronoun)


def _case(text: Words, at: int, head: int, *, pronoun: bool) -> Case:
    low = text.lows[at]
    if pronoun:
        return _forms("pronoun").get(low, _forms("article").get(low, ANY))
    if text.pos[at] == "DET":
        return _by_article(low, text.lows[head])
    if text.pos[at] == "ADJ" and at < head:
        return _by_ending(low)
    return _of_bare(text.words[head], text.pos[head])


def _by_article(low: str, noun: str) -> Case:
    if low == "der":
        female = noun.endswith(feminine())
        return Case.DAT | Case.GEN if female else Case.NOM | Case.GEN
    known = _forms("article").get(low)
    return known if known is not None else _by_ending(low)


def _by_ending(low: str) -> Case:
    for ending, case in _forms("ending").items():
        if low.endswith(ending):
            return case
    return BARE


def _of_bare(word: str, pos: str) -> Case:
    """A noun without article: a name in -s may be a genitive."""
    may_be_genitive = pos == "PROPN" and word.endswith(("s", "’", "'"))
    return ANY if may_be_genitive else BARE


def _attached(text: Words, found: list[Chunk], chunk: Chunk) -> Chunk:
    """The chunk, with what it belongs or is joined to."""
    if not found:
        return chunk
    before = found[-1]
    number = len(found) - 1
    gap = text.lows[before.last : chunk.first]
    apart = [low for low in gap if low not in _MARKS]
    if not apart and Case.GEN in chunk.case and _may_own(text, before):
        return chunk._replace(belongs=number)
    if apart and not chunk.prep and _joins(text, before, chunk, apart):
        return chunk._replace(joined=number, belongs=before.belongs)
    return chunk


def _may_own(text: Words, before: Chunk) -> bool:
    """Whether a genitive may follow: not after a pronoun or a day."""
    low = text.lows[before.head]
    timed = low in words_of("time-word") or low[:1].isdigit()
    return not before.pronoun and not timed


def _joins(text: Words, before: Chunk, chunk: Chunk, apart: list[str]) -> bool:
    if len(apart) == 1 and apart[0] in _AND:
        return bool(before.prep) or bool(before.case & chunk.case)
    return (
        apart == [","]
        and not chunk.pronoun
        and not before.pronoun
        and not before.prep
        and _list_ends(text, chunk.last)
    )


def _list_ends(text: Words, at: int) -> bool:
    """Whether what follows shows an enumeration: „A, B und C“, „A, B, C und D“."""
    after = text.lows[at : at + 12]
    for place, low in enumerate(after):
        if low in _AND:
            pos = text.pos[at + place + 1 : at + place + 2]
            return bool(pos) and pos[0] in _NOMINAL | _INSIDE
        if text.pos[at + place] not in _NOMINAL | _INSIDE and low != ",":
            return False
    return False


@cache
def _forms(sort: str) -> dict[str, Case]:
    """The cases of the forms of one sort, from the table `cases`."""
    letters = {"n": Case.NOM, "a": Case.ACC, "d": Case.DAT, "g": Case.GEN}
    result: dict[str, Case] = {}
    for kind, cases, cell in rows("cases"):
        if kind != sort:
            continue
        for form in cell.split():
            result[form] = Case(sum(letters[letter] for letter in cases))
    return result


@cache
def _prepositions() -> dict[str, str]:
    return {
        low: case
        for kind, case, cell in rows("cases")
        if kind == "preposition"
        for low in cell.split()
    }


@cache
def feminine() -> tuple[str, ...]:
    """Endings of nouns that are feminine: after them „der“ is no nominative."""
    return tuple(
        ending
        for kind, _, cell in rows("cases")
        if kind == "feminine"
        for ending in cell.split()
    )
