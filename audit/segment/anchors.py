"""What a translation leaves as it was: figures, addresses and, up to spelling, names."""

import re
from functools import lru_cache

from audit.text.skeleton import consonants

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\"»”]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+")
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_SEPARATOR = re.compile(r"\D")
_CAPITALISED = re.compile(r"(?<![\w'’])[^\W\d_]{3,}")
FEWEST_CONSONANTS = 3
"""Of a name that is compared; shorter ones are alike too often."""
SHORTEST_FIGURE = 2
"""Digits of a figure that is compared; small numbers are often written as words."""
WORDS_REMEMBERED = 1 << 14


def anchors(text: str) -> frozenset[str]:
    """The anchors of a passage, written so that both sides of a translation give the same."""
    found = {match[0].rstrip(".,;:").casefold() for match in _ADDRESS.finditer(text)}
    for match in _FIGURE.finditer(text):
        digits = _SEPARATOR.sub("", match[0])
        if len(digits) >= SHORTEST_FIGURE:
            found.add(digits)
    for match in _CAPITALISED.finditer(text):
        if match[0][0].isupper() and len(sounds := _sounds(match[0])) >= FEWEST_CONSONANTS:
            found.add(sounds)
    return frozenset(found)


@lru_cache(WORDS_REMEMBERED)
def _sounds(word: str) -> str:
    """The first consonants of a name, which transcription and case endings leave alone."""
    return consonants(word)[: FEWEST_CONSONANTS + 1]
