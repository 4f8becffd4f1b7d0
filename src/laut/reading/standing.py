"""What sort of source somebody is, how far it can be named, and whose it is.

Takes the name of a source and a `Context`, what the article gives for it; returns a
`Decided` value each for kind, identity and country, with the reason in German. The
tables say what words mean; the order in which they are asked stands here: the name
itself, the speaker's words, what stands beside the name elsewhere, and, for the
country of public bodies, the state that the article tells most of.
"""

from collections.abc import Iterator
from typing import NamedTuple

from laut.reading.decided import Decided
from laut.reading.heads import head_of, linked
from laut.reading.naming import is_person_name, phrase_words, unnamed_because
from laut.reading.polities import iso_codes
from laut.reading.signs import NAME, PLACE, Judged, Sign, judged
from laut.terms import Identity, SourceKind

BODIES = frozenset({"EU", "UN", "NATO"})
"""What stands for a country where a body is no state's."""

PUBLIC = frozenset({"state", "military", "police", "judiciary", "party"})
"""Kinds whose sources act for a state: the article's own, where none is named."""

_ALWAYS_OWN = frozenset({"state", "military", "intelligence"})
"""Kinds of bodies that have a name of their own once their state is known."""

_PERSONS = frozenset({"office", "weak"})

SEEN = 2
"""How often an article must name a state to be taken for an article about it."""


class Context(NamedTuple):
    """What an article gives for a source.

    Attributes:
        speaker: the words that name the speaker, as they stand.
        phrases: what stands beside the name where the article mentions it.
        home: the state that the article tells most of, as a code; "" where none.
        seen: how often that state is named.
    """

    speaker: str = ""
    phrases: tuple[tuple[str, ...], ...] = ()
    home: str = ""
    seen: int = 0


class Evidence(NamedTuple):
    """The phrases that are asked in turn, each weighed."""

    own: Judged
    beside: tuple[Judged, ...]
    is_person: bool


def evidence_of(name: str, context: Context) -> Evidence:
    """What name, speaker and article say of a source; made once for all three."""
    words = phrase_words(name)
    own = judged(words)
    is_person = is_person_name(words)
    if is_person:
        own = Judged(None, None, ())
    speaker = judged(_rest_of(context.speaker, words)) if context.speaker else own
    beside = (speaker, *(judged(phrase) for phrase in context.phrases))
    return Evidence(own, beside if is_person or own.kind is None else (speaker,), is_person)


def kind_of(name: str, context: Context) -> Decided[SourceKind | None]:
    """What sort of source a name is."""
    return _kind(name, evidence_of(name, context))


def identity_of(name: str, context: Context) -> Decided[Identity]:
    """How far a source can be named."""
    return _identity(name, evidence_of(name, context), context)


def country_of(name: str, context: Context) -> Decided[str | None]:
    """The state, or EU, UN, NATO, that a source acts for or belongs to."""
    return _country(name, evidence_of(name, context), context)


class Standing(NamedTuple):
    """All three decisions on one source."""

    kind: Decided[SourceKind | None]
    identity: Decided[Identity]
    country: Decided[str | None]


def standing_of(name: str, context: Context) -> Standing:
    """All three decisions at the price of one."""
    evidence = evidence_of(name, context)
    return Standing(
        _kind(name, evidence),
        _identity(name, evidence, context),
        _country(name, evidence, context),
    )


def _kind(name: str, evidence: Evidence) -> Decided[SourceKind | None]:
    if not name:
        return Decided("unknown", "niemand ist genannt")
    sign = _kind_sign(evidence)
    if sign is not None and sign.kind is not None:
        return Decided(sign.kind, sign.because)
    if evidence.is_person:
        return Decided("person", f"„{name}“ ist ein Name ohne genanntes Amt")
    return Decided("unknown", f"zu „{name}“ sagt der Artikel nichts")


def _kind_sign(evidence: Evidence) -> Sign | None:
    """The first sure sign, offices before parties, else the first weak one."""
    if evidence.own.kind is not None and evidence.own.kind.kind is not None:
        if evidence.own.kind.sure or not evidence.beside:
            return evidence.own.kind
    found = [j.kind for j in (evidence.own, *evidence.beside) if j.kind is not None]
    known = [sign for sign in found if sign.kind is not None and sign.sort != PLACE]
    sure = [sign for sign in known if sign.sure]
    office = (sign for sign in sure if sign.kind != "party")
    return next(
        (sign for sign in (*office, *sure, *known, *found)),
        None,
    )


def _identity(name: str, evidence: Evidence, context: Context) -> Decided[Identity]:
    if not name:
        return Decided("none", "niemand ist genannt")
    if evidence.is_person:
        return Decided("named", f"„{name}“ ist der Name einer Person")
    because = unnamed_because(name, evidence.own)
    if because:
        return Decided("unnamed", because)
    return _identity_of_body(name, evidence.own, context)


def _identity_of_body(name: str, own: Judged, context: Context) -> Decided[Identity]:
    sign = own.kind
    if sign is None or sign.sort in {NAME, PLACE}:
        return Decided("named", f"„{name}“ ist ein eigener Name")
    if sign.sort == "crowd":
        return Decided("unnamed", f"{sign.because} ist ein Sammelwort ohne Namen")
    if sign.sort in {"generic", *_PERSONS}:
        return Decided("role", f"{sign.because} ist eine Rolle, kein Name")
    return _identity_by_owner(name, own, context)


def _identity_by_owner(name: str, own: Judged, context: Context) -> Decided[Identity]:
    """A ministry or government has a name where its state is known."""
    sign = own.kind
    if sign is not None and sign.kind in _ALWAYS_OWN:
        if own.country is not None or context.home:
            return Decided("named", f"{sign.because}, und der Staat steht fest")
        return Decided("role", f"{sign.because} ohne Staat")
    own_words = [word for word in phrase_words(name) if word[:1].isupper()]
    if len(own_words) > 1:
        return Decided("named", f"„{name}“ ist ein eigener Name")
    return Decided("role", f"„{name}“ ist ein Gattungswort ohne Namen")


def _country(name: str, evidence: Evidence, context: Context) -> Decided[str | None]:
    if not name:
        return Decided(None, "niemand ist genannt")
    told = next(_countries(evidence), None)
    if told is not None:
        return _allowed(told.country or "", told.because)
    kind = _kind(name, evidence).value
    if kind in PUBLIC and context.home and context.seen >= SEEN:
        because = f"der Artikel handelt vor allem von diesem Staat ({context.seen}-mal)"
        return _allowed(context.home, because)
    return Decided(None, "der Artikel nennt keinen Staat dazu")


def _countries(evidence: Evidence) -> Iterator[Sign]:
    """The signs that tell the country: by the one that tells the kind first."""
    judged_all = (evidence.own, *evidence.beside)
    kind = _kind_sign(evidence)
    first = [j for j in judged_all if j.kind is kind and j.kind is not None]
    for one in (*first, *judged_all):
        if one.country is not None:
            yield one.country


def _allowed(code: str, because: str) -> Decided[str | None]:
    """A code as a country; those of territories without an ISO code are none."""
    if code in iso_codes() or code in BODIES:
        return Decided(code, because)
    return Decided(None, because)


def _rest_of(speaker: str, name: list[str]) -> list[str]:
    """The speaker's words without the name itself."""
    return [word for word in phrase_words(speaker) if word not in name]
