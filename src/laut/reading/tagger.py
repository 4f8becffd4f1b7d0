"""The model: what it says of every token of one article.

Takes `Tokens`, returns `Tagged`: probabilities by token, from one small encoder that
was trained in `training/` and ships with the package as ONNX. One article at a time,
one thread: a reading never depends on what else is read. Long texts are read in
stretches that overlap, so that time and memory stay linear. Safe to use from several
threads.
"""

from functools import cache
from importlib.resources import as_file, files
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from laut.reading.decode import INNER, NAMES, OUTER, Level, weighed
from laut.reading.forms import forms
from laut.reading.lore import Lore
from laut.reading.shapes import shapes
from laut.reading.subwords import Subwords
from laut.reading.tokens import Tokens

BREAK_ID, UNKNOWN_ID = 0, 1
STRETCH, OVERLAP = 2000, 200
OUTPUTS = ("outer", "inner", "pos", "mood", "names", "states")

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]


class Tagged(NamedTuple):
    """What the model says, by place; a place is a token or a break between lines.

    Attributes:
        token: [places] token number, -1 at a break.
        outer, inner: [places, tags] probabilities of the tags of contents.
        states: [places, width] what the roles are read from.
        names, pos, mood: [places, labels] probabilities.
    """

    token: Numbers
    outer: Floats
    inner: Floats
    pos: Floats
    mood: Floats
    names: Floats
    states: Floats


class Card(msgspec.Struct, frozen=True):
    """What the model says of itself.

    Attributes:
        scale: what a row of the subword table is multiplied by.
    """

    version: str
    scale: float


class Model(NamedTuple):
    """The two graphs, what turns words into numbers, and which tags follow which."""

    card: Card
    words: dict[str, int]
    subwords: Subwords
    lore: Lore
    tagger: Any
    roles: Any
    outer: Level
    inner: Level
    names: Level


@cache
def model() -> Model:
    """The model of the package, loaded once."""
    folder = files("laut.reading.german") / "model"
    listed = (folder / "words.txt").read_text(encoding="utf8").split("\n")
    card = msgspec.json.decode((folder / "card.json").read_bytes(), type=Card)
    with as_file(folder) as path:
        table = np.load(path / "subwords.npy")
        lore = Lore(np.load(path / "lore-words.npy"), np.load(path / "lore.npy"))
        with np.load(path / "order.npz") as orders:
            order = dict(orders)
    return Model(
        card,
        {word: number for number, word in enumerate(listed, start=UNKNOWN_ID + 1)},
        Subwords(table, card.scale),
        lore,
        _session((folder / "tagger.onnx").read_bytes()),
        _session((folder / "roles.onnx").read_bytes()),
        *(
            weighed(level, order[f"{name}_first"], order[f"{name}_follows"])
            for name, level in (("outer", OUTER), ("inner", INNER), ("names", NAMES))
        ),
    )


def _session(graph: bytes) -> Any:
    import onnxruntime  # noqa: PLC0415 - half of the start-up time, only when read

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # no two texts have the same length
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        graph, options, providers=["CPUExecutionProvider"]
    )


def tagged(tokens: Tokens, hints: Floats) -> Tagged:
    """What the model says of a text.

    Args:
        tokens: at least one.
        hints: [tokens, width] what rules found, see `laut.reading.hints`.
    """
    known, words = model(), forms(tokens)
    numbers = [known.words.get(word, UNKNOWN_ID) for word in words]
    token = places_of(tokens)
    inputs = _Inputs(
        np.array([*numbers, BREAK_ID], np.int64),
        _with_nothing(known.subwords.vectors(words)),
        _with_nothing(hints),
        _with_nothing(np.concatenate([shapes(words), known.lore.of(words)], axis=1)),
    )
    return Tagged(token, *_read(known.tagger, inputs, token))


class _Inputs(NamedTuple):
    """What the model sees of each token, in the last row of a break."""

    frequent: Numbers
    vectors: Floats
    hints: Floats
    shapes: Floats


def _with_nothing(rows: Floats) -> Floats:
    """The rows, and a last one of zeros."""
    return np.concatenate([rows, np.zeros((1, rows.shape[1]), np.float32)])


def places_of(tokens: Tokens) -> Numbers:
    """Token numbers, with -1 before, behind, and where a new line begins."""
    text, result, end = tokens.text, [-1], 0
    for number, (begin, stop) in enumerate(tokens.spans):
        if begin > end and number and "\n" in text[end:begin]:
            result.append(-1)
        result.append(number)
        end = stop
    return np.array([*result, -1], np.int64)


def _read(tagger: Any, inputs: _Inputs, token: Numbers) -> list[Floats]:
    """All outputs over all places, stretch by stretch."""
    size = len(token)
    kept: list[list[Floats]] = []
    for begin in range(0, max(1, size - OVERLAP), STRETCH - 2 * OVERLAP):
        part = token[begin : begin + STRETCH]
        seen = {name: rows[part] for name, rows in inputs._asdict().items()}
        first = OVERLAP if begin else 0
        last = None if begin + STRETCH >= size else STRETCH - OVERLAP
        kept.append([values[first:last] for values in tagger.run(OUTPUTS, seen)])
        if last is None:
            break
    return [np.concatenate(column) for column in zip(*kept, strict=True)]
