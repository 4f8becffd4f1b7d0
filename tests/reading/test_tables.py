import pytest

from laut.reading.tables import parsed, rows


def test_a_table_has_a_row_a_line_and_a_cell_between_tabs() -> None:
    assert parsed("sagen\tstate\nleugnen\tdeny\n") == (
        ("sagen", "state"),
        ("leugnen", "deny"),
    )


def test_empty_lines_and_remarks_are_no_rows() -> None:
    assert parsed("# form\n\n  \na\n") == (("a",),)


def test_cells_are_stripped_and_short_rows_filled() -> None:
    assert parsed("a \t b\t c\nd\n") == (("a", "b", "c"), ("d", "", ""))


def test_an_empty_table_has_no_rows() -> None:
    assert parsed("# nothing yet\n") == ()


def test_a_table_is_read_once() -> None:
    assert rows("months") is rows("months")


def test_a_table_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        rows("martian")


def test_months_are_numbered_from_one_to_twelve() -> None:
    assert {int(number) for _, number in rows("months")} == set(range(1, 13))


def test_abbreviations_are_listed_once_with_a_dot_and_a_known_rule() -> None:
    forms = [form for form, _ in rows("abbreviations")]
    assert len(forms) == len(set(forms))
    assert all(form.endswith(".") for form in forms)
    rules = {rule for _, rule in rows("abbreviations")}
    assert rules == {"never", "starter", "capital", "number"}


@pytest.mark.parametrize("name", ["starters", "unfinished"])
def test_word_lists_are_in_small_letters_and_have_no_word_twice(name: str) -> None:
    words = [word for (word,) in rows(name)]
    assert words == sorted({word.lower() for word in words})
