"""Export: a trained `Reader` as a model folder that needs no PyTorch to be run.

`tagger.onnx` reads one article: word numbers [time], static vectors [time, static],
hints and shapes [time, width] in; probabilities of tags and labels, and states, out.
`roles.onnx` reads windows [w, n, width] around its quotations. One article at a time,
since a reading must not depend on what else is in a batch; the weights of large
matrices as int8. With them go `order.npz`, the weights of tags following one another,
the frequent words, the subword table as int8, what is known of words, and a card.
"""

import json
import tempfile
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from laut.reading.hints import MATCH_WIDTH, WIDTH as HINT_WIDTH
from laut.reading.lore import Lore
from training.graph import Graph
from training.network import SHAPES, Encoder, Labeller, Reader
from training.storage import replacing
from training.stream import MARKS
from training.vectors import SubwordTable

LABELS = ("pos", "mood", "names")
OUTPUTS = ("outer", "inner", *LABELS, "states")

WIDEST = 99.99
"""The percentile of the subword table that int8 reaches; what is beyond is cut."""


class Trained(NamedTuple):
    """A finished training.

    Attributes:
        words: the frequent words by number, the two marks first.
        table: the subword table, with its scale.
        lore: what is known of words.
        version: names the weights; part of every reading.
    """

    reader: Reader
    words: list[str]
    table: SubwordTable
    lore: Lore
    version: str


def export(trained: Trained, folder: Path) -> None:
    """Write the model folder."""
    trained.reader.eval()
    folder.mkdir(parents=True, exist_ok=True)
    write_quantised(tagger_model(trained.reader), folder / "tagger.onnx")
    write_quantised(roles_model(trained.reader), folder / "roles.onnx")
    np.savez(folder / "order.npz", **orders(trained.reader))
    listed = trained.words[MARKS : trained.reader.encoder.sizes.vocabulary]
    (folder / "words.txt").write_text("\n".join(listed), encoding="utf8")
    rows, step = int8_rows(trained.table)
    np.save(folder / "subwords.npy", rows)
    np.save(folder / "lore-words.npy", trained.lore.words)
    np.save(folder / "lore.npy", trained.lore.rows)
    card = {"version": trained.version, "scale": step * trained.table.scale}
    (folder / "card.json").write_text(json.dumps(card), encoding="utf8")


def orders(reader: Reader) -> dict[str, NDArray[np.float32]]:
    """The log weights of a tag coming first, and after another, of every level."""
    levels = {
        "outer": reader.outer_order,
        "inner": reader.inner_order,
        "names": reader.labels.order,
    }
    return {
        f"{level}_{part}": getattr(order, part).detach().numpy()
        for level, order in levels.items()
        for part in ("first", "follows")
    }


class Whole(NamedTuple):
    """A table as int8, and what one step of it is worth."""

    rows: NDArray[np.int8]
    step: float


def int8_rows(table: SubwordTable) -> Whole:
    """The rows of a table rounded to int8."""
    step = float(np.percentile(np.abs(table.rows), WIDEST)) / 127
    rows = np.clip(np.round(table.rows / step), -127, 127).astype(np.int8)
    return Whole(rows, step)


def tagger_model(reader: Reader) -> onnx.ModelProto:
    """The graph that reads an article."""
    g = Graph()
    g.numbers("frequent", ["time"])
    g.floats("vectors", ["time", reader.encoder.sizes.static])
    g.floats("hints", ["time", HINT_WIDTH])
    g.floats("shapes", ["time", SHAPES])
    one = g.whole("one", 1)
    mixed = _mixed(g, reader, one)
    _labels(g, reader.labels, mixed, one)
    states = _upper(g, "top", reader.top, [mixed, "hints"], one)
    outer = g.softmax("outer", reader.outer, states)
    g.softmax("inner", reader.inner, states)
    flags = g.node("Sigmoid", [g.linear("flags.logits", reader.flags, states)], "flags")
    narrow = g.linear("narrow", reader.narrow, states)
    g.node("Concat", [narrow, outer, flags], "states", axis=1)
    for name in OUTPUTS:
        g.answer(name, ["time", f"{name}.width"])
    return g.model()


def _upper(g: Graph, name: str, layer: nn.LSTM, parts: list[str], one: str) -> str:
    """States [time, width] of a layer over [time, 1, …] and features [time, …]."""
    sequence, features = parts
    lifted = g.node("Unsqueeze", [features, one], f"{name}.features")
    entering = g.node("Concat", [sequence, lifted], f"{name}.entering", axis=2)
    states = g.lstm(name, layer, entering, "bidirectional")
    return g.node("Squeeze", [states, one], f"{name}.flat")


