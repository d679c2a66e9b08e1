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

_WIDTHS = (2, 4, 8)
"""Bytes that one resample may take: two are enough for most documents, four for most feeds, and
sums stay below 2**64 for any text that fits a machine."""
_DRAWN = 2
"""Bytes for one resample of words that are kept."""
_LOWEST = {
    width: int.from_bytes((b"\xff" + bytes(width - 1)) * (RESAMPLES // width), "little")
    for width in _WIDTHS
}
"""By width, the lowest byte of each lane."""
_KEPT = {
    (width, wider): int.from_bytes(
        (b"\xff" * width).ljust(wider, b"\0") * (RESAMPLES // wider), "little"
    )
    for width in _WIDTHS
    for wider in _WIDTHS
    if width < wider
}
"""By two widths, the lanes of the first which become lanes of the second as they stand."""
_FORMATS = {2: "H", 4: "I", 8: "Q"}
"""By width, how `struct` calls an integer of so many bytes."""

_MOST = 5
_POISSON = bytes([0] * 94 + [1] * 94 + [2] * 47 + [3] * 16 + [4] * 4 + [_MOST])
"""Poisson of mean 1 to 1/256: mean 1.004 and variance 1.004 for a uniform byte."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """A sum in each resample, packed; none is larger than `bound`.

    Lanes are as narrow as the bound allows. With two bytes there are two integers, of every other
    resample from the first and from the second on; and so on. Where nothing was added up there are
    none.
    """

    sums: tuple[int, ...] = ()
    bound: int = 0

    def __add__(self, other: "Lanes") -> "Lanes":
        if not (self.sums and other.sums):
            return self if self.sums else other
        bound = self.bound + other.bound
        width = max(_width(bound), len(self.sums), len(other.sums))
        both = map(add, _widened(self.sums, width), _widened(other.sums, width))
        return Lanes(tuple(both), bound)

    @staticmethod
    def of(packed: bytes, bound: int) -> "Lanes":
        """What `packed` was called for."""
        starts = range(0, len(packed), RESAMPLES)
        sums = [int.from_bytes(packed[at : at + RESAMPLES], "little") for at in starts]
        return Lanes(tuple(sums), bound)

    def packed(self) -> bytes:
        """The sums as bytes."""
        return b"".join([one.to_bytes(RESAMPLES, "little") for one in self.sums])

    def values(self) -> list[int]:
        """The sums, one by one."""
        every = [0] * RESAMPLES
        width = len(self.sums)
        for place, packed in enumerate(self.sums):
            some = packed.to_bytes(RESAMPLES, "little")
            every[place::width] = struct.unpack(f"<{RESAMPLES // width}{_FORMATS[width]}", some)
        return every


_NOTHING = Lanes()


@dataclass(frozen=True, slots=True)
class Resamples:
    """Sums of words and of points in all resamples; `segments` were drawn from."""

    words: Lanes = _NOTHING
    points: Lanes = _NOTHING
    segments: int = 0

    def rates(self) -> list[float]:
        """Points per word in each resample that has a word, ascending."""
        pairs = zip(self.points.values(), self.words.values(), strict=True)
        return sorted(points / words for points, words in pairs if words)


class ResampleSum:
    """Adds up the resamples of many documents."""

    def __init__(self) -> None:
        self._words, self._points = _LaneSum(), _LaneSum()
        self._segments = 0

    def add(self, one: Resamples) -> None:
        """Add one more."""
        self._words.add(one.words)
        self._points.add(one.points)
        self._segments += one.segments

    @property
    def total(self) -> Resamples:
        """What all added so far amount to."""
        return Resamples(self._words.total, self._points.total, self._segments)


class _LaneSum:
    """Adds up lanes: narrow ones among themselves as long as their sum is as narrow."""

    def __init__(self) -> None:
        self._by_width: dict[int, Lanes] = {}

    def add(self, one: Lanes) -> None:
        width = len(one.sums)
        if not width:
            return
        held = self._by_width.setdefault(width, Lanes((0,) * width))
        bound = held.bound + one.bound
        if bound < 1 << 8 * width or width == _WIDTHS[-1]:
            self._by_width[width] = Lanes(tuple(map(add, held.sums, one.sums)), bound)
        else:
            self._by_width[width] = one
            self.add(Lanes(_widened(held.sums, 2 * width), held.bound))

    @property
    def total(self) -> Lanes:
        return sum(self._by_width.values(), _NOTHING)


def resample(key: str, segments: Iterable[tuple[int, int]], drawn: bytes = b"") -> Resamples:
    """Resample segments, given as words and points (thousandths); `key` sets the variates.

    `drawn` is what `draw_words` gave for this key and these words, where that is known.
    """
    filled = [one for one in segments if one != (0, 0)]
    words, points = ([one[which] for one in filled] for which in (0, 1))
    known = Lanes.of(drawn, _bound(words)) if drawn and all(words) else None
    needed = max((at for at, one in enumerate(points, 1) if one), default=0)
    variates = _variates(key, len(filled) if known is None else needed)
    sums = _sums(variates, words) if known is None else known
    return Resamples(sums, _sums(variates, points), len(filled))


def without_points(words: Sequence[int], drawn: bytes) -> Resamples:
    """What `resample` gives for words of segments without points, of which some are `drawn`."""
    return Resamples(Lanes.of(drawn, _bound(words)), _NOTHING, len(words) - words.count(0))


def draw_words(key: str, words: Iterable[int]) -> bytes:
    """The words of segments resampled, as `resample` takes them.

    Empty where there are none, or too many for two bytes.
    """
    sizes = [one for one in words if one]
    if not sizes or _width(_bound(sizes)) > _DRAWN:
        return b""
    return _sums(_variates(key, len(sizes)), sizes).packed()


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
    if resamples.segments < FEWEST_SEGMENTS or not any(resamples.points.sums):
        return None
    rates = resamples.rates()
    tail = int(len(rates) * (1 - LEVEL) / 2)
    return rates[tail], rates[-1 - tail]


def _bound(sizes: Iterable[int]) -> int:
    """What no sum of sizes exceeds in any resample."""
    return _MOST * sum(sizes)


def _width(bound: int) -> int:
    """The fewest bytes that hold each number up to `bound`."""
    return next((one for one in _WIDTHS if bound < 1 << 8 * one), _WIDTHS[-1])


def _sums(variates: Sequence[int], sizes: Sequence[int]) -> Lanes:
    """The sum of the sizes of all segments in each resample.

    Variates may be lacking for segments of no size at the end.
    """
    if not any(sizes):
        return _NOTHING
    bound = _bound(sizes)
    width = _width(bound)
    lowest, shifts = _LOWEST[width], range(0, 8 * width, 8)
    sums = [0] * width
    for drawn, size in zip(variates, sizes, strict=False):
        if size:
            for place, shift in enumerate(shifts):
                sums[place] += size * (drawn >> shift & lowest)
    return Lanes(tuple(sums), bound)


def _widened(sums: tuple[int, ...], width: int) -> tuple[int, ...]:
    """Sums in lanes of `width` bytes, which is no less than they have."""
    narrow = len(sums)
    if narrow == width:
        return sums
    kept, shifts = _KEPT[narrow, width], range(0, 8 * width, 8 * narrow)
    return tuple([one >> shift & kept for shift in shifts for one in sums])
