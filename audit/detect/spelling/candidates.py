"""Which common words lie one slip of the hand from a word that nobody knows."""

from collections.abc import Iterator, Mapping

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def one_slip(word: str) -> Iterator[str]:
    """All strings one insertion, deletion, replacement or swap of neighbours from `word`.

    The four slips are those of Damerau (1964), which make up four in five misspellings.
    """
    parts = [(word[:cut], word[cut:]) for cut in range(len(word) + 1)]
    for left, right in parts:
        for letter in LETTERS:
            yield left + letter + right
        if right:
            yield left + right[1:]
            for letter in LETTERS:
                yield left + letter + right[1:]
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]


def meant(word: str, counts: Mapping[str, int]) -> list[tuple[int, str]]:
    """Known words one slip from `word` with their counts, the most frequent first."""
    found = {(counts[other], other) for other in one_slip(word) if other in counts and other != word}
    return sorted(found, reverse=True)
