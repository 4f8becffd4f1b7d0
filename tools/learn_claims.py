"""Learn what weighs how much when two assertions are compared.

Run as `python -m tools.learn_claims [SHARED]`: writes the weights to
`src/laut/reading/german/claim-weights.tsv`, made of all pairs of the corpus of
political claims that are worth comparing. `python -m evaluation measure claims` says
how good such weights are on articles that they were not learned from.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from evaluation.claims import compared, lesson_of
from evaluation.corpora import shared_folder
from evaluation.learning import fitted
from laut.trace.likeness import MEASURES, Weights

REPOSITORY = Path(__file__).parent.parent
TABLE = REPOSITORY / "src" / "laut" / "reading" / "german" / "claim-weights.tsv"

HEAD = """\
# What each measure of laut.trace.likeness weighs in the score of two assertions; a score is the logistic function of the weighted sum and the bias.
# Learned by `python -m tools.learn_claims`; no weight is negative: every measure speaks for the same claim, never against it.
"""


def table_of(weights: Weights) -> str:
    """The weights as a table."""
    return HEAD + "".join(_lines(weights))


def _lines(weights: Weights) -> Iterator[str]:
    for name, weight in zip(MEASURES, weights.weights, strict=True):
        yield f"{name}\t{weight:.4f}\n"
    yield f"bias\t{weights.bias:.4f}\n"


def main(named: Path | None) -> None:
    """Learn, and write the table."""
    corpus = shared_folder(named, REPOSITORY) / "corpora/claims/debatenet.jsonl.xz"
    weights = fitted(lesson_of(compared(corpus)))
    TABLE.write_text(table_of(weights), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
