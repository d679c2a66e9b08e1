"""Logistic regression over sparse features, in numpy alone: what a difference is worth."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SEEN = 3
"""Pairs that must have a feature for it to be learned."""
L2 = 2.0
"""How strongly weights are held to nothing."""
ROUNDS = 60
MEMORY = 8
"""Steps that the optimiser remembers."""


@dataclass(frozen=True, slots=True)
class Sparse:
    """Feature `features[k]` holds in row `rows[k]`; `dense` are features with values."""

    rows: Ints
    features: Ints
    dense: Floats


def fit(data: Sparse, same: Floats, size: int) -> tuple[Floats, Floats]:
    """Weights of the `size` sparse features and of the dense ones."""
    count = len(same)
    distinct = np.unique(data.rows * size + data.features)
    seen = np.bincount(distinct % size, minlength=size)
    kept = np.flatnonzero(seen >= SEEN)
    place = np.full(size, -1)
    place[kept] = np.arange(len(kept))
    column = place[data.features]
    rows, column = data.rows[column >= 0], column[column >= 0]
    width = len(kept)
    held = np.append(np.full(width, L2), np.full(data.dense.shape[1], 1e-3))

    def slope(weights: Floats) -> tuple[float, Floats]:
        score = np.bincount(rows, weights[column], minlength=count) + data.dense @ weights[width:]
        loss = np.logaddexp(0, score).sum() - same @ score + 0.5 * (held * weights) @ weights
        error = 1 / (1 + np.exp(-score)) - same
        up = np.append(np.bincount(column, error[rows], minlength=width), data.dense.T @ error)
        return float(loss), np.asarray(up + held * weights, np.float64)

    weights = _minimum(slope, np.zeros(len(held)))
    sparse = np.zeros(size)
    sparse[kept] = weights[:width]
    return sparse, weights[width:]


def _minimum(slope: Callable[[Floats], tuple[float, Floats]], at: Floats) -> Floats:
    """The minimum of a convex function, by L-BFGS (Nocedal 1980) with halving of steps."""
    loss, up = slope(at)
    steps: list[tuple[Floats, Floats]] = []
    for _ in range(ROUNDS):
        way = _direction(up, steps)
        size = 1.0 if steps else 1.0 / max(1.0, float(np.abs(up).sum()))
        slant = float(way @ up)
        while True:
            there = at + size * way
            next_loss, next_up = slope(there)
            if next_loss <= loss + 1e-4 * size * slant or size < 1e-10:
                break
            size /= 2
        step, change = there - at, next_up - up
        if step @ change > 1e-12:
            steps = [*steps[1 - MEMORY :], (step, change)]
        done = loss - next_loss < 1e-7 * abs(loss)
        at, loss, up = there, next_loss, next_up
        if done:
            break
    return at


def _direction(up: Floats, steps: list[tuple[Floats, Floats]]) -> Floats:
    way = -up
    used = []
    for step, change in reversed(steps):
        share = (step @ way) / (step @ change)
        way = way - share * change
        used.append(share)
    if steps:
        step, change = steps[-1]
        way = way * (step @ change) / (change @ change)
    for (step, change), share in zip(steps, reversed(used), strict=True):
        way = way + step * (share - (change @ way) / (step @ change))
    return way
