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
from laut.reading.figures import Figure, figure_of
from laut.reading.heads import WEAK
from laut.reading.naming import person_in, phrase_words, unnamed_because
from laut.reading.polities import iso_codes, metonym
from laut.reading.signs import NAME, PLACE, Judged, Sign, judged
from laut.reading.surroundings import UNIONS, Home
from laut.reading.words import words_of
from laut.terms import Identity, SourceKind

PUBLIC = frozenset({"state", "military", "police", "judiciary", "party"})
"""Kinds whose sources act for a state: the article's own, where none is named."""

PRIVATE = frozenset({"academia", "company", "ngo", "person"})
"""Kinds that are of the article's state only where it tells of hardly any other."""

LEADS = 0.4
"""What share makes it the state of public sources whose own is not told."""

SHARE = 0.5
"""What share of the names of states makes an article one about a single state."""

_ALWAYS_OWN = frozenset({"state", "military", "intelligence"})
"""Kinds of bodies that have a name of their own once their state is known."""

_NOBODY = frozenset({"document", "unknown", None})
"""Kinds that no person is."""

_SAID: dict[str, Identity] = {
    NAME: "named",
    PLACE: "named",
    "crowd": "unnamed",
    "paper": "unnamed",
    "generic": "role",
}
"""What the sort of a sign says of the name."""

_FEDERAL = ("DE", "AT", "CH")
"""States whose offices begin with Bundes-; the first where nothing says which."""

_PERSONS = frozenset({"office", WEAK})

SEEN = 2
"""How often an article must name a state to be taken for an article about it."""


class Context(NamedTuple):
    """What an article gives for a source.

    Attributes:
        speaker: the words that name the speaker, as they stand.
        phrases: what stands beside the name where the article mentions it.
        home: the state that the article tells most of.
        kept_back: whether the article says that the name is kept back.
    """

    speaker: str = ""
    phrases: tuple[tuple[str, ...], ...] = ()
    home: Home = Home()
    kept_back: bool = False


class Evidence(NamedTuple):
    """The phrases that are asked in turn, each weighed.

    Attributes:
        own: the name itself.
        beside: the speaker's words and what stands beside a person's name.
        figure: the public figure of that name, if any.
        is_person: whether the name is a person's.
    """

    own: Judged
    beside: tuple[Judged, ...]
    figure: Figure | None
    is_person: bool


def evidence_of(name: str, context: Context) -> Evidence:
    """What name, speaker and article say of a source; made once for all three."""
    meant = metonym(name)
    words = phrase_words(meant.name if meant is not None else name)
    person = person_in(words)
    if person and not _is_noun(name, context.speaker) and not _is_crowd(words):
        beside = tuple(_of_person(words, person, context))
        nobody = Judged(None, None, ())
        return Evidence(nobody, beside, figure_of(person), is_person=True)
    own = judged(words)
    speaker = phrase_words(context.speaker)
    shares = any(word in words for word in speaker if word[:1].isupper())
    beside = (judged(speaker),) if shares or own.kind is None else ()
    return Evidence(own, beside, figure_of(words), is_person=False)


def _is_crowd(words: list[str]) -> bool:
    """„Experten der Kommissarin Erika Muster“ are not Erika Muster."""
    follows = words[1:2] in (["der"], ["des"], ["von"], ["vom"])
    return follows and bool(unnamed_because(words[0]))


def _is_noun(name: str, speaker: str) -> bool:
    """Whether the speaker's words put an article before a single word: no surname."""
    first, _, rest = speaker.partition(" ")
    articles = first.lower() in words_of("subject-article") | words_of("other-article")
    return " " not in name and articles and rest == name


def _of_person(
    words: list[str], person: list[str], context: Context
) -> Iterator[Judged]:
    """The phrases that say what a person is, from the name's own words on."""
    own = judged([word for word in words if word not in person])
    if own.signs and _says_what(own):
        yield own
    speaker = phrase_words(context.speaker)
    found = judged([word for word in speaker if word not in person])
    named = person[-1] in speaker
    if _says_office(found) or (named and _says_what(found)):
        yield found
    yield from (one for one in map(judged, context.phrases) if _says_what(one))


def _says_office(found: Judged) -> bool:
    noun = next((sign for sign in found.signs if sign.sort != PLACE), None)
    return noun is not None and noun.sort in _PERSONS and _says_what(found)


def _says_what(found: Judged) -> bool:
    """Whether a phrase says what somebody is, not what they said."""
    sign = found.kind
    if sign is None:
        return found.country is not None
    return sign.kind not in _NOBODY and sign.sort not in {"crowd", "paper"}


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
    figure = evidence.figure if evidence.is_person else None
    if figure is not None and (sign is None or not sign.kind or sign.sort == NAME):
        return Decided(figure.kind, figure.because)
    if sign is not None and sign.kind is not None:
        return Decided(sign.kind, sign.because)
    if evidence.is_person:
        return Decided("person", f"„{name}“ ist ein Name ohne genanntes Amt")
    return Decided("unknown", f"zu „{name}“ sagt der Artikel nichts")


