"""Teaches a network of several layers by gradients, in numpy alone.

Units are silenced at random while it learns (dropout: Srivastava et al. 2014), which keeps it from
learning rows by heart; steps follow Adam (Kingma and Ba 2015), shorter and shorter along a cosine.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audit.match.network import SPREAD, UNIT, Layer, Network

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Plan:
    """The shape of a network, and how long and how carefully it is taught."""

    units: tuple[int, ...] = (128, 128, 128)
    silenced: float = 0.4
    """Share of the units of a layer that say nothing in one step."""
    rounds: int = 30
    """How often each row is seen."""
    rows: int = 256
    """Rows of one step."""
    rate: float = 0.002


def teach(matrix: Floats, same: NDArray[np.float64], *, plan: Plan, seed: int) -> Network:
    """A network that was taught rows of features with the truth 0 or 1 of each."""
    random = np.random.default_rng(seed)
    spread = matrix.std(axis=0, dtype=np.float64)
    scale = np.divide(SPREAD, spread, out=np.zeros_like(spread), where=spread > 0)
    middle = matrix.mean(axis=0, dtype=np.float64).astype(np.float32)
    blank = Network(middle, scale.astype(np.float32), ())
    rows = np.ascontiguousarray(blank.steps(matrix) / SPREAD, np.float32)
    weights = [
        random.uniform(-1, 1, (before + 1, after)).astype(np.float32) / np.float32(before**0.5)
        for before, after in zip((rows.shape[1], *plan.units), (*plan.units, 1), strict=True)
    ]
    steps = _Steps(weights)
    batches = -(-len(rows) // plan.rows)
    for number in range(plan.rounds * batches):
        if number % batches == 0:
            order = random.permutation(len(rows))
        at = order[number % batches * plan.rows :][: plan.rows]
        slopes = _slopes(weights, rows[at], same[at], plan.silenced, random)
        rate = plan.rate * (1 + np.cos(np.pi * number / (plan.rounds * batches))) / 2
        steps.take(slopes, rate)
    layers = [
        Layer(np.rint(one[:-1] * UNIT), np.rint(one[-1] * (SPREAD * UNIT))) for one in weights
    ]
    return Network(blank.middle, blank.scale, tuple(layers))


def _slopes(
    weights: Sequence[Floats],
    rows: Floats,
    same: NDArray[np.float64],
    silenced: float,
    random: np.random.Generator,
) -> list[Floats]:
    """How the loss rises with each weight; the last row of a layer are its biases."""
    said = [rows]
    speaking = []
    for layer in weights[:-1]:
        active = np.maximum(said[-1] @ layer[:-1] + layer[-1], 0)
        heard = random.random(active.shape, np.float32) >= silenced
        speaking.append((active > 0) & heard)
        said.append(active * heard / np.float32(1 - silenced))
    score = (said[-1] @ weights[-1][:-1] + weights[-1][-1])[:, 0]
    chance = 1 / (1 + np.exp(-score.astype(np.float64)))
    error = ((chance - same) / len(rows)).astype(np.float32)[:, None]
    slopes = list[Floats]()
    for number in reversed(range(len(weights))):
        slopes.append(np.vstack([said[number].T @ error, error.sum(axis=0)]))
        if number:
            back = error @ weights[number][:-1].T
            error = back * speaking[number - 1] / np.float32(1 - silenced)
    return slopes[::-1]


class _Steps:
    """Takes steps by Adam: along the mean slope, by the root of its mean square."""

    mean_of, square_of, least = 0.9, 0.999, 1e-8

    def __init__(self, weights: Sequence[Floats]) -> None:
        self._weights = weights
        self._means = [np.zeros_like(one) for one in weights]
        self._squares = [np.zeros_like(one) for one in weights]
        self._taken = 0

    def take(self, slopes: Sequence[Floats], rate: float) -> None:
        """Change the weights."""
        self._taken += 1
        length = np.float32(rate / (1 - self.mean_of**self._taken))
        root = np.float32((1 - self.square_of**self._taken) ** 0.5)
        for weights, mean, square, slope in zip(
            self._weights, self._means, self._squares, slopes, strict=True
        ):
            np.add(mean, np.float32(1 - self.mean_of) * (slope - mean), out=mean)
            np.add(square, np.float32(1 - self.square_of) * (slope * slope - square), out=square)
            step = length * mean / (np.sqrt(square) / root + np.float32(self.least))
            np.subtract(weights, step, out=weights)
