"""On how many independent beginnings a claim rests, and why.

Takes the assertions of one claim and the echoes among their articles; returns
`Origins`: the count, the beginnings with their occasions, and the reasons line by line.
Each assertion is held against the rules of the table `origins`, in their order; the
first that fits says whether it adds a beginning, or with what it counts together. Pure;
the order of what is given does not matter.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import msgspec
from rapidfuzz import fuzz

from laut.model import Source
from laut.tongues import counted, say
from laut.trace.assertions import Assertion
from laut.trace.credits import plain_name
from laut.trace.firsts import Echo
from laut.trace.sides import Side, in_time, polarity_of, side_of
from laut.trace.sources import (
    CARRIERS,
    is_agency,
    is_medium,
    is_nameless,
    is_nobody,
    key_of,
    same_source,
)
from laut.trace.tables import rows

ALIKE = 80.0
"""From how many points of rapidfuzz on two contents say the same."""

CLOSE = 60.0
"""The same, where one source says both."""

_COPIES = frozenset({"verbatim", "cut", "edited"})
"""Kinds of echoes that have nothing of their own, unless a source of their own."""

NOBODY = "nobody"


class Beginning(msgspec.Struct, frozen=True, kw_only=True):
    """One independent beginning of a claim.

    Attributes:
        name: who it is: the source, or the medium that carries it.
        since: when it was first told, as the article has it.
        rule: the rule of the table that made its first assertion count.
        occasions: the ids of all its assertions, the first one first.
        articles: the ids of the articles of these, each once.
    """

    name: str
    since: str
    rule: str
    occasions: tuple[str, ...]
    articles: tuple[str, ...]


class Origins(msgspec.Struct, frozen=True, kw_only=True):
    """On how many beginnings a claim rests.

    Attributes:
        count: how many there are.
        beginnings: each of them, the first one first.
        why: one line for each beginning, then for what adds none.
    """

    count: int
    beginnings: tuple[Beginning, ...]
    why: tuple[str, ...]


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """What one assertion adds.

    Attributes:
        assertion: the assertion.
        rule: the rule that fits it.
        key: what it counts together with; "" where it adds no beginning.
    """

    assertion: Assertion
    rule: str
    key: str


def origins(assertions: Iterable[Assertion], echoes: Iterable[Echo] = ()) -> Origins:
    """The independent beginnings of the claim that these assertions make."""
    return _told(judged(assertions, echoes))


def judged(
    assertions: Iterable[Assertion], echoes: Iterable[Echo] = ()
) -> tuple[Judged, ...]:
    """Every assertion of a claim with its rule, in the order of publication."""
    scene = _Scene(in_time(assertions), echoes)
    found = tuple(scene.judged(one) for one in scene.all)
    if any(one.key not in {"", NOBODY} for one in found):
        return tuple(
            msgspec.structs.replace(one, key="") if one.key == NOBODY else one
            for one in found
        )
    return found


class _Scene:
    """The assertions of a claim, and what the rules ask of them."""

    def __init__(self, all_: Sequence[Assertion], echoes: Iterable[Echo]) -> None:
        self.all = all_
        self._polarity = polarity_of(all_)
        self._echoes: dict[str, list[Echo]] = defaultdict(list)
        for echo in echoes:
            self._echoes[echo.copy].append(echo)
        self._done: dict[str, Judged] = {}

    def judged(self, one: Assertion) -> Judged:
        """An assertion with the first rule that fits it."""
        if one.id not in self._done:
            # a ring of parents or citations ends where it began
            self._done[one.id] = Judged(assertion=one, rule="ring", key="")
            rule, kind = next(
                row[:2] for row in rows("origins") if _RULES[row[0]](self, one)
            )
            key = _KEYS[kind](self, one)
            self._done[one.id] = Judged(assertion=one, rule=rule, key=key)
        return self._done[one.id]

    def side(self, one: Assertion) -> Side:
        """Where an assertion stands to the claim."""
        return side_of(one, self._polarity)

    @cached_property
    def affirming(self) -> tuple[Assertion, ...]:
        """The assertions for the claim, those of versions and echoes left out."""
        return tuple(
            one
            for one in self.all
            if self.side(one) == "for" and not self.version(one) and not self.echo(one)
        )

    def version(self, one: Assertion) -> bool:
        """Whether it stands in a later version of an article."""
        return any(echo.kind == "version" for echo in self._echoes[one.article])

    def echo(self, one: Assertion) -> bool:
        """Whether it stands in an article that repeats another, which says it too."""
        return any(self._repeats(one, echo) for echo in self._echoes[one.article])

    def _repeats(self, one: Assertion, echo: Echo) -> bool:
        """Whether the words are the other article's; its own only by its own source."""
        first = [other for other in self.all if other.article == echo.of]
        if any(_repeats_words(one, other, echo) for other in first):
            return True
        if echo.kind not in _COPIES:
            return False
        return not first or is_nameless(one.source) or is_nobody(one.source)

    def parent(self, one: Assertion) -> Assertion | None:
        """The assertion of the same claim that it sits in."""
        return next((other for other in self.all if other.id == one.parent), None)

    def cited(self, one: Assertion) -> Assertion | None:
        """The first assertion of whom it leans on, where they speak themselves."""
        names = {plain_name(name) for name in cited_by(one)}
        return next(
            (
                other
                for other in self.affirming
                if plain_name(other.source.name) in names and other.id != one.id
            ),
            None,
        )

    def alike(self, one: Assertion) -> Assertion | None:
        """The first assertion by a nameless source that cannot be told from it."""
        found = (
            other
            for other in self.affirming
            if is_nameless(other.source)
            and other.id != one.id
            and same_source(other.source, one.source)
            and (carriers_of(other) or other.act == "confirm")
        )
        return next(found, None)

    def speaks_itself(self, one: Assertion) -> bool:
        """Whether its source has said it without a medium between, in this claim."""
        return any(
            same_source(one.source, other.source)
            for other in self.affirming
            if not carriers_of(other) and not is_nameless(other.source)
        )

    def source_key(self, one: Assertion) -> str:
        """The key of its source: that of the first that is the same."""
        source = self._spoken_for(one)
        first = next(
            (other.source for other in self.all if same_source(other.source, source)),
            source,
        )
        return f"source {key_of(first)}"

    def _spoken_for(self, one: Assertion) -> Source:
        """The body that a spokesperson speaks for, where the claim names it."""
        for other in self.all:
            names = {plain_name(link.name) for link in other.via if link.how == _SPOKES}
            if plain_name(one.source.name) in names and not is_nobody(one.source):
                return other.source
        return one.source


