"""The distinct words of a text, of which rules ask what they would else ask at each place.

Most words are sound by themselves, whatever stands around them. So a rule asks of each distinct
run of letters, remembers the answers, and looks for the places of those few that may be at fault.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_RUN = re.compile(r"[^\W\d_]+")
_ASCII_LETTERS = "".join(char if char.isalpha() else " " for char in map(chr, range(128)))
"""ASCII with a blank for all that is no letter, as `str.translate` takes it."""

_TYPOGRAPHIC = "“”‘’—–…\u00a0"
"""All that most texts hold beyond ASCII; none of these is a letter."""


@lru_cache(4)
def letter_runs(text: str) -> frozenset[str]:
    """The distinct runs of letters in `text`: “don” and “t” of “don't”, “jährig” of “24jährig”.

    Several rules ask for the same document, one after another.
    """
    if not text.isascii():
        for mark in _TYPOGRAPHIC:
            text = text.replace(mark, " ")
    if text.isascii():
        return frozenset(text.translate(_ASCII_LETTERS).split())
    return frozenset(_RUN.findall(text))


def places(pattern: re.Pattern[str], text: str, words: Iterable[str]) -> list[re.Match[str]]:
    """The matches of `pattern` in `text` that are one of `words`, in order.

    `pattern` must see to it that no letter stands beside what it matches.
    """
    found = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            match = pattern.match(text, at)
            if match and match[0] == word:
                found.append(match)
            at = text.find(word, at + len(word))
    return sorted(found, key=re.Match.start)
