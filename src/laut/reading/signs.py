"""Signs of what sort a source is and whose: bodies, places and head nouns in a phrase.

Takes the words of a phrase („Sprecher der russischen Regierung“), returns what they
say, from left to right, each with its reason in German. `judged` weighs them: the
first sure sign tells the kind, a weak one („Sprecher“, „Kreise“) only where no other
does.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from laut.reading.bodies import Body, body_at, body_of
from laut.reading.heads import WEAK, Head, head_of, linked
from laut.reading.nouns import speaking
from laut.reading.polities import Place, names, place_at
from laut.reading.words import is_name_like
from laut.terms import SourceKind

NAME, PLACE = "name", "place"
"""Sorts of signs beside those of head nouns: a body's own name, a place."""

_SORTS = {
    "office": "ist ein Amt oder eine Rolle",
    "body": "ist eine Körperschaft",
    "generic": "ist ein Gattungswort",
    "crowd": "ist ein Sammelwort ohne Namen",
    "paper": "ist ein Text ohne genannten Urheber",
    WEAK: "ist ein Wort für Leute jeder Art",
}
"""What a head noun is by its sort, in German."""

_BENT = ("en", "em", "er", "es", "e")
"""The endings of adjectives."""

_OWN_ENVOYS = ("botschafter", "diplomat", "außenminister", "minister", "kanzler")
"""Offices that a state has at an international body: „UN-Botschafter“."""


class Sign(NamedTuple):
    """What some words of a phrase say.

    Attributes:
        at: the number of their first word; `end`: past the last.
        kind: what sort of source; None where they do not say.
        sort: NAME, PLACE or the sort of the head noun.
        sure: whether the kind holds whatever else stands beside it.
        country: a code; "" for a body of no state; None where they do not say.
        because: why, in German.
    """

    at: int
    end: int
    kind: SourceKind | None
    sort: str
    sure: bool
    country: str | None
    because: str


class Judged(NamedTuple):
    """What a phrase says as a whole.

    Attributes:
        kind: the sign that tells the kind, if any.
        country: the sign that tells the country, if any.
        signs: all signs, in order.
    """

    kind: Sign | None
    country: Sign | None
    signs: tuple[Sign, ...]


def judged(words: Sequence[str]) -> Judged:
    """The signs of a phrase, weighed."""
    return _judged(tuple(words))


@lru_cache(maxsize=8192)
def _judged(words: tuple[str, ...]) -> Judged:
    signs = tuple(signs_of(words))
    kind = _telling(words, signs)
    return Judged(kind, _owner(words, signs, kind), signs)


def signs_of(words: Sequence[str]) -> Iterator[Sign]:
    """The signs of a phrase, from left to right."""
    index = 0
    while index < len(words):
        found = list(_signs_at(words, index))
        yield from found
        index = max([index + 1, *(sign.end for sign in found)])


def _signs_at(words: Sequence[str], index: int) -> Iterator[Sign]:
    body = body_at(words, index)
    if body is not None:
        yield _of_body(body, words, index)
        return
    place = place_at(words, index)
    if place is not None:
        yield _of_place(place, words, index)
        if place.words > 1:
            return
    if is_name_like(words[index]) and not _is_adjective(words, index):
        yield from _of_noun(words[index], index)


def _is_adjective(words: Sequence[str], index: int) -> bool:
    """„Zentrale | Wahlkommission“: a capital on an adjective that belongs to a name."""
    follows = index + 1 < len(words) and is_name_like(words[index + 1])
    low = words[index].lower()
    bare = next((low.removesuffix(e) for e in _BENT if low.endswith(e)), "")
    return follows and bare in speaking("name-adjective")


def _of_noun(word: str, index: int) -> Iterator[Sign]:
    head = head_of(word)
    if head is not None:
        yield _of_head(head, word, index)
        return
    first, hyphen, _ = word.partition("-")
    body = body_of(first) if hyphen else None
    if body is not None:
        yield _of_body(body, [word], 0)._replace(at=index, end=index + 1)


def _of_body(body: Body, words: Sequence[str], index: int) -> Sign:
    said = " ".join(words[index : index + body.words])
    because = f"„{said}“ ist bekannt {_row(body.table, body.row)}"
    end = index + body.words
    return Sign(index, end, body.kind, NAME, True, body.country, because)  # noqa: FBT003 - a field