def cited_by(one: Assertion) -> tuple[str, ...]:
    """The names of whom its source leans on."""
    return tuple(link.name for link in one.via if link.how == "cites")


def carriers_of(one: Assertion) -> tuple[str, ...]:
    """The names of the media that carried it to the article."""
    return tuple(link.name for link in one.via if link.how == "reported_by")


def _medium_cited(one: Assertion) -> str:
    return next(filter(is_medium, cited_by(one)), "")


def _is_on_record(scene: _Scene, one: Assertion) -> bool:
    """Named, and said to an agency, or elsewhere to everybody."""
    carriers = carriers_of(one)
    if not carriers or is_nameless(one.source) or is_nobody(one.source):
        return False
    return all(map(is_agency, carriers)) or scene.speaks_itself(one)


def _repeats_words(one: Assertion, other: Assertion, echo: Echo) -> bool:
    """Whether an assertion of a copy is one of the article that it was made of."""
    alike = fuzz.ratio(one.content, other.content)
    if same_source(one.source, other.source):
        return echo.kind in _COPIES or alike >= CLOSE
    return alike >= ALIKE


def _carrier_key(_: _Scene, one: Assertion) -> str:
    carrier = carriers_of(one)[-1:] or (one.source.name,)
    return f"carrier {plain_name(carrier[0])}"


