"""Faults made on purpose, to measure how many of them a model finds."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.model.text import Aligned, Segment


def damaged_pairs(pairs: Sequence[Aligned]) -> Iterator[Aligned]:
    """Pairs of one document with faults: each beside the source of the next, each cut in half.

    The first is a translation of something else, the second one that lacks its end.
    """
    if len(pairs) > 1:
        for one, other in zip(pairs, [*pairs[1:], pairs[0]], strict=True):
            yield replace(one, source=other.source)
    for one in pairs:
        yield replace(one, text=_first_half(one.text))


def _first_half(text: str) -> str:
    """The first half of the words, or of the characters where there are no blanks to part words."""
    words = text.split()
    if len(words) > len(text) / 20:
        return " ".join(words[: (len(words) + 1) // 2])
    return text[: (len(text) + 1) // 2]


def swapped(sentence: Segment, places: Sequence[tuple[int, int]]) -> tuple[Segment, int, int]:
    """A sentence with the two words in the middle of it swapped, and where the two stand.

    `places` are its words, at least two.
    """
    at = (len(places) - 1) // 2
    (start, first_end), (second, end) = places[at], places[at + 1]
    text = sentence.text
    middle = text[second:end] + text[first_end:second] + text[start:first_end]
    return replace(sentence, text=text[:start] + middle + text[end:]), start, end
