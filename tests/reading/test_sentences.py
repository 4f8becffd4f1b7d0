"""Cases that a linguist can write: title, text, and the sentences token by token.

`cases/*.md` hold them. A case is a heading of the second level, the text with `> `
before each of its lines, and a list with an item a sentence, its tokens divided by `|`.
"""

import itertools
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, strategies as st

from laut.reading.tokens import tokenize

CASES = Path(__file__).parent / "cases"


class Case(NamedTuple):
    title: str
    text: str
    sentences: tuple[str, ...]


def parsed(markdown: str) -> Iterator[Case]:
    for block in re.split(r"^## ", markdown, flags=re.MULTILINE)[1:]:
        title, *lines = block.splitlines()
        quoted = [line[1:].removeprefix(" ") for line in lines if line[:1] == ">"]
        items = [line[2:] for line in lines if line.startswith("- ")]
        yield Case(title, "\n".join(quoted), tuple(items))


def gathered() -> list[object]:
    return [
        pytest.param(case, id=f"{file.stem}: {case.title}")
        for file in sorted(CASES.glob("*.md"))
        for case in parsed(file.read_text(encoding="utf-8"))
    ]


def shown(text: str) -> tuple[str, ...]:
    tokens = tokenize(text)
    return tuple("|".join(tokens.words[a:b]) for a, b in tokens.sentences)


@pytest.mark.parametrize("case", gathered())
def test_the_text_has_the_sentences_of_the_case(case: Case) -> None:
    assert shown(case.text) == case.sentences


def test_there_are_more_than_a_hundred_cases_and_no_two_have_one_title() -> None:
    titles = [
        case.title
        for file in CASES.glob("*.md")
        for case in parsed(file.read_text(encoding="utf-8"))
    ]
    assert len(titles) >= 180
    assert len(set(titles)) == len(titles)


def test_a_case_is_a_title_a_text_of_lines_and_its_sentences() -> None:
    markdown = "# Group\n\nwords\n\n## One\n\n> a\n>\n> b.\n\n- a\n- b|.\n"
    assert list(parsed(markdown)) == [Case("One", "a\n\nb.", ("a", "b|."))]


def example(root: Path) -> str:
    """The paragraphs of the examples, without headings."""
    texts = [path.read_text(encoding="utf-8") for path in root.glob("examples/*.txt")]
    lines = itertools.chain.from_iterable(text.splitlines() for text in texts)
    return "\n\n".join(line for line in lines if line.endswith((".", "“", "«", '"')))


@given(width=st.integers(min_value=45, max_value=110))
def test_wrapping_a_text_changes_no_sentence(root: Path, width: int) -> None:
    text = example(root)
    wrapped = "\n\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n\n")
    )
    assert shown(wrapped) == shown(text)


def test_the_seed_of_a_sentence_is_a_stop_not_a_mark_of_another_script() -> None:
    assert len(tokenize("Das ist gut。Das auch！Ja").sentences) == 1


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\t", "  "])
def test_any_white_space_stands_between_the_parts_of_an_abbreviation(
    space: str,
) -> None:
    text = f"Am{space}24.{space}Februar kam{space}z.{space}B. Polen hinzu. Gut."
    assert shown(text) == ("Am|24.|Februar|kam|z.|B.|Polen|hinzu|.", "Gut|.")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b"])
def test_every_kind_of_line_end_ends_a_heading(end: str) -> None:
    assert shown(f"Kanzler reist{end}Er reist.") == ("Kanzler|reist", "Er|reist|.")


@pytest.mark.shared
def test_every_line_of_the_seed_article_begins_a_sentence(shared: Path) -> None:
    text = (shared / "seed" / "article.txt").read_text(encoding="utf-8")
    tokens = tokenize(text)
    begins = {tokens.spans[first][0] for first, _ in tokens.sentences}
    lines = {match.start() for match in re.finditer(r"^\S", text, re.MULTILINE)}
    assert lines <= begins
    assert len(tokens.sentences) == 22
