"""Who is the same source, who speaks for whom, and what a medium is.

Takes `Source`s and names as readings give them. Pure look-ups: the names of states and
their seats, media and agencies from the tables of the language, who leads which body
from `leaders`.
"""

from collections.abc import Mapping
from functools import cache

from laut.model import Source
from laut.reading.tables import rows as reading_rows
from laut.trace.credits import plain_name
from laut.trace.tables import rows

PUBLIC = frozenset({"state", "military", "intelligence", "police"})
"""Kinds of bodies that belong to a state."""

CARRIERS = frozenset({"media", "agency"})
"""Kinds of sources that pass on what others know."""

_NAMELESS = frozenset({"unnamed", "role"})
_GOVERNING = ("regierung", "staatsführung", "führung")


def key_of(source: Source) -> str:
    """What a source with a name goes by; a state by its code, however it is called."""
    name = plain_name(source.name)
    if source.country and is_state(source):
        return f"state {source.country}"
    return name


def is_state(source: Source) -> bool:
    """Whether a source is a state as such, or its government."""
    if source.kind not in {"state", None}:
        return False
    name = plain_name(source.name)
    return name in _states() or name in _seats() or _is_government(name)


def is_nameless(source: Source) -> bool:
    """Whether a source is known by what it is, not by whom."""
    return source.identity in _NAMELESS


def is_nobody(source: Source) -> bool:
    """Whether nobody is given."""
    return not source.name or source.identity == "none"


def same_source(one: Source, other: Source) -> bool:
    """Whether two sources are the same, as far as can be told."""
    if is_nobody(one) or is_nobody(other):
        return False
    if is_nameless(one) or is_nameless(other):
        return is_nameless(one) and is_nameless(other) and _same_nameless(one, other)
    keys = key_of(one), key_of(other)
    return keys[0] == keys[1] or _is_surname(*keys) or _is_surname(*keys[::-1])


def speaks_for(head: Source, body: Source) -> bool:
    """Whether the word of `head` is the word of `body`: itself, its state, its head."""
    if same_source(head, body):
        return True
    if body.kind in PUBLIC and body.country and head.country == body.country:
        return is_state(head) or leads(head, body.country)
    return leads(head, body.name)


def leads(head: Source, body: str) -> bool:
    """Whether somebody leads a body, or a state by its code."""
    return (plain_name(body), plain_name(head.name)) in _leaders()


def state_name(code: str) -> str:
    """The German name of a state by its code; the code where it has none."""
    return _names_by_code().get(code, code)


def is_medium(name: str) -> bool:
    """Whether a name is one of a medium or an agency."""
    return plain_name(name) in _media()


def is_agency(name: str) -> bool:
    """Whether a name is one of an agency."""
    return plain_name(name) in _agencies()


def _same_nameless(one: Source, other: Source) -> bool:
    """Unnamed ones by kind and country; a role by its words too."""
    if (one.kind, one.country) != (other.kind, other.country):
        return False
    names = plain_name(one.name), plain_name(other.name)
    if one.identity == other.identity == "unnamed":
        return bool(one.country) or names[0] == names[1]
    return _told_by(*names) or _told_by(*names[::-1])


def _told_by(name: str, other: str) -> bool:
    """„Vertreter der US-Regierung“ is told by „US-Regierungsvertreter“."""
    solid = other.replace(" ", "")
    words = [word for word in name.split() if word not in {"der", "des", "von", "aus"}]
    return all(word in solid for word in words)


def _is_surname(one: str, other: str) -> bool:
    """„Kirby“ beside „John Kirby“."""
    return len(one.split()) == 1 and other.split()[-1:] == [one]


def _is_government(name: str) -> bool:
    return name.endswith(_GOVERNING) and len(name.split()) <= 2  # noqa: PLR2004


@cache
def _states() -> frozenset[str]:
    return frozenset(map(plain_name, _names_by_code().values()))


@cache
def _names_by_code() -> Mapping[str, str]:
    return {row[0]: row[1] for row in reading_rows("states")}


@cache
def _seats() -> frozenset[str]:
    names = (cell for row in reading_rows("metonyms") for cell in row[:2])
    return frozenset(map(plain_name, names))


@cache
def _leaders() -> frozenset[tuple[str, str]]:
    return frozenset(
        (plain_name(body), plain_name(name)) for body, name in rows("leaders")
    )


@cache
def _media() -> frozenset[str]:
    tables = ("carriers", "media", "agencies")
    return frozenset(plain_name(row[0]) for t in tables for row in reading_rows(t))


@cache
def _agencies() -> frozenset[str]:
    return frozenset(plain_name(row[0]) for row in reading_rows("agencies"))
