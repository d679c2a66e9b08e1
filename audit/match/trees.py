"""Boosted oblivious trees: every node of one level asks the same question."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees by number: `features` and `thresholds` by level, `values` by leaf.

    A row goes to the leaf whose bits say, first level highest, whether its feature lies above the
    threshold. The score is `base` and the values of all trees together.
    """

    features: NDArray[np.int16]
    thresholds: NDArray[np.float32]
    values: NDArray[np.float32]
    base: float

    def score(self, matrix: NDArray[np.float32]) -> NDArray[np.float64]:
        """Log-odds for each row of features."""
        total = np.full(len(matrix), self.base)
        columns = np.ascontiguousarray(matrix.T)
        leaf, above = np.empty(len(matrix), np.uint8), np.empty(len(matrix), bool)
        bit = above.view(np.uint8)  # added without a change of type
        for features, thresholds, values in zip(
            self.features.tolist(), self.thresholds, self.values, strict=True
        ):
            leaf[:] = 0
            for feature, threshold in zip(features, thresholds, strict=True):
                np.add(leaf, leaf, out=leaf)
                np.greater(columns[feature], threshold, out=above)
                np.add(leaf, bit, out=leaf)
            total += values[leaf]
        return total
