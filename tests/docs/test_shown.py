"""What documents show is what happens: commands, Python, options, names."""

import doctest
import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

import laut
from tools.transcripts import Transcript, agrees, documents, printed, transcripts

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = documents(ROOT)
SHOWN = [(page, shown) for page in PAGES for shown in transcripts(page.read_text())]


def _name(value: object) -> str:
    return str(value.relative_to(ROOT)) if isinstance(value, Path) else ""


@pytest.mark.parametrize(("page", "shown"), SHOWN, ids=_name)
def test_a_command_prints_what_the_page_shows(page: Path, shown: Transcript) -> None:
    if "../shared" in shown.command and not (ROOT.parent / "shared").is_dir():
        pytest.skip("needs the corpora in ../shared")
    actual = printed(shown.command, ROOT)
    assert agrees(shown.output, actual), (
        f"{page.name} shows other output for `{shown.command}` than it prints; "
        f"where that is right, run `make transcripts`:\n{actual}"
    )


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_python_on_a_page_does_what_the_page_says(page: Path) -> None:
    blocks = re.findall(r"```pycon\n(.*?)```", page.read_text(), re.DOTALL)
    example = doctest.DocTestParser().get_doctest(
        "".join(blocks), {}, page.name, str(page), 0
    )
    report: list[str] = []
    doctest.DocTestRunner().run(example, out=report.append)
    assert "".join(report) == ""


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_option_that_a_page_names_is_one_of_laut(page: Path) -> None:
    blocks = re.findall(r"```sh\n(.*?)```", page.read_text(), re.DOTALL)
    commands = re.findall(r"^.*\blaut (\w+)(.*)$", "".join(blocks), re.MULTILINE)
    for name, words in commands:
        options = set(re.findall(r"(?<!\S)--[a-z-]+", words.partition("|")[0]))
        assert options <= _options(name), f"laut {name}{words}"


def test_the_reading_on_the_page_about_json_is_what_its_article_gives() -> None:
    page = (ROOT / "docs" / "reference" / "json.md").read_text()
    (block,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    shown = json.loads(block)
    known = {k: shown["article"][k] for k in ("id", "title", "published", "outlet")}
    reading = laut.read(shown["article"]["text"], **known)
    assert _settled(shown) == _settled(msgspec.to_builtins(reading))


def test_the_reference_names_what_the_package_exports_and_no_more() -> None:
    page = (ROOT / "docs" / "reference" / "python.md").read_text()
    named = re.findall(r"^\.\. auto\w+:: (\w+)$", page, re.MULTILINE)
    assert sorted(named) == sorted(laut.__all__)


def test_the_readme_fits_on_three_screens() -> None:
    assert len((ROOT / "README.md").read_text().splitlines()) <= 150


@pytest.mark.parametrize("name", ["AGENTS.md", "CONTRIBUTING.md"])
def test_the_pages_for_maintainers_fit_on_one_screen(name: str) -> None:
    assert len((ROOT / name).read_text().splitlines()) < 60


def test_every_answer_about_the_design_has_at_most_five_lines() -> None:
    text = (ROOT / "docs" / "design.md").read_text()
    for answer in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        question, *lines = answer.splitlines()
        prose = [line for line in lines if line and not line.startswith("    ")]
        assert question.endswith("?")
        assert len(prose) <= 5, question


def _settled(reading: dict[str, Any]) -> dict[str, Any]:
    """A reading as JSON has it, without what changes with the version of the reader."""
    plain: dict[str, Any] = json.loads(json.dumps(reading))
    del plain["reader"]
    for quotation in plain["quotations"]:
        del quotation["confidence"]
    return plain


def _options(command: str) -> set[str]:
    return set(re.findall(r"--[a-z-]+", printed(f"laut {command} --help", ROOT)))
