"""A bootstrap over segments: how far the penalty would vary over texts of this kind.

Each segment enters each resample as often as a Poisson variate of mean 1 says (the Poisson
bootstrap: Hanley and MacGibbon 2006; Chamandy et al. 2012). Unlike a draw of n from n it needs no
n: the sums of a feed are the sums of its documents, whatever the order and the number of workers.

The variates come from SHAKE-128 (FIPS 202) over the document's id and text, so they are the same
on every machine and do not depend on what was found. All resamples are reckoned at once, each in
its own bits of one long integer: plain Python does 1,000 multiplications in the time of one.
"""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import shake_128

from audit.model.score import LEVEL

RESAMPLES = 1000
"""As in sacrebleu; the ends of the interval move by less than its own rounding beyond that."""

FEWEST_SEGMENTS = 10
"""Below this many segments the resamples are too few different texts to speak of a spread."""

_LANE = 8
"""Bytes for one resample: sums stay below 2**64 for any text that fits a machine."""
_NARROW = (2, 4)
"""Bytes that are enough for most documents, and cost as much less."""

_MOST = 5
_POISSON = bytes([0] * 94 + [1] * 94 + [2] * 47 + [3] * 16 + [4] * 4 + [_MOST])
"""Poisson of mean 1 to 1/256: mean 1.004 and variance 1.004 for a uniform byte."""


@dataclass(frozen=True, slots=True)
class Resamples:
    """Sums of words and of points in all resamples, packed; `segments` were drawn from."""

    words: int = 0
    points: int = 0
    segments: int = 0

    def __add__(self, other: "Resamples") -> "Resamples":
        return Resamples(
            self.words + other.words,
            self.points + other.points,
            self.segments + other.segments,
        )

    def rates(self) -> list[float]:
        """Points per word in each resample that has a word, ascending."""
        pairs = zip(_unpacked(self.points), _unpacked(self.words), strict=True)
        return sorted(points / words for points, words in pairs if words)


def resample(key: str, segments: Iterable[tuple[int, int]]) -> Resamples:
    """Resample segments, given as words and points (thousandths); `key` sets the variates."""
    filled = [one for one in segments if one != (0, 0)]
    seed = key.encode("utf-8", "surrogatepass")
    drawn = shake_128(seed).digest(RESAMPLES * len(filled)).translate(_POISSON)
    variates = [drawn[at : at + RESAMPLES] for at in range(0, len(drawn), RESAMPLES)]
    words, points = ([one[which] for one in filled] for which in (0, 1))
    return Resamples(_sums(variates, words), _sums(variates, points), len(filled))


def interval(resamples: Resamples) -> tuple[float, float] | None:
    """The lowest and highest points per word within `LEVEL`; None where there is no spread."""
    rates = resamples.rates()
    if resamples.segments < FEWEST_SEGMENTS or not resamples.points:
        return None
    tail = int(len(rates) * (1 - LEVEL) / 2)
    return rates[tail], rates[-1 - tail]


def _sums(variates: Sequence[bytes], sizes: Sequence[int]) -> int:
    """The sum of the sizes of all segments in each resample, as lanes of `_LANE` bytes."""
    bound = _MOST * sum(sizes)
    width = next((one for one in _NARROW if bound < 1 << 8 * one), _LANE)
    total = 0
    for drawn, size in zip(variates, sizes, strict=True):
        if size:
            total += size * _packed(drawn, width)
    if not total or width == _LANE:
        return total
    narrow = total.to_bytes(width * RESAMPLES, "little")
    lanes = bytearray(_LANE * RESAMPLES)
    for byte in range(width):
        lanes[byte::_LANE] = narrow[byte::width]
    return int.from_bytes(lanes, "little")


def _packed(variates: bytes, width: int) -> int:
    """One byte for each resample as the lanes of an integer, each of `width` bytes."""
    lanes = bytearray(width * RESAMPLES)
    lanes[::width] = variates
    return int.from_bytes(lanes, "little")


def _unpacked(lanes: int) -> tuple[int, ...]:
    return struct.unpack(f"<{RESAMPLES}Q", lanes.to_bytes(_LANE * RESAMPLES, "little"))
