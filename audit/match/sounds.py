"""Compares names syllable by syllable, where both can be read as Chinese, Japanese or Korean."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from audit.match.pairs import Pairs
from audit.match.readings import Reading, Syllable, shares

Floats = NDArray[np.float32]

COLUMNS = ("syllables", "related", "apart", "parts", "standard_least", "standard_most")
"""Per pair: how many syllables both have, how many of them are spelled differently and may be one,
how many cannot be one, in how many parts those differ, and whether the words are spelled as the
standard spells them (-1: not readable) in the one name and in the other. -1 where not compared."""


def compare_sounds(
    pairs: Pairs, rows: NDArray[np.int64], read: Callable[[str], Reading | None]
) -> Floats:
    """The COLUMNS for each pair; filled in `rows` alone, with -1 elsewhere."""
    found = np.full((len(pairs), len(COLUMNS)), -1, np.float32)
    words = pairs.words.words
    for n in rows:
        one = [read(words[k]) for k in pairs.one[n] if k >= 0]
        other = [read(words[k]) for k in pairs.other[n] if k >= 0]
        standards = sorted((_standard(one), _standard(other)))
        found[n, 4:] = standards
        if not (one and other) or standards[0] < 0:
            continue
        orders = [(_all(one), _all(other))]
        if pairs.reordered[n]:
            partner = [(i, int(j)) for i, j in enumerate(pairs.partner[n]) if j >= 0]
            orders.append(
                (_all([one[i] for i, _ in partner]), _all([other[j] for _, j in partner]))
            )
        compared = [_compare(a, b) for a, b in orders if a and len(a) == len(b)]
        found[n, :4] = min(compared, key=lambda row: row[2]) if compared else (0, -1, -1, -1)
    return found


def _standard(readings: Sequence[Reading | None]) -> int:
    """1 where every word is spelled as the standard has it, 0 where not, -1 where it is no word."""
    if any(reading is None for reading in readings):
        return -1
    return int(all(syllable.standard for reading in readings if reading for syllable in reading))


def _all(readings: Sequence[Reading | None]) -> list[Syllable]:
    return [syllable for reading in readings if reading for syllable in reading]


def _compare(one: Sequence[Syllable], other: Sequence[Syllable]) -> tuple[int, int, int, int]:
    related = apart = parts = 0
    for a, b in zip(one, other, strict=True):
        if a.spelling == b.spelling:
            continue
        if shares(a, b):
            related += 1
        else:
            apart += 1
            parts += sum(not x & y for x, y in zip(a.parts, b.parts, strict=True))
    return len(one), related, apart, parts
