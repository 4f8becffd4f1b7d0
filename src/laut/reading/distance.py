"""Whether the article marks distance from what it renders.

By the cue („behauptet“), by „angeblich“ in the article's own words, by „will …
gesehen haben“, or by a hostile label that stands alone in quotation marks inside what
is rendered. An ordinary partial quotation is no distance.
"""

from collections.abc import Sequence
from functools import cache

from laut.reading.conjugation import forms_of
from laut.reading.decided import Decided
from laut.reading.outline import Outline
from laut.reading.polarity import is_perfect_infinitive
from laut.reading.rendered import Rendered
from laut.reading.tables import rows

_LABEL = 5
"""How many tokens a label has at most, its marks included."""


def distanced_of(rendered: Rendered) -> Decided[bool]:
    """Whether there is distance, and why."""
    outline = rendered.outline
    for at, why in (
        (_cue(rendered), "distanzierendes Verb der Wiedergabe"),
        (_adverb(rendered), "Wort des Zweifels"),
        (_claims(rendered), "„will“ mit Infinitiv Perfekt"),
        (_label(rendered), "Wort in Anführungszeichen der Distanz"),
    ):
        if at is not None:
            return Decided(
                value=True, because=f"„{outline.words[at]}“: {why} (Tabelle distance)"
            )
    return Decided(value=False, because="der Artikel gibt ohne Distanz wieder")


@cache
def _sort(name: str) -> frozenset[str]:
    return frozenset(
        w for row in rows("distance") if row[0] == name for w in row[1].split()
    )


@cache
def _doubting() -> frozenset[str]:
    forms = [forms_of(verb) for verb in _sort("cue")]
    plain = [form.finite for form in forms if not form.particle]
    return frozenset().union(*plain, *(form.joined for form in forms))


def _first(
    outline: Outline, tokens: Sequence[int], words: frozenset[str]
) -> int | None:
    return next((i for i in tokens if outline.lows[i] in words), None)


def _cue(rendered: Rendered) -> int | None:
    return _first(rendered.outline, rendered.cue, _doubting())


def _adverb(rendered: Rendered) -> int | None:
    """In the frame, or in the main clause where that is not the source's own words."""
    tokens = list(rendered.frame)
    if rendered.quotation.kind != "direct":
        outline = rendered.outline
        tokens += [i for i in rendered.said.main if outline.pair_at[i] < 0]
    return _first(rendered.outline, tokens, _sort("adverb"))


def _claims(rendered: Rendered) -> int | None:
    outline = rendered.outline
    if not rendered.frame or not is_perfect_infinitive(outline, rendered.frame):
        return None
    return _first(outline, rendered.frame, _sort("claims"))


def _label(rendered: Rendered) -> int | None:
    """A hostile label in marks, in what is no direct speech as a whole."""
    outline = rendered.outline
    marked = [i for i in rendered.content if outline.pair_at[i] >= 0]
    for index in marked:
        pair = outline.outer[outline.pair_at[index]]
        short = pair.last - pair.first <= _LABEL
        if short and outline.lows[index] in _sort("label"):
            return index
    return None
