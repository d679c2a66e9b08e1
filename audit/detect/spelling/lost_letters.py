"""Which words are what is left of a common word that lost a letter."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from audit.lang.frequency import counts, listing
from audit.tables import kept

_COUNTS_OF_WHOLE = 10_000_000
"""Count that a word must have to be what was meant."""


@cache
def wholes(lang: str) -> Mapping[str, tuple[str, ...]]:
    """Common words by what is left of them without one letter, whether that is a word or not."""
    here = files(__package__) / "lost_letters.py"
    made_from = (here.read_bytes(), listing(lang))
    return kept(here, made_from, dict[str, tuple[str, ...]], lambda: _wholes(lang))


def _wholes(lang: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for word, count in counts(lang).items():
        if count >= _COUNTS_OF_WHOLE:
            for cut in range(len(word)):
                found.setdefault(word[:cut] + word[cut + 1 :], set()).add(word)
    return {rest: tuple(sorted(words)) for rest, words in found.items()}
