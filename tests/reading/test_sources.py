"""Sources and chains as the cases in Markdown say.

A case is `## title`, the text as `>` lines (one a paragraph), and one line for each
quotation, in order: `- source ← how Name; how Name`. `–` stands for nobody.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, strategies as st

import laut
from laut.model import Quotation, article_of
from laut.reading.draft import Draft, draft_of
from laut.reading.pipeline import STEPS
from laut.reading.steps.chains import decided_chains
from laut.reading.steps.sources import decided_sources
from laut.spans import cover

CASES = Path(__file__).parent / "cases" / "sources"


class Case(NamedTuple):
    title: str
    text: str
    expected: tuple[str, ...]


def cases_in(path: Path) -> list[Case]:
    parts = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [case_of(part) for part in parts[1:]]


def case_of(part: str) -> Case:
    title, *lines = part.splitlines()
    text = "\n".join(line[2:] for line in lines if line.startswith("> "))
    return Case(title, text, tuple(line[2:] for line in lines if line[:2] == "- "))


ALL = [
    pytest.param(case, id=f"{path.stem}: {case.title}")
    for path in sorted(CASES.glob("*.md"))
    for case in cases_in(path)
]


@pytest.mark.parametrize("case", ALL)
def test_a_case_names_its_sources_and_chains(case: Case) -> None:
    reading = laut.read(case.text)
    assert reading.problems == ()
    assert tuple(map(told, reading.quotations)) == case.expected


def told(quotation: Quotation) -> str:
    """A quotation's source and chain as a case writes them."""
    assert quotation.attribution is not None
    name = quotation.attribution.source.name or "–"
    links = [f"{link.how} {link.name}" for link in quotation.attribution.via]
    return f"{name} ← {'; '.join(links)}" if links else name


def test_there_are_at_least_sixty_cases_with_titles_of_their_own() -> None:
    titles = [param.id for param in ALL]
    assert len(titles) >= 60
    assert len(set(titles)) == len(titles)


def read_so_far(text: str, title: str = "") -> Draft:
    """The draft of a text after every step."""
    draft = draft_of(article_of(text, title=title))
    for named in STEPS:
        draft = named.step(draft)
    return draft


def test_the_title_gives_the_full_name() -> None:
    draft = read_so_far("Der Plan sei gut, sagte Lindt.", title="Vera Lindt tritt ab")
    assert [told(quotation) for quotation in draft.quotations] == ["Vera Lindt"]


def test_a_source_comes_with_the_reason_for_it() -> None:
    draft = read_so_far("Der Krieg sei gerecht, hieß es aus Pjöngjang.")
    (decided,) = decided_sources(draft).values()
    assert decided.value == "Nordkorea"
    assert decided.because == "„Pjöngjang“ steht für Nordkorea (Tabelle metonyms)"


def test_a_chain_comes_with_the_reason_for_it() -> None:
    draft = read_so_far("Vera Lindt sagte der BBC, der Plan sei gut.")
    (decided,) = decided_chains(draft).values()
    assert [link.name for link in decided.value] == ["BBC"]
    assert decided.because == "„BBC“ (gab es weiter)"


def test_links_say_where_they_stand() -> None:
    text = "Ein Sprecher der Stadt sagte der BBC, der Plan sei gut."
    (quotation,) = laut.read(text).quotations
    assert quotation.attribution is not None
    spans = [link.span for link in quotation.attribution.via]
    words = [cover(text, [span]) for span in spans if span is not None]
    assert words == ["BBC", "Sprecher der Stadt"]


ODD = (
    "sagte er sie Sprecher der die Stadt Vera Lindt Lindts Minister , . : „ “ ( ) "
    "laut nach Angaben eigenen zufolge BBC Zeitung Mitteilung unter Berufung auf von "
    "Präsident Moskau Regierung in demnach sei Anwältin 58-Jährige das zitiert seiner"
)


@given(st.lists(st.sampled_from(ODD.split()), max_size=30))
def test_no_text_is_too_odd(words: list[str]) -> None:
    problems = laut.read(" ".join(words)).problems
    assert {problem.step for problem in problems} <= {"marks"}