def _kind_sign(evidence: Evidence) -> Sign | None:
    """The sign that tells the kind: the name's own, else by rank, the first of each."""
    own = evidence.own.kind
    if own is not None and own.kind is not None and (own.sure or own.sort != WEAK):
        return own
    found = [j.kind for j in (evidence.own, *evidence.beside) if j.kind is not None]
    known = [sign for sign in found if sign.kind is not None]
    return min(known, key=_rank, default=found[0] if found else None)


def _rank(sign: Sign) -> int:
    """Offices before parties and seats in a house, these before what anybody may be."""
    if sign.kind in {"person", "unknown"}:
        return 3
    if sign.sort == PLACE:
        return 2
    is_seat = sign.kind == "state" and sign.sort == "body"
    return 1 if sign.kind == "party" or is_seat else 0


def _identity(name: str, evidence: Evidence, context: Context) -> Decided[Identity]:
    if not name:
        return Decided("none", "niemand ist genannt")
    if evidence.is_person:
        return Decided("named", f"„{name}“ ist der Name einer Person")
    because = unnamed_because(name)
    if because:
        return Decided("unnamed", because)
    return _identity_of_body(name, evidence.own, context)


def _identity_of_body(name: str, own: Judged, context: Context) -> Decided[Identity]:
    noun = next((one for one in own.signs if one.sort != PLACE), None)
    if noun is not None and noun.sort in _PERSONS:
        return _identity_of_role(noun, context)
    sign = own.kind
    if sign is None or sign.sort not in _SAID:
        return _identity_by_owner(name, own, context)
    bearer = _name_beside(own, sign)
    if bearer is not None:
        return Decided("named", bearer.because)
    return Decided(_SAID[sign.sort], sign.because)


def _identity_of_role(noun: Sign, context: Context) -> Decided[Identity]:
    if context.kept_back:
        return Decided("unnamed", "der Artikel sagt, dass der Name verschwiegen wird")
    return Decided("role", noun.because)


def _name_beside(own: Judged, sign: Sign) -> Sign | None:
    """„die Nachrichtenagenturen | AP und AFP“: a name behind a mere noun."""
    if sign.sort != "crowd" or sign.kind not in {"agency", "media"}:
        return None
    return next((one for one in own.signs if one.sort == NAME), None)


def _identity_by_owner(name: str, own: Judged, context: Context) -> Decided[Identity]:
    """A ministry or government has a name where its state is known."""
    sign = own.kind
    if sign is None:
        return Decided("named", f"„{name}“ ist ein eigener Name")
    if sign.kind in _ALWAYS_OWN:
        if own.country is not None or context.home.state:
            return Decided("named", f"{sign.because}, und der Staat steht fest")
        return Decided("role", f"{sign.because} ohne Staat")
    own_words = [word for word in phrase_words(name) if word[:1].isupper()]
    if len(own_words) > 1:
        return Decided("named", f"„{name}“ ist ein eigener Name")
    return Decided("role", f"„{name}“ ist ein Gattungswort ohne Namen")


def _country(name: str, evidence: Evidence, context: Context) -> Decided[str | None]:
    if not name:
        return Decided(None, "niemand ist genannt")
    told = next(_countries(evidence, _kind_sign(evidence)), None)
    figure = evidence.figure
    known = told is None or (evidence.is_person and told.sort == NAME)
    if figure is not None and known:
        return _allowed(figure.country, figure.because)
    if told is not None:
        return _allowed(told.country or "", told.because)
    kind = _kind(name, evidence).value
    if kind in PRIVATE and not evidence.is_person and unnamed_because(name):
        return Decided(None, "wer nicht genannt ist, gehört zu keinem Staat sicher")
    return _federal(name, context.home) or _country_of_article(kind, context.home)


def _federal(name: str, home: Home) -> Decided[str | None] | None:
    """The state of an office of the federation: „Bundesministerin“."""
    if not any(word.startswith("Bundes") for word in phrase_words(name)):
        return None
    code = home.state if home.state in _FEDERAL else _FEDERAL[0]
    return Decided(code, f"„{name}“ ist ein Amt des Bundes")


def _country_of_article(kind: SourceKind | None, home: Home) -> Decided[str | None]:
    """What is not said is taken from what the article tells of."""
    if kind == "igo" and home.union:
        return Decided(home.union, f"der Artikel nennt vor allem {home.union}")
    ours = home.share >= LEADS and kind in PUBLIC
    alone = home.share >= SHARE and kind in PRIVATE
    if (ours or alone) and home.seen >= SEEN:
        because = f"der Artikel handelt vor allem von diesem Staat ({home.seen}-mal)"
        return _allowed(home.state, because)
    return Decided(None, "der Artikel nennt keinen Staat dazu")


def _countries(evidence: Evidence, kind: Sign | None) -> Iterator[Sign]:
    """The signs that tell the country: from the phrase that tells the kind first."""
    phrases = (evidence.own, *evidence.beside)
    first = [one for one in phrases if one.kind is kind and kind is not None]
    alike = [
        one
        for one in phrases
        if one.kind is None or (kind is not None and one.kind.kind == kind.kind)
    ]
    for one in (*first, *alike):
        if one.country is not None:
            yield one.country


def _allowed(code: str, because: str) -> Decided[str | None]:
    """A code as a country; those of territories without an ISO code are none."""
    if code in iso_codes() or code in UNIONS:
        return Decided(code, because)
    return Decided(None, because)
