"""Expressions of time, after TIMEX3: each with its type and its value.

Takes a draft, returns one with a `Time` for every expression, in the order of the
text. Relative ones are reckoned from the day on which the article was published; where
that is not known they get what can be said: XXXX for the year, PAST_REF, FUTURE_REF.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

import msgspec

from laut.model import Time
from laut.reading import timeclock, timedates, timerelative, timestretches
from laut.reading.almanac import dated
from laut.reading.draft import Draft
from laut.reading.timegrammar import Found, found_in
from laut.reading.timescene import Reckoned, Rule, Scene, around

RULES: dict[str, Rule] = {
    **timedates.RULES,
    **timerelative.RULES,
    **timeclock.RULES,
    **timestretches.RULES,
}
"""What makes values, by the names in `time-patterns.tsv`."""


def times(draft: Draft) -> Draft:
    """The draft with the expressions of time of its text."""
    return msgspec.structs.replace(draft, times=(*draft.times, *_times(draft)))


def _times(draft: Draft) -> Iterator[Time]:
    words, lows = draft.outline.words, draft.outline.lows
    found = list(found_in(words))
    scene = Scene(dated(draft.article.published), words, lows, daily=_is_daily(found))
    sentences = draft.tokens.sentences if found else []
    begins = [first for first, _ in sentences]
    for one in found:
        sentence = sentences[bisect_right(begins, one.first) - 1]
        scene = scene._replace(sentence=sentence)
        reckoned = RULES[one.row.rule](one, scene)
        if reckoned is None:
            continue
        scene = _seen(scene, one, reckoned)
        yield _time(draft, one, _bounded(one, reckoned, scene))


def _is_daily(found: Iterable[Found]) -> bool:
    """Whether an article speaks of single days around its own."""
    return any(
        one.row.rule == "day-part" or one.value("DEIXIS") in {"-1", "1"}
        for one in found
    )


def _seen(scene: Scene, found: Found, reckoned: Reckoned) -> Scene:
    """The scene after an expression: what later ones may lean on."""
    value = reckoned.value
    if found.row.type == "TIME":
        value = value.partition("T")[0]
    if found.row.type not in {"DATE", "TIME"} or not value[:4].isdecimal():
        return scene
    return scene._replace(last=value)


def _bounded(found: Found, reckoned: Reckoned, scene: Scene) -> Reckoned:
    """„seit 2014“ begins there, „bis Ende 2023“ ends there."""
    if found.row.type not in {"DATE", "TIME"} or reckoned.value.endswith("_REF"):
        return reckoned
    before = scene.before(found)
    if before in around("between"):
        before = scene.before(found, 2)
    until = scene.after(found).lower() in around("until")
    if before in around("since") or (before in around("from") and until):
        return reckoned._replace(begin=reckoned.value)
    if before in around("until"):
        return reckoned._replace(end=reckoned.value)
    return reckoned


def _time(draft: Draft, found: Found, reckoned: Reckoned) -> Time:
    return Time(
        span=draft.tokens.span(found.first, found.last),
        type=found.row.type,  # type: ignore[arg-type]
        value=reckoned.value,
        begin=reckoned.begin,
        end=reckoned.end,
    )
