"""How the forms of a feed relate to one another, packed: twelve bytes a relation."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from audit.link.compare_names import Relation
from audit.link.forms import Pair
from audit.link.pairs import BITS, LOW, Packed, unpacked

_Other = TypeVar("_Other")


class Relations(Mapping[Pair, Relation]):
    """Relations by pairs of forms, in order of these; the first may be a part of the second."""

    def __init__(self, found: Iterable[tuple[Pair, Relation]]) -> None:
        """`found` has each pair once, in any order."""
        kinds: dict[Relation, int] = {}
        pairs, codes = array("q"), array("I")
        for (one, other), relation in found:
            pairs.append(one << BITS | other)
            codes.append(kinds.setdefault(relation, len(kinds)))
        packed = np.frombuffer(pairs, np.int64)
        order = np.argsort(packed)
        self._pairs = array("q", packed[order].tobytes())
        self._codes = array("I", np.frombuffer(codes, np.uint32)[order].tobytes())
        self._kinds = tuple(kinds)

    @property
    def packed(self) -> Packed:
        """The pairs."""
        return np.frombuffer(self._pairs, np.int64)

    @property
    def codes(self) -> NDArray[np.uint32]:
        """For each pair the number of its relation among all that are `met`."""
        return np.frombuffer(self._codes, np.uint32)

    @property
    def met(self) -> tuple[Relation, ...]:
        """The different relations."""
        return self._kinds

    def of(self, one: int) -> dict[int, Relation]:
        """What a form is to others, where it comes first."""
        start, end = (bisect_left(self._pairs, at << BITS) for at in (one, one + 1))
        return {self._pairs[at] & LOW: self._kinds[self._codes[at]] for at in range(start, end)}

    def __getitem__(self, pair: Pair) -> Relation:
        found = self.get(pair)
        if found is None:
            raise KeyError(pair)
        return found

    @overload
    def get(self, key: Pair, /) -> Relation | None: ...
    @overload
    def get(self, key: Pair, /, default: Relation | _Other) -> Relation | _Other: ...
    def get(self, key: Pair, /, default: object = None) -> object:
        """The relation of a pair; asked for by the million, so without an exception."""
        packed = key[0] << BITS | key[1]
        at = bisect_left(self._pairs, packed)
        known = at < len(self._pairs) and self._pairs[at] == packed
        return self._kinds[self._codes[at]] if known else default

    def __iter__(self) -> Iterator[Pair]:
        return unpacked(self.packed)

    def __len__(self) -> int:
        return len(self._pairs)
