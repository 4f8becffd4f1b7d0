"""The forms of a verb, from its infinitive: weak verbs by rule, others by a table.

`forms_of("auf|fordern")` takes an infinitive whose separable prefix ends in „|“.
`strong.tsv` holds the verbs that no rule gives; their prefixed children follow them.
"""

from functools import cache
from typing import NamedTuple

from laut.reading.tables import rows
from laut.reading.words import swiss

_FIXED = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "wider", "über")
_INSEPARABLE = (*_FIXED, "unter", "hinter", "um", "durch")
_NEEDS_E = ("t", "d", "chn", "ffn", "dn", "gn", "tm")


class Forms(NamedTuple):
    """The forms that a verb is met in, in lower case.

    Attributes:
        particle: the separable prefix; "" where there is none.
        finite: the finite forms without the particle.
        joined: one word that is the whole verb: „aufforderte“, „aufzufordern“,
            and the participle.
    """

    particle: str
    finite: frozenset[str]
    joined: frozenset[str]


def forms_of(verb: str) -> Forms:
    """All forms of a verb given as „fordern“ or „auf|fordern“."""
    particle, _, base = verb.rpartition("|")
    present, past, participle = _principal(base)
    subjunctive = base[:-1] + ("" if base[:-1].endswith("e") else "e")
    plural = past + ("n" if past.endswith("e") else "en")
    finite = {base, present, past, plural, subjunctive}
    joined = {particle + participle}
    if particle:
        joined |= {particle + form for form in finite} | {f"{particle}zu{base}"}
    return Forms(particle, _spelt(finite), _spelt(joined))


def _spelt(forms: set[str]) -> frozenset[str]:
    return frozenset(forms | {swiss(form) for form in forms})


@cache
def _strong() -> dict[str, tuple[str, str, str]]:
    return {row[0]: (row[1], row[2], row[3]) for row in rows("strong")}


def _principal(base: str) -> tuple[str, str, str]:
    """Present, past and participle of a verb without separable prefix."""
    if base in _strong():
        return _strong()[base]
    for prefix in _INSEPARABLE:
        inner = _strong().get(base.removeprefix(prefix))
        if inner is not None and base.startswith(prefix):
            present, past, participle = inner
            stem = participle.removeprefix("ge")
            return prefix + present, prefix + past, prefix + stem
    return _weak(base)


def _weak(base: str) -> tuple[str, str, str]:
    stem = base.removesuffix("n").removesuffix("e")
    if base.endswith(("eln", "ern")):
        stem = base[:-1]
    link = "e" if stem.endswith(_NEEDS_E) else ""
    bare = base.endswith("ieren") or base.startswith(_INSEPARABLE)
    ge = "" if bare else "ge"
    return f"{stem}{link}t", f"{stem}{link}te", f"{ge}{stem}{link}t"


def is_strong_participle(low: str) -> bool:
    """Whether a word in -en is a participle, and not an infinitive: verschoben."""
    for base, (_, _, participle) in _strong().items():
        stem = participle.removeprefix("ge")
        if low.endswith(participle) and participle != base:
            return True
        if stem != base and low.endswith(stem) and low.startswith(_INSEPARABLE):
            return True
    return False
