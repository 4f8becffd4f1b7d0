"""Quotations read as the cases in Markdown say.

The cases in `cases/quotations` are what grammar alone finds (the hints to the model),
those in `cases/readings` what the whole reader does.

A case is `## title`, the text as `>` lines (one a paragraph), and what is expected:
`- kind · content` for each quotation, in order, with the roles that matter below it,
or `- nothing`. ` … ` stands for a gap, ⏎ for a new line, `–` for none; a role that is
left out is not checked.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from _pytest.mark.structures import ParameterSet

import laut
from laut.model import Quotation, article_of
from laut.reading.pipeline import hinted
from laut.reading.steps.sources import sources
from laut.spans import cover

CASES = Path(__file__).parent / "cases"
ROLES = ("speaker", "cue", "frame", "addressee")
NONE = "–"


class Expected(NamedTuple):
    kind: str
    content: str
    more: dict[str, str]


class Case(NamedTuple):
    title: str
    text: str
    expected: tuple[Expected, ...]


def cases_in(path: Path) -> list[Case]:
    parts = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [case_of(part) for part in parts[1:]]


def case_of(part: str) -> Case:
    title, *lines = part.splitlines()
    text = "\n".join(line[2:] for line in lines if line.startswith("> "))
    expected: list[Expected] = []
    for line in lines:
        if line.startswith("- ") and line != "- nothing":
            kind, _, content = line[2:].partition(" · ")
            expected.append(Expected(kind, content, {}))
        elif line.startswith("  - "):
            role, _, words = line[4:].partition(": ")
            expected[-1].more[role] = words
    return Case(title, text, tuple(expected))


def params(folder: str) -> list[ParameterSet]:
    return [
        pytest.param(case, id=f"{path.stem}: {case.title}")
        for path in sorted((CASES / folder).glob("*.md"))
        for case in cases_in(path)
    ]


BY_RULE, READINGS = params("quotations"), params("readings")


@pytest.mark.parametrize("case", BY_RULE)
def test_grammar_alone_reads_a_case_as_it_says(case: Case) -> None:
    quotations = sources(hinted(article_of(case.text))).quotations
    found = [as_expected(case, q, want) for q, want in paired(case, quotations)]
    assert found == list(case.expected)


@pytest.mark.parametrize("case", READINGS)
def test_a_case_reads_as_it_says(case: Case) -> None:
    quotations = laut.read(case.text).quotations
    found = [as_expected(case, q, want) for q, want in paired(case, quotations)]
    assert found == list(case.expected)


def paired(
    case: Case, quotations: tuple[Quotation, ...]
) -> list[tuple[Quotation, Expected | None]]:
    wanted: list[Expected | None] = [*case.expected]
    wanted += [None] * (len(quotations) - len(wanted))
    return list(zip(quotations, wanted, strict=False))


def as_expected(case: Case, quotation: Quotation, want: Expected | None) -> Expected:
    """What was found, in the words of the case, with the roles it asks for."""
    asked = want.more if want else {}
    more = {role: told(case, quotation, role) for role in asked}
    content = cover(case.text, quotation.content).replace("\n", "⏎")
    return Expected(quotation.kind, content, more)


def told(case: Case, quotation: Quotation, role: str) -> str:
    if role in ROLES:
        return cover(case.text, getattr(quotation, role)) or NONE
    if role == "in":
        return NONE if quotation.parent is None else str(quotation.parent + 1)
    assert role == "source", f"no such role: {role}"
    assert quotation.attribution is not None
    return quotation.attribution.source.name or NONE


@pytest.mark.parametrize(("cases", "least"), [(BY_RULE, 60), (READINGS, 25)])
def test_there_are_enough_cases_with_titles_of_their_own(
    cases: list[ParameterSet], least: int
) -> None:
    titles = [param.id for param in cases]
    assert len(titles) >= least
    assert len(set(titles)) == len(titles)
