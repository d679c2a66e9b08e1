"""How far apart two name parts sound: a weighted edit distance over skeletons.

The costs say how often a letter is exchanged for another between spellings of one name, set by
hand after the cost rules that public name matchers use: a vowel for a vowel is cheap, a consonant
for an unrelated consonant is a different name.
"""

from functools import cache, lru_cache
from itertools import accumulate

from rapidfuzz.distance import Levenshtein

from audit.text.fold import CACHE
from audit.text.skeleton import skeleton

_VOWELS = frozenset("aeiou")

VOWEL_FOR_VOWEL = 0.35
"""Kharkiv/Kharkov, Bavun/Bavon."""
VOWEL_LOST = 0.5
"""Gebreyesus/Gebreesus; a vowel more or less."""
H_LOST = 0.4
"""Elisha/Elisa; h that some languages do not sound."""
ANY = 1.0
"""A consonant for an unrelated one, a consonant more or less."""

# Consonants that languages or schemes write for one another, cheaper than an unrelated pair.
_KIN: dict[frozenset[str], float] = {
    frozenset(pair): cost
    for cost, pairs in {
        0.25: ("hg", "ST", "CT", "sS", "zZ", "JZ", "Ts", "QS", "CS"),
        0.4: ("bv", "vf", "sz", "Tk", "Tt", "hk", "gk", "kC", "vu", "Jg", "Zi", "Ji", "Ci"),
        0.5: ("td", "pb", "lr", "mn", "Tz", "pf", "hC", "hS"),
    }.items()
    for pair in pairs
}


CHEAPEST = min(*_KIN.values(), VOWEL_FOR_VOWEL, H_LOST)
"""The least that one edit costs."""


def at_least(first: str, second: str) -> float:
    """A lower bound of `distance`, many times cheaper: each edit costs at least `CHEAPEST`."""
    return CHEAPEST * Levenshtein.distance(skeleton(first), skeleton(second))


@lru_cache(CACHE)
def distance(first: str, second: str) -> float:
    """The cost of turning the skeleton of one name part into the other's; 0 when they are equal."""
    a, b = skeleton(first), skeleton(second)
    if a == b:
        return 0.0
    added = [_gap(letter) for letter in b]
    row = [0.0, *accumulate(added)]
    for letter in a:
        lost, costs = _gap(letter), _swaps(letter)
        corner = row[0]
        left = corner + lost
        below = [left]
        for other, gap, above in zip(b, added, row[1:], strict=True):
            least = min(corner + costs.get(other, ANY), above + lost, left + gap)
            corner, left = above, least
            below.append(least)
        row = below
    return row[-1]


def _gap(letter: str) -> float:
    if letter in _VOWELS:
        return VOWEL_LOST
    return H_LOST if letter == "h" else ANY


def _swap(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if one in _VOWELS and other in _VOWELS:
        return VOWEL_FOR_VOWEL
    return _KIN.get(frozenset((one, other)), ANY)


@cache
def _swaps(letter: str) -> dict[str, float]:
    """What it costs to turn `letter` into each letter that it is akin to, itself included."""
    letters = {letter, *_VOWELS, *(one for pair in _KIN for one in pair)}
    costs = {other: _swap(letter, other) for other in sorted(letters)}
    return {other: cost for other, cost in costs.items() if cost < ANY}
