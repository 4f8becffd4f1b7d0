"""Sentences that tell why two assertions are of one claim, or why they are not.

Takes two gists and their likeness, returns one German sentence (another language where
that is spoken) that names the words, times and figures that decided. Nothing is decided
here.
"""

from collections.abc import Iterable, Iterator

from laut.tongues import counted, say
from laut.trace.dates import days_apart
from laut.trace.gists import Gist
from laut.trace.likeness import Bar, Likeness, longest_run

MOST_WORDS = 5
LONG_RUN = 5
"""Words in a row that both have are told from so many on."""

ALIKE = 0.65
"""How alike two words must be to be named as such."""


def why(one: Gist, other: Gist, likeness: Likeness) -> str:
    """The reason, as one sentence."""
    if likeness.bar:
        return say(
            "getrennt, weil {reason}: „{one}“ gegen „{other}“",
            reason=_barred(likeness.bar),
            one=likeness.clash[0],
            other=likeness.clash[1],
        )
    parts = [_about(one, other), *_details(one, other), _side(likeness)]
    return "; ".join(filter(None, parts))


def _barred(bar: Bar) -> str:
    """What a bar means."""
    return {
        "figure": say("die Zahlen verschieden sind"),
        "date": say("die Zeiten verschieden sind"),
        "participants": say("andere Staaten genannt sind"),
        "roles": say("die Rollen vertauscht sind"),
    }[bar or "figure"]


def _about(one: Gist, other: Gist) -> str:
    names = _shown(one, one.names & other.names)
    terms = _shown(one, (one.terms.keys() & other.terms.keys()) - one.names)
    if names and terms:
        text = "weil beide von {names} sprechen: gemeinsam sind {terms}"
        return say(text, names=names, terms=terms)
    if names:
        return say("weil beide von {names} sprechen", names=names)
    if terms:
        return say("weil beiden {terms} gemeinsam sind", terms=terms)
    return say("weil beide Ähnliches sagen")


def _details(one: Gist, other: Gist) -> Iterator[str]:
    """What else speaks for it: words that are alike, a run of words, figures, times."""
    pairs = " · ".join(f"„{ours}“ – „{theirs}“" for ours, theirs in _alike(one, other))
    if pairs:
        yield say("ähnlich sind {pairs}", pairs=pairs)
    run = longest_run(one.lows, other.lows)
    if run >= LONG_RUN:
        yield say("{n} Wörter in Folge sind gleich", n=run)
    values = {amount.value for amount in other.amounts}
    figures = [amount.shown for amount in one.amounts if amount.value in values]
    if figures:
        yield say("gleiche Zahl: {figures}", figures=_listed(figures))
    yield _time(one, other)


def _time(one: Gist, other: Gist) -> str:
    days = days_apart(one.assertion.published, other.assertion.published)
    if days is None:
        return ""
    if days == 0:
        return say("Zeit passt (am selben Tag)")
    return counted(
        days, "Zeit passt ({n} Tag Abstand)", "Zeit passt ({n} Tage Abstand)"
    )


def _side(likeness: Likeness) -> str:
    if likeness.opposed:
        return say("Polarität entgegengesetzt")
    return say("Polarität gleich")


def _alike(one: Gist, other: Gist) -> Iterator[tuple[str, str]]:
    """Words of both that are alike and not the same, each with the most alike."""
    if not one.words or not other.words:
        return
    cosines = one.vectors @ other.vectors.T
    for at, word in enumerate(one.words):
        best = int(cosines[at].argmax())
        rival = other.words[best]
        if cosines[at, best] >= ALIKE and not {word.term, rival.term} & (
            one.terms.keys() & other.terms.keys()
        ):
            yield word.shown, rival.shown


def _shown(gist: Gist, terms: Iterable[str]) -> str:
    """The heaviest of some terms as the content has them."""
    wanted = set(terms)
    shown = {w.term: w for w in gist.words if w.term in wanted}
    heaviest = sorted(shown.values(), key=lambda word: (-word.weight, word.shown))
    return _listed(word.shown for word in heaviest[:MOST_WORDS])


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
