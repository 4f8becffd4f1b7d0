"""Raw German text for pretraining: corpora in, one tokenised paragraph a line out.

Takes the folder `text/` of the corpora, the articles of annotated documents and plain
text files; writes forms (see `laut.reading.forms`) joined by spaces, one document
after another with an empty line between. Front-page lines are cleaned of broken
encoding and of lines that come back on every page. Deterministic.
"""

import json
import lzma
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, TextIO

from laut.reading.forms import forms
from laut.reading.tokens import tokenize
from training.errors import TrainingError
from training.storage import replacing

SHORTEST_LINE = 30
"""Characters of a front-page line that says something."""

SPEECH_EVERY = 3
"""One speech in parliament out of so many: they are many, and not much like news."""

_MISREAD = ("Ã", "â€")


def opened(path: Path) -> TextIO:
    """A text file, compressed by xz or plain.

    Raises:
        TrainingError: there is no such file.
    """
    try:
        if path.suffix == ".xz":
            return lzma.open(path, "rt", encoding="utf8", errors="replace")
        return path.open(encoding="utf8", errors="replace")
    except OSError as error:
        raise TrainingError(f"{path}: cannot be read: {error.strerror}") from error


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file with one JSON object a line.

    Raises:
        TrainingError: a line is no JSON object.
    """
    with opened(path) as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield _object(path, number, line)


def _object(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise TrainingError(f"{path}:{number}: no JSON: {error}") from error
    if not isinstance(row, dict):
        raise TrainingError(f"{path}:{number}: not an object")
    return row


def documents(
    annotated: Iterable[Path], plain: Iterable[Path], corpora: Path | None
) -> Iterator[str]:
    """All raw documents, the most news-like first.

    Args:
        annotated: files of annotated documents; their articles are taken.
        plain: text files, a paragraph a line, an empty line between documents.
        corpora: the folder of the corpora, where it is there.
    """
    for path in annotated:
        yield from articles(path)
    for path in plain:
        yield from paragraphs(path, "\n")
    if corpora:
        yield from public_text(corpora / "text")


def public_files(folder: Path) -> list[Path]:
    """The files of the corpora's folder `text/`, in the order they are read in."""
    return [folder / name for name in _PUBLIC]


def public_text(folder: Path) -> Iterator[str]:
    """The documents of the corpora's folder `text/`."""
    for path, read in zip(public_files(folder), _PUBLIC.values(), strict=True):
        yield from read(path)


def articles(path: Path) -> Iterator[str]:
    """The texts of annotated documents."""
    for row in json_lines(path):
        yield str(row.get("originalText", ""))


def releases(path: Path) -> Iterator[str]:
    """Press releases of a government, one document each."""
    for row in json_lines(path):
        yield "\n".join(row.get(key) or "" for key in ("title", "lead", "text"))


def speeches(path: Path) -> Iterator[str]:
    """One speech in parliament out of `SPEECH_EVERY`."""
    for number, row in enumerate(json_lines(path)):
        if number % SPEECH_EVERY == 0:
            yield row["text"]


def paragraphs(path: Path, joint: str) -> Iterator[str]:
    """Blocks of lines up to an empty one, joined by `joint`."""
    block: list[str] = []
    with opened(path) as file:
        for line in chain(file, [""]):
            if line.strip():
                block.append(line.rstrip("\n"))
            elif block:
                yield joint.join(block)
                block = []


def headlines(path: Path) -> Iterator[str]:
    """Front-page lines that say something, each once."""
    seen: set[str] = set()
    with opened(path) as file:
        for raw in file:
            line = mended(raw).strip()
            if len(line) >= SHORTEST_LINE and line not in seen:
                seen.add(line)
                yield line


def mended(line: str) -> str:
    """UTF-8 that was once read as cp1252, put right; other lines as they are."""
    if not any(sign in line for sign in _MISREAD):
        return line
    try:
        return line.encode("cp1252").decode("utf8")
    except UnicodeError:
        return ""


_PUBLIC: dict[str, Callable[[Path], Iterator[str]]] = {
    "swiss-government-releases.jsonl.xz": releases,
    "headlines.txt.xz": headlines,
    "wikipedia-articles.txt.xz": partial(paragraphs, joint=" "),
    "bundestag.jsonl.xz": speeches,
}


def write_tokens(texts: Iterable[str], path: Path) -> int:
    """Write the forms of all texts; returns the number of tokens."""
    total = 0
    with replacing(path) as unfinished, unfinished.open("w", encoding="utf8") as out:
        for text in texts:
            for paragraph in text.split("\n"):
                words = forms(tokenize(paragraph))
                total += len(words)
                if words:
                    out.write(" ".join(words) + "\n")
            out.write("\n")
    return total
