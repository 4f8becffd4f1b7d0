"""ONNX graphs, node by node: weights, linear layers, LSTMs.

Written out by hand, so that graphs stay readable and take what they need and no more.
"""

from collections.abc import Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

OPSET = 17
IR_VERSION = 9

Floats = NDArray[np.float32]
Shape = Sequence[str | int]


class Graph:
    """Nodes and weights on their way to an ONNX model."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.inputs: list[onnx.ValueInfoProto] = []
        self.outputs: list[onnx.ValueInfoProto] = []

    def floats(self, name: str, shape: Shape) -> str:
        """Take an input of float32; returns its name."""
        return self._input(name, TensorProto.FLOAT, shape)

    def numbers(self, name: str, shape: Shape) -> str:
        """Take an input of int64; returns its name."""
        return self._input(name, TensorProto.INT64, shape)

    def _input(self, name: str, kind: int, shape: Shape) -> str:
        self.inputs.append(helper.make_tensor_value_info(name, kind, list(shape)))
        return name

    def answer(self, name: str, shape: Shape) -> None:
        """Give out the float32 values of a node."""
        value = helper.make_tensor_value_info(name, TensorProto.FLOAT, list(shape))
        self.outputs.append(value)

    def weight(self, name: str, values: Tensor | NDArray[np.generic]) -> str:
        """Keep a constant; returns its name."""
        array = values.detach().numpy() if isinstance(values, Tensor) else values
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def whole(self, name: str, *numbers: int) -> str:
        """Keep whole numbers, such as axes and shapes; returns their name."""
        return self.weight(name, np.array(numbers, np.int64))

    def node(self, kind: str, inputs: Sequence[str], out: str, **more: object) -> str:
        """Add a node with one output; returns that output's name."""
        self.nodes.append(helper.make_node(kind, list(inputs), [out], name=out, **more))
        return out

    def lookup(self, out: str, table: nn.Embedding, numbers: str) -> str:
        """The rows of a table."""
        return self.node(
            "Gather", [self.weight(f"{out}.w", table.weight), numbers], out
        )

    def linear(self, out: str, layer: nn.Linear, x: str) -> str:
        """A linear layer on the last axis."""
        weight = self.weight(f"{out}.w", layer.weight.T)
        product = self.node("MatMul", [x, weight], f"{out}.product")
        return self.node("Add", [product, self.weight(f"{out}.b", layer.bias)], out)

    def softmax(self, out: str, layer: nn.Linear, x: str) -> str:
        """Probabilities from a linear layer."""
        return self.node(
            "Softmax", [self.linear(f"{out}.logits", layer, x)], out, axis=-1
        )

    def lstm(self, out: str, layer: nn.LSTM, x: str, direction: str) -> str:
        """An LSTM over [time, batch, width]; out [time, batch, ways * hidden].

        The direction is forward, reverse, or bidirectional.
        """
        suffixes = ["", "_reverse"] if direction == "bidirectional" else [""]
        parts = zip(*(_gates(layer, suffix) for suffix in suffixes), strict=True)
        weights = [
            self.weight(f"{out}.{name}", np.stack(part))
            for name, part in zip("wrb", parts, strict=True)
        ]
        states = self.node(
            "LSTM",
            [x, *weights],
            f"{out}.states",
            hidden_size=layer.hidden_size,
            direction=direction,
        )
        turned = self.node("Transpose", [states], f"{out}.turned", perm=[0, 2, 1, 3])
        shape = self.whole(f"{out}.shape", 0, 0, -1)
        return self.node("Reshape", [turned, shape], out)

    def model(self) -> onnx.ModelProto:
        """The finished model, checked."""
        graph = helper.make_graph(
            self.nodes, "laut", self.inputs, self.outputs, self.weights
        )
        made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)])
        made.ir_version = IR_VERSION
        onnx.checker.check_model(made)
        return made


def _gates(layer: nn.LSTM, suffix: str) -> list[Floats]:
    """Weights of input, of recurrence, and biases, in the gate order of ONNX.

    PyTorch has input, forget, cell, output; ONNX has input, output, forget, cell.
    """

    def turned(name: str) -> Floats:
        gates = getattr(layer, name + suffix).detach().numpy()
        into, forget, cell, out = np.split(gates, 4)
        return np.concatenate([into, out, forget, cell])

    bias = np.concatenate([turned("bias_ih_l0"), turned("bias_hh_l0")])
    return [turned("weight_ih_l0"), turned("weight_hh_l0"), bias]