def _labels(g: Graph, labels: Labeller, mixed: str, one: str) -> None:
    """Probabilities of names, parts of speech and mood."""
    into = g.linear("labels.into", labels.into, mixed)
    upper = _upper(g, "labels", labels.lstm, [into, "shapes"], one)
    for name in LABELS:
        g.softmax(name, getattr(labels, name), upper)


def _mixed(g: Graph, reader: Reader, one: str) -> str:
    """What enters the upper layers, [time, 1, width]: both ways and words."""
    own = g.lookup("own", reader.encoder.words, "frequent")
    static = g.linear("static", reader.encoder.static, "vectors")
    words = g.node("Add", [own, static], "words")
    sequence = g.node("Unsqueeze", [words, one], "sequence")
    ahead = _side(g, reader, sequence, "forward")
    back = _side(g, reader, sequence, "reverse")
    return g.node("Concat", [ahead, back, sequence], "mixed", axis=2)


def _side(g: Graph, reader: Reader, sequence: str, way: str) -> str:
    """The two layers of one way, mixed by their shares."""
    low_layer, high_layer = _layers(reader.encoder, way)
    share = reader.blend.softmax(0).detach().numpy() * reader.scale.item()
    low = g.lstm(f"{way}.low", low_layer, sequence, way)
    upper = g.lstm(f"{way}.upper", high_layer, low, way)
    high = g.node("Add", [low, upper], f"{way}.high")
    parts = [
        g.node("Mul", [states, g.weight(f"{states}.share", value)], f"{states}.part")
        for states, value in ((low, share[:1]), (high, share[1:]))
    ]
    return g.node("Add", parts, way)


def _layers(encoder: Encoder, way: str) -> nn.ModuleList:
    return encoder.layers.ahead if way == "forward" else encoder.layers.back


def roles_model(reader: Reader) -> onnx.ModelProto:
    """The graph that reads windows [w, n, width] around quotations."""
    g, pair = Graph(), reader.pair
    relation_width, kind_width = (e.embedding_dim for e in (pair.relation, pair.kind))
    width = pair.lstm.input_size - relation_width - kind_width - MATCH_WIDTH
    g.floats("windows", ["w", "n", width])
    g.numbers("relation", ["w", "n"])
    g.numbers("kind", ["n"])
    g.floats("match", ["w", "n", MATCH_WIDTH])
    g.floats("inside", ["w", "n"])
    where = g.lookup("where", pair.relation, "relation")
    first = g.whole("first", 0)
    kinds = g.lookup("kinds", pair.kind, "kind")
    spread = _everywhere(g, kinds, kind_width, first)
    x = g.node("Concat", ["windows", where, spread, "match"], "x", axis=2)
    around = g.lstm("around", pair.lstm, x, "bidirectional")
    g.linear("roles", pair.out, around)
    g.softmax("medium", pair.medium, _pooled(g, around, first))
    g.answer("roles", ["w", "n", "role"])
    g.answer("medium", ["n", "media"])
    return g.model()


def _everywhere(g: Graph, kinds: str, width: int, first: str) -> str:
    """Vectors of kinds [n, width] at every place, [w, n, width]."""
    row = g.node("Unsqueeze", [kinds, first], "kinds.row")
    shape = g.node("Shape", ["relation"], "shape")
    full = g.node("Concat", [shape, g.whole("kinds.width", width)], "full", axis=0)
    return g.node("Expand", [row, full], "kinds.all")


def _pooled(g: Graph, around: str, first: str) -> str:
    """The mean of the states inside each content, [n, width]."""
    inside = g.node("Unsqueeze", ["inside", g.whole("last", 2)], "inside.wide")
    held = g.node("Mul", [around, inside], "held")
    total = g.node("ReduceSum", [held, first], "total", keepdims=0)
    count = g.node("ReduceSum", [inside, first], "count", keepdims=0)
    return g.node("Div", [total, count], "pooled")


def write_quantised(model: onnx.ModelProto, path: Path) -> None:
    """Write a model with int8 weights."""
    with tempfile.TemporaryDirectory() as scratch, replacing(path) as unfinished:
        plain = Path(scratch) / "plain.onnx"
        onnx.save(model, str(plain))
        quantize_dynamic(str(plain), str(unfinished), weight_type=QuantType.QInt8)
