"""What the tests of training share: a small corpus, and one finished training on it."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
TOKEN = re.compile(r"\w+|\S")

Row = dict[str, Any]


@pytest.fixture(scope="session")
def rows() -> list[Row]:
    """The documents of `small.toml` in the JSON form of the quotation corpus."""
    small = tomllib.loads((HERE / "small.toml").read_text("utf-8"))
    return [_row(document) for document in small["document"]]


@pytest.fixture(scope="session")
def corpus(rows: list[Row], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in a file, one document a line."""
    path = tmp_path_factory.mktemp("corpus") / "small.jsonl"
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _row(document: Row) -> Row:
    text = document["text"].lstrip("\n")
    spans = [match.span() for match in TOKEN.finditer(text)]
    quotations = document.get("quotation", [])
    return {
        "file": document["name"],
        "originalText": text,
        "sentences": [{"tokens": [text[begin:end] for begin, end in spans]}],
        "annotations": [_annotation(q, text, spans) for q in quotations],
    }


def _annotation(quotation: Row, text: str, spans: list[tuple[int, int]]) -> Row:
    parts = {
        role: {"tokenIds": _tokens(quotation.get(key, []), text, spans)}
        for role, key in (
            ("quote", "content"),
            ("frame", "frame"),
            ("speaker", "speaker"),
            ("cue", "cue"),
            ("addressee", "addressee"),
        )
    }
    medium = {"medium": quotation["medium"]} if "medium" in quotation else {}
    return {"type": quotation["kind"], **medium, **parts}


def _tokens(pieces: list[str], text: str, spans: list[tuple[int, int]]) -> list[int]:
    """The numbers of the tokens in pieces of a text, which are in its order."""
    found: list[int] = []
    end = 0
    for piece in pieces:
        begin = text.index(piece, end)
        end = begin + len(piece)
        found += [n for n, (b, e) in enumerate(spans) if begin <= b and e <= end]
    return found


@pytest.fixture(scope="session")
def job(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A training of the smallest sizes, not begun."""
    pytest.importorskip("torch", reason="needs PyTorch: make train-test")
    from training.fit import FitPlan  # noqa: PLC0415 - only where PyTorch is there
    from training.labels import LabelPlan  # noqa: PLC0415
    from training.network import Sizes  # noqa: PLC0415
    from training.pretrain import PretrainPlan  # noqa: PLC0415
    from training.stages import Job  # noqa: PLC0415
    from training.vectors import VectorPlan  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("training")
    return Job(
        train=(corpus,),
        dev=(corpus,),
        texts=(),
        corpora=None,
        work=folder / "work",
        model=folder / "model",
        scorer=None,
        threads=1,
        least=1,
        vectors=VectorPlan(dimensions=8, buckets=400, epochs=2, least=1, sampling=1),
        sizes=Sizes(
            vocabulary=60, static=8, word=12, hidden=8, top=16, narrow=8, label=8
        ),
        pretrain=PretrainPlan(rows=2, length=16, warm=2, candidates=20, kept_every=3),
        fit=FitPlan(epochs=2, places=200),
        labels=LabelPlan(early=2, late=2),
    )


@pytest.fixture(scope="session")
def finished(job: Any) -> Any:
    """The same, done."""
    from training.report import silent  # noqa: PLC0415 - only where PyTorch is there
    from training.stages import run_stages  # noqa: PLC0415

    run_stages(job, "score", silent)
    return job
