"""Which content lies in which."""

from hypothesis import given, strategies as st

from laut.reading.decode import Piece
from laut.reading.nesting import placed

LOWS = ["so", *["ja"] * 40]


def piece(*places: int, kind: int = 0) -> Piece:
    return Piece(kind, places, 0.9)


def test_an_inner_content_has_the_number_of_its_parent() -> None:
    first, second, inner = piece(0, 1), piece(4, 5, 6, 7), piece(5, 6)
    assert placed([first, second], [inner], LOWS) == [
        (first, None),
        (second, None),
        (inner, 1),
    ]


def test_what_hangs_over_its_parent_is_cut() -> None:
    outer, inner = piece(4, 5, 6, 7), piece(6, 7, 8, 9)
    assert placed([outer], [inner], LOWS)[1] == (piece(6, 7), 0)


def test_a_content_in_a_gap_of_another_stands_for_itself() -> None:
    outer, inner = piece(0, 1, 6, 7), piece(3, 4)
    assert placed([outer], [inner], LOWS) == [(outer, None), (inner, None)]


def test_an_inner_content_that_is_all_of_its_parent_is_dropped() -> None:
    outer = piece(0, 1, 2)
    assert placed([outer], [piece(0, 1, 2, kind=1)], LOWS) == [(outer, None)]


def test_a_parent_comes_before_a_child_that_begins_with_it() -> None:
    outer, inner = piece(0, 1, 2), piece(0, 1)
    assert placed([outer], [inner], LOWS) == [(outer, None), (inner, 0)]


def test_what_holds_no_word_is_dropped_even_where_it_is_cut() -> None:
    lows = ["„", "das", "“", "ist"]
    assert placed([piece(0), piece(2)], [], lows) == []
    assert placed([piece(1, 2)], [piece(2, 3)], lows) == [(piece(1, 2), None)]


@given(
    st.sets(st.integers(0, 40), min_size=1),
    st.lists(st.sets(st.integers(0, 40), min_size=1), max_size=5),
)
def test_parents_hold_their_children_and_no_two_are_the_same(
    outer: set[int], inner: list[set[int]]
) -> None:
    nested = [piece(*sorted(places)) for places in inner]
    found = placed([piece(*sorted(outer))], nested, LOWS)
    assert len({one.piece.places for one in found if one.parent is not None}) == sum(
        one.parent is not None for one in found
    )
    for number, one in enumerate(found):
        if one.parent is not None:
            assert one.parent < number
            assert {*one.piece.places} < {*found[one.parent].piece.places}
