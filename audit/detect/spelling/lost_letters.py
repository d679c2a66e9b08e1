"""Which words are what is left of a common word that lost a letter."""

from collections.abc import Mapping
from functools import cache

from audit.lang.frequency import counts

_COUNTS_OF_WHOLE = 10_000_000
"""Count that a word must have to be what was meant."""


@cache
def wholes(lang: str) -> Mapping[str, tuple[str, ...]]:
    """Common words by what is left of them without one letter, whether that is a word or not."""
    found: dict[str, set[str]] = {}
    for word, count in counts(lang).items():
        if count >= _COUNTS_OF_WHOLE:
            for cut in range(len(word)):
                found.setdefault(word[:cut] + word[cut + 1 :], set()).add(word)
    return {rest: tuple(sorted(words)) for rest, words in found.items()}
