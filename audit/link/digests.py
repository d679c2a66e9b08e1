"""Digests of what stands side by side in columns, made for all rows in a few steps.

They are not made to withstand an adversary: two different rows of a hundred million have the same
128 bits in one of 10^22 feeds.
"""

from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

Digests = NDArray[np.uint64]
"""Two rows of halves, 64 bits each, with a column for each digest."""

BYTES = 16
_SEEDS = np.array([[0x9E3779B97F4A7C15], [0xD6E8FEB86659FD93]], np.uint64)
_FACTORS = np.array([[0xC2B2AE3D27D4EB4F], [0xA0761D6478BD642F]], np.uint64)
"""Odd numbers without a pattern, by halves: what comes first counts otherwise than what follows."""
_SHIFTS = (30, 27, 31)
_MIXERS = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
"""Of SplitMix64 (Steele, Lea and Flood 2014), in which each bit bears on all of the result."""


def digest_of(said: str) -> bytes:
    """The digest of a text."""
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=BYTES).digest()


def stacked(digests: list[bytes]) -> Digests:
    """Single digests as columns."""
    found = np.frombuffer(b"".join(digests), np.uint64)
    return np.ascontiguousarray(found.reshape(-1, 2).T)


def mixed(*columns: NDArray[np.generic] | Digests) -> Digests:
    """A digest of each row of some columns, which are numbers or digests."""
    found = np.repeat(_SEEDS, columns[0].shape[-1], axis=1)
    for column in columns:
        found *= _FACTORS
        found += column.astype(np.uint64, copy=False)
        for shift, mixer in zip(_SHIFTS, (*_MIXERS, 1), strict=True):
            found ^= found >> np.uint64(shift)
            found *= np.uint64(mixer)
    return found


def summed(digests: Digests, keys: NDArray[Any], size: int) -> Digests:
    """The sum of the digests under each key below `size`, whatever their order."""
    found = np.zeros((2, size), np.uint64)
    for half, some in zip(found, digests, strict=True):
        np.add.at(half, keys, some)
    return found


def separate(digests: Digests) -> list[bytes]:
    """Columns as single digests."""
    every = np.ascontiguousarray(digests.T).tobytes()
    return [every[at : at + BYTES] for at in range(0, len(every), BYTES)]
