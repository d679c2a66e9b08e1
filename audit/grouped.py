"""Lists of numbers in one array: which forms stand in a document, which rows are of a group."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audit.listed import Listed

Numbers = NDArray[np.uint32]


class Grouped(Listed[list[int]]):
    """Lists of numbers, one after another in one array; each is made when it is asked for."""

    def __init__(self, values: Numbers, bounds: Numbers) -> None:
        """`bounds` are where each list begins in `values`, and where the last one ends."""
        self.values = values
        self.bounds = bounds

    @staticmethod
    def under(keys: Numbers, values: Numbers, size: int) -> "Grouped":
        """`values` under their `keys`, which are less than `size`; those of one key in order."""
        order = np.argsort(keys, kind="stable")
        counts = np.bincount(keys, minlength=size)
        bounds = np.concatenate([[0], np.cumsum(counts)]).astype(np.uint32)
        return Grouped(values[order].astype(np.uint32, copy=False), bounds)

    @property
    def sizes(self) -> NDArray[np.int64]:
        """How long each list is."""
        bounds = self.bounds.astype(np.int64)
        return bounds[1:] - bounds[:-1]

    def array(self, at: int) -> Numbers:
        """The list at `at`, as it lies there."""
        return self.values[self.bounds[at] : self.bounds[at + 1]]

    def lists(self, at: NDArray[Any]) -> tuple[NDArray[np.int64], Numbers]:
        """In which of the lists `at` each of their values is, and these values."""
        starts = self.bounds[at].astype(np.int64)
        counts = self.bounds[at + 1] - starts
        owner = np.repeat(np.arange(len(at), dtype=np.int64), counts)
        before = np.cumsum(counts) - counts
        return owner, self.values[np.arange(len(owner)) + (starts - before)[owner]]

    def homes(self) -> Numbers:
        """The number of the list of each value, from 0 on; each stands in one."""
        found = np.empty(len(self.values), np.uint32)
        found[self.values] = self.owners()
        return found

    def owners(self) -> Numbers:
        """The number of the list of each value as they lie there."""
        return np.repeat(np.arange(len(self), dtype=np.uint32), self.sizes)

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def at(self, number: int) -> list[int]:
        """The list at a number."""
        found: list[int] = self.array(number).tolist()
        return found

    def __iter__(self) -> Iterator[list[int]]:
        return (self.array(at).tolist() for at in range(len(self)))
