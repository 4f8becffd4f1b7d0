"""Claims and echoes follow what is added: whole, once, in whatever order."""

from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

import laut
from laut.inquiry import following
from laut.inquiry.answers import Wanted, claims_of
from laut.inquiry.drawing import assertions_of
from laut.inquiry.following import follow
from laut.inquiry.repeats import echoes_of
from laut.ledger import trails
from laut.ledger.book import Ledger, open_book
from laut.ledger.keys import article_key
from laut.ledger.records import Entry
from laut.trace.shelf import Shelf
from tests.inquiry.conftest import NOON, fill, readings

SOME = readings()[2:8]


def told(book: Ledger) -> set[tuple[object, ...]]:
    """The claims of a ledger, told so that two ledgers can be compared."""
    return {
        (
            claim.id,
            claim.wording,
            claim.standing,
            claim.origins,
            frozenset(one.id for one in claim.attributions),
        )
        for claim in claims_of(book, Wanted(limit=10_000))
    }


def other(tmp_path: Path) -> Ledger:
    return open_book(tmp_path / "other.sqlite")


def test_the_order_in_which_articles_come_in_does_not_matter(
    ledger: Ledger, tmp_path: Path
) -> None:
    fill(ledger, SOME)
    with other(tmp_path) as book:
        for reading in reversed(SOME):
            fill(book, (reading,))
        assert told(book) == told(ledger)
        assert set(echoes_of(book)) == set(echoes_of(ledger))


def test_the_ledger_groups_as_memory_does(ledger: Ledger) -> None:
    fill(ledger, SOME)
    shelf = Shelf()
    for reading in SOME:
        for one in assertions_of(reading, article_key(reading.article)):
            shelf.add(one)
    groups = {frozenset(m.assertion.id for m in c.members) for c in shelf.claims()}
    assert {members for *_, members in told(ledger)} == groups


def test_looking_again_changes_nothing(ledger: Ledger) -> None:
    fill(ledger, SOME)
    before = told(ledger)
    fill(ledger, SOME)
    assert told(ledger) == before
    assert ledger.waiting() == 0


def test_a_pass_that_is_broken_off_leaves_nothing_and_the_next_one_finishes(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.add([Entry(reading=one, input="a.txt") for one in SOME], NOON)
    monkeypatch.setattr(following, "BATCH", 4)
    with monkeypatch.context() as broken:
        broken.setattr(following, "_write_progress", _stumble)
        with pytest.raises(KeyboardInterrupt):
            list(follow(ledger))
    with ledger.looking() as connection:
        assert connection.execute(select(trails.assertions.c.key)).all() == []
    assert ledger.waiting() == len(SOME)
    assert list(follow(ledger)) == [4, 2]
    with other(tmp_path) as book:
        fill(book, SOME)
        assert told(book) == told(ledger)


def _stumble(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_new_reading_takes_the_place_of_the_one_before(
    ledger: Ledger, tmp_path: Path
) -> None:
    first, *rest = SOME
    poorer = msgspec.structs.replace(
        first, reader="older", quotations=first.quotations[1:], events=()
    )
    fill(ledger, (poorer, *rest))
    fill(ledger, (first,))
    with other(tmp_path) as book:
        fill(book, SOME)
        assert told(book) == told(ledger)
        assert set(echoes_of(book)) == set(echoes_of(ledger))


def test_other_rules_look_at_everything_anew(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(ledger, SOME)
    before, echoed = told(ledger), set(echoes_of(ledger))
    monkeypatch.setattr(trails, "RULES", trails.RULES + 1)
    assert ledger.waiting() == len(SOME)
    assert list(follow(ledger)) == [len(SOME)]
    assert (told(ledger), set(echoes_of(ledger))) == (before, echoed)


def test_versions_under_one_id_are_told_apart(ledger: Ledger) -> None:
    text = SOME[3].article.text
    for hour, ending in (("08", ""), ("12", "\nDas Ministerium äußerte sich nicht.")):
        day = f"2022-09-06T{hour}:00:00+02:00"
        fill(ledger, (laut.read(text + ending, id="a1", outlet="B", published=day),))
    [echo] = echoes_of(ledger)
    assert (echo.copy, echo.of) == ("a1#2", "a1#1")
    claim = claims_of(ledger, Wanted(words="Raketen kaufen"))[0]
    assert {one.article for one in claim.attributions} == {"a1"}
    assert claim.origins == 1
