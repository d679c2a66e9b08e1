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


def _empty(count: int) -> Any:
    return np.zeros(count, np.uint64)


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
    differ = a != b
    run, back, mrun, mback = (_empty(count) for _ in range(4))
    length = np.zeros(count, np.int16)
    vowels = np.ones(count, bool)
    start = np.zeros(count, np.int64)
    found = []
    nothing = np.zeros(count, np.uint64)
    for k in range(columns + 1):
        now = differ[k] if k < columns else np.zeros(count, bool)
        ended = np.flatnonzero(~now & (length > 0))
        if len(ended):
            left = code[k, ended] if k < columns else nothing[ended]
            before = start[ended] - 1
            right = np.where(before >= 0, code[before, ended], 0)
            found.append(
                (
                    ended,
                    run[ended],
                    back[ended],
                    mrun[ended],
                    mback[ended],
                    left,
                    right,
                    length[ended],
                    vowels[ended],
                )
            )
            for hashed in (run, back, mrun, mback):
                hashed[ended] = 0
            length[ended] = 0
            vowels[ended] = True
        if k < columns:
            fresh = now & (length == 0)
            start[fresh] = k
            with np.errstate(over="ignore"):
                run = np.where(now, (run + code[k] + np.uint64(1)) * _PRIMES[1], run)
                back = np.where(now, (back + flip[k] + np.uint64(1)) * _PRIMES[1], back)
                mrun = np.where(now, (mrun + full[k] + np.uint64(1)) * _PRIMES[1], mrun)
                mback = np.where(now, (mback + full_flip[k] + np.uint64(1)) * _PRIMES[1], mback)
            length += now
            vowels &= ~now | (_VOWEL[a[k]] & _VOWEL[b[k]])
    if not found:
        none = np.zeros(0, np.int64)
        return Differences(
            none, np.zeros((0, TEMPLATES), np.int32), none.astype(np.int16),
            none.astype(bool), none.astype(bool), none.astype(bool),
        )  # fmt: skip
    pair, run, back, mrun, mback, left, right, size, vowel = (
        np.concatenate(part) for part in zip(*found, strict=True)
    )
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
