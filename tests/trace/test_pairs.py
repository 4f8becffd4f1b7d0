"""Pairs of assertions are of one claim, or not, as the cases in Markdown say."""

import re
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from laut.model import Source, article_of
from laut.reading.pipeline import read_article
from laut.terms import Act
from laut.trace.assertions import Assertion
from laut.trace.shelf import Shelf

FOLDER = Path(__file__).parent / "cases"
PAIRS, MISSED = FOLDER / "pairs.md", FOLDER / "missed.md"
LINE = re.compile(r"> (\S+) (.*?)(?: ‖ (.*?))?(?: \{(\w+)\})?")


class Case(NamedTuple):
    title: str
    one: str
    other: str
    expected: str


def cases(file: Path) -> list[Case]:
    parts = re.split(r"^## ", file.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return [case_of(part) for part in parts]


def case_of(part: str) -> Case:
    title, one, other, expected = [line for line in part.splitlines() if line]
    return Case(title, one, other, expected.removeprefix("- ").partition(":")[0])


def assertion_of(name: str, line: str) -> Assertion:
    """An assertion with the names and times that the reader finds in its content."""
    found = LINE.fullmatch(line)
    assert found is not None, line
    published, content, context, does = found.groups()
    reading = read_article(article_of(content, published=published))
    acts: dict[str, Act] = {act: act for act in get_args(Act)}
    return Assertion(
        id=name,
        article=f"article-{name}",
        published=published,
        content=content,
        context=context or "",
        source=Source(name=""),
        act=acts[does or "state"],
        times=tuple(time.value for time in reading.times),
        names=tuple(m.entity.name for m in reading.mentions if m.entity),
    )


def relation(one: Assertion, other: Assertion) -> str:
    shelf = Shelf()
    shelf.add(one)
    shelf.add(other)
    claims = shelf.claims()
    if len(claims) > 1:
        return "other"
    relations = {member.relation for member in claims[0].members}
    return "denies" if "denies" in relations and len(relations) > 1 else "same"


@pytest.mark.parametrize("case", cases(PAIRS), ids=lambda case: case.title)
def test_two_assertions_are_to_one_another_what_the_case_says(case: Case) -> None:
    one, other = assertion_of("a", case.one), assertion_of("b", case.other)
    assert relation(one, other) == case.expected
    assert relation(other, one) == case.expected


@pytest.mark.parametrize("case", cases(MISSED), ids=lambda case: case.title)
def test_what_is_known_to_come_out_wrong_still_does(case: Case) -> None:
    one, other = assertion_of("a", case.one), assertion_of("b", case.other)
    assert relation(one, other) != case.expected
