"""The stages of a training, in order: what each takes, and what it leaves behind.

A stage leaves files in the work folder and, last, `NAME.done` with the key of its
settings: a digest of what decides its result, the stages before it included. A stage
whose key stands there is skipped; one that was stopped goes on from its checkpoint;
one whose settings changed is done anew, and with it all after it. The rules whose hints
the reader is fitted with are no settings: after a change there, remove `fit.done`.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import torch

from evaluation.scores import run_scorer
from training.corpus import Example, read_examples
from training.documents import document_of
from training.errors import TrainingError
from training.export import Trained, export
from training.fit import FitPlan, Lessons, fit
from training.joint import SideTasks, files_of, read_corpora
from training.labels import LabelPlan, fit_labels
from training.lexicon import Lexicon
from training.lore import (
    lore_of,
    marked,
    no_lore,
    read_lore,
    surroundings,
    write_lore,
)
from training.network import Reader, Sizes
from training.pretrain import PretrainPlan, Text, pretrain
from training.raw_text import documents, public_files, write_tokens
from training.read import as_reading, read
from training.report import Report
from training.storage import Checkpoint, keep, kept, replacing
from training.stream import numbered, read_stream, read_words, write_stream
from training.vectors import SubwordTable, VectorPlan, trained_table


class Job(NamedTuple):
    """All that a training is told.

    Attributes:
        train, dev: files of annotated documents, to fit to and to score on.
        texts: plain text files for pretraining.
        corpora: the folder with `text/`, more text for pretraining.
        work: the folder that stages leave their files in.
        model: the folder that the finished model is written to.
        scorer: the program that scores readings.
        version: names the weights.
        seed: decides whatever chance decides.
        threads: cores to use.
        least: words seen less often in the raw text have no number.
    """

    train: tuple[Path, ...]
    dev: tuple[Path, ...]
    texts: tuple[Path, ...]
    corpora: Path | None
    work: Path
    model: Path
    scorer: Path | None
    version: str = "de-1"
    seed: int = 1
    threads: int = 2
    least: int = 2
    vectors: VectorPlan = VectorPlan()
    sizes: Sizes = Sizes()
    pretrain: PretrainPlan = PretrainPlan()
    fit: FitPlan = FitPlan()
    labels: LabelPlan = LabelPlan()


class Stage(NamedTuple):
    """One stage.

    Attributes:
        run: does it, given its key and where to say how far it is.
        settings: what its result depends on, beside the stages before.
    """

    name: str
    run: Callable[[Job, str, Report], None]
    settings: Callable[[Job], Any]


def run_stages(job: Job, last: str, report: Report) -> None:
    """Run what is not done yet, up to the stage `last`.

    Raises:
        TrainingError: something is missing or not of its form.
    """
    torch.set_num_threads(job.threads)
    job.work.mkdir(parents=True, exist_ok=True)
    key = ""
    for stage in STAGES:
        key = _digest([stage.name, stage.settings(job), key])
        _run(stage, job, key, report)
        if stage.name == last:
            return


def _run(stage: Stage, job: Job, key: str, report: Report) -> None:
    mark = job.work / f"{stage.name}.done"
    if stage.name not in NEVER_SKIPPED and mark.exists() and mark.read_text() == key:
        report(f"{stage.name}: done before")
        return
    mark.unlink(missing_ok=True)
    stage.run(job, key, lambda line: report(f"{stage.name}: {line}"))
    mark.write_text(key)


def make_text(job: Job, key: str, report: Report) -> None:
    """Corpora → tokenised text, and the same as word numbers."""
    del key
    texts = documents(job.train, job.texts, job.corpora)
    total = write_tokens(texts, job.work / "text.txt")
    report(f"{total} tokens")
    stream = numbered(job.work / "text.txt", job.least)
    write_stream(stream, job.work)
    report(f"{len(stream.words)} different words")


def make_vectors(job: Job, key: str, report: Report) -> None:
    """Tokenised text → a table of subword vectors, and the vectors of all words."""
    del key
    text = job.work / "text.txt"
    table = trained_table(text, job.vectors, threads=job.threads)
    plain = table.vectors(read_words(job.work / "words.txt"))
    spread = plain.std().item()
    if not spread:
        raise TrainingError(
            f"{text}: too little raw text for vectors: name more by --text or --corpora"
        )
    scale = 1 / spread
    keep(job.work / "static.pt", (plain * scale).bfloat16())
    table._replace(scale=scale).write(job.work / "vectors.npz")
    report(f"{len(table.rows)} rows, scale {scale:.4f}")


def make_encoder(job: Job, key: str, report: Report) -> None:
    """Word numbers and vectors → the encoder, as two language models."""
    text = Text(read_stream(job.work), kept(job.work / "static.pt"), job.seed)
    checkpoint = Checkpoint(job.work / "pretrain.checkpoint", key)
    model = pretrain(text, job.sizes, job.pretrain, report, checkpoint)
    keep(job.work / "encoder.pt", model.encoder.state_dict())
    checkpoint.remove()


def make_reader(job: Job, key: str, report: Report) -> None:
    """The encoder and annotated documents → the reader."""
    examples = [one for path in job.train for one in read_examples(path)]
    report(f"{len(examples)} documents")
    lessons = lessons_of(job, examples)
    torch.manual_seed(job.seed)
    reader = Reader(job.sizes)
    reader.encoder.load_state_dict(kept(job.work / "encoder.pt"))
    checkpoint = Checkpoint(job.work / "fit.checkpoint", key)
    fit(lessons, reader, _fit_plan(job), report, checkpoint)
    keep(job.work / "reader.pt", reader.state_dict())
    checkpoint.remove()


def lessons_of(job: Job, examples: list[Example]) -> Lessons:
    """What the reader is fitted to; other tasks where they count and are there."""
    lexicon = lexicon_of(job, examples)
    side = None
    if job.fit.task_weight and job.corpora:
        corpora = read_corpora(job.corpora)
        lexicon.learn(form for part in corpora for one in part for form in one.forms)
        side = SideTasks(corpora, lexicon, no_lore())
    return Lessons([document_of(one, lexicon) for one in examples], lexicon, side)


def make_lore(job: Job, key: str, report: Report) -> None:
    """The reader, raw text and other tasks → what is known of words, and the labels."""
    del key
    reader, lore = fitted(job), no_lore()
    if job.fit.task_weight and job.corpora:
        corpora, lexicon = read_corpora(job.corpora), lexicon_of(job, [])
        lexicon.learn(form for part in corpora for one in part for form in one.forms)
        with (job.work / "text.txt").open(encoding="utf8") as lines:
            lore = lore_of(marked(corpora.silver), surroundings(lines))
        report(f"{len(lore.words)} words known")
        plan = job.labels._replace(seed=job.seed)
        fit_labels(reader, SideTasks(corpora, lexicon, lore), plan, report)
    keep(job.work / "labels.pt", reader.labels.state_dict())
    write_lore(lore, job.work / "lore.npz")


def _fit_plan(job: Job) -> FitPlan:
    return job.fit._replace(seed=job.seed)


def make_model(job: Job, key: str, report: Report) -> None:
    """The reader → the model folder."""
    del key
    export(trained(job), job.model)
    size = sum(path.stat().st_size for path in job.model.iterdir())
    report(f"{job.model}: {size / 1e6:.1f} MB")


def score(job: Job, key: str, report: Report) -> None:
    """The reader → readings of the documents kept apart, and their scores."""
    del key
    reader = trained(job).reader
    for path in job.dev:
        examples = read_examples(path)
        target = job.work / f"readings-{path.name.split('.')[0]}.jsonl"
        write_readings(reader, examples, lexicon_of(job, examples), target)
        report(f"readings of {path.name} in {target}")
        if job.scorer:
            report(
                f"scores of float weights\n{run_scorer(job.scorer, path, target).table}"
            )


def write_readings(
    reader: Reader, examples: list[Example], lexicon: Lexicon, target: Path
) -> None:
    """Read examples; write one reading a line."""
    made = [document_of(one, lexicon) for one in examples]
    found = read([reader], made, lexicon)
    with replacing(target) as path, path.open("w", encoding="utf8") as out:
        for example, document in zip(examples, made, strict=True):
            reading = as_reading(example, document, found[document.name])
            out.write(json.dumps(reading, ensure_ascii=False) + "\n")


def fitted(job: Job) -> Reader:
    """What the stage `fit` left behind."""
    reader = Reader(job.sizes)
    reader.load_state_dict(kept(job.work / "reader.pt"))
    return reader


def trained(job: Job) -> Trained:
    """What the stages up to `lore` left behind."""
    reader = fitted(job)
    reader.labels.load_state_dict(kept(job.work / "labels.pt"))
    words = read_words(job.work / "words.txt")
    table = SubwordTable.read(job.work / "vectors.npz")
    lore = read_lore(job.work / "lore.npz")
    return Trained(reader, words, table, lore, job.version)


def lexicon_of(job: Job, examples: Iterable[Example]) -> Lexicon:
    """The frequent words, and all words of the examples."""
    words = read_words(job.work / "words.txt")[: job.sizes.vocabulary]
    lexicon = Lexicon(words, SubwordTable.read(job.work / "vectors.npz"))
    lexicon.learn(form for one in examples for form in one.forms)
    return lexicon


def _digest(settings: Any) -> str:
    return hashlib.sha256(json.dumps(settings).encode()).hexdigest()


def _digests(paths: Iterable[Path]) -> list[str]:
    return [_file_digest(path) for path in paths]


def _file_digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise TrainingError(f"{path}: cannot be read: {error.strerror}") from error


def _text_settings(job: Job) -> Any:
    public = public_files(job.corpora / "text") if job.corpora else ()
    return [*_digests([*job.train, *job.texts, *public]), job.least]


def _reader_settings(job: Job) -> Any:
    asides = job.fit.task_weight and job.corpora
    files = files_of(job.corpora) if asides and job.corpora else []
    return [_digests([*job.train, *files]), _fit_plan(job), job.sizes]


def _encoder_settings(job: Job) -> Any:
    sizes = job.sizes
    lower = [sizes.vocabulary, sizes.static, sizes.word, sizes.hidden]
    return [lower, job.pretrain, job.seed]


NEVER_SKIPPED = frozenset({"export", "score"})
"""Stages of seconds, whose results lie outside the work folder."""

STAGES: tuple[Stage, ...] = (
    Stage("text", make_text, _text_settings),
    Stage("vectors", make_vectors, lambda job: job.vectors),
    Stage("pretrain", make_encoder, _encoder_settings),
    Stage("fit", make_reader, _reader_settings),
    Stage("lore", make_lore, lambda job: job.labels._replace(seed=job.seed)),
    Stage("export", make_model, lambda job: job.version),
    Stage("score", score, lambda _job: None),
)
"""What is done, in this order."""
