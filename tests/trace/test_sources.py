import pytest

from laut.model import Source
from laut.terms import Identity, SourceKind
from laut.trace.sources import same_source, speaks_for


def source(
    name: str,
    kind: SourceKind = "state",
    identity: Identity = "named",
    country: str | None = None,
) -> Source:
    return Source(name=name, kind=kind, identity=identity, country=country)


RUSSIA = source("Russland", country="RU")
MINISTRY = source("Verteidigungsministerium Russlands", "military", country="RU")
NAMELESS = source("US-Kreise", identity="unnamed", country="US")


@pytest.mark.parametrize(
    "other",
    [
        source("russische Regierung", country="RU"),
        source("Moskau", country="RU"),
        source("Kreml", country="RU"),
    ],
)
def test_a_state_is_the_same_under_each_of_its_names(other: Source) -> None:
    assert same_source(RUSSIA, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (RUSSIA, source("Ukraine", country="UA")),
        (RUSSIA, MINISTRY),
        (RUSSIA, source("Russland", identity="unnamed", country="RU")),
        (NAMELESS, source("Kiewer Kreise", identity="unnamed", country="UA")),
        (source("Kreise", identity="unnamed"), source("Insider", identity="unnamed")),
        (source("", identity="none"), source("", identity="none")),
        (source("Ada Muster"), source("Ida Muster")),
    ],
)
def test_sources_that_differ_are_not_the_same(one: Source, other: Source) -> None:
    assert not same_source(one, other)


def test_a_source_is_itself_even_without_a_name() -> None:
    same = source("Kreise", identity="unnamed")
    assert same_source(same, same)
    assert same_source(NAMELESS, source("Insider", identity="unnamed", country="US"))


def test_the_state_and_its_head_speak_for_its_bodies_and_they_not_for_it() -> None:
    head = source("Wladimir Putin", country="RU")
    assert speaks_for(RUSSIA, MINISTRY)
    assert speaks_for(head, MINISTRY)
    assert speaks_for(head, RUSSIA)
    assert not speaks_for(MINISTRY, RUSSIA)
    assert not speaks_for(source("Xi Jinping", country="CN"), RUSSIA)
