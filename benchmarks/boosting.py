"""Gradient boosting of oblivious trees, in numpy alone.

All nodes of one level of an oblivious tree ask the same question, so that a tree of depth d is d
questions and 2**d values. That regularises well where there are few rows (Prokhorenkova et al.,
"CatBoost: unbiased boosting with categorical features", 2018), and a batch is judged in few array
operations. Gradients are summed as integers: the result does not depend on the order of addition
and is the same to the byte on every machine with the same seed.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audit.match.trees import Trees

Floats = NDArray[np.float64]
Binned = NDArray[np.uint8]

BINS = 64
"""Most distinct ranges of one feature."""
_STEPS = 1 << 16
"""Steps in which a gradient is summed."""
_COUNT = float(1 << 32)
"""What one row adds beside its gradient, so that one sum holds both."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How many trees of which shape, and how they are held back from learning rows by heart."""

    trees: int = 400
    depth: int = 6
    rate: float = 0.08
    l2: float = 4.0
    features: float = 0.35
    """Share of the features that one level may ask about."""
    rows: float = 0.8
    """Share of the rows that one tree sees."""


def borders_of(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """At most `BINS - 1` borders of a feature, at its quantiles."""
    distinct = np.unique(values)
    if len(distinct) > BINS:
        distinct = np.unique(np.quantile(values, np.linspace(0, 1, BINS + 1)[1:-1]))
        return distinct.astype(np.float32)
    return ((distinct[1:] + distinct[:-1]) / 2).astype(np.float32)


def boost(
    matrix: NDArray[np.float32],
    same: Floats,
    weights: Floats,
    *,
    plan: Plan,
    seed: int,
) -> Trees:
    """Fit trees to rows of features with the truth 0 or 1 of each."""
    random = np.random.default_rng(seed)
    count, width = matrix.shape
    borders = [borders_of(matrix[:, f]) for f in range(width)]
    binned = np.stack(
        [np.searchsorted(borders[f], matrix[:, f], side="left") for f in range(width)]
    ).astype(np.uint8)
    usable = np.array([f for f in range(width) if len(borders[f])])
    base = float(np.log((same @ weights) / ((1 - same) @ weights)))
    score = np.full(count, base)
    features = np.zeros((plan.trees, plan.depth), np.int16)
    thresholds = np.zeros((plan.trees, plan.depth), np.float32)
    values = np.zeros((plan.trees, 1 << plan.depth), np.float32)
    for tree in range(plan.trees):
        chance = 1 / (1 + np.exp(-score))
        gradient = (same - chance) * weights
        seen = np.flatnonzero(random.random(count) < plan.rows)
        packed = np.round(gradient[seen] * _STEPS) + _COUNT
        leaf = np.zeros(len(seen), np.int64)
        whole = np.zeros(count, np.int64)
        for level in range(plan.depth):
            chosen = np.sort(
                random.choice(usable, max(1, round(len(usable) * plan.features)), replace=False)
            )
            feature, bin_ = _best(
                binned,
                seen,
                packed,
                leaf,
                leaves=1 << level,
                chosen=chosen,
                borders=borders,
                plan=plan,
            )
            features[tree, level] = feature
            thresholds[tree, level] = borders[feature][bin_]
            asked = binned[feature] > bin_
            leaf = leaf * 2 + asked[seen]
            whole = whole * 2 + asked
        size = 1 << plan.depth
        curve = chance * (1 - chance) * weights
        up = np.bincount(leaf, gradient[seen], minlength=size)
        down = np.bincount(leaf, curve[seen], minlength=size)
        values[tree] = plan.rate * up / (down + plan.l2 / 4)
        score += values[tree][whole]
    return Trees(features, thresholds, values, base)


def _best(
    binned: Binned,
    seen: NDArray[np.int64],
    packed: Floats,
    leaf: NDArray[np.int64],
    *,
    leaves: int,
    chosen: NDArray[np.int64],
    borders: list[NDArray[np.float32]],
    plan: Plan,
) -> tuple[int, int]:
    """The question that parts the gradients best over all leaves of the level."""
    best, answer = -1.0, (int(chosen[0]), 0)
    at = leaf * BINS
    for feature in chosen:
        sums = np.bincount(at + binned[feature][seen], packed, minlength=leaves * BINS)
        sums = sums.reshape(leaves, BINS)
        rows = np.floor(sums / _COUNT + 0.5)
        slopes = (sums - rows * _COUNT) / _STEPS
        left_rows, left = rows.cumsum(1), slopes.cumsum(1)
        right_rows, right = left_rows[:, -1:] - left_rows, left[:, -1:] - left
        l2 = plan.l2
        gains = (left**2 / (left_rows + l2) + right**2 / (right_rows + l2)).sum(0)
        asked = len(borders[feature])
        bin_ = int(gains[:asked].argmax())
        if gains[bin_] > best:
            best, answer = float(gains[bin_]), (int(feature), bin_)
    return answer
