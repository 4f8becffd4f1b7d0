"""The texts that the source says, and the catalogues that translate them.

`python -m tools.catalogue [FOLDER]` (`make catalogue`) brings every catalogue of a
source folder up to date: texts that are new come in without a translation, texts that
nobody says any more go, translations stay. A test holds the catalogues to the source.

What counts as said: the texts given to `say` and `counted`, all texts in what is given
to `later` (of mappings the values), also by templates, what click shows of commands and
options, the messages of problems, up to their colon, and in the tables of rules
(`trace/*.tsv`) the last cell of a row where it is a sentence.
"""

import ast
import sys
from collections.abc import Iterable, Iterator
from inspect import cleandoc
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, nodes

from laut.tongues.po import Entry, parsed, written

SOURCE = Path("src/laut")
CATALOGUES = Path("tongues")
RULES = "trace/*.tsv"
TEMPLATES = "web/templates/*.html"
HEAD = """\
# The English of laut. Texts stand as in the source, in its order; `make catalogue`
# brings in new ones. Fields in braces stay, and so do blanks at begin and end.
msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""

_SHOWN_BY_CLICK = frozenset({"help", "short_help", "epilog"})
_WORDS_FOR_VALUES = frozenset({"metavar", "options_metavar", "subcommand_metavar"})


class Text(NamedTuple):
    """A text of the source.

    Attributes:
        one: the text; of something counted, for one of it.
        many: for any other number; "" where nothing is counted.
    """

    one: str
    many: str = ""


def texts_in(folder: Path) -> tuple[Text, ...]:
    """Every text that a source folder says, once, by file and line."""
    found: dict[Text, None] = {}
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        found |= dict.fromkeys(text for node in ast.walk(tree) for text in _texts(node))
    for path in sorted(folder.glob(RULES)):
        found |= dict.fromkeys(_of_rules(path.read_text("utf-8")))
    for path in sorted(folder.glob(TEMPLATES)):
        found |= dict.fromkeys(_of_template(path.read_text("utf-8")))
    return tuple(found)


def _of_template(template: str) -> Iterator[Text]:
    """The texts that a template says or counts."""
    for call in Environment(autoescape=True).parse(template).find_all(nodes.Call):
        name = call.node.name if isinstance(call.node, nodes.Name) else ""
        texts = [arg.value for arg in call.args if isinstance(arg, nodes.Const)]
        if name == "say" and texts:
            yield Text(texts[0])
        elif name == "counted" and len(texts) > 1:
            yield Text(*texts[-2:])


def renewed(catalogue: Iterable[Entry], texts: Iterable[Text]) -> Iterator[Entry]:
    """The entries for these texts, with the translations that a catalogue has."""
    known = {Text(entry.one, entry.many): entry.said for entry in catalogue}
    for text in texts:
        nothing = ("", "") if text.many else ("",)
        yield Entry(text.one, text.many, known.get(text, nothing))


def main(folder: Path) -> None:
    """Bring the catalogues of a source folder up to date."""
    for path in sorted((folder / CATALOGUES).glob("*.po")):
        entries = renewed(parsed(path.read_text("utf-8")), texts_in(folder))
        path.write_text(written(entries, HEAD), "utf-8")


def _of_rules(table: str) -> Iterator[Text]:
    """The sentences of a table of rules."""
    for line in table.splitlines():
        cell = line.rpartition("\t")[2].strip()
        if line[:1] != "#" and " " in cell and cell.endswith("."):
            yield Text(cell)


def _texts(node: ast.AST) -> Iterator[Text]:
    if isinstance(node, ast.Call):
        yield from _of_call(node)
    elif isinstance(node, ast.FunctionDef) and any(
        map(_makes_command, node.decorator_list)
    ):
        yield Text(cleandoc(ast.get_docstring(node) or ""))


def _of_call(call: ast.Call) -> Iterator[Text]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name == "say":
        yield from map(Text, _strings(call.args[:1]))
    elif name == "counted" and (forms := list(_strings(call.args[1:]))):
        yield Text(*forms)
    elif name == "later":
        yield from map(Text, _strings(call.args))
    elif name == "Problem":
        yield from _of_problem(call)
    for keyword in call.keywords:
        yield from map(Text, _of_click(keyword))


def _of_click(keyword: ast.keyword) -> Iterator[str]:
    if keyword.arg in _SHOWN_BY_CLICK:
        yield from _strings([keyword.value])
    elif keyword.arg in _WORDS_FOR_VALUES:
        for words in _strings([keyword.value]):
            yield from (word for word in words.split(" ") if word != "…")


def _of_problem(call: ast.Call) -> Iterator[Text]:
    for keyword in call.keywords:
        if keyword.arg == "message":
            value = keyword.value
            parts = value.values if isinstance(value, ast.JoinedStr) else [value]
            head = next(_strings(parts[:1]), "")
            yield Text(head.partition(": ")[0])


def _strings(nodes: Iterable[ast.expr]) -> Iterator[str]:
    """The strings in displays of any depth; of mappings those of the values."""
    for node in nodes:
        match node:
            case ast.Constant(value=str(text)):
                yield text
            case ast.Dict(values=values):
                yield from _strings(values)
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                yield from _strings(parts)
            case ast.Starred(value=part):
                yield from _strings([part])
            case _:
                pass


def _makes_command(decorator: ast.expr) -> bool:
    call = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(call, ast.Attribute) and call.attr in {"command", "group"}


if __name__ == "__main__":
    main(Path(*sys.argv[1:2]) if sys.argv[1:] else SOURCE)
