"""The command: `python -m evaluation`, and the words that `--help` lists.

Prints tables to standard output. Exits 1 where a floor does not hold, 2 with one line
where something is missing.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from evaluation.corpora import shared_folder
from evaluation.errors import EvaluationError
from evaluation.floors import FLOORS, parsed, shown, verdicts
from evaluation.measures import MEASURES, Bench, write_readings
from evaluation.reliability import judged, knots_of
from evaluation.scores import run_scorer
from laut.model import Article, Quotation
from laut.reading.pipeline import hinted
from laut.reading.steps.rendered import rendered_with

REPOSITORY = Path(__file__).parent.parent

_MEASURES = {measure.name: measure for measure in MEASURES}

_SHARED = click.option(
    "--shared",
    type=click.Path(path_type=Path),
    help="Folder with corpora and scorers. Default: LAUT_SHARED, else ../shared.",
)


@click.group()
def evaluation() -> None:
    """Score readings of annotated corpora."""


@evaluation.command()
@click.argument("corpus", type=click.Path(path_type=Path))
@click.option(
    "--readings",
    type=click.Path(path_type=Path),
    help="Keep the readings in this file, one a line.",
)
@_SHARED
def quotations(corpus: Path, readings: Path | None, shared: Path | None) -> None:
    """Read CORPUS, a file of the quotation corpus, and print its scores."""
    with _bench(shared) as bench:
        target = readings or bench.scratch / "readings.jsonl"
        write_readings(corpus, target)
        scorer = bench.shared / "tools" / "score_quotations.py"
        click.echo(run_scorer(scorer, corpus, target).table, nl=False)


@evaluation.command()
@click.argument("name", type=click.Choice(list(_MEASURES)))
@_SHARED
def measure(name: str, shared: Path | None) -> None:
    """Print the table of one measure."""
    with _bench(shared) as bench:
        click.echo(_MEASURES[name].score(bench).table, nl=False)


@evaluation.command()
@click.argument("corpus", type=click.Path(path_type=Path))
def calibrate(corpus: Path) -> None:
    """Read CORPUS and print the table that makes confidence of raw scores.

    Its place is src/laut/reading/german/model/confidence.tsv.
    """
    for knot in knots_of(judged(corpus, _with_raw_scores)):
        click.echo(f"{knot.raw:.3f}\t{knot.share:.3f}")


def _with_raw_scores(article: Article) -> tuple[Quotation, ...]:
    return rendered_with(hinted(article), float).quotations


@evaluation.command(name="all")
@_SHARED
def all_measures(shared: Path | None) -> None:
    """Print the table of every measure."""
    with _bench(shared) as bench:
        for one in MEASURES:
            files = ", ".join(one.files)
            click.echo(f"{one.name}  ({files})\n{one.score(bench).table}")


@evaluation.command()
@_SHARED
def floors(shared: Path | None) -> None:
    """Hold every figure that has a floor to it."""
    with _bench(shared) as bench:
        found = list(verdicts(parsed(FLOORS.read_text("utf-8")), bench))
    for verdict in found:
        click.echo(shown(verdict))
    if not all(verdict.holds for verdict in found):
        raise click.exceptions.Exit(1)


@contextmanager
def _bench(named: Path | None) -> Iterator[Bench]:
    with tempfile.TemporaryDirectory(prefix="laut-") as scratch:
        yield Bench(shared_folder(named, REPOSITORY), Path(scratch))


def main() -> None:
    """Run the command; one line on standard error where it cannot."""
    try:
        evaluation(prog_name="python -m evaluation")
    except EvaluationError as error:
        click.echo(f"evaluation: {error}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
