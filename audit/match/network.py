"""A small network over all features together, beside trees that ask about few at a time.

It counts in whole numbers: features in 32nds of their spread, weights in 512ths. float32 adds whole
numbers up to 2**24 exactly, so that a sum is the same to the bit in whatever order a processor
adds, however many pairs are judged together.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SPREAD = 32
"""Steps of a feature in one standard deviation."""
MOST_FEATURE = 4 * SPREAD
"""Steps beyond which a feature is cut off, either way."""
MOST_ACTIVE = 16 * SPREAD
"""Steps beyond which what a unit says is cut off."""
UNIT = 512
"""Steps of a weight that are one."""
AT_ONCE = 48
"""Rows judged together: from some more on, matrices are multiplied on all processors, which costs
more time in all, and they have other work."""
_EXACT = 1 << 24

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Layer:
    """Weights of each input (a row) for each unit (a column), in steps, and what units begin with.

    `biases` are in steps of products, `SPREAD * UNIT` of which are one.
    """

    weights: Floats
    biases: Floats

    def sums(self, rows: Floats) -> Floats:
        """What each unit comes to for each row of inputs, in steps of products."""
        found = np.empty((len(rows), len(self.biases)), np.float32)
        for begin in range(0, len(rows), AT_ONCE):
            some = slice(begin, begin + AT_ONCE)
            np.matmul(rows[some], self.weights, out=found[some])
        found += self.biases
        return found

    def most(self, reach: int) -> float:
        """The largest sum that inputs of so many steps can come to."""
        return float((np.abs(self.weights).sum(axis=0) * reach + np.abs(self.biases)).max())


@dataclass(frozen=True, slots=True)
class Network:
    """Layers of units, each of which says nothing below zero, but for the one unit of the last.

    A feature counts by how many steps it is from its `middle`; `scale` are its steps in one.
    Raises `ValueError` where sums might not be exact.
    """

    middle: Floats
    scale: Floats
    layers: tuple[Layer, ...]

    def __post_init__(self) -> None:
        for number, layer in enumerate(self.layers):
            if layer.most(MOST_ACTIVE if number else MOST_FEATURE) >= _EXACT:
                raise ValueError("weights too large for exact sums")

    def steps(self, matrix: Floats) -> Floats:
        """Rows of features in steps from their middle."""
        found: Floats = np.rint((matrix - self.middle) * self.scale)
        return np.clip(found, -MOST_FEATURE, MOST_FEATURE, out=found)

    def score(self, matrix: Floats) -> NDArray[np.float64]:
        """Log-odds for each row of features."""
        found = np.ascontiguousarray(self.steps(matrix))
        for layer in self.layers[:-1]:
            found = layer.sums(found)
            np.multiply(found, np.float32(1 / UNIT), out=found)
            np.rint(found, out=found)
            np.maximum(found, 0, out=found)
            np.minimum(found, MOST_ACTIVE, out=found)
        return self.layers[-1].sums(found)[:, 0].astype(np.float64) / (SPREAD * UNIT)
