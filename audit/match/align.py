"""Aligns many pairs of words letter by letter at once.

A weighted edit distance (Wagner and Fischer 1974) in which a vowel goes to a vowel and a consonant
to its kin more cheaply than to anything else, so that the letters that one sound was written with
stand across from each other. All pairs of a batch go through the table together, one diagonal at a
time. The costs only place the letters; what a difference is worth is learned.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint8]
Numbers = NDArray[np.float32]

WIDTH = 28
"""Codes of letters: 0 is nothing, 1 to 26 are a to z, 27 is anything else."""
MARK = 32
"""What a mark on a letter adds to its code, times the number of the mark."""
LONGEST = 40
"""Letters of a word that are looked at."""
TOGETHER = 1024
"""Pairs in one table: as many as the processor's cache holds."""
SCALE = 20
"""Units of cost that one unrelated letter takes."""

_LETTERS = "-abcdefghijklmnopqrstuvwxyz#"
_VOWELS = "aeiou"
_KIN = ("aeiouy", "kgqchx", "szcxjt", "td", "bpvfw", "lr", "mn", "jyi", "hg", "uwv", "dz", "jgd")


def _costs() -> NDArray[np.int16]:
    table = np.full((WIDTH, WIDTH), SCALE + 8, np.int16)
    for one in range(1, WIDTH):
        for other in range(1, WIDTH):
            a, b = _LETTERS[one], _LETTERS[other]
            if a == b:
                table[one, other] = 0
            elif a in _VOWELS and b in _VOWELS:
                table[one, other] = 9
            elif any(a in group and b in group for group in _KIN):
                table[one, other] = 12
            elif (a in _VOWELS) != (b in _VOWELS):
                table[one, other] = 2 * SCALE
    return table


def _gaps() -> NDArray[np.int16]:
    cheap = {"h": 8, "y": 9, "w": 11, **dict.fromkeys(_VOWELS, 10)}
    return np.array([0] + [cheap.get(letter, 14) for letter in _LETTERS[1:]], np.int16)


SWAP = _costs()
GAP = _gaps()
_CODE_OF = np.full(256, WIDTH - 1, np.uint8)
_CODE_OF[np.frombuffer(b"abcdefghijklmnopqrstuvwxyz", np.uint8)] = np.arange(1, 27, dtype=np.uint8)
_CODE_OF[0] = 0


