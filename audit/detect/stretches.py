"""Stretches of a text around places that were found in its folded form.

A folded text has the words of the text, in another form maybe, with one blank before each and one
behind the last.
"""

from collections.abc import Iterable, Iterator

Stretch = tuple[int, int]
"""From one blank of a folded text to another, both included."""


def around(folded: str, places: Iterable[tuple[int, int]], blanks: int) -> Iterator[Stretch]:
    """The stretches of `folded` that hold all that has so many blanks at most and a place.

    A match lies in one stretch, one word away from its ends at least, so that it is the one that
    would be found in the whole text.
    """
    low = high = -1
    for start, end in sorted(places):
        first, last = start + 1, end - 1
        for _ in range(blanks + 2):
            if first > 0:
                first = folded.rfind(" ", 0, first)
            if last < len(folded) - 1:
                last = folded.find(" ", last + 1)
        if first > high >= 0:
            yield low, high + 1
            low = first
        elif high < 0:
            low = first
        high = max(high, last)
    if high >= 0:
        yield low, high + 1


def unfolded(text: str, folded: str, stretch: Stretch) -> tuple[int, int]:
    """Where the words of a stretch stand in the text, as a span of it."""
    before, words = folded.count(" ", 0, stretch[0]), folded.count(" ", *stretch) - 1
    rest = text.split(None, before)[-1]
    behind = "".join(rest.split(None, words)[words:])
    return len(text) - len(rest), len(text) - len(behind)
