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
        """Log-odds for each row of features.

        Features are first put as how many of their borders lie below: small numbers compare faster.
        """
        total = np.full(len(matrix), self.base)
        columns = np.zeros((matrix.shape[1], len(matrix)), np.uint8)
        limits = np.zeros(self.features.shape, np.uint8)
        for feature in np.unique(self.features):
            asked = self.features == feature
            borders, limits[asked] = np.unique(self.thresholds[asked], return_inverse=True)
            columns[feature] = np.searchsorted(borders, matrix[:, feature], side="left")
        for features, borders_below, values in zip(self.features, limits, self.values, strict=True):
            leaf = (columns[features[0]] > borders_below[0]).astype(np.uint8)
            for feature, limit in zip(features[1:], borders_below[1:], strict=True):
                leaf += leaf
                leaf += columns[feature] > limit
            total += values[leaf]
        return total
