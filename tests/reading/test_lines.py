from itertools import pairwise

import pytest

from laut.reading.lines import WIDEST, line_breaks

WRAPPED = """\
Die Minister haben sich am Montag in
Brüssel auf ein neues Paket geeinigt,
das Banken und die Flotte der Tanker
trifft.
"""


def broken(text: str) -> list[str]:
    edges = [0, *line_breaks(text), len(text)]
    return [text[a:b].strip() for a, b in pairwise(edges)]


def test_a_break_is_told_by_the_first_character_of_the_next_line() -> None:
    assert line_breaks("Streit um Gas\n\t Er hält an.") == [16]


@pytest.mark.parametrize("text", ["", "\n\n", "Ein Satz.", "\n Ein Satz.\n\n"])
def test_a_text_of_at_most_one_line_has_no_break(text: str) -> None:
    assert line_breaks(text) == []


def test_wrapped_lines_are_no_breaks() -> None:
    assert line_breaks(WRAPPED) == []


def test_lines_are_not_wrapped_where_the_next_word_would_have_fitted() -> None:
    lines = "Der Rat tagt\nDie Minister haben sich am Montag geeinigt\nEr sprach\nIch\n"
    assert len(broken(lines)) == 4


def test_longer_lines_than_anybody_wraps_are_paragraphs() -> None:
    paragraph = "Die Minister haben sich " + "am " * WIDEST + "Montag geeinigt und"
    assert len(broken("\n".join([paragraph + " Ende"] * 6))) == 6


def test_three_lines_are_too_few_to_tell_wrapping() -> None:
    assert len(broken("Krise im Haus\nMüller bleibt\nMeier geht\n")) == 3


@pytest.mark.parametrize("tail", ["gesagt.", "gesagt?“", "gesagt!)", "gesagt …"])
def test_after_a_closed_line_even_a_small_letter_begins_anew(tail: str) -> None:
    assert len(broken(f"Er hat es {tail}\ndas war alles")) == 2


def test_an_item_begins_anew_whatever_stood_before() -> None:
    assert len(broken("Gefordert wird,\n• mehr Geld und\na) weniger Arbeit")) == 3
