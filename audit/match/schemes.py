"""Names the romanization schemes that two spellings come from: kh/h, BGN/PCGN against ISO 9."""

import tomllib
from functools import cache
from importlib.resources import files

from rapidfuzz.distance import Levenshtein

from audit.match.readings import chinese, japanese, korean
from audit.text.fold import parts, roman

_READERS = {"chinese": chinese, "korean": korean, "japanese": japanese}
_ANY = "any"


@cache
def _schemes() -> dict[str, list[list[str]]]:
    text = files(__package__).joinpath("data", "schemes.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def scheme(found: str, expected: str) -> str | None:
    """What differs and who writes so, "kh/h: BGN/PCGN writes…", or None where no table does."""
    one, other = roman(found), roman(expected)
    if one == other:
        return None
    for language in (*_READERS, _ANY):
        if language != _ANY and not (_readable(one, language) and _readable(other, language)):
            continue
        for wide, narrow, reason in _schemes()[language]:
            for a, b in ((wide, narrow), (narrow, wide)):
                if a in one and _swapped(one, other, a, b):
                    return f"{a}/{b}: {reason}"
    return None


def _readable(name: str, language: str) -> bool:
    """Whether every word of a name can be read in the syllables of a language."""
    words = [word for part in parts(name) for word in part.split()]
    return len(words) > 1 and all(_READERS[language](word) for word in words)


def _swapped(one: str, other: str, a: str, b: str) -> bool:
    """Whether writing `b` for one of the `a` in `one` brings it to `other`, or nearer to it."""
    apart = Levenshtein.distance(one, other)
    at = one.find(a)
    while at >= 0:
        if Levenshtein.distance(one[:at] + b + one[at + len(a) :], other) < apart:
            return True
        at = one.find(a, at + 1)
    return False
