"""How far the length of a translation departs from what is usual."""

from dataclasses import dataclass
from functools import lru_cache

from audit.lang.lengths import expansion, letters
from audit.model.text import Aligned

_FEWEST = 25.0
"""Letters of English on the longer side below which lengths say nothing."""


_NEAR = (0.88, 1.14)
"""Ratios to the expected length, blanks and marks included, at which nothing need be counted."""


@dataclass(frozen=True, slots=True)
class Departure:
    """`deviations` in standard deviations, `share` as a part of the expected length."""

    deviations: float
    share: float


@lru_cache(256)
def departure(pair: Aligned) -> Departure | None:
    """The departure of a pair; None where nothing is known, one side is too short, or none is."""
    usual = expansion(pair.source_lang, pair.lang)
    if usual is None or not pair.source:
        return None
    if _NEAR[0] < len(pair.text) / (len(pair.source) * usual.factor) < _NEAR[1]:
        return None
    theirs, ours = letters(pair.source), letters(pair.text)
    longer = max(theirs / usual.letters, ours / usual.letters / usual.factor)
    if not theirs or not ours or longer < _FEWEST:
        return None
    return Departure(usual.departure(theirs, ours), ours / (theirs * usual.factor))
