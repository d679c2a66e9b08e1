"""Pairs of forms, packed: which meet under a key, and which stand in one place."""

from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from audit.grouped import Numbers
from audit.link.forms import Pair

Packed = NDArray[np.int64]
"""Pairs as numbers: the first index above the second one of 32 bits. In order and without repeats,
unless said otherwise."""

BITS = 32
"""By how much the first index of a packed pair is shifted."""
LOW = (1 << BITS) - 1
"""What the second index is."""
_KEY_BYTES = 8
_WAITING = 1 << 18
"""Pairs that wait to be put in order."""
_AT_ONCE = 1 << 19
"""Places, or pairs, that are looked at together."""


def unpacked(pairs: Packed) -> Iterator[Pair]:
    """The pairs one by one."""
    for at in range(0, len(pairs), _AT_ONCE):
        some = pairs[at : at + _AT_ONCE]
        yield from zip((some >> BITS).tolist(), (some & LOW).tolist(), strict=True)


def columns(pairs: Packed) -> tuple[Packed, Packed]:
    """The first form of each pair, and the second one."""
    return pairs >> BITS, pairs & LOW


class PairSet:
    """Pairs that are being found, many of them again and again."""

    def __init__(self) -> None:
        self._kept: Packed = np.empty(0, np.int64)
        self._waiting = array("q")

    def add(self, pairs: Iterable[Pair]) -> None:
        """Put pairs in."""
        self._waiting.extend([one << BITS | other for one, other in pairs])
        if len(self._waiting) >= _WAITING:
            self._settle()

    def packed(self) -> Packed:
        """All that were put in."""
        self._settle()
        return self._kept

    def _settle(self) -> None:
        if self._waiting:
            fresh = np.unique(np.frombuffer(self._waiting, np.int64))
            self._kept = np.union1d(self._kept, fresh) if len(self._kept) else fresh
            self._waiting = array("q")


class Blocks:
    """Numbers under keys, of which only those count that hold several.

    A key is known by 64 bits of its digest: keys that collide, of which ten million have one pair
    in a hundred thousand feeds, make pairs that are compared for nothing.
    """

    def __init__(self) -> None:
        self._keys = array("Q")
        self._numbers = array("I")

    def add(self, keys: Iterable[str], number: int) -> None:
        """Put a number under some keys."""
        self.put(packed_keys(keys), number)

    def put(self, packed: bytes, number: int) -> None:
        """Put a number under keys that are packed already."""
        self._keys.frombytes(packed)
        self._numbers.extend([number] * (len(packed) // _KEY_BYTES))

    def several(self) -> Iterator[list[int]]:
        """The numbers under each key that has more than one, in the order they were put in."""
        keys = np.frombuffer(self._keys, np.uint64)
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        numbers = np.frombuffer(self._numbers, np.uint32)[order]
        bounds = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1], [True]]))
        crowded = np.flatnonzero(np.diff(bounds) > 1)
        for start, end in zip(bounds[crowded].tolist(), bounds[crowded + 1].tolist(), strict=True):
            yield numbers[start:end].tolist()


def packed_keys(keys: Iterable[str]) -> bytes:
    """The digests of some keys, one after another."""
    return b"".join([_digest(key) for key in keys])


def _digest(key: str) -> bytes:
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).digest()


class Places(Protocol):
    """Where forms stand: a list of numbers for each."""

    @property
    def sizes(self) -> NDArray[np.int64]:
        """How many each form has, or at most has."""

    def lists(self, at: Numbers) -> tuple[NDArray[np.int64], Numbers]:
        """In which of the lists `at` each of their values is, and these values."""


def meeting(pairs: Packed, places: Places) -> NDArray[np.bool_]:
    """Of each pair, whether its two have one of their `places` in common."""
    met = np.zeros(len(pairs), bool)
    if not len(pairs):
        return met
    first, second = columns(pairs)
    sizes = places.sizes
    turned = sizes[second] < sizes[first]
    fewer, more = np.where(turned, second, first), np.where(turned, first, second)
    order = np.argsort(more, kind="stable")  # so that the longer list of many pairs is made once
    fewer, more = fewer[order].astype(np.uint32), more[order].astype(np.uint32)
    new = np.concatenate([[True], more[1:] != more[:-1]])
    ends = np.cumsum(sizes[fewer] + sizes[more] * new)
    at = 0
    while at < len(pairs):
        done = int(ends[at - 1]) if at else 0
        stop = max(at + 1, int(np.searchsorted(ends, done + _AT_ONCE, "right")))
        longer = np.unique(more[at:stop])
        owner, held = places.lists(longer)
        every = np.sort(longer[owner].astype(np.int64) << BITS | held)
        asking, asked = places.lists(fewer[at:stop])
        wanted = more[at:stop][asking].astype(np.int64) << BITS | asked
        found = np.searchsorted(every, wanted)
        found[found == len(every)] = 0
        met[order[at + asking[every[found] == wanted]]] = True
        at = stop
    return met
