import re
from pathlib import Path

import pytest

from laut.terms import VOCABULARIES


def _listed(root: Path, name: str) -> tuple[str, ...]:
    text = (root / "docs" / "glossary.md").read_text("utf-8")
    _, _, section = text.partition(f"\n### {name}\n")
    section, _, _ = section.partition("\n### ")
    return tuple(re.findall(r"^\| `([^`]+)` \| \S", section, re.MULTILINE))


@pytest.mark.parametrize("name", VOCABULARIES)
def test_the_glossary_lists_every_value_of_a_vocabulary_and_no_other(
    root: Path, name: str
) -> None:
    assert _listed(root, name) == VOCABULARIES[name]


def test_the_glossary_has_no_list_that_is_no_vocabulary(root: Path) -> None:
    text = (root / "docs" / "glossary.md").read_text("utf-8")
    assert re.findall(r"^### (.+)$", text, re.MULTILINE) == list(VOCABULARIES)
