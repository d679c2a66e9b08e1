"""What differs in aligned words, as numbered features with their context.

A run of columns that differ is one difference: kh/h, tsch/ch, -zhen. It is counted by itself, with
the letter before it, after it, both, its place in the word, the kind of name and the language that
the name looks to come from, so that what is learned of it can be as fine as the evidence allows.
Which of the two names has which side does not matter.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audit.match.align import MARK, WIDTH, Alignment

BITS = 18
"""Features are hashed to this many bits."""
_MASK = np.uint64((1 << BITS) - 1)
_PRIMES = tuple(
    np.uint64(prime)
    for prime in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5)
)
TEMPLATES = 11


@dataclass(frozen=True, slots=True)
class Differences:
    """Differences of a batch: `pair[d]` has difference d with features `features[d]`."""

    pair: NDArray[np.int64]
    features: NDArray[np.int32]
    letters: NDArray[np.int16]
    """How many columns the difference takes."""
    vowels_only: NDArray[np.bool_]
    at_start: NDArray[np.bool_]
    at_end: NDArray[np.bool_]


def _mix(*parts: Any) -> Any:
    with np.errstate(over="ignore"):
        mixed = np.zeros_like(parts[0])
        for part in parts:
            mixed = (mixed ^ part) * _PRIMES[0]
            mixed ^= mixed >> np.uint64(29)
        return mixed


_VOWEL = np.zeros(WIDTH, bool)
_VOWEL[[0, 1, 5, 9, 15, 21, 25]] = True  # nothing, a, e, i, o, u, y


def differences(
    aligned: Alignment, kind: NDArray[np.int64], origin: NDArray[np.int64]
) -> Differences:
    """The differences of all pairs with the features of each."""
    columns, count = aligned.first.shape
    full = aligned.first.astype(np.uint64) * np.uint64(256) + aligned.second
    full_flip = aligned.second.astype(np.uint64) * np.uint64(256) + aligned.first
    marks: Any = (aligned.first >= MARK).any(0).astype(np.uint64) + (aligned.second >= MARK).any(0)
    a, b = aligned.first & (MARK - 1), aligned.second & (MARK - 1)
    code = a.astype(np.uint64) * np.uint64(32) + b
    flip = b.astype(np.uint64) * np.uint64(32) + a
    differ = np.zeros((columns + 2, count), bool)  # with a column of nothing before and behind
    differ[1:-1] = a != b
    ended = differ[:-1] & ~differ[1:]
    end, pair = np.nonzero(ended)  # the column behind each run
    if not len(pair):
        none = np.zeros(0, np.int64)
        return Differences(
            none, np.zeros((0, TEMPLATES), np.int32), none.astype(np.int16),
            none.astype(bool), none.astype(bool), none.astype(bool),
        )  # fmt: skip
    begun = np.where(~differ[:-1] & differ[1:], np.arange(columns + 1, dtype=np.int16)[:, None], 0)
    begin = np.maximum.accumulate(begun, axis=0)[end, pair].astype(np.int64)
    size = (end - begin).astype(np.int16)
    left = np.where(end < columns, code[np.minimum(end, columns - 1), pair], 0)
    right = np.where(begin > 0, code[begin - 1, pair], 0)
    run, back, mrun, mback = (np.zeros(len(pair), np.uint64) for _ in range(4))
    vowel = np.ones(len(pair), bool)
    sides = ((run, code), (back, flip), (mrun, full), (mback, full_flip))
    for step in range(int(size.max())):
        at = np.flatnonzero(size > step)
        cells = begin[at] + step, pair[at]
        with np.errstate(over="ignore"):
            for hashed, letters in sides:
                hashed[at] = (hashed[at] + letters[cells] + np.uint64(1)) * _PRIMES[1]
        vowel[at] &= _VOWEL[a[cells]] & _VOWEL[b[cells]]
    mrun = np.minimum(mrun, mback)
    run = np.minimum(run, back)  # the two sides are alike
    place = (left == 0).astype(np.uint64) * np.uint64(2) + (right == 0).astype(np.uint64)
    kinds, origins = kind[pair].astype(np.uint64), origin[pair].astype(np.uint64)
    templates = (
        (run,),
        (run, left),
        (run, right + np.uint64(2000)),
        (run, left, right),
        (run, place + np.uint64(4000)),
        (run, place, kinds + np.uint64(5000)),
        (run, origins + np.uint64(6000)),
        (run, place, origins + np.uint64(7000)),
        (mrun, marks[pair] + np.uint64(9000)),
        (mrun, marks[pair], place, origins),
        (size.astype(np.uint64), place, vowel.astype(np.uint64) + np.uint64(8000), kinds),
    )
    features = np.empty((len(pair), TEMPLATES), np.int32)
    for number, parts in enumerate(templates):
        hashed = _mix(np.full(len(pair), number, np.uint64), *parts)
        features[:, number] = (hashed >> np.uint64(20)) & _MASK
    return Differences(pair, features, size, vowel, left == 0, right == 0)