def _of_place(place: Place, words: Sequence[str], index: int) -> Sign:
    said = " ".join(words[index : index + place.words])
    owner = names().get(place.code, place.code)
    because = f"„{said}“ gehört zu {owner} {_row(place.table, place.row)}"
    end = index + place.words
    return Sign(index, end, None, PLACE, False, place.code, because)  # noqa: FBT003 - a field


def _of_head(head: Head, word: str, index: int) -> Sign:
    prefix = _prefix(head)
    kind, sure = head.kind, head.sort != WEAK
    because = f"„{word}“ {_SORTS[head.sort]} {_row('heads', head.row)}"
    is_envoy = head.ending.endswith(_OWN_ENVOYS)
    country = prefix.country if prefix is not None and not is_envoy else None
    if prefix is not None and prefix.kind is not None and _yields(head, prefix):
        kind, sure = prefix.kind, True
        because = f"„{word}“: {prefix.because}"
    return Sign(index, index + 1, kind, head.sort, sure, country, because)


def _yields(head: Head, prefix: Sign) -> bool:
    """Whether the first part of a compound tells the kind: „EU-Kommissar“."""
    if head.sort == WEAK:
        return True
    of_body = prefix.kind == "igo" and head.sort != "crowd"
    return of_body and not head.ending.endswith(_OWN_ENVOYS)


def _prefix(head: Head) -> Sign | None:
    """What the first part of a compound says: „Regierungs|sprecher“, „SPD-|Chef“."""
    first, hyphen, _ = head.rest.partition("-")
    for form in (*linked(head.rest), first if hyphen else ""):
        if not form:
            continue
        body = body_of(form)
        if body is not None:
            return _of_body(body, [form], 0)
        inner = head_of(form)
        if inner is not None and len(form) > len("rat"):
            return _of_head(inner._replace(rest=""), form, 0)
    return None


def _row(table: str, row: int) -> str:
    return f"(Tabelle {table}, Zeile {row})"


def _telling(words: Sequence[str], signs: Sequence[Sign]) -> Sign | None:
    """The sign that tells the kind."""
    nouns = [sign for sign in signs if sign.sort != PLACE]
    sure = [sign for sign in nouns if sign.sure]
    authors = (sign for sign in sure if sign.sort in {NAME, "body"})
    if sure:
        return next(authors, sure[0]) if sure[0].sort == "paper" else sure[0]
    weak = nouns[0] if nouns else None
    if weak is not None and weak.kind not in {None, "unknown"}:
        return weak
    place = next((sign for sign in signs if sign.sort == PLACE), None)
    if place is not None and _only_known(words, signs):
        return place._replace(kind="state")
    return weak


def _only_known(words: Sequence[str], signs: Sequence[Sign]) -> bool:
    """Whether no noun is left that could be somebody else: „britische Moslems“."""
    told = {at for sign in signs for at in range(sign.at, sign.end)}
    return all(at in told for at, word in enumerate(words) if is_name_like(word))


def _owner(
    words: Sequence[str], signs: Sequence[Sign], kind: Sign | None
) -> Sign | None:
    """The sign that tells the country: what tells the kind, else the place beside."""
    if kind is not None and kind.sort == NAME and kind.country:
        alike = {
            one.country for one in signs if (one.sort, one.kind) == (NAME, kind.kind)
        }
        several = kind._replace(country="", because="mehrere Staaten sind genannt")
        return kind if len(alike) == 1 else several
    if kind is not None and kind.kind == "igo" and kind.country:
        return kind
    places = [sign for sign in signs if sign.country]
    if _are_several(words, places):
        return places[0]._replace(country="", because="mehrere Staaten sind genannt")
    beside = (sign for sign in places if kind is not None and sign.end == kind.at)
    stateless = (sign for sign in signs if sign.country == "")
    return next((sign for sign in (*beside, *places, *stateless)), None)


def _are_several(words: Sequence[str], places: Sequence[Sign]) -> bool:
    """„Israels und des Libanon“: two states side by side."""
    return any(
        one.country != other.country
        and "und" in words[one.end : other.at]
        and other.at - one.end <= len(("und", "des"))
        for one, other in pairwise(places)
    )
