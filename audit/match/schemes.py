"""Names the romanization schemes that two spellings come from: kh/h, BGN/PCGN against ISO 9."""

import tomllib
from functools import cache
from importlib.resources import files

from rapidfuzz.distance import Levenshtein

from audit.text.fold import roman


@cache
def _schemes() -> tuple[tuple[str, str, str], ...]:
    text = files(__package__).joinpath("data", "schemes.toml").read_text(encoding="utf-8")
    return tuple((wide, narrow, reason) for wide, narrow, reason in tomllib.loads(text)["schemes"])


def scheme(found: str, expected: str) -> str | None:
    """What differs and who writes so, "kh/h: BGN/PCGN writes…", or None where no table does."""
    one, other = roman(found), roman(expected)
    if one == other:
        return None
    for wide, narrow, reason in _schemes():
        for a, b in ((wide, narrow), (narrow, wide)):
            if a in one and _swapped(one, other, a, b):
                return f"{a}/{b}: {reason}"
    return None


def _swapped(one: str, other: str, a: str, b: str) -> bool:
    """Whether writing `b` for one of the `a` in `one` brings it to `other`, or nearer to it."""
    apart = Levenshtein.distance(one, other)
    at = one.find(a)
    while at >= 0:
        if Levenshtein.distance(one[:at] + b + one[at + len(a) :], other) < apart:
            return True
        at = one.find(a, at + 1)
    return False
