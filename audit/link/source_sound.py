"""Finds the stretch of a source without capitals that a part of a name renders, by its sound.

Kana and Hangul are read as they are written, Chinese characters in Mandarin; Japanese readings of
them are not known here, so that Japanese names tell something in kana only. Arabic, Hebrew and
Indian scripts are compared by their consonants, since the first two write hardly any vowels.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from audit.text.distance import at_least, distance
from audit.text.fold import CACHE
from audit.text.scripts import script_of
from audit.text.skeleton import consonants, skeleton

RENDERS = 0.3
"""Relative distance up to which a part of a name renders a stretch of the source."""
CLEARLY = 0.1
"""How much nearer the best stretch must be than any other that does not overlap it."""
LONGEST = 5
"""Characters of the longest stretch in Han or Hangul that is tried for one part of a name."""
SHORTEST = 3
"""Letters, or consonants where only these are compared, below which nothing is told."""

_RUNS = re.compile(
    r"(?P<kana>[ァ-ヺー]{2,})|(?P<han>[\u3400-\u9fff]+)|(?P<hangul>[\uac00-\ud7a3]+)"
    r"|(?P<latin>[A-Za-z][A-Za-z0-9'’]+)|(?P<word>[^\W\d_A-Za-z\u3040-\u30ff\u3400-\u9fff]+)"
)
Stretch = tuple[int, int, str]
"""Start, end and the characters themselves."""


def sounding(part: str, text: str, lang: str) -> str | None:
    """The stretch of `text` that sounds like `part` and clearly more so than any other."""
    if len(skeleton(part)) < SHORTEST:
        return None
    ranked = sorted((apart, stretch) for stretch in _stretches(text, lang)
                    if (apart := _apart(part, stretch[2])) <= RENDERS)  # fmt: skip
    if not ranked:
        return None
    least, (start, end, found) = ranked[0]
    for apart, (other_start, other_end, other) in ranked[1:]:
        elsewhere = other_end <= start or end <= other_start
        if elsewhere and other != found and apart - least < CLEARLY:
            return None
    return found


@lru_cache(CACHE)
def _stretches(text: str, lang: str) -> tuple[Stretch, ...]:
    return tuple(_cut(text, lang))


def _cut(text: str, lang: str) -> Iterator[Stretch]:
    for run in _RUNS.finditer(text):
        if run.lastgroup in ("han", "hangul"):
            if run.lastgroup == "han" and lang == "ja":
                continue
            for start in range(run.start(), run.end()):
                for end in range(start + 1, min(start + LONGEST, run.end()) + 1):
                    yield start, end, text[start:end]
        else:
            yield run.start(), run.end(), run[0]


@lru_cache(CACHE)
def _apart(part: str, stretch: str) -> float:
    """How far the sound of a stretch is from that of a part, in shares of the part's letters."""
    read = anyascii(stretch).casefold()
    if script_of(stretch[0]) in _BY_CONSONANTS:
        one, other = consonants(part), consonants(read)
        if min(len(one), len(other)) < SHORTEST:
            return float("inf")
        return Levenshtein.distance(one, other) / len(one)
    if stretch.isascii():  # Latin letters amid another script are copied
        return 0.0 if stretch.casefold() == part.casefold() else float("inf")
    length = len(skeleton(part))
    if len(stretch) == 1:  # one character has many homophones
        return 0.0 if skeleton(read) == skeleton(part) else float("inf")
    if at_least(part, read) > RENDERS * length:
        return float("inf")
    return distance(part, read) / length


_BY_CONSONANTS = frozenset({"Arabic", "Hebrew", "Devanagari", "Bengali", "Tamil", "Thai"})
