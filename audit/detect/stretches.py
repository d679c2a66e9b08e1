"""Stretches of a text around places that were found in its folded form."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

_RUN = re.compile(r"\S+")


class Grid:
    """A text as runs between blanks, which are the same in it and as folded."""

    def __init__(self, text: str, folded: str) -> None:
        self._runs = [found.span() for found in _RUN.finditer(text)]
        lengths = map(len, folded.split())
        self._folded = [*accumulate((length + 1 for length in lengths), initial=1)]

    def around(
        self, places: Sequence[tuple[int, int]], blanks: int
    ) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """The stretches that hold all that has so many blanks at most and a place.

        `places` are spans of the folded text; stretches come as spans of the folded text, with the
        blanks around them, and of the text. A match lies in one stretch, one run away from its
        ends at least, so that it is the one that would be found in the whole text.
        """
        reach, first, last = blanks + 1, 0, -1
        for start, end in sorted(places):
            low = max(0, bisect_right(self._folded, start) - 1 - reach)
            high = min(len(self._runs), bisect_right(self._folded, end - 1) + reach)
            if low > last >= 0:
                yield self._stretch(first, last)
                first = low
            elif last < 0:
                first = low
            last = max(last, high)
        if last >= 0:
            yield self._stretch(first, last)

    def _stretch(self, first: int, last: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """The spans of the runs from `first` to before `last`, as folded and in the text."""
        folded = self._folded[first] - 1, self._folded[last]
        return folded, (self._runs[first][0], self._runs[last - 1][1])


@lru_cache(2)
def grid_of(text: str, folded: str) -> Grid:
    """The grid of a text, of which several phrasebooks are asked in turn."""
    return Grid(text, folded)
