"""What is found in a ledger, on both databases."""

import pytest

from laut.ledger.book import Ledger


def found(ledger: Ledger, query: str, limit: int = 20) -> list[str]:
    return [hit.article for hit in ledger.search(query, limit)]


def test_search_finds_words_in_any_inflection_case_and_spelling(
    stocked: Ledger,
) -> None:
    assert set(found(stocked, "haus")) == {"haus", "granate"}
    assert set(found(stocked, "Rakete")) == {"rakete", "granate"}
    assert found(stocked, "LIEFERUNG") == ["haus"]


def test_what_stands_in_the_title_weighs_more(stocked: Ledger) -> None:
    assert found(stocked, "Raketen") == ["rakete", "granate"]
    assert found(stocked, "Raketen", limit=1) == ["rakete"]


def test_all_words_must_be_there_phrases_in_order_and_unwanted_ones_not(
    stocked: Ledger,
) -> None:
    assert found(stocked, "Raketen Granaten") == ["rakete"]
    assert found(stocked, "„Kreml sprach“") == ["granate"]
    assert found(stocked, '"sprach Kreml"') == []
    assert found(stocked, "Raketen -Kreml") == ["rakete"]
    assert found(stocked, "Kirche") == []


@pytest.mark.parametrize("query", ["", "-Kreml", '"', "„“ -", "AND", "a:b*", "'; --"])
def test_odd_queries_are_no_errors(stocked: Ledger, query: str) -> None:
    assert found(stocked, query) == []


def test_a_hit_shows_where_the_words_stand(stocked: Ledger) -> None:
    [hit] = stocked.search("Kreml")
    assert (hit.title, hit.outlet, hit.published) == (
        "Ohne Titel",
        "Bote",
        "2022-09-06",
    )
    assert [hit.passage[begin:end] for begin, end in hit.marks] == ["Kreml"]
    assert hit.score > 0
