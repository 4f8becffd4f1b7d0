"""Persons by role and name, where no quotation names them: „Kanzler Olaf Scholz“.

Takes a draft and the place of a pronoun; names whom „er“ can mean only where a single
person is named before it, in its sentence and the one before.
"""

from collections.abc import Iterator

from laut.reading.draft import Draft
from laut.reading.frames import Range
from laut.reading.names import FullNames, Gender, gender_of
from laut.reading.outline import Outline, passage_at
from laut.reading.phrases import Width, phrase_end
from laut.reading.spoken import tokens_of
from laut.reading.words import is_name_like, words_of
from laut.spans import Span, cover

_PAIR = 2
"""How far back the article of a name of two words stands: „des Palais Lobkowicz“."""


def only_man_before(draft: Draft, known: FullNames, pronoun: Span) -> str:
    """The one man named before „er“; "" for another pronoun, or where two are named."""
    if cover(draft.article.text, [pronoun]).lower() != "er":
        return ""
    outline = draft.outline
    at, _ = tokens_of(draft, pronoun)
    number = passage_at(outline, at)
    opens = number == 0 or outline.broken[outline.passages[number].first]
    first = outline.passages[number if opens else number - 1].first
    persons = {
        outline.words[last - 1]: (f, last) for f, last in _persons(outline, first, at)
    }
    if len(persons) != 1 or _has_other(outline, known, first, at, set(persons)):
        return ""
    ((begin, end),) = persons.values()
    name = cover(draft.article.text, [draft.tokens.span(begin, end)])
    is_man = gender_of(name, name) is Gender.MASCULINE
    return name if is_man else ""


def _persons(outline: Outline, first: int, last: int) -> Iterator[Range]:
    """Roles with a name after them: „Bundeskanzler Olaf Scholz“."""
    roles = tuple(words_of("role-ending"))
    for index in range(first, last - 1):
        named = is_name_like(outline.words[index]) and is_name_like(
            outline.words[index + 1]
        )
        if named and outline.lows[index].endswith(roles):
            yield index, phrase_end(outline, index, last, Width.NARROW)


def _has_other(
    outline: Outline, known: FullNames, first: int, last: int, names: set[str]
) -> bool:
    """Whether somebody else is named with a first name, or by a known surname."""
    return any(
        known.full(outline.words[i]) != outline.words[i]
        for i in range(first, last)
        if outline.words[i] not in names
        and outline.pair_at[i] < 0
        and (i < _PAIR or outline.lows[i - _PAIR] != "des")
    )
