"""The edges of contents."""

from laut.reading.decode import Piece
from laut.reading.edges import DIRECT, balanced, trimmed


def test_direct_speech_takes_the_mark_that_closes_it() -> None:
    (found,) = balanced([Piece(DIRECT, (3, 4, 5), 0.9)], [(3, 6)])
    assert found.places == (3, 4, 5, 6)


def test_direct_speech_takes_the_mark_that_opens_it() -> None:
    (found,) = balanced([Piece(DIRECT, (4, 5, 6), 0.9)], [(3, 6)])
    assert found.places == (3, 4, 5, 6)


def test_a_mark_further_off_is_left() -> None:
    (found,) = balanced([Piece(DIRECT, (3, 4, 5), 0.9)], [(3, 8)])
    assert found.places == (3, 4, 5)


def test_a_mark_that_another_content_holds_is_left() -> None:
    pieces = [Piece(DIRECT, (3, 4, 5), 0.9), Piece(DIRECT, (6, 7), 0.9)]
    assert list(balanced(pieces, [(3, 6)])) == pieces


def test_indirect_speech_stays_as_it_is() -> None:
    pieces = [Piece(DIRECT + 1, (3, 4, 5), 0.9)]
    assert list(balanced(pieces, [(3, 6)])) == pieces


def test_a_comma_at_an_edge_is_cut_and_one_inside_is_not() -> None:
    lows = [",", "das", ",", "ja", ",", "–"]
    (found,) = trimmed([Piece(DIRECT, (0, 1, 2, 3, 4, 5), 0.9)], lows)
    assert found.places == (1, 2, 3)


def test_a_content_of_commas_alone_is_gone() -> None:
    assert list(trimmed([Piece(DIRECT, (0, 1), 0.9)], [",", "–"])) == []
