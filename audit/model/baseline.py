"""What is known to have been there before: the entries of a baseline, lines not changed since."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class KnownFinding:
    """A finding that does not count, because it was there before; `document` is its id."""

    fingerprint: str
    rule: str
    document: str


@dataclass(frozen=True, slots=True)
class ChangedLines:
    """The lines of a file that changed: half-open ranges of 1-based numbers, or all of them."""

    ranges: tuple[tuple[int, int], ...] = ()
    whole: bool = False

    def touch(self, first: int, last: int) -> bool:
        """Whether any of the lines `first` to `last`, inclusive, changed."""
        return self.whole or any(begin <= last and first < end for begin, end in self.ranges)
