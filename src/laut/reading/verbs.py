"""The Konjunktiv: which tokens are finite verbs of reported speech.

The auxiliaries stand in `words.tsv`; of all other verbs the first Konjunktiv is the
infinitive less -n (`verbs.tsv`: gehen, er gehe; verringern, er verringere), with or
without a separable prefix.
The second Konjunktiv of weak verbs looks like their past and is never told.
"""

from functools import cache

from laut.reading.tables import rows
from laut.reading.words import words_of


@cache
def _first_forms() -> frozenset[str]:
    verbs = (verb for _, cell in rows("verbs") for verb in cell.split())
    return frozenset(_first_form(verb) for verb in verbs)


def _first_form(verb: str) -> str:
    """„gehen“ → „gehe“, „verringern“ → „verringere“, „sammeln“ → „sammle“."""
    if verb.endswith("ern"):
        return verb[:-1] + "e"
    return verb[:-3] + "le" if verb.endswith("eln") else verb[:-1]


def is_konjunktiv(low: str) -> bool:
    """Whether a lower-case token is a form that only the Konjunktiv has."""
    if low in words_of("konjunktiv-sure"):
        return True
    if low in words_of("konjunktiv-never"):
        return False
    return low.endswith("e") and is_first_konjunktiv(low)


def is_first_konjunktiv(low: str) -> bool:
    """Whether a lower-case token is the first Konjunktiv of a full verb."""
    forms = _first_forms()
    if low in forms:
        return True
    return any(
        low.startswith(prefix) and low[len(prefix) :] in forms
        for prefix in words_of("separable-prefix")
    )
