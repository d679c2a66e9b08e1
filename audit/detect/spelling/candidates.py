"""Which common words lie a slip or two of the hand from a word that nobody knows."""

from collections.abc import Iterator, Mapping
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from audit.lang.frequency import counts

LETTERS = "abcdefghijklmnopqrstuvwxyz"

LONGEST = 60
"""Letters from which on a run of letters is a code or a sequence, and no word to be respelled."""

_POOL_COUNTS = 1_000_000
_POOL_LETTERS = 7
_FAR = 2


def one_slip(word: str) -> Iterator[str]:
    """All strings one insertion, deletion, replacement or swap of neighbours from `word`.

    The four slips are those of Damerau (1964), which make up four in five misspellings.
    """
    for cut in range(len(word) + 1):
        left, right = word[:cut], word[cut:]
        yield from [left + letter + right for letter in LETTERS]
        if right:
            rest = right[1:]
            yield left + rest
            yield from [left + letter + rest for letter in LETTERS]
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]


def meant(word: str, known: Mapping[str, int]) -> list[tuple[int, str]]:
    """Known words one slip from `word` with their counts, the most frequent first."""
    if len(word) > LONGEST:  # its neighbours would fill the memory
        return []
    found = known.keys() & set(one_slip(word))
    found.discard(word)
    return sorted(((known[other], other) for other in found), reverse=True)


def two_slips(word: str, lang: str) -> str | None:
    """The one common long word two slips from `word`, if there is just one."""
    pool = _pool(lang).get(word[:1], ()) if len(word) <= LONGEST else ()
    near = process.extract(word, pool, scorer=OSA.distance, score_cutoff=_FAR, limit=2)
    return near[0][0] if len(near) == 1 else None


@cache
def _pool(lang: str) -> Mapping[str, tuple[str, ...]]:
    """Common long words by their first letter; few slips are made there."""
    words: dict[str, list[str]] = {}
    for word, count in counts(lang).items():
        if count >= _POOL_COUNTS and len(word) >= _POOL_LETTERS:
            words.setdefault(word[0], []).append(word)
    return {head: tuple(group) for head, group in words.items()}
