import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from laut.tongues import LANGUAGES
from laut.tongues.po import Entry, parsed, written
from tools.catalogue import HEAD, Text, main, renewed, texts_in

SOURCE = Path(__file__).parents[2] / "src" / "laut"
TEXTS = texts_in(SOURCE)
PATHS = sorted((SOURCE / "tongues").glob("*.po"))
ENTRIES = [pytest.param(e, id=e.one[:40]) for p in PATHS for e in parsed(p.read_text())]

MODULE = '''
"""A docstring that nobody is shown."""
say("Der Text {name} fehlt", name=say(SORTS[1]))
counted(3, "{n} Ort", "{n} Orte")
SORTS = later(("ein Ort", *("hier", "dort"), {"schlüssel": ["Wert"]}))
Problem(step="x", message=f"Das ging schief: {error}")
Problem(step="x", message="Das fehlt.")
option("--name", metavar="NAME …", help="Wie es heißt.")
plain("Das zeigt niemand.")

@click.command("read", epilog="Das Ende.")
def read() -> int:
    """Etwas lesen.

    Und zeigen.
    """
'''


def test_every_language_but_german_has_a_catalogue() -> None:
    assert {path.stem for path in PATHS} == set(LANGUAGES) - {"de"}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_catalogue_has_every_text_of_the_source_and_no_other(path: Path) -> None:
    listed = [Text(entry.one, entry.many) for entry in parsed(path.read_text("utf-8"))]
    assert sorted(listed) == sorted(TEXTS), "run `make catalogue`, then translate"


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_text_has_a_translation_with_the_same_fields(entry: Entry) -> None:
    assert all(entry.said)
    for german, said in zip(
        (entry.one, entry.many or entry.one), entry.said, strict=False
    ):
        assert _fields(said) == _fields(german)
        assert _edges(said) == _edges(german)


def _fields(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name)


def _edges(text: str) -> tuple[bool, bool]:
    return text[:1].isspace(), text[-1:].isspace()


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_catalogue_is_written_as_the_tool_writes_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text == written(renewed(parsed(text), TEXTS), HEAD)


@pytest.mark.parametrize("folder", ["cli", "views"])
def test_german_that_is_shown_is_always_said(folder: str) -> None:
    """Umlauts and blanks give it away: single words may be looked for in articles."""
    known = {words for text in TEXTS for words in text}
    german = re.compile(r"[^\\]*(?:[äöüß][^\\]* | [^\\]*[äöüß])[^\\]*")
    for path in (SOURCE / folder).glob("*.py"):
        for literal in _literals(ast.parse(path.read_text("utf-8"))):
            assert literal in known or not german.fullmatch(literal), path.name


def _literals(tree: ast.AST) -> Iterator[str]:
    """The strings of a module, docstrings and sets of words left out."""
    for node in ast.walk(tree):
        inner = [] if isinstance(node, ast.Expr) else ast.iter_child_nodes(node)
        for child in inner:
            if isinstance(child, ast.Constant) and isinstance(child.value, str):
                yield child.value


def test_what_is_said_counted_kept_for_later_and_shown_by_click_is_found(
    tmp_path: Path,
) -> None:
    (tmp_path / "module.py").write_text(MODULE, "utf-8")
    assert set(texts_in(tmp_path)) == {
        Text("Der Text {name} fehlt"),
        Text("{n} Ort", "{n} Orte"),
        *map(Text, ("ein Ort", "hier", "dort", "Wert")),
        *map(Text, ("Das ging schief", "Das fehlt.")),
        *map(Text, ("NAME", "Wie es heißt.", "Das Ende.")),
        Text("Etwas lesen.\n\nUnd zeigen."),
    }


def test_renewing_keeps_translations_drops_the_stale_and_leaves_gaps_open(
    tmp_path: Path,
) -> None:
    (tmp_path / "module.py").write_text('say("alt")\nsay("neu")\n', "utf-8")
    (tmp_path / "tongues").mkdir()
    catalogue = tmp_path / "tongues" / "en.po"
    before = [Entry("alt", "", ("old",)), Entry("fort", "", ("gone",))]
    catalogue.write_text(written(before), "utf-8")
    main(tmp_path)
    assert parsed(catalogue.read_text("utf-8")) == (
        Entry("alt", "", ("old",)),
        Entry("neu", "", ("",)),
    )
