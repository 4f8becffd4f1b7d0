"""Corpora as they lie on disk: where, in which state, and the articles in them.

A corpus is a file with one JSON object a line, plain or packed by xz. What is taken
from an object: `file` (the id that scorers go by), `originalText`, and, where there,
`documentName` (a headline, in some corpora between a number and the date) and
`published`.
"""

import hashlib
import json
import lzma
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from evaluation.errors import EvaluationError
from laut import Article
from laut.model import article_of

_NAME = re.compile(r"(?:\d+ - )?(?P<title>.*?)(?: \((?P<date>\d{4}-\d\d-\d\d)\))?")


def shared_folder(named: Path | None, repository: Path) -> Path:
    """The folder with corpora and scorers.

    Args:
        named: the folder that a user named; None for `LAUT_SHARED` or the default.
        repository: the root of the repository, beside which the default lies.

    Raises:
        EvaluationError: there is no such folder.
    """
    variable = os.environ.get("LAUT_SHARED")
    folder = named or (Path(variable) if variable else repository.parent / "shared")
    if not folder.is_dir():
        raise EvaluationError(
            f"{folder}: no such folder; name the one with the corpora by --shared or "
            "LAUT_SHARED"
        )
    return folder


def articles(corpus: Path) -> Iterator[Article]:
    """The articles of a corpus, in its order.

    Raises:
        EvaluationError: there is no such file, or a line is not of the form above.
    """
    return (article for _, article in documents(corpus))


def documents(corpus: Path) -> Iterator[tuple[dict[str, Any], Article]]:
    """The objects of a corpus, each with its article.

    Raises:
        EvaluationError: there is no such file, or a line is not of the form above.
    """
    try:
        with _opened(corpus) as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _document(corpus, number, line)
    except (OSError, lzma.LZMAError) as error:
        raise EvaluationError(f"{corpus}: cannot be read: {error}") from error


def blocks(corpus: Path) -> Iterator[list[list[str]]]:
    """Sentences of tab-separated rows, comments left out: CoNLL-U, GermEval.

    Raises:
        OSError: there is no such file.
    """
    with corpus.open(encoding="utf8") as file:
        block: list[list[str]] = []
        for line in file:
            if line.startswith(("# ", "#\t")):
                continue
            if line.strip():
                block.append(line.rstrip("\n").split("\t"))
            elif block:
                yield block
                block = []
        if block:
            yield block


def digest(path: Path) -> str:
    """SHA-256 of a file, or of the names and contents of a folder's files, in hex.

    Raises:
        EvaluationError: there is no such file or folder.
    """
    try:
        if path.is_dir():
            return _digest_of_folder(path)
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise EvaluationError(f"{path}: cannot be read: {error}") from error


def _digest_of_folder(folder: Path) -> str:
    """SHA-256 over a line for each file, in the order of their names."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    lines = (f"{digest(path)} {path.name}\n" for path in files)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _opened(corpus: Path) -> TextIO:
    if corpus.suffix == ".xz":
        return lzma.open(corpus, "rt", encoding="utf-8")
    return corpus.open(encoding="utf-8")


def _document(corpus: Path, number: int, line: str) -> tuple[dict[str, Any], Article]:
    try:
        row = json.loads(line)
        name = _NAME.fullmatch(row.get("documentName", ""))
        return row, article_of(
            row["originalText"],
            id=row["file"],
            title=name["title"] if name else "",
            published=row.get("published") or (name and name["date"]) or "",
        )
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise EvaluationError(
            f"{corpus}:{number}: no document of a corpus: {error!r}"
        ) from error