def _cited_key(scene: _Scene, one: Assertion) -> str:
    other, medium = scene.cited(one), _medium_cited(one)
    if other is not None:
        return scene.judged(other).key
    return f"carrier {plain_name(medium)}"


def _parent_key(scene: _Scene, one: Assertion) -> str:
    parent = scene.parent(one)
    return scene.judged(parent).key if parent is not None else ""


def _alike_key(scene: _Scene, one: Assertion) -> str:
    other = scene.alike(one)
    return scene.judged(other).key if other is not None else ""


_SPOKES = "spokesperson"

_RULES: Mapping[str, Callable[[_Scene, Assertion], bool]] = {
    "denial": lambda scene, one: scene.side(one) == "against",
    "open": lambda scene, one: scene.side(one) == "open",
    "version": lambda scene, one: scene.version(one),
    "echo": lambda scene, one: scene.echo(one),
    "nested": lambda scene, one: scene.parent(one) is not None,
    "retold": lambda _, one: one.source.kind in CARRIERS and bool(_medium_cited(one)),
    "medium": lambda _, one: one.source.kind in CARRIERS,
    "confirmed": lambda _, one: (
        one.act == "confirm" and not _medium_cited(one) and not is_nobody(one.source)
    ),
    "record": _is_on_record,
    "carried": lambda _, one: bool(carriers_of(one)),
    "leaning": lambda scene, one: bool(_medium_cited(one)) or bool(scene.cited(one)),
    "named": lambda _, one: not is_nameless(one.source) and not is_nobody(one.source),
    "nobody": lambda _, one: is_nobody(one.source),
    "alike": lambda scene, one: scene.alike(one) is not None,
    "nameless": lambda _, __: True,
}
"""When each rule of the table fits."""

_KEYS: Mapping[str, Callable[[_Scene, Assertion], str]] = {
    "nothing": lambda _, __: "",
    "nobody": lambda _, __: NOBODY,
    "source": lambda scene, one: scene.source_key(one),
    "carrier": _carrier_key,
    "cited": _cited_key,
    "parent": _parent_key,
    "alike": _alike_key,
}
"""What an assertion counts together with."""


def _told(found: Sequence[Judged]) -> Origins:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in found:
        groups[one.key].append(one)
    silent = groups.pop("", [])
    beginnings = tuple(_beginning(key, group) for key, group in groups.items())
    return Origins(
        count=len(beginnings),
        beginnings=beginnings,
        why=(
            *(_line(n, one) for n, one in enumerate(beginnings, start=1)),
            *dict.fromkeys(map(_silence, silent)),
        ),
    )


def _beginning(key: str, group: Sequence[Judged]) -> Beginning:
    first = group[0].assertion
    return Beginning(
        name=_name_of(key, [one.assertion for one in group]),
        since=first.published,
        rule=group[0].rule,
        occasions=tuple(one.assertion.id for one in group),
        articles=tuple(dict.fromkeys(one.assertion.article for one in group)),
    )


def _name_of(key: str, group: Sequence[Assertion]) -> str:
    """The name of the medium that carries it, as it stands; else of the source."""
    named = [name for one in group for name in (*carriers_of(one), *cited_by(one))]
    named += [one.source.name for one in group]
    matching = (name for name in named if key == f"carrier {plain_name(name)}")
    return next(matching, group[0].source.name) or say("ohne Quelle")


def _line(number: int, one: Beginning) -> str:
    return say(
        "{number}. {name}, zuerst {since} ({times}): {rule}",
        number=number,
        name=one.name,
        since=one.since[:10] or say("ohne Datum"),
        times=counted(len(one.occasions), "{n} Fundstelle", "{n} Fundstellen"),
        rule=say(_sentences()[one.rule]),
    )


def _silence(one: Judged) -> str:
    return say(
        "zählt nicht: {name} in {article}. {rule}",
        name=one.assertion.source.name or say("ohne Quelle"),
        article=one.assertion.article,
        rule=say(_sentences()[one.rule]),
    )


def _sentences() -> Mapping[str, str]:
    return {row[0]: row[2] for row in rows("origins")}
