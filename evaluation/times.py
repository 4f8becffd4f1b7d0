"""Expressions of time, against TimeML files: as TempEval-3 scores them.

Extents are compared by characters, each expression of one side with at most one of the
other, the best overlap first. *strict* asks for the same extent, *relaxed* for one
character in common; *type* and *value* ask for the same attribute of a pair that
overlaps. Times of creation, and expressions without words of their own, are left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from evaluation.errors import EvaluationError
from evaluation.labels import Tally
from evaluation.scores import Scores
from laut.model import Article
from laut.reading.pipeline import read_article
from laut.spans import Span, overlap


class Timex(NamedTuple):
    """An expression of time: where, of which type, with which value."""

    span: Span
    type: str
    value: str


class Document(NamedTuple):
    """An article of a TimeML file, and the expressions that are marked in it."""

    article: Article
    timexes: tuple[Timex, ...]


class Count(NamedTuple):
    """How much of one corpus is found, and how much of that is right."""

    found: int = 0
    gold: int = 0
    strict: int = 0
    relaxed: int = 0
    type: int = 0
    value: int = 0

    def plus(self, other: "Count") -> "Count":
        """Both together."""
        return Count(*(a + b for a, b in zip(self, other, strict=True)))


FIGURES = ("strict", "relaxed", "type", "value")


def times(folders: Iterable[Path]) -> Scores:
    """The scores of what the reading finds in the files of some folders.

    Raises:
        EvaluationError: there is no such file, or it is no TimeML.
    """
    counts = (
        compared(_found(document.article), document.timexes)
        for folder in folders
        for document in documents(folder)
    )
    return scored(reduce(Count.plus, counts, Count()))


def scored(count: Count) -> Scores:
    """A count as a table, and F1 by name."""
    tallies = {n: Tally(getattr(count, n), count.found, count.gold) for n in FIGURES}
    table = "".join(tally.shown(name) for name, tally in tallies.items())
    return Scores(table, {name: tally.f1 for name, tally in tallies.items()})


def compared(found: Sequence[Timex], gold: Sequence[Timex]) -> Count:
    """How two readings of one text agree."""
    pairs = list(paired(found, gold))
    return Count(
        found=len(found),
        gold=len(gold),
        strict=sum(one.span == other.span for one, other in pairs),
        relaxed=len(pairs),
        type=sum(one.type == other.type for one, other in pairs),
        value=sum(one.value == other.value for one, other in pairs),
    )


def paired(
    found: Sequence[Timex], gold: Sequence[Timex]
) -> Iterator[tuple[Timex, Timex]]:
    """Expressions that overlap, each taken once, the best overlap first."""
    rivals = sorted(
        ((-_share(one.span, other.span), i, j), one, other)
        for i, one in enumerate(found)
        for j, other in enumerate(gold)
        if overlap(one.span, other.span)
    )
    ours: set[int] = set()
    theirs: set[int] = set()
    for (_, i, j), one, other in rivals:
        if i not in ours and j not in theirs:
            ours.add(i)
            theirs.add(j)
            yield one, other


def documents(folder: Path) -> Iterator[Document]:
    """The articles of a folder of TimeML files, in the order of their names.

    Raises:
        EvaluationError: there is no such folder, or a file is no TimeML.
    """
    files = sorted(folder.glob("*.tml"))
    if not files:
        raise EvaluationError(f"{folder}: no TimeML files there")
    for file in files:
        try:
            yield document_of(file.stem, file.read_text("utf-8"))
        except (ET.ParseError, AttributeError) as error:
            raise EvaluationError(f"{file}: no TimeML: {error}") from error


def document_of(name: str, timeml: str) -> Document:
    """What a TimeML text holds.

    Raises:
        ParseError: it is no XML.
        AttributeError: it has no text.
    """
    root = ET.fromstring(timeml)  # noqa: S314 - a corpus of one's own disk
    body = root.find("TEXT")
    text, marked = _unmarked(body)  # type: ignore[arg-type]
    created = root.find("DCT/TIMEX3")
    published = "" if created is None else created.get("value", "")
    article = Article(id=name, published=published, text=text)
    return Document(article, tuple(marked))


def _unmarked(body: ET.Element) -> tuple[str, list[Timex]]:
    """The text of an element without its marks, and the marks that hold words."""
    pieces, marked, at = [body.text or ""], list[Timex](), len(body.text or "")
    for element in body:
        words = "".join(element.itertext())
        if element.tag == "TIMEX3" and words:
            span = Span(at, at + len(words))
            marked.append(
                Timex(span, element.get("type", ""), element.get("value", ""))
            )
        pieces += words, element.tail or ""
        at += len(words) + len(element.tail or "")
    return "".join(pieces), marked


def _share(one: Span, other: Span) -> float:
    """The characters in common by those of either."""
    common = min(one.end, other.end) - max(one.begin, other.begin)
    return common / (max(one.end, other.end) - min(one.begin, other.begin))


def _found(article: Article) -> list[Timex]:
    found = read_article(article).times
    return [Timex(time.span, time.type, time.value) for time in found]
