"""A bootstrap over segments: how far the penalty would vary over texts of this kind.

Each segment enters each resample as often as a Poisson variate of mean 1 says (the Poisson
bootstrap: Hanley and MacGibbon 2006; Chamandy et al. 2012). Unlike a draw of n from n it needs no
n: the sums of a feed are the sums of its documents, whatever the order and the number of workers.

The variates come from SHAKE-128 (FIPS 202) over the document's id and text, so they are the same
on every machine and do not depend on what was found. Many resamples are reckoned at once, each in
its own bits of one long integer: plain Python does 1,000 multiplications in the time of a few.
"""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import shake_128
from operator import add

from audit.model.score import LEVEL

RESAMPLES = 1000
"""As in sacrebleu; the ends of the interval move by less than its own rounding beyond that."""

FEWEST_SEGMENTS = 10
"""Below this many segments the resamples are too few different texts to speak of a spread."""

_LANE = 8
"""Bytes for one resample: sums stay below 2**64 for any text that fits a machine."""
_NARROW = (2, 4)
"""Bytes that are enough for most documents, and cost as much less."""
_DRAWN = 2
"""Bytes for one resample of words that are kept."""
_LOWEST = {
    width: int.from_bytes((b"\xff" + bytes(width - 1)) * (RESAMPLES // width), "little")
    for width in (*_NARROW, _LANE)
}
"""By width, the lowest byte of each lane."""
_KEPT = {
    width: int.from_bytes((b"\xff" * width).ljust(_LANE, b"\0") * (RESAMPLES // _LANE), "little")
    for width in (*_NARROW, _LANE)
}
"""By width, the lanes of that width which become lanes of full width as they stand."""

_MOST = 5
_POISSON = bytes([0] * 94 + [1] * 94 + [2] * 47 + [3] * 16 + [4] * 4 + [_MOST])
"""Poisson of mean 1 to 1/256: mean 1.004 and variance 1.004 for a uniform byte."""


_NOTHING = (0,) * _LANE


@dataclass(frozen=True, slots=True)
class Resamples:
    """Sums of words and of points in all resamples, packed; `segments` were drawn from.

    Packed are every eighth resample, from the first to the eighth on, as lanes of an integer.
    """

    words: tuple[int, ...] = _NOTHING
    points: tuple[int, ...] = _NOTHING
    segments: int = 0

    def __add__(self, other: "Resamples") -> "Resamples":
        return Resamples(
            tuple(map(add, self.words, other.words)),
            tuple(map(add, self.points, other.points)),
            self.segments + other.segments,
        )

    def rates(self) -> list[float]:
        """Points per word in each resample that has a word, ascending."""
        pairs = zip(_unpacked(self.points), _unpacked(self.words), strict=True)
        return sorted(points / words for points, words in pairs if words)


def resample(key: str, segments: Iterable[tuple[int, int]], drawn: bytes = b"") -> Resamples:
    """Resample segments, given as words and points (thousandths); `key` sets the variates.

    `drawn` is what `draw_words` gave for this key and these words, where that is known.
    """
    filled = [one for one in segments if one != (0, 0)]
    words, points = ([one[which] for one in filled] for which in (0, 1))
    known = _of_drawn(drawn) if drawn and all(words) else None
    needed = max((at for at, one in enumerate(points, 1) if one), default=0)
    variates = _variates(key, len(filled) if known is None else needed)
    sums = _packed(_sums(variates, words)) if known is None else known
    return Resamples(sums, _packed(_sums(variates, points)), len(filled))


def draw_words(key: str, words: Iterable[int]) -> bytes:
    """The words of segments resampled, as `resample` takes them.

    Empty where there are none, or too many for two bytes.
    """
    sizes = [one for one in words if one]
    if not sizes or _width(sizes) > _DRAWN:
        return b""
    sums = _sums(_variates(key, len(sizes)), sizes)
    return b"".join(one.to_bytes(RESAMPLES, "little") for one in sums)


def _of_drawn(drawn: bytes) -> tuple[int, ...]:
    starts = range(0, len(drawn), RESAMPLES)
    return _packed([int.from_bytes(drawn[at : at + RESAMPLES], "little") for at in starts])


def _variates(key: str, segments: int) -> list[int]:
    """Of each segment how often it enters each resample, a byte each."""
    if not segments:
        return []
    seed = key.encode("utf-8", "surrogatepass")
    drawn = shake_128(seed).digest(RESAMPLES * segments).translate(_POISSON)
    starts = range(0, len(drawn), RESAMPLES)
    return [int.from_bytes(drawn[at : at + RESAMPLES], "little") for at in starts]


def interval(resamples: Resamples) -> tuple[float, float] | None:
    """The lowest and highest points per word within `LEVEL`; None where there is no spread."""
    rates = resamples.rates()
    if resamples.segments < FEWEST_SEGMENTS or not any(resamples.points):
        return None
    tail = int(len(rates) * (1 - LEVEL) / 2)
    return rates[tail], rates[-1 - tail]


def _width(sizes: Sequence[int]) -> int:
    """The fewest bytes that hold each sum of sizes."""
    bound = _MOST * sum(sizes)
    return next((one for one in _NARROW if bound < 1 << 8 * one), _LANE)


def _sums(variates: Sequence[int], sizes: Sequence[int]) -> list[int]:
    """The sum of the sizes of all segments in each resample, as lanes of so few bytes as will do.

    With two bytes these are every other resample from the first and from the second on, and so on.
    Variates may be lacking for segments of no size at the end.
    """
    if not any(sizes):
        return []
    width = _width(sizes)
    lowest, shifts = _LOWEST[width], range(0, 8 * width, 8)
    sums = [0] * width
    for drawn, size in zip(variates, sizes, strict=False):
        if size:
            for place, shift in enumerate(shifts):
                sums[place] += size * (drawn >> shift & lowest)
    return sums


def _packed(sums: Sequence[int]) -> tuple[int, ...]:
    """Sums in lanes of full width, as `Resamples` holds them."""
    if not sums:
        return _NOTHING
    width = len(sums)
    kept, shifts = _KEPT[width], range(0, 8 * _LANE, 8 * width)
    return tuple(one >> shift & kept for shift in shifts for one in sums)


def _unpacked(lanes: Sequence[int]) -> list[int]:
    every = [0] * RESAMPLES
    for place, packed in enumerate(lanes):
        some = packed.to_bytes(RESAMPLES, "little")
        every[place::_LANE] = struct.unpack(f"<{RESAMPLES // _LANE}Q", some)
    return every
