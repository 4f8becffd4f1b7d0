"""How many tokens, with sentences, a second: `python bench/tokens.py [FILE …]`.

Prints one line a text: characters, tokens, tokens/s, and the same for a peer measured
in the same run, which does far less: it finds runs of word characters, and signs, blind
to abbreviations, numbers and sentences. Their ratio says more than the absolute number
on a machine that does other things as well. The best of five rounds counts.

Files are plain text, read line by line, or `.jsonl` with a field `text` or
`originalText`, each also as `.xz`. Without any, the examples are read, and the corpora
where they are at hand (LAUT_SHARED, else ../shared).
"""

import json
import lzma
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from laut.reading.tokens import tokenize

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5
CHARACTERS = 1_000_000
"""About so many of a file are read at most."""

CORPORA = (
    "corpora/text/wikipedia-articles.txt.xz",
    "corpora/text/headlines.txt.xz",
    "corpora/text/swiss-government-releases.jsonl.xz",
    "corpora/quotations/dev.jsonl.xz",
)
BLIND = re.compile(r"\w+|\S")

Count = Callable[[str], int]


def main() -> None:
    """Measure the files that are named, or the usual ones."""
    named = [Path(name) for name in sys.argv[1:]]
    for path in named or usual():
        texts = list(enough(texts_of(path)))
        sys.stdout.write(f"{path.name:34} {line(texts)}\n")


def enough(texts: Iterator[str]) -> Iterator[str]:
    """The first texts, until there are `CHARACTERS`."""
    seen = 0
    for text in texts:
        yield text
        seen += len(text)
        if seen >= CHARACTERS:
            return


def usual() -> list[Path]:
    """The examples, and the corpora that are there."""
    shared = Path(os.environ.get("LAUT_SHARED", ROOT.parent / "shared"))
    corpora = [shared / name for name in CORPORA]
    examples = sorted(ROOT.glob("examples/*.txt"))
    return [*examples, *(path for path in corpora if path.is_file())]


def texts_of(path: Path) -> Iterator[str]:
    """The texts of a file: a field of each line, or each line."""
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        if ".jsonl" not in path.suffixes:
            yield from file
            return
        for row in map(json.loads, file):
            yield row.get("text") or row.get("originalText", "")


def line(texts: list[str]) -> str:
    """What is printed about some texts."""
    tokens = sum(map(ours, texts))
    speed, peer = (tokens / seconds(count, texts) for count in (ours, blind))
    characters = sum(map(len, texts))
    return (
        f"{characters:>11,} characters {tokens:>9,} tokens"
        f" {speed:>11,.0f} tokens/s  peer {peer:>11,.0f}  ratio {speed / peer:.2f}"
    )


def ours(text: str) -> int:
    """Tokens and sentences, with the tokens as strings."""
    tokens = tokenize(text)
    return len(tokens.words) if tokens.sentences else 0


def blind(text: str) -> int:
    """The peer: words and signs, and nothing else."""
    return len(BLIND.findall(text))


def seconds(count: Count, texts: list[str]) -> float:
    """The time of the quickest of some rounds."""
    return min(one_round(count, texts) for _ in range(ROUNDS))


def one_round(count: Count, texts: list[str]) -> float:
    """The time that one round takes."""
    begin = time.perf_counter()
    for text in texts:
        count(text)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
