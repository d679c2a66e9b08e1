"""Numbers in names: Gregory XII, Boris the second, 325 Aircraft Repair Plant, King Jr."""

import re
from collections.abc import Sequence

_ROMAN = re.compile(r"[ivx]{2,}")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
_WORDS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6",
    "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10",
}  # fmt: skip
GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"}
"""Words that tell a father from a son, as one of them is written."""
_WORD = "|".join([*_WORDS, *GENERATIONS])
_NUMBER = re.compile(rf"^(?:[ivx]{{2,}}|[a-z]*[0-9].*|{_WORD})$", re.MULTILINE)


def numbers_among(words: Sequence[str]) -> frozenset[str]:
    """The folded words that may tell which of several bearers of a name is meant."""
    return frozenset(_NUMBER.findall("\n".join(words)))


def numbers(name: str) -> frozenset[str]:
    """The numbers in a folded name, each in one spelling; a name does not begin with II."""
    found = set()
    for place, word in enumerate(name.split()):
        if any(char.isdigit() for char in word):
            found.add(_ORDINAL.sub("", word))
        elif word in _WORDS:
            found.add(_WORDS[word])
        elif place and word in GENERATIONS:
            found.add(GENERATIONS[word])
        elif place and _ROMAN.fullmatch(word):
            found.add(word)
    return frozenset(found)
