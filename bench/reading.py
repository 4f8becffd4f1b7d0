"""How many tokens a second a whole reading takes in, beside a mere split at blanks.

The text is the examples, each read again and again, with a changing end so that no two
are equal. The peer splits the same texts by `str.split`, and so says how fast the
machine is just now.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import laut
from laut.reading.tokens import tokenize

COPIES = 20
ROOT = Path(__file__).resolve().parent.parent


def texts(copies: int) -> list[str]:
    """Every example, so many times, no two texts equal."""
    paths = sorted((ROOT / "examples").glob("*.txt"))
    articles = [path.read_text("utf-8") for path in paths]
    return [f"{text}\n{copy}." for copy in range(copies) for text in articles]


def seconds(work: Callable[[str], object], over: Sequence[str]) -> float:
    """How long it takes to do the work over every text."""
    begin = time.perf_counter()
    for text in over:
        work(text)
    return time.perf_counter() - begin


def main() -> None:
    """Print one line."""
    material = texts(COPIES)
    laut.read(material[0])  # tables and models are loaded once
    tokens = sum(len(tokenize(text)) for text in material)
    own, peer = seconds(laut.read, material), seconds(str.split, material)
    print(
        f"laut.read: {tokens / own:,.0f} tokens/s over {len(material)} articles "
        f"({tokens:,} tokens), {own / peer:,.0f} × the time of str.split"
    )


if __name__ == "__main__":
    main()
