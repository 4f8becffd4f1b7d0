"""The gate on lengths: a module has at most 400 lines, a function at most 40.

Run as `python -m tools.check_lengths [FOLDER]`. Prints one line for everything that is
too long and, last, how long functions are: the median and the ninth decile, over all
lines from the first decorator or `def` to the end, and once more without docstrings.
Exits 1 where anything is too long.
"""

import ast
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from tools.tree import tracked

MODULE_LINES = 400
FUNCTION_LINES = 40
_MANY = 2
"""Quantiles are defined from this many values on."""

_Function = ast.FunctionDef | ast.AsyncFunctionDef


class Length(NamedTuple):
    """How long one function is, in lines."""

    name: str
    line: int
    lines: int
    docstring: int


def functions(source: str) -> Iterator[Length]:
    """Every function of a module, nested ones and methods included."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, _Function):
            yield _length(node)


def too_long(path: Path, source: str) -> Iterator[str]:
    """A sentence for everything in a module that is too long."""
    lines = source.count("\n")
    if lines > MODULE_LINES:
        yield f"{path}: {lines} lines, {MODULE_LINES} are allowed"
    for name, line, length, _ in functions(source):
        if length > FUNCTION_LINES:
            yield f"{path}:{line}: {name} has {length} lines, {FUNCTION_LINES} allowed"


def distribution(lengths: Sequence[int]) -> str:
    """The median and the ninth decile, in words."""
    if len(lengths) < _MANY:
        return "too few to tell"
    tenth = quantiles(lengths, n=10, method="inclusive")[-1]
    return f"median {median(lengths):g}, nine in ten at most {tenth:g}"


def main(folder: Path) -> int:
    """Check every Python file of a repository; the exit status."""
    sources = {path.relative_to(folder): path for path in tracked(folder, ".py")}
    texts = {name: path.read_text("utf-8") for name, path in sources.items()}
    faults = [fault for name, text in texts.items() for fault in too_long(name, text)]
    print(*faults, sep="\n", end="\n" if faults else "")
    for label, part in (("src", _in_src(texts)), ("all", tuple(texts.values()))):
        _report(label, [length for text in part for length in functions(text)])
    return 1 if faults else 0


def _in_src(texts: dict[Path, str]) -> tuple[str, ...]:
    return tuple(text for name, text in texts.items() if name.parts[0] == "src")


def _report(label: str, lengths: Sequence[Length]) -> None:
    whole = distribution([length.lines for length in lengths])
    bare = distribution([length.lines - length.docstring for length in lengths])
    print(f"{label}: {len(lengths)} functions: {whole} lines; undocumented: {bare}")


def _length(node: _Function) -> Length:
    first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
    last = node.end_lineno or node.lineno
    return Length(node.name, node.lineno, last - first + 1, _docstring_lines(node))


def _docstring_lines(node: _Function) -> int:
    if ast.get_docstring(node, clean=False) is None:
        return 0
    text = node.body[0]
    return (text.end_lineno or text.lineno) - text.lineno + 1


if __name__ == "__main__":
    sys.exit(main(Path(*sys.argv[1:2])))
