"""Who stands behind the words: the speaker's words as a name.

Better no name than a wrong one: a pronoun takes the name of the speaker right before
only where nobody else is named in between, „er“ else the one man named just before it,
and „demnach“ takes the last one named; in any other case the words stay as they are.
"""

from itertools import islice

import msgspec

from laut.model import Attribution, Quotation, Source
from laut.reading.draft import Draft
from laut.reading.names import FullNames, Gender, cleaned, gender_of
from laut.reading.outline import Outline, passage_at
from laut.reading.persons import only_man_before
from laut.reading.spoken import tokens_of
from laut.reading.words import is_name_like, words_of
from laut.spans import Span, cover

REACH = 1
"""How many passages back a pronoun may look for its name."""

NEARBY = 8
"""How many quotations back the name may stand: those around and beside count too."""


def sources(draft: Draft) -> Draft:
    """Give every quotation an attribution with the name of its source."""
    known = FullNames(draft.outline)
    named: list[tuple[Quotation, str]] = []
    for quotation in sorted(draft.quotations, key=_place):
        named.append((quotation, _name(draft, known, quotation, named)))
    names = {quotation.id: name for quotation, name in named}
    return msgspec.structs.replace(
        draft,
        quotations=tuple(
            msgspec.structs.replace(
                q, attribution=Attribution(source=Source(name=names[q.id]))
            )
            for q in draft.quotations
        ),
    )


def _place(quotation: Quotation) -> tuple[int, int]:
    """By where the speaker is named, so that names come before their pronouns."""
    span = quotation.speaker[0] if quotation.speaker else quotation.content[0]
    return span.begin, quotation.id


def _name(
    draft: Draft,
    known: FullNames,
    quotation: Quotation,
    named: list[tuple[Quotation, str]],
) -> str:
    words = cover(draft.article.text, quotation.speaker[:1])
    low = words.lower()
    if not words:
        return _resumed(draft, quotation, named)
    if low in words_of("according-to-that"):
        return _taken_up(draft, quotation, named)
    if low in words_of("masculine") or low in words_of("feminine"):
        return (
            _referent(draft, quotation, named)
            or only_man_before(draft, known, quotation.speaker[0])
            or words
        )
    return known.full(cleaned(words)) if " " not in words else cleaned(words)


def _taken_up(
    draft: Draft, quotation: Quotation, named: list[tuple[Quotation, str]]
) -> str:
    """Whom „demnach“ takes up: the source named last, if that is close by; else ""."""
    if not named or cover(draft.article.text, quotation.speaker).lower() == "wonach":
        return ""
    last, name = named[-1]
    first, _ = tokens_of(draft, _named_at(last))
    at, _ = tokens_of(draft, quotation.speaker[0])
    far = passage_at(draft.outline, at) - passage_at(draft.outline, first) > REACH
    return "" if far else name


def _named_at(quotation: Quotation) -> Span:
    return (quotation.speaker or quotation.content)[0]


def _resumed(
    draft: Draft, quotation: Quotation, named: list[tuple[Quotation, str]]
) -> str:
    """„…, hieß es weiter“: whoever spoke before goes on; else nobody is named.

    Whoever is quoted inside another's words does not count.
    """
    frame = cover(draft.article.text, quotation.frame).lower().split()
    if not any(word.strip(",.") in words_of("resumed") for word in frame):
        return ""
    return next((name for q, name in reversed(named) if q.parent is None), "")


def _referent(
    draft: Draft, quotation: Quotation, named: list[tuple[Quotation, str]]
) -> str:
    """The name that a pronoun stands for, if only one can be meant; else ""."""
    pronoun = quotation.speaker[0]
    for before, name in islice(reversed(named), NEARBY):
        if before.speaker == quotation.speaker:
            return name
        if before.speaker and before.speaker[0].end <= pronoun.begin:
            may = _may_mean(draft, pronoun, before.speaker[0], name)
            return name if may else ""
    return ""


def _may_mean(draft: Draft, pronoun: Span, speaker: Span, name: str) -> bool:
    """Whether a pronoun agrees with a speaker near before, and nobody is between."""
    outline = draft.outline
    first, end = tokens_of(draft, speaker)
    at, _ = tokens_of(draft, pronoun)
    if passage_at(outline, at) - passage_at(outline, first) > REACH:
        return False
    said = cover(draft.article.text, [pronoun]).lower()
    wanted = Gender.FEMININE if said in words_of("feminine") else Gender.MASCULINE
    found = gender_of(cover(draft.article.text, [speaker]), name)
    return found is wanted and not _names_between(outline, end, at)


def _names_between(outline: Outline, first: int, last: int) -> bool:
    """Whether another name stands between: a noun without article or adjective.

    Names inside quotation marks do not count: „er“ is seldom one of them.
    """
    for index in range(first, last):
        if outline.pair_at[index] >= 0:
            continue
        before = outline.lows[index - 1]
        if is_name_like(outline.words[index]) and not (
            before in words_of("subject-article")
            or before in words_of("other-article")
            or before in words_of("preposition")
            or before.endswith(("e", "en", "er", "es", "em"))
            or _opens_with_function_word(outline, index)
        ):
            return True
    return False


def _opens_with_function_word(outline: Outline, index: int) -> bool:
    """A capital that only the begin of the sentence gives."""
    low = outline.lows[index]
    opens = outline.passages[passage_at(outline, index)].first == index
    return opens and any(
        low in words_of(name)
        for name in (
            "preposition",
            "clause-adverb",
            "subject-article",
            "pronoun",
            "other-article",
            "subordinator",
            "object-pronoun",
        )
    )
