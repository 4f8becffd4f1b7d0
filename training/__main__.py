"""The command: `python -m training STAGE --corpora FOLDER` or `--train FILE …`.

Runs the stages up to the named one, skipping what is done. Prints to standard output
how far it is; exits 2 with one line where something is missing.
"""

import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

import click

from evaluation.errors import EvaluationError
from training.errors import TrainingError
from training.fit import FitPlan
from training.memory import keep_freed_memory
from training.pretrain import PretrainPlan
from training.report import Report
from training.stages import STAGES, Job, run_stages

_STAGES = [stage.name for stage in STAGES]


def _file(name: str, text: str, default: str | None = None) -> click.Option:
    kind = click.Path(path_type=Path)
    shown = default is not None
    return click.Option(
        [name], type=kind, help=text, default=default, show_default=shown
    )


def _files(name: str, text: str) -> click.Option:
    kind = click.Path(path_type=Path)
    return click.Option([name], type=kind, multiple=True, help=text)


def _number(name: str, text: str, default: float, least: float) -> click.Option:
    limits: click.IntRange | click.FloatRange = click.IntRange(min=int(least))
    if isinstance(default, float):
        limits = click.FloatRange(min=least)
    return click.Option(
        [name], type=limits, default=default, show_default=True, help=text
    )


_PARAMETERS: list[click.Parameter] = [
    click.Argument(["stage"], type=click.Choice([*_STAGES, "all"])),
    _file("--corpora", "Folder with quotations/ and text/."),
    _files("--train", "Annotated documents to fit to. Default: the corpora's."),
    _files("--dev", "Annotated documents to score on. Default: the corpora's."),
    _files("--text", "Plain text for pretraining."),
    _file("--work", "Folder for what stages leave behind.", "build/training"),
    _file("--model", "Where the model is written.", "build/training/model"),
    _file("--scorer", "Program that scores readings. Default: the corpora's."),
    click.Option(
        ["--name"], default="de-1", show_default=True, help="Name of the weights."
    ),
    _number("--minutes", "Pretraining, at most.", PretrainPlan().minutes, 0.1),
    _number("--epochs", "Passes over annotated documents.", FitPlan().epochs, 1),
    _number("--tasks", "Weight of names, tags and mood.", FitPlan().task_weight, 0),
    _number("--seed", "Decides whatever chance decides.", 1, 0),
    _number("--threads", "Cores to use.", 2, 1),
]


class Options(NamedTuple):
    """What the command was given."""

    corpora: Path | None
    train: tuple[Path, ...]
    dev: tuple[Path, ...]
    text: tuple[Path, ...]
    work: Path
    model: Path
    scorer: Path | None
    name: str
    minutes: float
    epochs: int
    tasks: float
    seed: int
    threads: int


def job_of(options: Options) -> Job:
    """The job that options ask for, with what lies in the corpora's folder.

    Raises:
        TrainingError: they name nothing to fit to.
    """
    train, dev, scorer = options.train, options.dev, options.scorer
    if options.corpora:
        quotations = options.corpora / "quotations"
        known = (quotations / f"{part}.jsonl.xz" for part in ("dev", "leads"))
        train = train or (quotations / "train.jsonl.xz",)
        dev = dev or tuple(path for path in known if path.is_file())
        beside = options.corpora.parent / "tools" / "score_quotations.py"
        scorer = scorer or (beside if beside.is_file() else None)
    if not train:
        raise TrainingError("nothing to fit to: name --corpora FOLDER or --train FILE")
    return Job(
        train,
        dev,
        options.text,
        options.corpora,
        options.work,
        options.model,
        scorer,
        version=options.name,
        seed=options.seed,
        threads=options.threads,
        pretrain=PretrainPlan(minutes=options.minutes),
        fit=FitPlan(epochs=options.epochs, task_weight=options.tasks),
    )


def clocked(report: Report) -> Report:
    """The report with the time since now before each line."""
    began = time.monotonic()

    def line(text: str) -> None:
        minutes, seconds = divmod(int(time.monotonic() - began), 60)
        report(f"{minutes:3}:{seconds:02}  {text}")

    return line


def _train(stage: str, **options: Any) -> None:
    keep_freed_memory()
    last = STAGES[-1].name if stage == "all" else stage
    run_stages(job_of(Options(**options)), last, clocked(click.echo))


COMMAND = click.Command(
    "training",
    params=_PARAMETERS,
    callback=_train,
    help="Train the model of the reader, up to STAGE; what is done is skipped. "
    "--train, --dev and --text may be repeated.",
)


def main() -> None:
    """Run the command; one line on standard error where it cannot."""
    try:
        COMMAND(prog_name="python -m training")
    except (TrainingError, EvaluationError) as error:
        click.echo(f"training: {error}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
