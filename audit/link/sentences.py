"""The sentences that forms stand in, put together for a few forms at a time."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audit.grouped import Grouped, Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """The numbers of the sentences of each form; of a single word those of fuller names, too.

    All of them at once would be the largest table of linking: a surname stands wherever anybody of
    that name does.
    """

    own: Grouped
    """Those of each form by itself, in order."""
    heads: Numbers
    """For each form the first one of its text and language."""
    holders: Grouped
    """Under the first form of a single word all forms of its language that hold it."""

    @property
    def sizes(self) -> NDArray[np.int64]:
        """How many each form has at most."""
        own = self.own.sizes
        before = np.concatenate([[0], np.cumsum(own[self.holders.values])])
        bounds = self.holders.bounds
        beside: NDArray[np.int64] = (before[bounds[1:]] - before[bounds[:-1]])[self.heads]
        return own + beside

    def lists(self, at: Numbers) -> tuple[NDArray[np.int64], Numbers]:
        """In which of the lists `at` each of their values is, and these values; some come twice."""
        by_form, holders = self.holders.lists(self.heads[at])
        by_holder, beside = self.own.lists(holders)
        by_own, plain = self.own.lists(at)
        return np.concatenate([by_form[by_holder], by_own]), np.concatenate([beside, plain])

    def of(self, at: int) -> frozenset[int]:
        """Those of one form."""
        beside = self.holders[int(self.heads[at])] or (at,)
        return frozenset[int]().union(*(self.own[other] for other in beside))
