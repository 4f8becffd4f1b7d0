import pytest
from hypothesis import given, strategies as st

from laut.tongues.po import Entry, parsed, written

CATALOGUE = """\
# A comment.
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#: somewhere.py
msgid "Es steht nichts darin."
msgstr "There is nothing in it."

msgid "{n} Stelle"
msgid_plural "{n} Stellen"
msgstr[0] "{n} passage"
msgstr[1] "{n} passages"

msgid ""
"über "
"\\"zwei\\" Zeilen\\n"
msgstr ""
"on "
"two lines\\n"
"""

strings = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]) | st.just("\n")
)
entries = st.one_of(
    st.builds(Entry, strings.filter(bool), st.just(""), st.tuples(strings)),
    st.builds(
        Entry, strings.filter(bool), strings.filter(bool), st.tuples(strings, strings)
    ),
)


def test_entries_are_read_with_their_plurals_and_over_lines() -> None:
    assert parsed(CATALOGUE) == (
        Entry("Es steht nichts darin.", "", ("There is nothing in it.",)),
        Entry("{n} Stelle", "{n} Stellen", ("{n} passage", "{n} passages")),
        Entry('über "zwei" Zeilen\n', "", ("on two lines\n",)),
    )


@given(st.lists(entries, max_size=4))
def test_what_is_written_is_read_again(catalogue: list[Entry]) -> None:
    assert list(parsed(written(catalogue, "# head\n\n"))) == catalogue


def test_long_strings_are_written_over_several_lines() -> None:
    text = written([Entry("Wort " * 40, "", ("word " * 40,))])
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("line", ["msgid ohne Marken", '"am Anfang"', 'msgctxt "x"'])
def test_a_line_that_is_none_of_a_catalogue_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="line 1 is none"):
        parsed(line)