def codes(words: Sequence[str]) -> tuple[Codes, NDArray[np.int64]]:
    """The words as columns of letter codes (letter by word) and their lengths, cut to LONGEST."""
    cut = np.array(words, f"S{LONGEST}")
    raw = cut.view(np.uint8).reshape(len(words), LONGEST)
    lengths = (raw != 0).sum(axis=1)
    longest = int(lengths.max(initial=1))
    return np.ascontiguousarray(_CODE_OF[raw[:, : max(longest, 1)]].T), lengths


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of words, letter across from letter; column 0 is the last letter of each.

    `first` and `second` hold codes by column and pair, 0 where the other word alone has a letter
    and in both beyond the beginning. `cost` is relative to the length of the longer word.
    """

    first: Codes
    second: Codes
    cost: Numbers


def marked(words: Sequence[str], marks: Sequence[str]) -> Codes:
    """The codes that marks, written as a digit under each letter, add to those of the letters."""
    cut = np.array(marks, f"S{LONGEST}")
    raw = cut.view(np.uint8).reshape(len(words), LONGEST)
    return np.where(raw > 0, raw - 48, 0).astype(np.uint8).T * np.uint8(MARK)


def align(
    ones: Sequence[str],
    others: Sequence[str],
    marks: tuple[Sequence[str], Sequence[str]] | None = None,
) -> Alignment:
    """Align each of `ones` with its partner in `others`."""
    a, len_a = codes(ones)
    b, len_b = codes(others)
    if marks and len(ones):
        a = a + marked(ones, marks[0])[: len(a)]
        b = b + marked(others, marks[1])[: len(b)]
    order = np.argsort(len_a + len_b, kind="stable")
    count = len(ones)
    columns = int((len_a + len_b).max(initial=1)) or 1
    first, second = np.zeros((columns, count), np.uint8), np.zeros((columns, count), np.uint8)
    cost = np.zeros(count, np.float32)
    used = 1
    for begin in range(0, count, TOGETHER):
        at = order[begin : begin + TOGETHER]
        one, other, price = _align(a[:, at], len_a[at], b[:, at], len_b[at])
        first[: len(one), at], second[: len(one), at], cost[at] = one, other, price
        used = max(used, len(one))
    longer = np.maximum(np.maximum(len_a, len_b), 1)
    relative = (cost / (SCALE * longer)).astype(np.float32)
    return Alignment(first[:used], second[:used], relative)


def _align(
    a: Codes, len_a: NDArray[np.int64], b: Codes, len_b: NDArray[np.int64]
) -> tuple[Codes, Codes, Numbers]:
    rows, cols, count = int(len_a.max(initial=0)), int(len_b.max(initial=0)), a.shape[1]
    a, b = a[:rows], b[:cols]
    bare_a, bare_b = a & (MARK - 1), b & (MARK - 1)
    gap_a, gap_b = GAP[bare_a], GAP[bare_b]
    back_b, back_gap = np.ascontiguousarray(bare_b[::-1]), np.ascontiguousarray(gap_b[::-1])
    wide = bare_a.astype(np.int16) * WIDTH
    swap = SWAP.ravel()
    far = np.int16(20000)
    before = np.full((rows + 1, count), far, np.int16)
    table = np.full((rows + 1, count), far, np.int16)
    table[0] = 0
    moves = np.zeros((rows + cols + 1, rows + 1, count), np.uint8)
    ends = np.zeros(count, np.int16)
    finish = len_a + len_b
    for diagonal in range(1, rows + cols + 1):
        low, high = max(0, diagonal - cols), min(rows, diagonal)
        fresh = np.full((rows + 1, count), far, np.int16)
        # a letter of the second word alone: from (i, j - 1)
        top = min(high, diagonal - 1)
        if top >= low:
            start = cols - (diagonal - low)
            fresh[low : top + 1] = table[low : top + 1] + back_gap[start : start + top - low + 1]
        move = moves[diagonal]
        move[low : high + 1] = 2
        bottom = max(low, 1)
        if high >= bottom:
            option = table[bottom - 1 : high] + gap_a[bottom - 1 : high]
            move[bottom : high + 1] -= option < fresh[bottom : high + 1]  # 2 to 1
            np.minimum(fresh[bottom : high + 1], option, out=fresh[bottom : high + 1])
            top = min(high, diagonal - 1)
            if top >= bottom:
                start = cols - (diagonal - bottom)
                pair = wide[bottom - 1 : top] + back_b[start : start + top - bottom + 1]
                option = before[bottom - 1 : top] + swap[pair]
                better = option <= fresh[bottom : top + 1]
                np.minimum(fresh[bottom : top + 1], option, out=fresh[bottom : top + 1])
                move[bottom : top + 1] |= better.view(np.uint8) * np.uint8(3)
        before, table = table, fresh
        done = np.flatnonzero(finish == diagonal)
        ends[done] = table[len_a[done], done]
    return _walk(moves, a, b, (len_a, len_b), ends.astype(np.float32))


def _walk(
    moves: Codes,
    a: Codes,
    b: Codes,
    lengths: tuple[NDArray[np.int64], NDArray[np.int64]],
    ends: Numbers,
) -> tuple[Codes, Codes, Numbers]:
    """From the ends of the words back to their beginnings, by the cheapest moves."""
    rows, cols, count = len(a), len(b), len(ends)
    index = np.arange(count)
    i, j = lengths[0].copy(), lengths[1].copy()
    firsts, seconds = [], []
    while True:
        move = moves[i + j, i, index]
        if not move.any():
            break
        took_a, took_b = (move & 1).astype(np.int64), (move >> 1).astype(np.int64)
        firsts.append(np.where(took_a, a[i - 1, index], 0) if rows else np.zeros(count, np.uint8))
        seconds.append(np.where(took_b, b[j - 1, index], 0) if cols else np.zeros(count, np.uint8))
        i, j = i - took_a, j - took_b
    if not firsts:
        empty = np.zeros((1, count), np.uint8)
        return empty, empty, ends
    return np.array(firsts, np.uint8), np.array(seconds, np.uint8), ends
